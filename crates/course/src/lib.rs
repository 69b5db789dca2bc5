//! What the course texts claim and where they err, measured.
//!
//! A [`Claim`] is a sentence of the course, the recipes that test it, thresholds that are stated, and a verdict that is
//! computed: it holds, it fails, or it depends. An [`Erratum`] is a misprint beside its right form; where the two move
//! differently both can be run, the misprint as a rule that no recipe can name. The data sets that claims are measured
//! on are core's, each with the source of its points ([`ponder::data`]).
//!
//! ```
//! use ponder_course::{CLAIMS, ERRATA, Verdict};
//!
//! let claim = ponder::catalogue::find(CLAIMS, "C19").unwrap();
//! assert_eq!(claim.findings().verdict(), Verdict::Holds, "{}", claim.says);
//!
//! let erratum = ERRATA.iter().find(|erratum| erratum.id == "E43").unwrap();
//! let contest = erratum.wrong.unwrap().contest();
//! assert!(contest.parts.is_some_and(|step| step > 0), "the first step at which they differ");
//! ```
#![forbid(unsafe_code)]

pub mod bench;
pub mod claim;
pub mod erratum;
pub mod wrong;

pub use bench::{Bench, Findings, Verdict};
pub use claim::{CLAIMS, Claim};
pub use erratum::{ERRATA, Erratum};
pub use wrong::{Contest, WRONG, Wrong};

/// The texts that the course is made of, by the ids that rows and errata use.
pub const TEXTS: [(&str, &str); 5] = [
    ("S0", "Learning Parameters, Part 5: AdaGrad, RMSProp, and Adam"),
    ("S1", "CS7015 Deep Learning, lecture 5"),
    ("S2", "Intro to optimization in deep learning: Momentum, RMSProp and Adam"),
    ("S3", "Adaptive Learning Rates, lecture slides"),
    ("S4", "DL Notes: Advanced Gradient Descent"),
];

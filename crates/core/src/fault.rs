//! What is wrong with a recipe: where, what was given, what is allowed.
//!
//! ```
//! use ponder::{FaultKind, Tree, check};
//!
//! let run = Tree::map([("method", "momentum".into()), ("learning_rate", 0.1.into()), ("momentun", 0.5.into())]);
//! let surface = Tree::map([("function", "saddle".into())]);
//! let recipe = Tree::map([("surface", surface), ("runs", Tree::List(vec![run])), ("steps", 0.0.into())]);
//! let faults = check(&recipe).unwrap_err().0;
//! assert_eq!(faults[0].to_string(), "steps: 0; allowed is a whole number from 1 to 1000000");
//! assert_eq!((faults[1].kind, faults[1].path.as_str()), (FaultKind::Unknown, "runs[0].momentun"));
//! ```

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt::{self, Display, Formatter};

use crate::math;

/// The kind of a fault, for a page that words it in its own language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A key that nothing reads.
    Unknown,
    /// A key that must be there and is not.
    Missing,
    /// A value of the wrong type or outside its range.
    Wrong,
}

impl FaultKind {
    /// Its name in JavaScript and in the page's words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Missing => "missing",
            Self::Wrong => "wrong",
        }
    }
}

/// One thing that is wrong. `Display` is one line: `runs[0].momentun: unknown; adam knows learning_rate, …`.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where in the recipe: `runs[0].start[1]`.
    pub path: String,
    /// What kind of fault it is.
    pub kind: FaultKind,
    /// What stood there.
    pub given: String,
    /// What may stand there.
    pub allowed: String,
    /// The right number that is nearest to a wrong one, where there is one.
    pub nearest: Option<f64>,
}

impl Fault {
    /// A value of the wrong type or outside its range.
    pub fn wrong(path: impl Into<String>, given: impl Into<String>, allowed: impl Into<String>) -> Self {
        let kind = FaultKind::Wrong;
        let [path, given, allowed] = [path.into(), given.into(), allowed.into()];
        Self { path, kind, given, allowed, nearest: None }
    }

    /// The same with the number from `from` to `to` that is nearest to the one given, if one was.
    #[must_use]
    pub fn within(self, [from, to]: [f64; 2], given: Option<f64>) -> Self {
        let nearest = given.filter(|n| !n.is_nan()).map(|n| math::within(n, [from, to]));
        Self { nearest, ..self }
    }

    /// The same where only whole numbers are right.
    #[must_use]
    pub fn whole_within(self, range: [f64; 2], given: Option<f64>) -> Self {
        self.within(range, given.map(|n| math::floor(n + 0.5)))
    }

    /// A key that nothing reads.
    pub fn unknown(path: impl Into<String>, allowed: impl Into<String>) -> Self {
        Self { kind: FaultKind::Unknown, ..Self::wrong(path, "unknown", allowed) }
    }

    /// A key that must be there and is not.
    pub fn missing(path: impl Into<String>, allowed: impl Into<String>) -> Self {
        Self { kind: FaultKind::Missing, ..Self::wrong(path, "missing", allowed) }
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "recipe" } else { &self.path };
        write!(f, "{path}: {}; {}", self.given, self.allowed)
    }
}

/// Everything that is wrong, in the order of the recipe; never empty. `Display` is one line a fault.
#[derive(Clone, Debug, PartialEq)]
pub struct Faults(pub Vec<Fault>);

impl Display for Faults {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let lines: Vec<_> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl Error for Faults {}

impl From<Fault> for Faults {
    fn from(fault: Fault) -> Self {
        Self(vec![fault])
    }
}

//! Every misprint of the course texts, with the form that was meant.
//!
//! The texts are read as they reached us, so some of what is listed may have been lost on the way and not by their
//! authors. Formulas stand between dollars, measured numbers as `{{number E33 lost}}`, which the page fills in.
//!
//! ```
//! use ponder_course::ERRATA;
//! assert_eq!(ERRATA.len(), 66);
//! let half = ERRATA.iter().find(|erratum| erratum.id == "E1").unwrap();
//! assert_eq!(half.number("without").unwrap().said(), "0.1462");
//! ```

mod articles;
mod lecture;
mod notes;
mod numbers;

use crate::bench::Number;
use crate::{Bench, WRONG, Wrong};

/// What a misprint spoils.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Whoever follows it walks elsewhere.
    Behaviour,
    /// A number or a weight is off, or cannot be known.
    Number,
    /// A sign, a name or a word; a reader can tell what was meant.
    Typesetting,
}

/// Where a misprint stands, as the page groups them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// In a program or an algorithm.
    Program,
    /// In a formula.
    Formula,
    /// In the sentence about a formula.
    Words,
    /// Something is not there.
    Missing,
}

impl Group {
    /// Every group, by its name in a lesson.
    pub const ALL: [(&str, Self); 4] =
        [("programs", Self::Program), ("formulas", Self::Formula), ("words", Self::Words), ("missing", Self::Missing)];
}

/// A misprint and its right form.
#[derive(Clone, Copy, Debug)]
pub struct Erratum {
    /// `E1` to `E66`.
    pub id: &'static str,
    /// Which text: an id of [`crate::TEXTS`].
    pub text: &'static str,
    /// Where in it.
    pub place: &'static str,
    /// In which group the page lists it.
    pub group: Group,
    /// What it spoils.
    pub kind: Kind,
    /// What is printed, in our words or as a formula.
    pub printed: &'static str,
    /// What was meant.
    pub right: &'static str,
    /// What difference it makes.
    pub matters: &'static str,
    /// Measures the numbers of `matters`; `None` where there are none, or where `wrong` has them.
    pub measure: Option<fn(&mut Bench)>,
    /// The misprint as a rule that runs.
    pub wrong: Option<&'static Wrong>,
}

impl Erratum {
    /// What it measures under this name.
    #[must_use]
    pub fn number(&self, id: &str) -> Option<Number> {
        let mut bench = Bench::default();
        if let Some(measure) = self.measure.or(self.wrong.map(|wrong| wrong.measure)) {
            measure(&mut bench);
        }
        if let Some(wrong) = self.wrong {
            bench.step("parts", "the first step after which they differ", wrong.contest().parts);
        }
        bench.findings().number(id).cloned()
    }
}

/// Every misprint, in order.
pub static ERRATA: std::sync::LazyLock<Vec<Erratum>> = std::sync::LazyLock::new(|| {
    let mut all: Vec<Erratum> = [lecture::ERRATA, articles::ERRATA, notes::ERRATA].concat();
    all.sort_by_key(|erratum| erratum.id[1..].parse::<u32>().unwrap_or(0));
    for erratum in &mut all {
        erratum.wrong = WRONG.iter().copied().find(|wrong| wrong.id == erratum.id);
    }
    all
});

/// The parts of an entry, in the order of reading.
const fn erratum(
    id: &'static str,
    [text, place]: [&'static str; 2],
    (group, kind): (Group, Kind),
    printed: &'static str,
    right: &'static str,
    matters: &'static str,
) -> Erratum {
    Erratum { id, text, place, group, kind, printed, right, matters, measure: None, wrong: None }
}

impl Erratum {
    /// The same with numbers.
    const fn measured(self, measure: fn(&mut Bench)) -> Self {
        Self { measure: Some(measure), ..self }
    }
}

//! Schedules: numbers that move the learning rate or the momentum while a run goes on.
//!
//! η_t = η factor(t), with t the number of the update, or of the epoch. A momentum schedule gives γ_t itself.
//!
//! ```
//! use ponder::schedule::{Law, SCHEDULES};
//! let step = SCHEDULES.iter().find(|schedule| schedule.id == "step").unwrap();
//! let Law::Time { factor, .. } = step.law else { panic!("it reads no losses") };
//! assert_eq!(factor(&[0.5, 5.0], 14.0), 0.25, "halved every five updates");
//! ```

use core::f64::consts::PI;
use core::fmt::{self, Debug, Formatter};

use crate::catalogue::{Knob, Named, Scale};
use crate::{Tree, math, table};

/// A schedule as recipes, lessons, the page and the tests know it.
#[derive(Clone, Copy)]
pub struct Schedule {
    /// Its id in a recipe: the `kind`.
    pub id: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// The rate (or momentum) of update t as TeX.
    pub formula: &'static str,
    /// What it does, one short phrase.
    pub about: &'static str,
    /// Who published it, where.
    pub source: &'static str,
    /// What a recipe may set. A knob whose slider begins below 0 may be any number, the others are never below 0.
    pub knobs: &'static [Knob],
    /// The knobs that divide: they must be above 0.
    pub divisors: &'static [&'static str],
    /// How it finds its number.
    pub law: Law,
}

/// How a schedule finds its number, given its knobs in the order of its table.
///
/// Each law comes with itself in Python, where the knobs are variables under their ids (`from_` for `from`, which
/// Python keeps to itself), `u` is the update or the epoch, and `math`'s names are imported.
#[derive(Clone, Copy, Debug)]
pub enum Law {
    /// From the time alone.
    Time {
        /// The number at update or epoch u = 0, 1, …
        factor: fn(knobs: &[f64], u: f64) -> f64,
        /// The same as one expression.
        python: &'static str,
    },
    /// From the losses at the ends of epochs: what counts in the next epoch is [`Watch::factor`].
    Losses {
        /// Takes in the loss at the end of an epoch.
        ended: fn(knobs: &[f64], watch: &mut Watch, loss: f64),
        /// The same as two pieces of code, before the run and at each epoch's end. The second reads `loss` and sets
        /// `scale`, which is 1 before the run.
        python: [&'static str; 2],
    },
}

/// What a schedule that reads losses remembers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Watch {
    /// What multiplies the base rate.
    pub factor: f64,
    /// The loss that the next one is compared with; infinite before the first.
    pub mark: f64,
    /// How many epochs in a row were no better.
    pub bad: usize,
}

impl Watch {
    /// Before the first epoch's end.
    pub const NEW: Self = Self { factor: 1.0, mark: f64::INFINITY, bad: 0 };
}

table! {
    /// Every schedule of the learning rate, in the order the lessons meet them.
    SCHEDULES: Schedule =
        constant
        step
        exponential
        inverse_time
        linear
        cosine
        warm_up
        one_cycle
        cyclical
        halve_when_worse
        reduce_on_plateau
}

table! {
    /// Every schedule of the momentum.
    MOMENTUM_SCHEDULES: Schedule =
        linear_momentum
        sutskever
}

impl Schedule {
    /// As JSON and JavaScript see it.
    #[must_use]
    pub fn tree(&self) -> Tree {
        Tree::map([
            ("id", self.id.into()),
            ("title", self.title.into()),
            ("formula", self.formula.into()),
            ("about", self.about.into()),
            ("source", self.source.into()),
            ("knobs", Tree::List(self.knobs.iter().map(Knob::tree).collect())),
        ])
    }
}

impl Named for Schedule {
    fn id(&self) -> &'static str {
        self.id
    }
}

impl Debug for Schedule {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Schedule").field("id", &self.id).finish_non_exhaustive()
    }
}

/// A stretch of time in updates or epochs, on a slider of equal factors.
const fn span(id: &'static str, symbol: &'static str, about: &'static str) -> Knob {
    Knob { id, symbol, about, min: 1.0, max: 1000.0, scale: Scale::Log, default: None }
}

/// A number that is usually between 0 and 1.
const fn share(id: &'static str, symbol: &'static str, about: &'static str, default: Option<f64>) -> Knob {
    Knob { id, symbol, about, min: 0.0, max: 1.0, scale: Scale::Linear, default }
}

/// The share of the stretch `over` that has passed at u, 1 after its end.
fn passed(u: f64, over: f64) -> f64 {
    math::smaller(u, over) / over
}

/// The straight line from `from` to `to`, whose knobs are these two and `over`.
const LINE: Law = Law::Time {
    factor: |knobs, u| knobs[0] + (knobs[1] - knobs[0]) * passed(u, knobs[2]),
    python: "from_ + (to - from_) * min(u, over) / over",
};

/// Half a cosine wave from 1 at 0 to 0 at 1.
fn fall(share: f64) -> f64 {
    0.5 * (1.0 + math::cos(PI * share))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use alloc::vec::Vec;

    fn all() -> impl Iterator<Item = &'static Schedule> {
        SCHEDULES.iter().chain(MOMENTUM_SCHEDULES).copied()
    }

    /// The number at u of a schedule that reads no losses.
    pub(super) fn time(schedule: &Schedule, knobs: &[f64], u: f64) -> f64 {
        match schedule.law {
            Law::Time { factor, .. } => factor(knobs, u),
            Law::Losses { .. } => f64::NAN,
        }
    }

    /// What stands in the text as a name of its own.
    fn words(text: &str) -> Vec<&str> {
        text.split(|c: char| !c.is_alphanumeric() && c != '_').collect()
    }

    #[test]
    fn every_entry_says_what_it_is_and_keeps_its_defaults_in_range() {
        for Schedule { id, title, formula, about, source, knobs, divisors, .. } in all() {
            assert!([title, formula, about, source].iter().all(|text| !text.is_empty()), "{id}");
            assert!(divisors.iter().all(|divisor| knobs.iter().any(|knob| knob.id == *divisor)), "{id}");
            for knob in *knobs {
                assert!(knob.default.is_none_or(|d| knob.min <= d && d <= knob.max), "{id} {}", knob.id);
                assert!(formula.contains(knob.symbol), "{id}: {} is in the formula", knob.symbol);
            }
        }
    }

    #[test]
    fn python_reads_every_knob() {
        for Schedule { id, knobs, law, .. } in all() {
            let python = match law {
                Law::Time { python, .. } => String::from(*python),
                Law::Losses { python, .. } => python.join("\n"),
            };
            for knob in *knobs {
                let name = if knob.id == "from" { "from_" } else { knob.id };
                assert!(words(&python).contains(&name), "{id}: {name} in {python}");
            }
        }
    }

    #[test]
    fn no_number_of_any_size_makes_a_factor_that_is_not_one() {
        let sizes = [1e-12, 1.0, 1e12];
        for Schedule { id, knobs, law, .. } in all() {
            let Law::Time { factor, .. } = law else { continue };
            for pattern in 0..3_usize.pow(knobs.len() as u32) {
                let knobs: Vec<_> = (0..knobs.len() as u32).map(|k| sizes[pattern / 3_usize.pow(k) % 3]).collect();
                for u in [0.0, 1.0, 2.0, 1e6] {
                    assert!(!factor(&knobs, u).is_nan(), "{id} {knobs:?} at {u}");
                }
            }
        }
    }
}

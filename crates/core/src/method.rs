//! Optimizers: rules that say where to stand next.
//!
//! Each is one file: a [`Method`] entry with a [`Form`] for every convention that has it, and a [`Rule`].
//!
//! A rule of one's own, stepped by hand:
//!
//! ```
//! use ponder::landscape::{Evaluations, Landscape, Look};
//! use ponder::method::{Pace, Rule};
//! use ponder::note::{Note, Part};
//! use ponder::recipe::Settings;
//! use ponder::{SURFACES, Surface, Vector, catalogue, math};
//!
//! /// Every parameter moves by the rate, downhill.
//! struct SignDescent;
//!
//! impl<const N: usize> Rule<N> for SignDescent {
//!     fn new(_: &Settings) -> Self {
//!         Self
//!     }
//!
//!     fn step<L: Landscape<N> + ?Sized>(
//!         &mut self,
//!         at: Vector<N>,
//!         pace: Pace,
//!         look: &mut Look<'_, L, N>,
//!         note: &mut impl Note<N>,
//!     ) -> Vector<N> {
//!         let step = pace.rate * look.slope(at).map(math::sign);
//!         note.part(Part::Move, r"\Delta w", -step);
//!         at - step
//!     }
//! }
//!
//! let saddle = Surface::analytic(catalogue::find(SURFACES, "saddle").unwrap(), Vec::new());
//! let (mut rule, mut seen) = (SignDescent, Evaluations::default());
//! let pace = Pace { rate: 0.5, momentum: 0.0 };
//! let next = rule.step(Vector([2.0, 1.0]), pace, &mut Look::new(&saddle, &mut seen), &mut ());
//! assert_eq!(next, Vector([1.5, 1.5]), "f = w² − b²: down along w, down along b");
//! ```

use core::fmt::{self, Debug, Formatter};

use crate::catalogue::Named;
use crate::form::Form;
use crate::landscape::{Landscape, Look};
use crate::note::Note;
use crate::recipe::{RunPlan, Settings};
use crate::{Tree, Vector, table};

/// What a rule is handed for one update: schedules and changes live outside of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// The learning rate η of this update.
    pub rate: f64,
    /// The momentum coefficient of this update; 0 for rules without one.
    pub momentum: f64,
}

impl Pace {
    /// The pace of a run that nothing moves.
    #[must_use]
    pub fn of(run: &RunPlan) -> Self {
        let momentum = run.settings().get("momentum");
        Self { rate: run.learning_rate().unwrap_or(1.0), momentum: momentum.unwrap_or(0.0) }
    }
}

/// A rule in motion: what it remembers between updates.
pub trait Rule<const N: usize>: Sized + Send {
    /// The rule before its first update.
    fn new(settings: &Settings) -> Self;

    /// One update: the new point from the point `at`. Notes its parts under the symbols of the formula.
    fn step<L: Landscape<N> + ?Sized>(
        &mut self,
        at: Vector<N>,
        pace: Pace,
        look: &mut Look<'_, L, N>,
        note: &mut impl Note<N>,
    ) -> Vector<N>;
}

/// The largest rate at which a rule does not diverge on a bowl of curvature λ.
#[derive(Clone, Copy)]
pub struct Stability {
    /// The bound, as text: `2/λ`.
    pub formula: &'static str,
    /// The bound for a curvature λ > 0 and a momentum coefficient.
    pub bound: fn(lambda: f64, momentum: f64) -> f64,
}

/// An optimizer as recipes, lessons, the page and the tests know it.
#[derive(Clone, Copy)]
pub struct Method {
    /// Its id in a recipe.
    pub id: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// Who published it, where.
    pub source: &'static str,
    /// The conventions that have it, the default first.
    pub forms: &'static [Form],
    /// How large its rate may be.
    pub stability: Option<Stability>,
}

impl Method {
    /// The form of a convention.
    #[must_use]
    pub fn form(&self, convention: &str) -> Option<&'static Form> {
        self.forms.iter().find(|form| form.convention == convention)
    }

    /// As JSON and JavaScript see it.
    #[must_use]
    pub fn tree(&self) -> Tree {
        Tree::map([
            ("id", self.id.into()),
            ("title", self.title.into()),
            ("source", self.source.into()),
            ("forms", Tree::List(self.forms.iter().map(Form::tree).collect())),
        ])
    }
}

impl Named for Method {
    fn id(&self) -> &'static str {
        self.id
    }
}

impl Debug for Stability {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.formula)
    }
}

impl Debug for Method {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Method").field("id", &self.id).finish_non_exhaustive()
    }
}

table! {
    /// Every optimizer, in the order the lessons meet them.
    METHODS: Method =
        gradient_descent
        momentum
        nesterov
        adagrad
        rmsprop
        adadelta
        adam
        ; whole LATER_METHODS:
        adamw
        amsgrad
        nadam
        radam
        adamax
        adabelief
        yogi
        lion
        novograd
        rprop
        asgd
        newton
        diagonal_newton
        optimal_step
        line_search
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_names_its_source_and_keeps_its_defaults_in_range() {
        for method in METHODS {
            assert!(!method.source.is_empty() && !method.forms.is_empty(), "{}", method.id);
            for knob in method.forms.iter().flat_map(|form| form.knobs) {
                assert!(knob.default.is_none_or(|d| knob.min <= d && d <= knob.max), "{} {}", method.id, knob.id);
            }
        }
    }

    #[test]
    fn every_form_ends_in_a_writing_for_all_other_settings() {
        for form in METHODS.iter().flat_map(|method| method.forms) {
            let (last, others) = form.writings.split_last().expect("a writing");
            assert!(last.when.is_empty() && others.iter().all(|writing| !writing.when.is_empty()), "{form:?}");
            assert!(["course", "pytorch", "optax", "keras"].contains(&form.convention), "{form:?}");
        }
    }
}

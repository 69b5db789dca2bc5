//! Misprints that run: rules as the course texts print them, each beside the rule that was meant.
//!
//! One misprint a file. None of these is a method: no recipe can name it, no table of core knows it. A misprint runs on
//! the recipe of the right form, from the same start, on the same batches.
//!
//! ```
//! use ponder_course::WRONG;
//!
//! let adam = WRONG.iter().find(|wrong| wrong.id == "E33").unwrap();
//! let contest = adam.contest();
//! assert_eq!(contest.parts, Some(1), "they differ from the first step on");
//! assert!(contest.printed.loss(1).is_nan(), "the root of a negative average");
//! ```

use ponder::landscape::{Landscape, Look};
use ponder::method::{Pace, Rule};
use ponder::note::{Note, Part};
use ponder::recipe::Settings;
use ponder::{Outcome, Plan, Run, Vector};

use crate::Bench;
use crate::bench::recipe;

/// A misprint and the form that was meant, both to be run.
#[derive(Clone, Copy, Debug)]
pub struct Wrong {
    /// The erratum's id.
    pub id: &'static str,
    /// What is printed, in TeX, a line a statement.
    pub printed: &'static [&'static str],
    /// Which of these lines is wrong, from 0.
    pub line: usize,
    /// What was meant, in TeX.
    pub meant: &'static [&'static str],
    /// The recipe that both run on, JSON.
    pub recipe: &'static str,
    /// Starts the misprint.
    pub wrong: Start,
    /// Starts the right form.
    pub right: Start,
    /// What of the two is best looked at.
    pub look: Column,
    /// What else is measured, for the page.
    pub measure: fn(&mut Bench),
}

/// How a run begins on a plan.
pub type Start = fn(&Plan) -> Option<Run>;

/// What a picture of a run shows over its steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The parameter w.
    W,
    /// The parameter b.
    B,
    /// The loss.
    Loss,
}

/// One side of a contest.
#[derive(Clone, Debug)]
pub struct Side {
    rows: Vec<f64>,
    /// How it ended.
    pub outcome: Option<Outcome>,
}

/// A misprint and the right form, run from the same start.
#[derive(Clone, Debug)]
pub struct Contest {
    /// What was run.
    pub plan: Plan,
    /// The misprint.
    pub printed: Side,
    /// The right form.
    pub right: Side,
    /// The first step after which they stand at different places.
    pub parts: Option<usize>,
}

impl Side {
    fn new(plan: &Plan, start: Start) -> Self {
        let mut rows = vec![f64::NAN; 3 * (plan.steps() + 1)];
        if let Some(mut run) = start(plan) {
            run.fill(&mut rows);
        }
        Self { outcome: Outcome::of(plan, 0, &rows), rows }
    }

    /// (w, b) after `t` steps.
    #[must_use]
    pub fn at(&self, t: usize) -> [f64; 2] {
        [self.rows[3 * t], self.rows[3 * t + 1]]
    }

    /// The loss after `t` steps.
    #[must_use]
    pub fn loss(&self, t: usize) -> f64 {
        self.rows[3 * t + 2]
    }

    /// One column after `t` steps.
    #[must_use]
    pub fn column(&self, column: Column, t: usize) -> f64 {
        self.rows[3 * t + column as usize]
    }
}

impl Wrong {
    /// Runs both.
    #[must_use]
    pub fn contest(&self) -> Contest {
        let (_, plan) = recipe(self.recipe);
        let [printed, right] = [self.wrong, self.right].map(|start| Side::new(&plan, start));
        // NaN is no place: it differs from everything.
        let same = |t: &usize| printed.at(*t) == right.at(*t);
        let parts = (0..=plan.steps()).find(|t| !same(t));
        Contest { plan, printed, right, parts }
    }

    /// The numbers that the page says of it.
    #[must_use]
    pub fn numbers(&self) -> crate::Findings {
        let mut bench = Bench::default();
        (self.measure)(&mut bench);
        bench.findings()
    }
}

/// What most misprints are: one look at the gradient where the run stands, then a move.
trait Fall: Send + Sized + 'static {
    /// Before the first update.
    fn begin() -> Self;

    /// The next point.
    fn fall(&mut self, at: Vector, gradient: Vector, pace: Pace) -> Vector;
}

/// A [`Fall`] as a rule.
struct Of<F>(F);

impl<F: Fall> Rule<2> for Of<F> {
    fn new(_: &Settings) -> Self {
        Self(F::begin())
    }

    fn step<L: Landscape<2> + ?Sized>(
        &mut self,
        at: Vector,
        pace: Pace,
        look: &mut Look<'_, L, 2>,
        note: &mut impl Note<2>,
    ) -> Vector {
        let gradient = look.slope(at);
        note.part(Part::Gradient, r"\nabla w", gradient);
        self.0.fall(at, gradient, pace)
    }
}

/// The first run of the recipe, under a rule of ours.
fn under<F: Fall>(plan: &Plan) -> Option<Run> {
    Run::ruled_by::<Of<F>>(plan, 0)
}

/// The recipe's own first run.
fn first(plan: &Plan) -> Option<Run> {
    Run::new(plan, 0)
}

/// The recipe's own second run.
fn second(plan: &Plan) -> Option<Run> {
    Run::new(plan, 1)
}

/// What [`Wrong::measure`] is where the contest says it all.
fn nothing(_: &mut Bench) {}

ponder::table! {
    /// Every misprint that changes what a rule does.
    WRONG: Wrong =
        e4 e7 e9 e12 e13 e14 e17 e27 e31 e33 e41 e43 e44 e47 e48 e50 e54 e55
}

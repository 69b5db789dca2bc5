//! Runs that have been walked, and what tests of single numbers ask of them.

use ponder::analysis::Path;
use ponder::{Outcome, Plan, Run, Update, Vector, outcome};

use crate::{as_printed, plan, rows};

/// The course's two points.
pub const TWO_POINTS: &str = r#"{"model":"sigmoid-neuron","data":"two-points"}"#;

/// One run of two parameters and its rows.
#[derive(Debug)]
pub struct Walked {
    /// What was run.
    pub plan: Plan,
    rows: Vec<f64>,
}

impl Walked {
    /// Walks one run on `surface`; `run` holds its keys as JSON, without the braces.
    #[must_use]
    pub fn new(surface: &str, run: &str, steps: usize) -> Self {
        let plan = plan(&recipe(surface, run, steps));
        let rows = plan.trajectory();
        Self { plan, rows }
    }

    /// Gradient descent from (−2, −2) on the two points.
    #[must_use]
    pub fn base(rate: f64, steps: usize) -> Self {
        let run = format!(r#""method":"gradient-descent","start":[-2,-2],"learning_rate":{rate}"#);
        Self::new(TWO_POINTS, &run, steps)
    }

    /// Gradient descent, momentum and Nesterov's rule with rate 1.
    #[must_use]
    pub fn trio(surface: &str, start: &str, steps: usize) -> [Self; 3] {
        ["gradient-descent", "momentum", "nesterov"]
            .map(|method| format!(r#""method":"{method}","learning_rate":1,"start":{start}"#))
            .map(|run| Self::new(surface, &run, steps))
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> Path<'_> {
        Path::new(&self.rows, 2)
    }

    /// The loss after `t` steps.
    ///
    /// # Panics
    /// Beyond the last step: the test is wrong.
    #[must_use]
    pub fn loss(&self, t: usize) -> f64 {
        self.path().losses().nth(t).expect("a row")
    }

    /// (w, b) after `t` steps.
    ///
    /// # Panics
    /// Beyond the last step: the test is wrong.
    #[must_use]
    pub fn at(&self, t: usize) -> Vector {
        self.path().points().nth(t).map(|point| Vector([point[0], point[1]])).expect("a row")
    }

    /// How it ended.
    ///
    /// # Panics
    /// Never: every run has an outcome.
    #[must_use]
    pub fn outcome(&self) -> outcome::Kind {
        Outcome::of(&self.plan, 0, &self.rows).expect("a run has an outcome").kind
    }

    /// Whether, by step `last`, it goes to and fro between two points.
    #[must_use]
    pub fn orbits(&self, last: usize) -> bool {
        let back = |steps: usize| (self.at(last) - self.at(last - steps)).norm();
        back(2) < 1e-3 && back(1) > 1e-2
    }
}

/// Point t of a run: w, b and the loss there.
pub type Row = [f64; 3];

/// A recipe of one run. `surface` is JSON, and so is `run`: its keys, without the braces around them.
#[must_use]
pub fn recipe(surface: &str, run: &str, steps: usize) -> String {
    format!(r#"{{"surface":{surface},"runs":[{{{run}}}],"steps":{steps}}}"#)
}

/// The rows of one run.
#[must_use]
pub fn walk(surface: &str, run: &str, steps: usize) -> Vec<Row> {
    rows(&recipe(surface, run, steps))
}

/// The same as a path.
#[must_use]
pub fn path(rows: &[Row]) -> Path<'_> {
    Path::new(rows.as_flattened(), 2)
}

/// The updates of one run, in parts.
///
/// # Panics
/// Never: a recipe has a run.
#[must_use]
pub fn updates(surface: &str, run: &str, steps: usize) -> Vec<Update> {
    let plan = plan(&recipe(surface, run, steps));
    Run::new(&plan, 0).expect("a run").filter_map(|entry| entry.update).collect()
}

/// Asserts that (w, b) is the point printed.
///
/// # Panics
/// When it is not.
#[track_caller]
pub fn assert_at(row: Row, printed: [&str; 2]) {
    assert_eq!([0, 1].map(|i| as_printed(row[i], printed[i])), printed, "{row:?}");
}

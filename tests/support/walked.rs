//! A run that has been walked: what tests of single numbers ask of it.

use ponder::analysis::Path;
use ponder::{Outcome, Plan, Vector, outcome};

use crate::{as_printed, plan};

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
        let plan = plan(&format!(r#"{{"surface":{surface},"runs":[{{{run}}}],"steps":{steps}}}"#));
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

/// Asserts that a number, rounded to as many digits, is the one printed.
///
/// # Panics
/// When it is not.
pub fn assert_prints(number: f64, printed: &str) {
    assert_eq!(as_printed(number, printed), printed, "{number}");
}

//! The runs that a page speaks of: every number in its prose comes from here.

use ponder::recipe::Until;
use ponder::{Landscape, Plan, Vector};

/// A checked recipe under the name that the page gives it, and its whole trajectory.
#[derive(Debug)]
pub struct Record {
    id: String,
    plan: Plan,
    rows: Vec<f64>,
}

impl Record {
    /// Runs the plan.
    #[must_use]
    pub fn new(id: &str, plan: Plan) -> Self {
        let rows = plan.trajectory();
        Self { id: id.to_owned(), plan, rows }
    }

    /// The name that the page gives it.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What was run.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The landscape under the runs; NaN everywhere where the parameters are no plane.
    #[must_use]
    pub fn land(&self) -> &dyn Landscape<2> {
        self.plan.surface()
    }

    /// (w, b) of a run after `t` steps.
    #[must_use]
    pub fn point(&self, run: usize, t: usize) -> Vector {
        let row = self.row(run, t);
        Vector([row[0], row[1]])
    }

    /// The loss of a run after `t` steps.
    #[must_use]
    pub fn loss(&self, run: usize, t: usize) -> f64 {
        self.row(run, t)[self.plan.parameters()]
    }

    /// The gradient where a run stands after `t` steps.
    #[must_use]
    pub fn gradient(&self, run: usize, t: usize) -> Vector {
        self.land().slope(self.point(run, t))
    }

    /// The first step of a run that satisfies `holds`.
    pub fn first(&self, run: usize, holds: impl Fn(usize) -> bool) -> Option<usize> {
        (0..=self.plan.steps()).find(|&t| self.loss(run, t).is_finite() && holds(t))
    }

    /// The step at which playing ends: the last, or the first at which every run has got where `until` says.
    #[must_use]
    pub fn end(&self) -> usize {
        let reached = |run| {
            self.first(run, |t| match self.plan.until() {
                Some(Until::LossBelow(bound)) => self.loss(run, t) < bound,
                Some(Until::GradientBelow(bound)) => self.gradient(run, t).norm() < bound,
                None => false,
            })
        };
        let ends = (0..self.plan.runs().len()).map(|run| reached(run).unwrap_or(self.plan.steps()));
        ends.max().unwrap_or(self.plan.steps())
    }

    fn row(&self, run: usize, t: usize) -> &[f64] {
        let width = self.plan.parameters() + 1;
        &self.rows[run * self.plan.stride() + t * width..][..width]
    }
}

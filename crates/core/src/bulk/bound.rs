//! The largest rate with which a rule can settle, where that is known: 2/λ and its kin.

use super::job::Job;
use crate::Vector;
use crate::analysis::eigenvalues;

/// A bound on the rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound {
    /// As a formula: `2/λ`.
    pub formula: &'static str,
    /// As a number, at the run's own momentum.
    pub rate: f64,
    /// The largest curvature λ, where it was taken.
    pub curvature: f64,
    /// Where: the lowest minimum, or the start where no minimum is known.
    pub at: [f64; 2],
}

/// The bound of a job's run, with a momentum of its own or another; `None` where the rule has none, or nothing curves up.
#[must_use]
pub fn bound(job: &Job, momentum: Option<f64>) -> Option<Bound> {
    let run = &job.plan().runs()[job.run()];
    // The bound of a dampened rule is another.
    let stability = run.method().stability.filter(|_| !run.settings().is("dampening"))?;
    let land = job.plan().surface().plane()?;
    let start = [*run.start().first()?, *run.start().get(1)?];
    let at = job.lowest().unwrap_or(start);
    let [curvature, _] = eigenvalues(&land.curve(Vector(at)));
    let gamma = momentum.or(run.settings().get("momentum")).unwrap_or(0.0);
    (curvature > 0.0).then(|| Bound {
        formula: stability.formula,
        rate: (stability.bound)(curvature, gamma),
        curvature,
        at,
    })
}

//! What can be said about surfaces and runs: numbers that figures and lessons show.

pub mod event;
pub mod outcome;

use crate::{Jet, math};

/// The eigenvalues of a 2 × 2 Hessian, the larger first.
///
/// λ = ½ (a + d) ± √(¼ (a − d)² + b²) for [[a, b], [b, d]].
#[must_use]
pub fn eigenvalues(jet: &Jet) -> [f64; 2] {
    let [[a, b], [_, d]] = jet.hess.map(|row| row.0);
    let (middle, half) = (0.5 * (a + d), 0.5 * (a - d));
    let radius = math::sqrt(half * half + b * b);
    [middle + radius, middle - radius]
}

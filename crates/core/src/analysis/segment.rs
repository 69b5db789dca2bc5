//! The loss along a straight line between two points: is there a ridge between two solutions?
//!
//! L(p + α (q − p)),   α = 0, 1/n, …, 1
//!
//! Goodfellow, Vinyals and Saxe 2015, arXiv:1412.6544: the loss between the end points of two trainings.
//!
//! ```
//! use ponder::{Vector, analysis::segment::losses_between, check};
//! let recipe = r#"{"surface":{"function":"ravine"},"runs":[{"method":"gradient-descent","learning_rate":1}],"steps":1}"#;
//! let plan = check(&serde_json::from_str(recipe).unwrap()).unwrap();
//! let losses = losses_between(plan.surface(), Vector([0.0, -2.0]), Vector([0.0, 2.0]), 4);
//! assert_eq!(losses, [2.0, 0.5, 0.0, 0.5, 2.0]);
//! ```

use alloc::vec::Vec;

use crate::{Landscape, Vector};

/// The losses at n + 1 points, equally spaced from `from` to `to`, both included; the loss at `from` for n = 0.
#[must_use]
pub fn losses_between<const N: usize>(land: &dyn Landscape<N>, from: Vector<N>, to: Vector<N>, n: usize) -> Vec<f64> {
    let at = |i: usize| match i {
        0 => from,
        // Not from + (to − from), which may miss the end by a rounding.
        _ if i == n => to,
        _ => from + (i as f64 / n as f64) * (to - from),
    };
    (0..=n).map(|i| land.value(at(i))).collect()
}

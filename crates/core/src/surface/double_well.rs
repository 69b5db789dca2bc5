//! The double well: two minima beside each other, one a little deeper.

use alloc::vec;

use super::{Analytic, Exact, Formula, Height};
use crate::Number;

pub(super) const ENTRY: Analytic = Analytic {
    id: "double-well",
    title: "Double well",
    formula: r"f(w, b) = \tfrac14 w^4 - \tfrac12 w^2 + 0.15\, w + b^2",
    source: "The quartic potential of Duffing 1918, tilted; the constants are ours",
    domain: [[-1.9, 1.9], [-1.2, 1.2]],
    start: [1.6, 1.0],
    minima: |_| vec![[-1.0679230136896973, 0.0], [0.9142973158662134, 0.0]],
    height: Height::Linear,
    knobs: &[],
    python: &["w**4 / 4 - w**2 / 2 + 0.15 * w + b**2"],
    exact: Exact::of::<DoubleWell>(),
};

struct DoubleWell;

impl Formula for DoubleWell {
    fn loss<T: Number>(_: &[f64], [w, b]: [T; 2]) -> T {
        let s = w.squared();
        s.squared() * 0.25 - s * 0.5 + w * 0.15 + b.squared()
    }
}

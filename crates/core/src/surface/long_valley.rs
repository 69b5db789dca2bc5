//! The long valley: steep walls, and a floor that falls away slowly on both sides of a flat pass. It has no minimum.

use alloc::vec::Vec;

use super::{Analytic, Exact, Formula, Height};
use crate::Number;

pub(super) const ENTRY: Analytic = Analytic {
    id: "long-valley",
    title: "Long valley",
    formula: r"f(w, b) = 4 w^2 - 0.02\, b^2",
    source: "After A. Radford's optimizer pictures; the constants are ours",
    domain: [[-1.0, 1.0], [-1.0, 4.0]],
    start: [-0.75, 0.01],
    minima: |_| Vec::new(),
    height: Height::Linear,
    knobs: &[],
    python: &["4 * w**2 - 0.02 * b**2"],
    exact: Exact::of::<LongValley>(),
};

struct LongValley;

impl Formula for LongValley {
    fn loss<T: Number>(_: &[f64], [w, b]: [T; 2]) -> T {
        w.squared() * 4.0 - b.squared() * 0.02
    }
}

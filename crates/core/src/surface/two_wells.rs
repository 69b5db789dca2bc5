//! Two wells: a small one on the way to a large, deep one, in a shallow bowl.

use alloc::vec;

use super::{Analytic, Exact, Formula, Height, bell};
use crate::Number;

pub(super) const ENTRY: Analytic = Analytic {
    id: "two-wells",
    title: "Two wells",
    formula: r"f(w, b) = 0.05\, (w^2 + b^2) - 0.6\, e^{-((w + 0.7)^2 + b^2) / (2 \cdot 0.4^2)} - 1.6\, e^{-((w - 1.1)^2 + (b + 0.2)^2) / (2 \cdot 0.7^2)}",
    source: "Ours, to show how momentum leaves a small well",
    domain: [[-2.2, 2.6], [-1.8, 1.8]],
    start: [-1.8, 0.4],
    minima: |_| vec![[1.0671762492069048, -0.19403933608021642], [-0.6085096218859376, -0.008177609545511071]],
    height: Height::Linear,
    knobs: &[],
    python: &[
        "bowl = 0.05 * (w**2 + b**2)",
        "small = 0.6 * exp(-((w + 0.7)**2 + b**2) / (2 * 0.4**2))",
        "large = 1.6 * exp(-((w - 1.1)**2 + (b + 0.2)**2) / (2 * 0.7**2))",
        "bowl - small - large",
    ],
    exact: Exact::of::<TwoWells>(),
};

struct TwoWells;

impl Formula for TwoWells {
    fn loss<T: Number>(_: &[f64], [w, b]: [T; 2]) -> T {
        let bowl = (w.squared() + b.squared()) * 0.05;
        bowl - bell([w, b], [-0.7, 0.0], 0.4) * 0.6 - bell([w, b], [1.1, -0.2], 0.7) * 1.6
    }
}

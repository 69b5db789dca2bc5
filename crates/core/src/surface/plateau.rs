//! The plateau: a slope, a wide flat step, and a valley behind it.

use alloc::vec;

use super::{Analytic, Exact, Formula, Height};
use crate::Number;

pub(super) const ENTRY: Analytic = Analytic {
    id: "plateau",
    title: "Plateau",
    formula: r"f(w, b) = 1 - \tfrac12 \sigma(3 (w + 3)) - \tfrac12 e^{-(w - 3)^2 / 2} + 0.03\, b^2",
    source: "Ours, to show what a rate does where there is hardly any slope",
    domain: [[-5.0, 5.0], [-2.5, 2.5]],
    start: [-4.0, 1.0],
    minima: |_| vec![[3.000000045689932, 0.0]],
    height: Height::Linear,
    knobs: &[],
    python: &["1 - 0.5 * sigmoid(3 * (w + 3)) - 0.5 * exp(-(w - 3)**2 / 2) + 0.03 * b**2"],
    exact: Exact::of::<Plateau>(),
};

struct Plateau;

impl Formula for Plateau {
    fn loss<T: Number>(_: &[f64], [w, b]: [T; 2]) -> T {
        let (step, valley) = (((w + 3.0) * 3.0).sigmoid(), ((w - 3.0).squared() * -0.5).exp());
        T::of(1.0) - step * 0.5 - valley * 0.5 + b.squared() * 0.03
    }
}

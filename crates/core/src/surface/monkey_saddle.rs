//! The monkey saddle: three ways down and three up from a flat middle. It has no minimum.

use alloc::vec::Vec;

use super::{Analytic, Exact, Formula, Height};
use crate::Number;

pub(super) const ENTRY: Analytic = Analytic {
    id: "monkey-saddle",
    title: "Monkey saddle",
    formula: r"f(w, b) = w^3 - 3 w b^2",
    source: "Hilbert, Cohn-Vossen 1932, Anschauliche Geometrie",
    domain: [[-1.5, 1.5], [-1.5, 1.5]],
    start: [1.2, 0.01],
    minima: |_| Vec::new(),
    height: Height::Linear,
    knobs: &[],
    python: &["w**3 - 3 * w * b**2"],
    exact: Exact::of::<MonkeySaddle>(),
};

struct MonkeySaddle;

impl Formula for MonkeySaddle {
    fn loss<T: Number>(_: &[f64], [w, b]: [T; 2]) -> T {
        w * (w.squared() - b.squared() * 3.0)
    }
}

//! The saddle: down along b for ever, up along w. It has no minimum.

use alloc::vec::Vec;

use super::{Analytic, Exact, Formula, Height};
use crate::Number;

pub(super) const ENTRY: Analytic = Analytic {
    id: "saddle",
    title: "Saddle",
    formula: r"f(w, b) = w^2 - b^2",
    source: "DL Notes: Advanced Gradient Descent; after A. Radford's optimizer pictures",
    domain: [[-1.5, 1.5], [-1.5, 1.5]],
    start: [1.0, 1e-3],
    minima: |_| Vec::new(),
    height: Height::Linear,
    knobs: &[],
    python: &["w**2 - b**2"],
    exact: Exact::of::<Saddle>(),
};

struct Saddle;

impl Formula for Saddle {
    fn loss<T: Number>(_: &[f64], [w, b]: [T; 2]) -> T {
        w.squared() - b.squared()
    }
}

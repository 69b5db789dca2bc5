//! The three-hump camel: a minimum in the middle, a shallower one on either side.

use alloc::vec;

use super::{Analytic, Exact, Formula, Height};
use crate::Number;

pub(super) const ENTRY: Analytic = Analytic {
    id: "three-hump-camel",
    title: "Three-hump camel",
    formula: r"f(w, b) = 2 w^2 - 1.05\, w^4 + \tfrac16 w^6 + w b + b^2",
    source: "Branin 1972, doi:10.1147/rd.165.0504",
    domain: [[-2.2, 2.2], [-2.0, 2.0]],
    start: [-1.2, 1.6],
    minima: |_| vec![[0.0, 0.0], [-1.747552345830289, 0.8737761729151445], [1.747552345830289, -0.8737761729151445]],
    height: Height::Log,
    knobs: &[],
    python: &["2 * w**2 - 1.05 * w**4 + w**6 / 6 + w * b + b**2"],
    exact: Exact::of::<ThreeHumpCamel>(),
};

struct ThreeHumpCamel;

impl Formula for ThreeHumpCamel {
    fn loss<T: Number>(_: &[f64], [w, b]: [T; 2]) -> T {
        let s = w.squared();
        s * 2.0 - s.squared() * 1.05 + s.squared() * s / 6.0 + w * b + b.squared()
    }
}

//! Beale's function: a deep pit in one corner of a plain, with steep walls behind it.

use alloc::vec;

use super::{Analytic, Exact, Formula, Height};
use crate::Number;

pub(super) const ENTRY: Analytic = Analytic {
    id: "beale",
    title: "Beale's function",
    formula: r"f(w, b) = (1.5 - w + w b)^2 + (2.25 - w + w b^2)^2 + (2.625 - w + w b^3)^2",
    source: "Beale 1958, Princeton technical report 25; Moré, Garbow, Hillstrom 1981, doi:10.1145/355934.355936",
    domain: [[-0.5, 4.5], [-2.6, 2.2]],
    start: [1.0, 1.5],
    minima: |_| vec![[3.0, 0.5]],
    height: Height::Log,
    knobs: &[],
    python: &["(1.5 - w + w * b)**2 + (2.25 - w + w * b**2)**2 + (2.625 - w + w * b**3)**2"],
    exact: Exact::of::<Beale>(),
};

struct Beale;

impl Formula for Beale {
    fn loss<T: Number>(_: &[f64], [w, b]: [T; 2]) -> T {
        let term = |c: f64, power: T| (w * power - w + c).squared();
        term(1.5, b) + term(2.25, b.squared()) + term(2.625, b.squared() * b)
    }
}

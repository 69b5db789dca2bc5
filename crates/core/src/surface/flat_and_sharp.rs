//! A flat and a sharp minimum, equally deep: where both bells are gone the ground is a plain.

use alloc::vec;

use super::{Analytic, Exact, Formula, Height, bell};
use crate::Number;

pub(super) const ENTRY: Analytic = Analytic {
    id: "flat-and-sharp",
    title: "A flat and a sharp minimum",
    formula: r"f(w, b) = \bigl(1 - e^{-((w + 1)^2 + b^2) / 2}\bigr) \bigl(1 - e^{-((w - 1.5)^2 + b^2) / (2 \cdot 0.25^2)}\bigr)",
    source: "Ours, after Hochreiter, Schmidhuber 1997, Flat minima, doi:10.1162/neco.1997.9.1.1",
    domain: [[-3.0, 2.4], [-2.0, 2.0]],
    start: [1.7, 0.5],
    minima: |_| vec![[-1.0, 0.0], [1.5, 0.0]],
    height: Height::Linear,
    knobs: &[],
    python: &[
        "flat = 1 - exp(-((w + 1)**2 + b**2) / 2)",
        "sharp = 1 - exp(-((w - 1.5)**2 + b**2) / (2 * 0.25**2))",
        "flat * sharp",
    ],
    exact: Exact::of::<FlatAndSharp>(),
};

struct FlatAndSharp;

impl Formula for FlatAndSharp {
    fn loss<T: Number>(_: &[f64], [w, b]: [T; 2]) -> T {
        let well = |center, width| T::of(1.0) - bell([w, b], center, width);
        well([-1.0, 0.0], 1.0) * well([1.5, 0.0], 0.25)
    }
}

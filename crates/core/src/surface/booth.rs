//! Booth's function: a bowl, slanted and nine times longer one way than the other is steep.

use alloc::vec;

use super::{Analytic, Exact, Formula, Height};
use crate::Number;

pub(super) const ENTRY: Analytic = Analytic {
    id: "booth",
    title: "Booth's function",
    formula: r"f(w, b) = (w + 2 b - 7)^2 + (2 w + b - 5)^2",
    source: "Jamil, Yang 2013, doi:10.1504/IJMMNO.2013.055204",
    domain: [[-5.0, 7.0], [-3.0, 9.0]],
    start: [-4.0, 2.0],
    minima: |_| vec![[1.0, 3.0]],
    height: Height::Linear,
    knobs: &[],
    python: &["(w + 2 * b - 7)**2 + (2 * w + b - 5)**2"],
    exact: Exact::of::<Booth>(),
};

struct Booth;

impl Formula for Booth {
    fn loss<T: Number>(_: &[f64], [w, b]: [T; 2]) -> T {
        (w + b * 2.0 - 7.0).squared() + (w * 2.0 + b - 5.0).squared()
    }
}

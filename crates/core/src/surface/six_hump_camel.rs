//! The six-hump camel: six minima in three pairs, each deeper than the next.

use alloc::vec;

use super::{Analytic, Exact, Formula, Height};
use crate::Number;

pub(super) const ENTRY: Analytic = Analytic {
    id: "six-hump-camel",
    title: "Six-hump camel",
    formula: r"f(w, b) = (4 - 2.1\, w^2 + \tfrac13 w^4)\, w^2 + w b + (4 b^2 - 4)\, b^2",
    source: "Branin 1972, doi:10.1147/rd.165.0504; Dixon, Szegö 1978, Towards Global Optimisation 2",
    domain: [[-2.1, 2.1], [-1.2, 1.2]],
    start: [-1.9, -0.9],
    minima: |_| {
        vec![
            [0.08984201310031806, -0.7126564030207396],
            [-0.08984201310031806, 0.7126564030207396],
            [1.7036067149699807, -0.7960835686726251],
            [-1.7036067149699807, 0.7960835686726251],
            [1.6071047529201972, 0.5686514548841314],
            [-1.6071047529201972, -0.5686514548841314],
        ]
    },
    height: Height::Linear,
    knobs: &[],
    python: &["(4 - 2.1 * w**2 + w**4 / 3) * w**2 + w * b + (4 * b**2 - 4) * b**2"],
    exact: Exact::of::<SixHumpCamel>(),
};

struct SixHumpCamel;

impl Formula for SixHumpCamel {
    fn loss<T: Number>(_: &[f64], [w, b]: [T; 2]) -> T {
        let (s, t) = (w.squared(), b.squared());
        (s.squared() / 3.0 - s * 2.1 + 4.0) * s + w * b + (t * 4.0 - 4.0) * t
    }
}

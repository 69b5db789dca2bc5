//! Himmelblau's function: four minima, all equally deep.

use alloc::vec;

use super::{Analytic, Exact, Formula, Height};
use crate::Number;

pub(super) const ENTRY: Analytic = Analytic {
    id: "himmelblau",
    title: "Himmelblau's function",
    formula: r"f(w, b) = (w^2 + b - 11)^2 + (w + b^2 - 7)^2",
    source: "Himmelblau 1972, Applied Nonlinear Programming, McGraw-Hill",
    domain: [[-5.0, 5.0], [-5.0, 5.0]],
    start: [0.0, 0.0],
    minima: |_| {
        vec![
            [3.0, 2.0],
            [-2.805118086952745, 3.131312518250573],
            [-3.779310253377747, -3.2831859912861696],
            [3.5844283403304917, -1.8481265269644036],
        ]
    },
    height: Height::Log,
    knobs: &[],
    python: &["(w**2 + b - 11)**2 + (w + b**2 - 7)**2"],
    exact: Exact::of::<Himmelblau>(),
};

struct Himmelblau;

impl Formula for Himmelblau {
    fn loss<T: Number>(_: &[f64], [w, b]: [T; 2]) -> T {
        (w.squared() + b - 11.0).squared() + (w + b.squared() - 7.0).squared()
    }
}

//! Rosenbrock's valley: easy to enter, slow to follow.

use alloc::vec;

use super::{Analytic, Exact, Formula, Height};
use crate::Number;
use crate::catalogue::{Knob, Scale};

pub(super) const ENTRY: Analytic = Analytic {
    id: "rosenbrock",
    title: "Rosenbrock's valley",
    formula: r"f(w, b) = (1 - w)^2 + s\,(b - w^2)^2",
    source: "Rosenbrock 1960, doi:10.1093/comjnl/3.3.175",
    domain: [[-2.0, 2.0], [-1.0, 3.0]],
    start: [-1.2, 1.0],
    minima: |_| vec![[1.0, 1.0]],
    height: Height::Log,
    knobs: &[Knob {
        id: "steepness",
        symbol: "s",
        about: "how steep the valley's walls are",
        min: 1.0,
        max: 1000.0,
        scale: Scale::Log,
        default: Some(100.0),
    }],
    python: &["(1 - w)**2 + steepness * (b - w**2)**2"],
    exact: Exact::of::<Rosenbrock>(),
};

struct Rosenbrock;

impl Formula for Rosenbrock {
    fn loss<T: Number>(knobs: &[f64], [w, b]: [T; 2]) -> T {
        (T::of(1.0) - w).squared() + (b - w.squared()).squared() * knobs[0]
    }
}

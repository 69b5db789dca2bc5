//! The ravine: a bowl that is `condition` times steeper across than along.

use alloc::vec;

use super::{Analytic, Exact, Formula, Height};
use crate::catalogue::{Knob, Scale};
use crate::{Number, math};

pub(super) const ENTRY: Analytic = Analytic {
    id: "ravine",
    title: "Ravine",
    formula: r"f(w, b) = \tfrac12 (\kappa\, w^2 + b^2)",
    source: "The quadratic model of pathological curvature, e.g. Goh 2017, doi:10.23915/distill.00006",
    domain: [[-1.5, 1.5], [-4.5, 1.5]],
    start: [1.0, -4.0],
    minima: |_| vec![[0.0, 0.0]],
    height: Height::Linear,
    knobs: &[
        Knob {
            id: "condition",
            symbol: r"\kappa",
            about: "how many times steeper across than along",
            min: 1.0,
            max: 1000.0,
            scale: Scale::Log,
            default: Some(10.0),
        },
        Knob {
            id: "rotation",
            symbol: r"\varphi",
            about: "how far the ravine is turned, in degrees",
            min: 0.0,
            max: 90.0,
            scale: Scale::Linear,
            default: Some(0.0),
        },
    ],
    python: &[
        "c, s = math.cos(math.radians(rotation)), math.sin(math.radians(rotation))",
        "0.5 * (condition * (w * c + b * s)**2 + (b * c - w * s)**2)",
    ],
    exact: Exact::of::<Ravine>(),
};

struct Ravine;

impl Formula for Ravine {
    fn loss<T: Number>(knobs: &[f64], [w, b]: [T; 2]) -> T {
        let angle = knobs[1] * (core::f64::consts::PI / 180.0);
        let (s, c) = (math::sin(angle), math::cos(angle));
        let (across, along) = (w * c + b * s, b * c - w * s);
        (across.squared() * knobs[0] + along.squared()) * 0.5
    }
}

//! Rastrigin's function: an egg box in a bowl, a minimum near every whole number.

use alloc::vec::Vec;
use core::f64::consts::{PI, TAU};

use super::{Analytic, Exact, Formula, Height};
use crate::catalogue::{Knob, Scale};
use crate::{Number, math};

pub(super) const ENTRY: Analytic = Analytic {
    id: "rastrigin",
    title: "Rastrigin's function",
    formula: r"f(w, b) = 2 A + w^2 + b^2 - A\,(\cos 2 \pi w + \cos 2 \pi b)",
    source: "Rastrigin 1974, Systems of Extremal Control; Mühlenbein et al. 1991, doi:10.1016/S0167-8191(05)80052-3",
    domain: [[-2.5, 2.5], [-2.5, 2.5]],
    start: [1.7, 2.2],
    minima,
    height: Height::Linear,
    knobs: &[Knob {
        id: "amplitude",
        symbol: "A",
        about: "how deep the pits are",
        min: 0.0,
        max: 20.0,
        scale: Scale::Linear,
        default: Some(10.0),
    }],
    python: &["2 * amplitude + w**2 + b**2 - amplitude * (cos(2 * pi * w) + cos(2 * pi * b))"],
    exact: Exact::of::<Rastrigin>(),
};

struct Rastrigin;

impl Formula for Rastrigin {
    fn loss<T: Number>(knobs: &[f64], [w, b]: [T; 2]) -> T {
        let pit = |u: T| u.squared() + (T::of(1.0) - (u * TAU).cos()) * knobs[0];
        pit(w) + pit(b)
    }
}

/// Every pair of the pits of x² − A cos 2πx, of which there is at most one near each whole number.
fn minima(knobs: &[f64]) -> Vec<[f64; 2]> {
    let pits: Vec<f64> = (-2..=2).filter_map(|k| pit(knobs[0], f64::from(k))).collect();
    pits.iter().flat_map(|w| pits.iter().map(|b| [*w, *b])).collect()
}

/// The root of 2x + 2πA sin 2πx near `k` where the slope rises, by Newton's method.
fn pit(amplitude: f64, k: f64) -> Option<f64> {
    let rise = |x: f64| 2.0 + 4.0 * PI * PI * amplitude * math::cos(TAU * x);
    let slope = |x: f64| 2.0 * x + TAU * amplitude * math::sin(TAU * x);
    let x = (0..20).fold(k, |x, _| x - slope(x) / rise(x));
    ((x - k).abs() < 0.3 && rise(x) > 0.0 && slope(x).abs() < 1e-9 * (1.0 + amplitude.abs())).then_some(x)
}

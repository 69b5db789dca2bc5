//! Ackley's function: a funnel with ripples all over, and a minimum where the slope jumps.
//!
//! The funnel is a cone at its tip: from every side the slope there is 2√2, so that at the minimum itself there is no
//! gradient. Its mean over all directions, 0, stands for it.

use alloc::vec::Vec;
use core::f64::consts::TAU;

use super::{Analytic, Exact, Formula, Height};
use crate::{Number, math};

pub(super) const ENTRY: Analytic = Analytic {
    id: "ackley",
    title: "Ackley's function",
    formula: r"f(w, b) = 20 - 20\, e^{-0.2 \sqrt{(w^2 + b^2) / 2}} + e - e^{(\cos 2 \pi w + \cos 2 \pi b) / 2}",
    source: "Ackley 1987, doi:10.1007/978-1-4613-1997-9; at the minimum, where the slope jumps, it is given as 0",
    domain: [[-2.5, 2.5], [-2.5, 2.5]],
    start: [1.7, 2.2],
    minima: |_| minima(),
    height: Height::Linear,
    knobs: &[],
    python: &[
        "# The root has no slope at 0; that of the tiny number is 0.",
        "distance = sqrt(max((w**2 + b**2) / 2, 1e-300))",
        "ripples = exp((cos(2 * pi * w) + cos(2 * pi * b)) / 2)",
        "20 - 20 * exp(-0.2 * distance) + math.e - ripples",
    ],
    exact: Exact::of::<Ackley>(),
};

struct Ackley;

impl Formula for Ackley {
    fn loss<T: Number>(_: &[f64], [w, b]: [T; 2]) -> T {
        let square = (w.squared() + b.squared()) * 0.5;
        let distance = if square.value() == 0.0 { T::of(0.0) } else { square.sqrt() };
        let ripples = (((w * TAU).cos() + (b * TAU).cos()) * 0.5).exp();
        (T::of(1.0) - (distance * -0.2).exp()) * 20.0 + (T::of(math::exp(1.0)) - ripples)
    }
}

/// The minima with w ≥ b ≥ 0; the others are their mirror images.
const EIGHTH: &[[f64; 2]] = &[
    [0.0, 0.0],
    [0.9521665459501717, 0.0],
    [0.9684776587077244, 0.9684776587077244],
    [1.9589197181217175, 0.0],
    [1.9646166628629864, 0.9824160350791393],
    [1.9744519864841168, 1.9744519864841168],
];

fn minima() -> Vec<[f64; 2]> {
    let mut all = Vec::new();
    for &[u, v] in EIGHTH {
        for at in [[u, v], [v, u], [-u, v], [v, -u], [u, -v], [-v, u], [-u, -v], [-v, -u]] {
            if !all.contains(&at) {
                all.push(at);
            }
        }
    }
    all
}

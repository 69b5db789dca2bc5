//! Exponential decay: factor(t) = e^(−k t).
//!
//! CS7015 lecture 5 prints it as η₀^(−kt), which for η₀ < 1 grows. A k below 0 shows that growth.

use super::{Law, Schedule};
use crate::catalogue::{Knob, Scale};
use crate::math;

const K: Knob = Knob {
    id: "k",
    symbol: "k",
    about: "how fast the rate decays; below 0 it grows",
    min: -0.1,
    max: 0.1,
    scale: Scale::Linear,
    default: None,
};

pub(super) const ENTRY: Schedule = Schedule {
    id: "exponential",
    title: "Exponential decay",
    formula: r"\eta_t = \eta \, e^{-k t}",
    about: "loses the same share of itself all the time",
    source: "CS7015 lecture 5; ExponentialLR in PyTorch, with gamma = e^(−k)",
    knobs: &[K],
    divisors: &[],
    law: Law::Time { factor, python: "exp(-k * u)" },
};

fn factor(knobs: &[f64], u: f64) -> f64 {
    math::exp(-knobs[0] * u)
}

#[cfg(test)]
mod tests {
    #[test]
    fn one_percent_a_step() {
        // S1-71: .9048 at t = 10, .3679 at t = 100; and as printed, with η₀ = .1: .1^(−.01 · 100) = 10.
        let at = |k: f64, t: f64| alloc::format!("{:.4}", super::factor(&[k], t));
        assert_eq!(
            (at(0.01, 0.0), at(0.01, 10.0), at(0.01, 100.0)),
            ("1.0000".into(), "0.9048".into(), "0.3679".into())
        );
        let as_printed = -0.01 * core::f64::consts::LN_10;
        assert_eq!(at(as_printed, 100.0), "10.0000");
    }
}

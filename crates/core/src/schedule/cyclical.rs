//! Cyclical rate, triangular: factor(t) = a + (1 − a)(1 − |t/h mod 2 − 1|), from a up to 1 and back in 2h.
//!
//! Smith 2015. PyTorch's CyclicLR in its mode `triangular`, with `step_size_up` h and `base_lr` a η.

use super::{Law, Schedule, share, span};
use crate::math;

pub(super) const ENTRY: Schedule = Schedule {
    id: "cyclical",
    title: "Cyclical rate",
    formula: r"\eta_t = \eta \left( a + (1 - a) \left( 1 - \left| \frac{t}{h} \bmod 2 - 1 \right| \right) \right)",
    about: "rises and falls in triangles",
    source: "Smith 2015, arXiv:1506.01186; CyclicLR in PyTorch",
    knobs: &[
        share("low", "a", "the share of the rate at the lowest", None),
        span("half", "h", "how long the way up takes, and the way down"),
    ],
    divisors: &["half"],
    law: Law::Time { factor, python: "low + (1 - low) * (1 - abs(u / half % 2 - 1))" },
};

fn factor(knobs: &[f64], u: f64) -> f64 {
    let [low, half] = [knobs[0], knobs[1]];
    let turns = u / half;
    let phase = turns - 2.0 * math::floor(0.5 * turns);
    low + (1.0 - low) * (1.0 - (phase - 1.0).abs())
}

#[cfg(test)]
mod tests {
    #[test]
    fn up_and_down_and_up_again() {
        let times = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 4_000_002.0];
        let wanted = [0.25, 0.4375, 0.625, 0.8125, 1.0, 0.8125, 0.625, 0.4375, 0.25, 0.625];
        assert_eq!(times.map(|t| super::factor(&[0.25, 4.0], t)), wanted);
    }
}

//! Warm-up: factor(t) = min(1, (t + 1)/n), so that update n − 1 is the first at the full rate.
//!
//! Goyal et al. 2017, section 2.2 (gradual warm-up). The first update moves already, by η/n.

use super::{Law, Schedule, span};
use crate::math;

pub(super) const ENTRY: Schedule = Schedule {
    id: "warm-up",
    title: "Warm-up",
    formula: r"\eta_t = \eta \min\left( 1, \frac{t + 1}{n} \right)",
    about: "grows evenly to the full rate, and stays there",
    source: "Goyal et al. 2017, arXiv:1706.02677, section 2.2",
    knobs: &[span("over", "n", "which update is the first at the full rate")],
    divisors: &["over"],
    law: Law::Time { factor, python: "min(1, (u + 1) / over)" },
};

fn factor(knobs: &[f64], u: f64) -> f64 {
    math::smaller(1.0, (u + 1.0) / knobs[0])
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_first_update_moves_and_the_last_is_at_the_full_rate() {
        assert_eq!([0.0, 1.0, 2.0, 3.0, 4.0].map(|t| super::factor(&[4.0], t)), [0.25, 0.5, 0.75, 1.0, 1.0]);
    }
}

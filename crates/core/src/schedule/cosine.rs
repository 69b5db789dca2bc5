//! Cosine annealing: factor(t) = ½ (1 + cos(π min(t, n)/n)), from 1 to 0.
//!
//! Loshchilov, Hutter 2017, without their restarts. PyTorch's CosineAnnealingLR with `T_max` n and `eta_min` 0, except
//! that the rate stays at 0 after n, where PyTorch's rises again.

use super::{Law, Schedule, fall, passed, span};

pub(super) const ENTRY: Schedule = Schedule {
    id: "cosine",
    title: "Cosine annealing",
    formula: r"\eta_t = \frac{\eta}{2} \left( 1 + \cos \frac{\pi \min(t, n)}{n} \right)",
    about: "falls slowly, then fast, then slowly to nothing",
    source: "Loshchilov, Hutter 2017, arXiv:1608.03983",
    knobs: &[span("over", "n", "how long the fall takes")],
    divisors: &["over"],
    law: Law::Time { factor, python: "(1 + cos(pi * min(u, over) / over)) / 2" },
};

fn factor(knobs: &[f64], u: f64) -> f64 {
    fall(passed(u, knobs[0]))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_cosines_everybody_knows() {
        // cos of 0, 60, 90, 120 and 180 degrees: 1, ½, 0, −½, −1.
        for (t, wanted) in [(0.0, 1.0), (4.0, 0.75), (6.0, 0.5), (8.0, 0.25), (12.0, 0.0), (13.0, 0.0)] {
            let gap: f64 = super::factor(&[12.0], t) - wanted;
            assert!(gap.abs() < 1e-15, "{t}: off by {gap}");
        }
        assert_eq!(super::factor(&[12.0], 1e9), 0.0);
    }
}

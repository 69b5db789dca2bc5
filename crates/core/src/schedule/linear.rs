//! A straight line: a + (b − a) min(t, n)/n, as a factor of the rate or as the momentum itself.
//!
//! PyTorch's LinearLR with `start_factor` a, `end_factor` b and `total_iters` n.

use super::{Law, Schedule, passed, share, span};
use crate::catalogue::Knob;

const OVER: Knob = span("over", "n", "how long the way takes");
const LAW: Law = Law::Time { factor, python: "from_ + (to - from_) * min(u, over) / over" };

pub(super) const ENTRY: Schedule = Schedule {
    id: "linear",
    title: "Straight line",
    formula: r"\eta_t = \eta \left( a + (b - a) \frac{\min(t, n)}{n} \right)",
    about: "goes evenly from one share of the rate to another, and stays there",
    source: "LinearLR in PyTorch",
    knobs: &[
        share("from", "a", "the share of the rate at the start", None),
        share("to", "b", "the share of the rate at the end", None),
        OVER,
    ],
    divisors: &["over"],
    law: LAW,
};

/// The same line for the momentum, which is usually begun at 0.5 and raised to 0.9.
pub(super) const MOMENTUM: Schedule = Schedule {
    id: "linear",
    title: "Straight line",
    formula: r"\gamma_t = a + (b - a) \frac{\min(t, n)}{n}",
    about: "goes evenly from one momentum to another, and stays there",
    source: "Paperspace, Intro to optimization in deep learning: Momentum, RMSProp and Adam",
    knobs: &[
        share("from", "a", "the momentum at the start", Some(0.5)),
        share("to", "b", "the momentum at the end", Some(0.9)),
        OVER,
    ],
    divisors: &["over"],
    law: LAW,
};

fn factor(knobs: &[f64], u: f64) -> f64 {
    knobs[0] + (knobs[1] - knobs[0]) * passed(u, knobs[2])
}

#[cfg(test)]
mod tests {
    #[test]
    fn even_steps_and_then_rest() {
        let at = |t| super::factor(&[1.0, 0.0, 8.0], t);
        assert_eq!([0.0, 1.0, 4.0, 8.0, 9.0, 1e6].map(at), [1.0, 0.875, 0.5, 0.0, 0.0, 0.0]);
        assert_eq!(super::factor(&[0.5, 0.9, 100.0], 100.0), 0.9);
    }
}

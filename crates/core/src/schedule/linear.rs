//! A straight line: factor(t) = a + (b − a) min(t, n)/n.
//!
//! PyTorch's LinearLR with `start_factor` a, `end_factor` b and `total_iters` n.

use super::{LINE, Schedule, share, span};

pub(super) const ENTRY: Schedule = Schedule {
    id: "linear",
    title: "Straight line",
    formula: r"\eta_t = \eta \left( a + (b - a) \frac{\min(t, n)}{n} \right)",
    about: "goes evenly from one share of the rate to another, and stays there",
    source: "LinearLR in PyTorch",
    knobs: &[
        share("from", "a", "the share of the rate at the start", None),
        share("to", "b", "the share of the rate at the end", None),
        span("over", "n", "how long the way takes"),
    ],
    divisors: &["over"],
    law: LINE,
};

#[cfg(test)]
mod tests {
    use super::super::tests::time;

    #[test]
    fn even_steps_and_then_rest() {
        let at = |t| time(&super::ENTRY, &[1.0, 0.0, 8.0], t);
        assert_eq!([0.0, 1.0, 4.0, 8.0, 9.0, 1e6].map(at), [1.0, 0.875, 0.5, 0.0, 0.0, 0.0]);
    }
}

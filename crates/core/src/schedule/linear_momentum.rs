//! A straight line for the momentum itself, usually begun at 0.5 and raised to 0.9: γ_t = a + (b − a) min(t, n)/n.
//!
//! Paperspace, Intro to optimization in deep learning: Momentum, RMSProp and Adam.

use super::{LINE, Schedule, share, span};

pub(super) const ENTRY: Schedule = Schedule {
    id: "linear",
    title: "Straight line",
    formula: r"\gamma_t = a + (b - a) \frac{\min(t, n)}{n}",
    about: "goes evenly from one momentum to another, and stays there",
    source: "Paperspace, Intro to optimization in deep learning: Momentum, RMSProp and Adam",
    knobs: &[
        share("from", "a", "the momentum at the start", Some(0.5)),
        share("to", "b", "the momentum at the end", Some(0.9)),
        span("over", "n", "how long the way takes"),
    ],
    divisors: &["over"],
    law: LINE,
};

#[cfg(test)]
mod tests {
    use super::super::tests::time;

    #[test]
    fn it_arrives_at_its_end_and_stays() {
        let at = |t| time(&super::ENTRY, &[0.5, 0.9, 100.0], t);
        assert_eq!([0.0, 50.0, 100.0, 101.0].map(at), [0.5, 0.7, 0.9, 0.9]);
    }
}

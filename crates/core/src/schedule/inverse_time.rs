//! 1/t decay: factor(t) = 1 / (1 + k t).
//!
//! CS7015 lecture 5. Its rates add up to infinity, as Robbins and Monro 1951 ask: no place is too far to be reached.

use super::{Law, Schedule};
use crate::catalogue::{Knob, Scale};

const K: Knob = Knob {
    id: "k",
    symbol: "k",
    about: "how fast the rate decays",
    min: 1e-4,
    max: 1.0,
    scale: Scale::Log,
    default: None,
};

pub(super) const ENTRY: Schedule = Schedule {
    id: "inverse-time",
    title: "1/t decay",
    formula: r"\eta_t = \frac{\eta}{1 + k t}",
    about: "falls like one over the time",
    source: "Robbins, Monro 1951, doi:10.1214/aoms/1177729586; CS7015 lecture 5",
    knobs: &[K],
    divisors: &[],
    law: Law::Time { factor, python: "1 / (1 + k * u)" },
};

fn factor(knobs: &[f64], u: f64) -> f64 {
    1.0 / (1.0 + knobs[0] * u)
}

#[cfg(test)]
mod tests {
    #[test]
    fn half_after_one_over_k() {
        // S1-72: .9091 at t = 10, .5 at t = 100.
        let at = |t: f64| alloc::format!("{:.4}", super::factor(&[0.01], t));
        assert_eq!((at(10.0), at(100.0)), ("0.9091".into(), "0.5000".into()));
    }
}

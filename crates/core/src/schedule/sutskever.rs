//! Sutskever's momentum: γ_t = min(1 − 1/(2 (⌊t/250⌋ + 1)), γ_max), from 0.5 towards 1.
//!
//! Sutskever, Martens, Dahl, Hinton 2013, equation 5, where it is printed as 1 − 2^(−1 − log₂(⌊t/250⌋ + 1)): the same.

use super::{Law, Schedule};
use crate::catalogue::{Knob, Scale};
use crate::math;

const MAX: Knob = Knob {
    id: "max",
    symbol: r"\gamma_{\max}",
    about: "the highest momentum",
    min: 0.0,
    max: 0.999,
    scale: Scale::Linear,
    default: Some(0.99),
};

pub(super) const ENTRY: Schedule = Schedule {
    id: "sutskever",
    title: "Sutskever's momentum",
    formula: r"\gamma_t = \min\left( 1 - \frac{1}{2 (\lfloor t/250 \rfloor + 1)}, \gamma_{\max} \right)",
    about: "begins at one half and rises every 250 updates",
    source: "Sutskever et al. 2013, proceedings.mlr.press/v28/sutskever13; CS7015 lecture 5",
    knobs: &[MAX],
    divisors: &[],
    law: Law::Time { factor, python: "min(1 - 1 / (2 * (floor(u / 250) + 1)), max)" },
};

fn factor(knobs: &[f64], u: f64) -> f64 {
    math::smaller(1.0 - 1.0 / (2.0 * (math::floor(u / 250.0) + 1.0)), knobs[0])
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_course_values() {
        // S1-73, with γ_max out of the way.
        let values = [(0.0, ".500000"), (249.0, ".500000"), (250.0, ".750000"), (500.0, ".833333"), (750.0, ".875000")];
        for (t, printed) in values.into_iter().chain([(1000.0, ".900000"), (2500.0, ".954545")]) {
            assert_eq!(alloc::format!("{:.6}", super::factor(&[0.999], t)), alloc::format!("0{printed}"), "{t}");
        }
    }

    #[test]
    fn never_above_the_highest() {
        for highest in [0.999, 0.995, 0.99, 0.9, 0.0] {
            assert_eq!(super::factor(&[highest], 1e6), highest);
        }
    }
}

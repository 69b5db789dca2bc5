//! Step decay: factor(t) = ρ^⌊t/n⌋.
//!
//! CS7015 lecture 5 halves the rate after every five epochs; PyTorch's StepLR with `gamma` ρ and `step_size` n.

use super::{Law, Schedule, share, span};
use crate::math;

pub(super) const ENTRY: Schedule = Schedule {
    id: "step",
    title: "Step decay",
    formula: r"\eta_t = \eta \, \rho^{\lfloor t/n \rfloor}",
    about: "falls to a share of itself, again and again",
    source: "CS7015 lecture 5; StepLR in PyTorch",
    knobs: &[
        share("factor", r"\rho", "what is left after each fall", None),
        span("every", "n", "how long the rate stays between two falls"),
    ],
    divisors: &["every"],
    law: Law::Time { factor, python: "factor ** floor(u / every)" },
};

fn factor(knobs: &[f64], u: f64) -> f64 {
    math::pow(knobs[0], math::floor(u / knobs[1]))
}

#[cfg(test)]
mod tests {
    #[test]
    fn halving_every_five_epochs_from_eta_adds_up_to_ten_eta() {
        // S1-70: 5 (1 + ½ + ¼ + …) = 10; what is missing after 200 epochs is 10 · 2⁻⁴⁰.
        let rates = (0..200).map(|t| super::factor(&[0.5, 5.0], f64::from(t)));
        assert_eq!(rates.sum::<f64>(), 10.0 - 10.0 / (1_u64 << 40) as f64);
        assert_eq!([4.0, 5.0, 9.0, 10.0].map(|t| super::factor(&[0.5, 5.0], t)), [1.0, 0.5, 0.5, 0.25]);
    }
}

//! The base rate, whatever the time: factor(t) = 1.

use super::{Law, Schedule};

pub(super) const ENTRY: Schedule = Schedule {
    id: "constant",
    title: "Constant rate",
    formula: r"\eta_t = \eta",
    about: "the rate stays as it is",
    source: "Cauchy 1847, Compte rendu 25; what every library does without a schedule",
    knobs: &[],
    divisors: &[],
    law: Law::Time { factor: |_, _| 1.0, python: "1.0" },
};

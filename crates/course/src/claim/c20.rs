//! After sixty stochastic steps momentum and Nesterov's rule are nearly there and plain descent is not.

use super::Claim;
use super::ground::{TWO_POINTS, trio};
use crate::Bench;

/// A loss above this is high.
const HIGH: f64 = 0.4;
/// A loss below this is near convergence.
const NEAR: f64 = 0.02;

pub(super) const ENTRY: Claim = Claim {
    id: "C20",
    title: "Sixty stochastic steps: momentum is near, descent is not",
    says: "After 60 steps of one point each, stochastic descent still has a high error, while momentum and Nesterov’s \
           rule are near convergence.",
    rows: &["S1-63"],
    measure: "The loss at step 60 on the two points from (−2, −2), one point a step, in order, rate 1, momentum 0.9.",
    thresholds: &[("high is a loss above", HIGH), ("near convergence is a loss below", NEAR)],
    why: "It holds to the letter on the slides’ own data. Sixty steps are thirty passes here.",
    counter: None,
    judge,
};

fn judge(bench: &mut Bench) {
    let runs = trio("[-2,-2]").map(|run| format!(r#"{run},"batch":{{"size":1}}"#));
    let ran = bench.runs("one point a step", TWO_POINTS, &runs, 120);
    let descent = bench.number("descent", "descent, loss at step 60", ran[0].loss(60), 5);
    let momentum = bench.number("momentum", "momentum, loss at step 60", ran[1].loss(60), 4);
    let nesterov = bench.number("nesterov", "Nesterov, loss at step 60", ran[2].loss(60), 3);
    bench.number("later", "descent after 60 passes, 120 steps", ran[0].loss(120), 4);
    bench.case("descent still high", descent > HIGH);
    bench.case("momentum near", momentum < NEAR);
    bench.case("Nesterov’s rule near", nesterov < NEAR);
}

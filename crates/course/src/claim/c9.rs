//! In some cases Adam does not converge.

use ponder::math;

use super::Claim;
use crate::Bench;

/// The large slope; the others are −1.
const LARGE: f64 = 3.0;
/// The rate of step t is this over √t.
const RATE: f64 = 0.5;
const STEPS: u32 = 30_000;

pub(super) const ENTRY: Claim = Claim {
    id: "C9",
    title: "Adam may not converge",
    says: "Adam may be the best choice overall, but there are cases in which it does not converge.",
    rows: &["S1-93"],
    measure: "A sequence of straight lines over [−1, 1] after Reddi, Kale and Kumar (2018): every third has slope 3, the \
              others −1, so on average the loss falls towards −1. Adam without a first average, β₂ = 1/(1 + 3²), rate \
              0.5/√t, kept inside the interval. Where does it stand, averaged over the last thousand steps?",
    thresholds: &[("it has converged when the average is within this of the best place, −1", 0.5)],
    why: "The rare large slope is the one that tells the truth, and its own square shrinks its step. The small ones \
          that mislead move as far each, and there are two of them. The sequence is constructed; on the course’s own \
          surfaces Adam settles.",
    counter: None,
    judge,
};

fn judge(bench: &mut Bench) {
    let adam = bench.number("average", "Adam, averaged over the last thousand steps", walk(true), 3);
    let descent = bench.number("descent", "plain descent with the same rates", walk(false), 3);
    bench.case("Adam ends far from the best place", (adam + 1.0).abs() > 0.5);
    bench.case("plain descent, on the same sequence, does not", (descent + 1.0).abs() < 0.5);
}

/// Where it stands on average at the end.
fn walk(scaled: bool) -> f64 {
    let decay = 1.0 / (1.0 + LARGE * LARGE);
    let (mut at, mut square, mut sum) = (0.0_f64, 0.0, 0.0);
    for t in 1..=STEPS {
        let slope = if t % 3 == 1 { LARGE } else { -1.0 };
        square = decay * square + (1.0 - decay) * slope * slope;
        let scale = if scaled { math::sqrt(square) } else { 1.0 };
        at = (at - RATE / math::sqrt(f64::from(t)) * slope / scale).clamp(-1.0, 1.0);
        sum += if t > STEPS - 1000 { at } else { 0.0 };
    }
    sum / 1000.0
}

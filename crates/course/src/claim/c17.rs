//! Momentum is faster than gradient descent, u-turns and all.

use super::Claim;
use super::ground::{TWO_POINTS, VALLEY, trio};
use crate::Bench;

/// A loss below this is close.
const CLOSE: f64 = 0.01;

pub(super) const ENTRY: Claim = Claim {
    id: "C17",
    title: "Momentum is faster for all its u-turns",
    says: "Momentum swings in and out of the valley and takes many u-turns, and still it converges faster than descent.",
    rows: &["S1-43"],
    measure: "The first step with a loss below 0.01, for descent, momentum and Nesterov’s rule at rate 1 and momentum 0.9, \
              in the valley and on the two points.",
    thresholds: &[("close is a loss below", CLOSE)],
    why: "A u-turn costs a few steps. The plain before it costs hundreds.",
    counter: None,
    judge,
};

fn judge(bench: &mut Bench) {
    for (name, surface, start, ids) in [
        ("the valley", VALLEY, "[5,2]", ["valley-descent", "valley-momentum", "valley-nesterov"]),
        ("the two points", TWO_POINTS, "[-2,-2]", ["base-descent", "base-momentum", "base-nesterov"]),
    ] {
        let ran = bench.runs(name, surface, &trio(start), 400);
        for ((ran, id), who) in ran.iter().zip(ids).zip(["descent", "momentum", "Nesterov"]) {
            bench.step(id, &format!("{name}: steps to a loss below 0.01, {who}"), ran.below(CLOSE));
        }
        bench.case(&format!("{name}: momentum before descent"), ran[1].below(CLOSE) < ran[0].below(CLOSE));
    }
}

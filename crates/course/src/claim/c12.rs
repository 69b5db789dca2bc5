//! RMSProp anneals itself.

use super::Claim;
use super::ground::{SADDLE, SPARSE, sparse};
use crate::Bench;

/// A loss below this is at the minimum.
const THERE: f64 = 1e-6;

pub(super) const ENTRY: Claim = Claim {
    id: "C12",
    title: "RMSProp anneals itself",
    says: "RMSProp shortens its steps by itself as it comes near the minimum, as if the rate were annealed.",
    rows: &["S2-37"],
    measure: "RMSProp at a fixed rate of 0.1 on the sparse set from (−2, 4): whether, once at the minimum, it stays, with \
              shorter and shorter steps.",
    thresholds: &[("it is at the minimum when the loss is below", THERE)],
    why: "It divides by the size of the gradient, so its steps do not shrink with the slope. At a fixed rate it arrives, \
          is thrown out again and hovers. Its first step is even longer than its rate.",
    counter: Some("RMSProp"),
    judge,
};

fn judge(bench: &mut Bench) {
    let ran = bench.run("RMSProp", SPARSE, &sparse("rmsprop"), 500);
    let first = bench.run("first step", SADDLE, r#""method":"rmsprop","start":[1,0.001],"learning_rate":0.1"#, 1);
    bench.number("at-100", "loss at step 100", ran.loss(100), 1);
    bench.number("at-500", "loss at step 500", ran.loss(500), 2);
    let kick = ran.path().part(100, 500).losses().fold(0.0, f64::max);
    bench.number("kick", "the highest loss in between; how hard the kick is, rounding decides", kick, 1);
    bench.number("first", "length of its first step, in rates", (1.0 - first.at(1).0[0]) / 0.1, 4);
    let lengths: Vec<_> = ran.path().steps().collect();
    bench.number("step-100", "length of step 100", lengths[99], 1);
    bench.number("step-500", "length of step 500", lengths[499], 2);
    bench.case("from step 100 on it stays at the minimum", ran.path().part(100, 500).losses().all(|loss| loss < THERE));
    bench.case("its steps go on shrinking", lengths[499] < lengths[99]);
}

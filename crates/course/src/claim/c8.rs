//! AdaGrad's rate for b decays until b gets no updates any more.

use super::Claim;
use super::ground::{SPARSE, sparse};
use crate::Bench;

/// A loss below this has arrived.
const ARRIVED: f64 = 1e-6;

pub(super) const ENTRY: Claim = Claim {
    id: "C8",
    title: "AdaGrad stops updating b",
    says: "Under AdaGrad the effective rate of b decays so far that b gets no further updates, and the walk is stuck \
           near the minimum.",
    rows: &["S1-83", "S1-86", "S3-15", "S4-32"],
    measure: "AdaGrad at rate 0.1 on the sparse set from (−2, 4), for 5000 steps: whether a step stands still, and the \
              loss at the end.",
    thresholds: &[("it has arrived, and was not stuck, when the loss is below", ARRIVED)],
    why: "Say slow, not stuck. The rate falls for ever and never reaches zero; the walk arrives. And most of what is \
          missing on the way is in w, not in b.",
    counter: Some("AdaGrad"),
    judge,
};

fn judge(bench: &mut Bench) {
    let ran = bench.run("AdaGrad", SPARSE, &sparse("adagrad"), 5000);
    for (id, t, digits) in [("at-500", 500, 3), ("at-1000", 1000, 3), ("at-2000", 2000, 2), ("at-5000", 5000, 2)] {
        bench.number(id, &format!("loss at step {t}"), ran.loss(t), digits);
    }
    let [w, b] = ran.at(500).0;
    bench.number("w-off", "how far w is off at step 500", (w - 4.0).abs(), 3);
    bench.number("b-off", "how far b is off at step 500", (b + 1.0).abs(), 2);
    let still = (0..4999).any(|t| ran.at(t).0[1] == ran.at(t + 1).0[1]);
    bench.case("in some step b does not move at all", still);
    bench.case("after 5000 steps it has not arrived", ran.loss(5000) > ARRIVED);
}

//! Nesterov's rule swings less than momentum.

use super::Claim;
use super::ground::{TWO_POINTS, VALLEY, VALLEY_2, trio};
use crate::Bench;

pub(super) const ENTRY: Claim = Claim {
    id: "C6",
    title: "Nesterov’s rule swings less",
    says: "Looking ahead, Nesterov’s rule corrects its course sooner than momentum, so it swings less and is less likely \
           to leave the valley.",
    rows: &["S1-50"],
    measure: "The uphill steps among the first 100 of momentum and of Nesterov’s rule, in the valley and on the two \
              points, at rate 1 and momentum 0.9. The loss at step 100 is measured beside them.",
    thresholds: &[("a step is uphill when the loss rises by more than", ponder::analysis::event::RISE)],
    why: "It is calmer in both. Calmer is not always closer: in the first valley momentum is nearer the floor at step \
          100, in the second it is Nesterov’s rule.",
    counter: None,
    judge,
};

fn judge(bench: &mut Bench) {
    let valley = bench.runs("the valley", VALLEY, &trio("[5,2]"), 100);
    let base = bench.runs("the two points", TWO_POINTS, &trio("[-2,-2]"), 100);
    let other = bench.runs("the second valley", VALLEY_2, &trio("[-3,-3.5]"), 100);
    bench.number("valley-momentum", "uphill steps in the valley, momentum", valley[1].uphill() as f64, 3);
    bench.number("valley-nesterov", "the same, Nesterov", valley[2].uphill() as f64, 3);
    bench.number("base-momentum", "uphill steps on the two points, momentum", base[1].uphill() as f64, 3);
    bench.number("base-nesterov", "the same, Nesterov", base[2].uphill() as f64, 3);
    bench.number("loss-momentum", "loss at step 100 in the valley, momentum", valley[1].loss(100), 2);
    bench.number("loss-nesterov", "the same, Nesterov", valley[2].loss(100), 2);
    bench.number("other-momentum", "loss at step 100 in the second valley, momentum", other[1].loss(100), 2);
    bench.number("other-nesterov", "the same, Nesterov", other[2].loss(100), 2);
    bench.case("fewer uphill steps in the valley", valley[2].uphill() < valley[1].uphill());
    bench.case("fewer uphill steps on the two points", base[2].uphill() < base[1].uphill());
}

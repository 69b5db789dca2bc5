//! Adam overshoots a little and converges way faster.

use ponder::analysis::series::for_good;

use super::Claim;
use super::ground::{SPARSE, SPARSE_2, sparse};
use crate::Bench;
use crate::bench::Ran;

/// Near the minimum.
const NEAR: f64 = 0.1;

pub(super) const ENTRY: Claim = Claim {
    id: "C22",
    title: "Adam overshoots a little and converges way faster",
    says: "On sparse data Adam overshoots the minimum a little, and still it converges way faster than the others.",
    rows: &["S0-22", "S1-89"],
    measure: "Two sparse sets: how far w goes beyond the minimum, and the step from which each is near the minimum for \
              good. The claim asks for Adam first.",
    thresholds: &[("near the minimum is within", NEAR), ("an overshoot is w beyond the minimum by more than", 0.0)],
    why: "The overshoot is there. On the first set momentum and Nesterov’s rule arrive a few steps sooner; on the second \
          Adam is far ahead.",
    counter: Some("the sparse set"),
    judge,
};

fn arrives(ran: &Ran) -> Option<usize> {
    let minimum = ran.minimum()?;
    for_good(ran.path().distances(&minimum.0), |far| far < NEAR)
}

fn judge(bench: &mut Bench) {
    let methods = ["nesterov", "momentum", "adam", "rmsprop", "gradient-descent", "adagrad"];
    let first = bench.runs("the sparse set", SPARSE, &methods.map(sparse), 500);
    let ids = ["nesterov", "momentum", "adam", "rmsprop", "descent", "adagrad"];
    for ((ran, method), id) in first.iter().zip(methods).zip(ids) {
        bench.step(id, &format!("first set: near for good at step, {method}"), arrives(ran));
    }
    let peak = bench.number(
        "peak",
        "first set: Adam’s largest w, the minimum being at 4",
        first[2].path().column(0).fold(f64::MIN, f64::max),
        4,
    );
    bench.case("it overshoots", peak > 4.0);
    let others = [0, 1, 3, 4, 5].into_iter().filter_map(|i| arrives(&first[i])).min();
    bench.case("on the first set it is the first to be near for good", arrives(&first[2]) < others);
    let rivals = ["adam", "rmsprop", "nesterov"].map(|method| {
        let rate = if method == "nesterov" { 0.01 } else { 0.1 };
        format!(r#""method":"{method}","start":[-3,1],"learning_rate":{rate}"#)
    });
    let second = bench.runs("the second sparse set", SPARSE_2, &rivals, 400);
    let ids = [("second-adam", "Adam"), ("second-rmsprop", "RMSProp"), ("second-nesterov", "Nesterov")];
    for (ran, (id, who)) in second.iter().zip(ids) {
        bench.step(id, &format!("second set: near for good at step, {who}"), arrives(ran));
    }
    bench.case("on the second set it is", arrives(&second[0]) < arrives(&second[1]).min(arrives(&second[2])));
}

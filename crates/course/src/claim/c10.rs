//! Adam is usually the best of all.

use ponder::analysis::series::for_good;

use super::Claim;
use super::ground::{SADDLE, SPARSE, SPARSE_2, ridge, sparse};
use crate::Bench;

const RIVALS: [&str; 6] = ["gradient-descent", "momentum", "nesterov", "adagrad", "rmsprop", "adam"];
/// Near the minimum.
const NEAR: f64 = 0.1;

pub(super) const ENTRY: Claim = Claim {
    id: "C10",
    title: "Adam usually does best",
    says: "Adam seems the best choice overall; it and its variants usually outperform the other methods.",
    rows: &["S1-93", "S4-59", "S0-23"],
    measure: "Three races: the lowest loss at step 100 on the sparse set, the first to leave the ridge of the saddle at \
              rate 0.1, the first to be near the minimum for good on a second sparse set. The claim asks for Adam each \
              time.",
    thresholds: &[("it has left the ridge when |b| is above", 1.0), ("near the minimum is within", NEAR)],
    why: "Contested. It wins one of these three, and three toys decide nothing about large networks. Name the measure, \
          the rates and the ground before you name a winner.",
    counter: Some("sparse"),
    judge,
};

fn judge(bench: &mut Bench) {
    let first = bench.runs("sparse", SPARSE, &["nesterov", "adam"].map(sparse), 100);
    bench.number("adam", "Adam’s loss at step 100 on the sparse set", first[1].loss(100), 1);
    bench.number("nesterov", "Nesterov’s, at its own rate 0.02", first[0].loss(100), 1);
    bench.case("lower than Nesterov’s rule on the sparse set", first[1].loss(100) < first[0].loss(100));
    let second = bench.runs("saddle", SADDLE, &["rmsprop", "adam"].map(|method| ridge(method, 0.1)), 100);
    bench.step("ridge-adam", "steps to leave the ridge, Adam", second[1].escapes(1.0));
    bench.step("ridge-rmsprop", "the same, RMSProp", second[0].escapes(1.0));
    bench.case("first off the ridge", second[1].escapes(1.0) < second[0].escapes(1.0));
    let runs = RIVALS.map(|method| {
        let rate = if RIVALS[..3].contains(&method) { 0.01 } else { 0.1 };
        format!(r#""method":"{method}","start":[-3,1],"learning_rate":{rate}"#)
    });
    let third = bench.runs("second sparse set", SPARSE_2, &runs, 400);
    let arrive = |i: usize| {
        let minimum = third[i].minimum()?;
        for_good(third[i].path().distances(&minimum.0), |far| far < NEAR)
    };
    let adam = bench.step("stays-adam", "near the minimum of the second set for good, Adam", arrive(5));
    let others = (0..5).filter_map(arrive).min();
    bench.case("first near the minimum for good on the second set", adam.is_some() && adam < others.or(Some(401)));
}

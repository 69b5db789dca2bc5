//! At a small rate Adam and RMSProp beat momentum.

use super::Claim;
use super::ground::{SADDLE, ridge};
use crate::Bench;

const RIVALS: [(&str, &str, &str); 3] = [
    ("rmsprop", "far-rmsprop", "steps-rmsprop"),
    ("adam", "far-adam", "steps-adam"),
    ("momentum", "far-momentum", "steps-momentum"),
];

pub(super) const ENTRY: Claim = Claim {
    id: "C16",
    title: "At a small rate Adam and RMSProp win",
    says: "With a small learning rate Adam and RMSProp do alike, and better than momentum; with a large one momentum \
           and Nesterov’s rule beat AdaDelta.",
    rows: &["S4-62", "S4-64"],
    measure: "On the saddle from (1, 0.001). At rate 0.001: how far |b| has come at step 100, and the first step with \
              |b| above 1. At rate 0.1: the first step with |b| above 1.",
    thresholds: &[("it has left the ridge when |b| is above", 1.0)],
    why: "The winner changes with the measure. After 100 steps the adaptive rules lead; to leave the ridge for good, \
          momentum is the first. And at the large rate plain descent beats AdaDelta too.",
    counter: Some("rate 0.001"),
    judge,
};

fn judge(bench: &mut Bench) {
    let slow = bench.runs("rate 0.001", SADDLE, &RIVALS.map(|(method, ..)| ridge(method, 0.001)), 1000);
    for (ran, (method, far, steps)) in slow.iter().zip(RIVALS) {
        bench.number(far, &format!("{method} at rate 0.001: |b| at step 100"), ran.at(100).0[1].abs(), 3);
        bench.step(steps, &format!("{method} at rate 0.001: steps to |b| > 1"), ran.escapes(1.0));
    }
    let far = |i: usize| slow[i].at(100).0[1].abs();
    bench.case("measured at step 100, both are ahead of momentum", far(0) > far(2) && far(1) > far(2));
    let leaves = |i: usize| slow[i].escapes(1.0);
    bench.case("measured by leaving the ridge, both are", leaves(0) < leaves(2) && leaves(1) < leaves(2));
    let fast = ["rmsprop", "adam", "nesterov", "adagrad", "momentum", "gradient-descent", "adadelta"];
    let ran = bench.runs("rate 0.1", SADDLE, &fast.map(|method| ridge(method, 0.1)), 100);
    let ids = [
        "fast-rmsprop",
        "fast-adam",
        "fast-nesterov",
        "fast-adagrad",
        "fast-momentum",
        "fast-descent",
        "fast-adadelta",
    ];
    for ((ran, method), id) in ran.iter().zip(fast).zip(ids) {
        bench.step(id, &format!("{method} at rate 0.1: steps to |b| > 1"), ran.escapes(1.0));
    }
    let off = |i: usize| ran[i].escapes(1.0);
    bench.case("at rate 0.1 momentum and Nesterov’s rule are ahead of AdaDelta", off(4) < off(6) && off(2) < off(6));
}

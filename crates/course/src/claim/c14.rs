//! RMSProp and AdaDelta are robust to the initial learning rate.

use super::Claim;
use super::ground::{SADDLE, ridge};
use crate::Bench;

/// Step counts within this factor are alike.
const ALIKE: f64 = 2.0;

pub(super) const ENTRY: Claim = Claim {
    id: "C14",
    title: "RMSProp and AdaDelta do not mind the initial rate",
    says: "RMSProp is robust to the choice of the initial learning rate, and AdaDelta overcomes the sensitivity to it.",
    rows: &["S4-43", "S3-25"],
    measure: "The first step with |b| above 1 on the saddle from (1, 0.001), at three rates, for both. The claim asks for \
              about the same step.",
    thresholds: &[
        ("it has left the ridge when |b| is above", 1.0),
        ("steps are alike when the largest is below this many times the smallest", ALIKE),
    ],
    why: "RMSProp minds. AdaDelta does not, for a plain reason: it has no learning rate. It has an ε, and minds that.",
    counter: Some("rmsprop at 0.001"),
    judge,
};

fn judge(bench: &mut Bench) {
    let mut test = |method: &str, ids: [&'static str; 3]| {
        let mut steps = Vec::new();
        for (rate, id) in [0.001, 0.01, 0.1].into_iter().zip(ids) {
            let ran = bench.run(&format!("{method} at {rate}"), SADDLE, &ridge(method, rate), 1000);
            steps.extend(bench.step(id, &format!("{method}: steps to |b| > 1 at rate {rate}"), ran.escapes(1.0)));
        }
        let alike = steps.len() == 3 && (steps[0] as f64) < ALIKE * steps[2] as f64;
        bench.case(&format!("{method} takes about the same number of steps"), alike);
    };
    test("rmsprop", ["rmsprop-0.001", "rmsprop-0.01", "rmsprop-0.1"]);
    test("adadelta", ["adadelta-0.001", "adadelta-0.01", "adadelta-0.1"]);
}

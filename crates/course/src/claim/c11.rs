//! RMSProp takes away the need to set a learning rate.

use super::Claim;
use super::ground::{SADDLE, ridge};
use crate::Bench;

/// Step counts within this factor are alike.
const ALIKE: f64 = 2.0;

pub(super) const ENTRY: Claim = Claim {
    id: "C11",
    title: "RMSProp needs no learning rate set",
    says: "RMSProp adjusts its rate by itself, which takes away the need to choose one by hand.",
    rows: &["S2-28"],
    measure: "The first step with |b| above 1 on the saddle from (1, 0.001), at three rates. The claim asks for about the \
              same step.",
    thresholds: &[
        ("it has left the ridge when |b| is above", 1.0),
        ("steps are alike when the largest is below this many times the smallest", ALIKE),
    ],
    why: "It evens out the parameters among themselves. The rate still says how long a step is, and a hundredth of it \
          takes over a hundred times the steps.",
    counter: Some("rate 0.001"),
    judge,
};

fn judge(bench: &mut Bench) {
    let mut steps = Vec::new();
    for (rate, id) in [(0.001, "at-0.001"), (0.01, "at-0.01"), (0.1, "at-0.1")] {
        let ran = bench.run(&format!("rate {rate}"), SADDLE, &ridge("rmsprop", rate), 1000);
        steps.extend(bench.step(id, &format!("steps to |b| > 1 at rate {rate}"), ran.escapes(1.0)));
    }
    let alike = steps.len() == 3 && (steps[0] as f64) < ALIKE * steps[2] as f64;
    bench.case("about the same number of steps at each rate", alike);
}

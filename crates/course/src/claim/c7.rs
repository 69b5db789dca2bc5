//! AdaDelta does not mind which ε it gets.

use super::Claim;
use super::ground::SADDLE;
use crate::Bench;

/// Step counts within this factor are alike.
const ALIKE: f64 = 2.0;

const EPSILONS: [(&str, &str); 5] =
    [("1e-10", "at-1e-10"), ("1e-8", "at-1e-8"), ("1e-6", "at-1e-6"), ("1e-4", "at-1e-4"), ("1e-2", "at-1e-2")];

pub(super) const ENTRY: Claim = Claim {
    id: "C7",
    title: "AdaDelta does not mind its ε",
    says: "AdaDelta has no learning rate to set, and the choice of its ε hardly matters.",
    rows: &["S3-26"],
    measure: "The first step with |b| above 1 on the saddle w² − b² from (1, 0.001), decay 0.9, for five values of ε. The \
              claim asks for about the same step.",
    thresholds: &[
        ("it has left the ridge when |b| is above", 1.0),
        ("steps are alike when the largest is below this many times the smallest", ALIKE),
    ],
    why: "The first step of AdaDelta grows out of ε, and every later one out of those before. ε is its learning rate by \
          another name.",
    counter: Some("ε = 1e-10"),
    judge,
};

fn judge(bench: &mut Bench) {
    let mut steps = Vec::new();
    for (epsilon, id) in EPSILONS {
        let run = format!(r#""method":"adadelta","start":[1,0.001],"epsilon":{epsilon}"#);
        let ran = bench.run(&format!("ε = {epsilon}"), SADDLE, &run, 400);
        steps.extend(bench.step(id, &format!("steps to |b| > 1 with ε = {epsilon}"), ran.escapes(1.0)));
    }
    let (most, least) = (steps.iter().max().copied().unwrap_or(0), steps.iter().min().copied().unwrap_or(0));
    let alike = steps.len() == EPSILONS.len() && (most as f64) < ALIKE * least as f64;
    bench.case("about the same number of steps for each ε", alike);
}

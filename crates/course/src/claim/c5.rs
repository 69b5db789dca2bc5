//! Dividing by the Hessian's diagonal alone approximates Newton's method.

use super::Claim;
use super::ground::TWO_POINTS;
use crate::Bench;

/// A loss below this has arrived.
const ARRIVED: f64 = 1e-5;

pub(super) const ENTRY: Claim = Claim {
    id: "C5",
    title: "The Hessian’s diagonal is a good enough Newton",
    says: "Keep only the diagonal of the Hessian, add a small ε, and you have a cheap approximation of Newton’s method.",
    rows: &["S3-12"],
    measure: "The loss on the two points from (0, 0) after 30 or 100 steps of the printed rule with three values of ε, and \
              of the rule that divides by |h| + ε.",
    thresholds: &[("it has arrived when the loss is below", ARRIVED)],
    why: "It depends on ε and on the step at which you look. Where a curvature is negative the printed rule goes uphill \
          along that parameter; with |h| it does not.",
    counter: Some("printed, ε = 1e-8"),
    judge,
};

fn judge(bench: &mut Bench) {
    let mut test = |name: &str, keys: &str, ids: [&'static str; 3], t: usize, digits: usize| {
        let run = format!(r#""method":"diagonal-newton","start":[0,0]{keys}"#);
        let ran = bench.run(name, TWO_POINTS, &run, 100);
        let [w, b] = ran.at(t).0;
        bench.number(ids[0], &format!("{name}, step {t}: w"), w, digits);
        bench.number(ids[1], &format!("{name}, step {t}: b"), b, digits);
        let loss = bench.number(ids[2], &format!("{name}, step {t}: loss"), ran.loss(t), 3);
        bench.case(&format!("{name}: arrived by step {t}"), loss < ARRIVED);
    };
    test("printed, ε = 1e-8", "", ["w", "b", "loss"], 30, 3);
    test("printed, ε = 1e-8, later", "", ["late-w", "late-b", "late-loss"], 100, 3);
    test("printed, ε = 1e-6", r#","epsilon":1e-6"#, ["small-w", "small-b", "small-loss"], 30, 3);
    test("printed, ε = 0.01", r#","epsilon":0.01"#, ["large-w", "large-b", "large-loss"], 100, 7);
    test("|h|, ε = 1e-8", r#","hessian":"absolute""#, ["abs-w", "abs-b", "abs-loss"], 30, 4);
}

//! Newton's method takes the shape of the ground into account.

use ponder::{Landscape, Vector};

use super::Claim;
use super::ground::TWO_POINTS;
use crate::Bench;

pub(super) const ENTRY: Claim = Claim {
    id: "C4",
    title: "Newton’s method adapts to the shape of the ground",
    says: "Newton’s method divides by the curvature, so its steps take the geometry of the surface into account.",
    rows: &["S3-08", "S3-09"],
    measure: "One step of Newton’s method on the two points from two starts, and thirty from the second. The claim asks \
              for a lower loss.",
    thresholds: &[("a step went down when the loss is lower by more than", 0.0)],
    why: "The step leads to where the model’s slope is zero. That is a lowest point only where the Hessian is positive \
          definite. At (−2, −2) it is negative definite, and the step climbs to a highest one.",
    counter: Some("from (−2, −2)"),
    judge,
};

fn judge(bench: &mut Bench) {
    let good = bench.run("from (0, 0)", TWO_POINTS, r#""method":"newton","start":[0,0]"#, 1);
    bench.number("good-before", "loss at (0, 0)", good.loss(0), 3);
    bench.number("good-after", "and after one step", good.loss(1), 4);
    bench.case("from (0, 0) the first step goes down", good.loss(1) < good.loss(0));
    let bad = bench.run("from (−2, −2)", TWO_POINTS, r#""method":"newton","start":[-2,-2]"#, 30);
    let [[a, b], [_, d]] = bad.plan.surface().curve(Vector([-2.0, -2.0])).hess.map(|row| row.0);
    bench.number("trace", "trace of the Hessian at (−2, −2)", a + d, 4);
    bench.number("determinant", "and its determinant: both curvatures are negative", a * d - b * b, 3);
    bench.number("bad-before", "loss at (−2, −2)", bad.loss(0), 6);
    bench.number("bad-after", "and after one step", bad.loss(1), 6);
    bench.number("bad-b", "b after thirty", bad.at(30).0[1], 3);
    bench.case("from (−2, −2) it goes down", bad.loss(1) < bad.loss(0));
}

//! AdaGrad works less well without its square root.

use super::Claim;
use super::ground::{SPARSE, sparse};
use crate::Bench;

pub(super) const ENTRY: Claim = Claim {
    id: "C19",
    title: "AdaGrad needs its square root",
    says: "Leave out the square root in AdaGrad’s denominator, and it does not work so well.",
    rows: &["S1-82", "S0-13"],
    measure: "AdaGrad’s loss after 500 steps on the sparse set from (−2, 4), rate 0.1, with and without the root.",
    thresholds: &[("worse is a loss higher by more than", 0.0)],
    why: "Without the root the step is divided by the square of a gradient: it shrinks as one over the slope where the \
          slope is large, and the walk hardly starts.",
    counter: None,
    judge,
};

fn judge(bench: &mut Bench) {
    let rooted = bench.run("with the root", SPARSE, &sparse("adagrad"), 500);
    let bare = format!(r#"{},"square_root":false"#, sparse("adagrad"));
    let bare = bench.run("without the root", SPARSE, &bare, 500);
    let with = bench.number("with", "loss after 500 steps with the root", rooted.loss(500), 3);
    let without = bench.number("without", "and without it", bare.loss(500), 4);
    bench.case("without the root the loss is higher", without > with);
}

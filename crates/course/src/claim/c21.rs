//! A tip: halve the rate every five epochs.

use ponder::Run;

use super::Claim;
use super::ground::{TWO_POINTS, base};
use crate::Bench;

/// A loss below this has left the plateau.
const OFF: f64 = 0.1;

pub(super) const ENTRY: Claim = Claim {
    id: "C21",
    title: "Halve the rate every five epochs",
    says: "A tip for annealing: halve the learning rate after every five epochs.",
    rows: &["S1-70"],
    measure: "The loss after 1000 steps from (−2, −2) on the two points with a first rate of 1, halved every 5 epochs. Two \
              other schedules are measured beside it.",
    thresholds: &[("it has left the plateau when the loss is below", OFF)],
    why: "All rates together add up to ten first ones, so the walk can go no farther than ten slopes. From a plateau \
          that leads nowhere. Anneal when you are near, not by the clock.",
    counter: Some("halved every 5 epochs"),
    judge,
};

fn judge(bench: &mut Bench) {
    let with = |schedule: &str| format!(r#"{},"schedule":{schedule}"#, base(1.0));
    let halved = with(r#"{"kind":"step","factor":0.5,"every":5}"#);
    let halved = bench.run("halved every 5 epochs", TWO_POINTS, &halved, 1000);
    let rates = Run::new(&halved.plan, 0).into_iter().flatten().filter_map(|entry| entry.update?.rate);
    bench.number("sum", "all its rates together", rates.sum(), 8);
    bench.number("halved", "halved every 5 epochs: loss after 1000 steps", halved.loss(1000), 6);
    let exponential = bench.run("exponential", TWO_POINTS, &with(r#"{"kind":"exponential","k":0.01}"#), 1000);
    bench.number("exponential", "exponential decay, k = 0.01: loss after 1000 steps", exponential.loss(1000), 3);
    let inverse = bench.run("inverse time", TWO_POINTS, &with(r#"{"kind":"inverse-time","k":0.001}"#), 1000);
    bench.number("inverse", "1/t decay, k = 0.001: loss after 1000 steps", inverse.loss(1000), 2);
    bench.case("from the plateau it gets away", halved.loss(1000) < OFF);
}

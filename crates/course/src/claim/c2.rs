//! With a rate of 10 gradient descent blows up.

use super::Claim;
use super::ground::{TWO_POINTS, base};
use crate::Bench;

/// A loss so many times that of the start has blown up.
const BLOWN: f64 = 10.0;

pub(super) const ENTRY: Claim = Claim {
    id: "C2",
    title: "A rate of 10 blows up",
    says: "Set the learning rate to 10, and on steep ground the steps become so large that the walk blows up.",
    rows: &["S1-66"],
    measure: "The largest loss in 200 steps from (−2, −2) on the two points, at rate 10, and at every whole rate up to \
              50. A linear neuron over the same points is measured beside it: there the ground has no upper limit.",
    thresholds: &[("it has blown up when the loss is above this many times the first", BLOWN)],
    why: "On the slides’ own points rate 10 converges. The sigmoid is flat far out and its loss has a ceiling, so \
          nothing there can blow up: too large a rate circles or gets lost on a plain. On a bowl without a ceiling it \
          does blow up.",
    counter: Some("rate 10"),
    judge,
};

fn judge(bench: &mut Bench) {
    let ten = bench.run("rate 10", TWO_POINTS, &base(10.0), 200);
    bench.number("uphill", "uphill steps at rate 10", ten.uphill() as f64, 3);
    bench.step("uphill-step", "the step that goes uphill", ten.path().uphill().next());
    bench.number("loss", "loss after 200 steps at rate 10", ten.loss(200), 1);
    let most = |ran: &crate::bench::Ran| ran.path().losses().fold(0.0, f64::max);
    bench.case("at rate 10 the loss passes ten times its start", most(&ten) > BLOWN * ten.loss(0));
    let mut highest = 0.0_f64;
    for from in [1, 14, 27, 40] {
        let rates: Vec<_> = (from..from + 13).filter(|rate| *rate <= 50).map(|rate| base(f64::from(rate))).collect();
        let all = bench.runs(&format!("rates from {from}"), TWO_POINTS, &rates, 200);
        highest = all.iter().map(most).fold(highest, f64::max);
    }
    bench.number("highest", "the highest loss at any whole rate up to 50", highest, 3);
    bench.case("at some whole rate up to 50 it does", highest > BLOWN * ten.loss(0));
    let circles = bench.run("rate 25", TWO_POINTS, &base(25.0), 2000);
    bench.number("orbit-low", "rate 25, loss at step 2000", circles.loss(2000), 3);
    bench.number("orbit-high", "rate 25, loss one step before", circles.loss(1999), 3);
    let linear = TWO_POINTS.replace("sigmoid", "linear");
    let bowl = bench.run("a linear neuron", &linear, &base(10.0), 20);
    let blown = bowl.path().losses().position(|loss| loss > BLOWN * bowl.loss(0));
    bench.step("bowl", "a linear neuron at rate 10: the step at which it has blown up", blown);
}

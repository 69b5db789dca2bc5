//! Wherever it starts, gradient descent is slow on gentle ground.

use ponder::Landscape;

use super::Claim;
use super::ground::TWO_POINTS;
use crate::Bench;

/// Rounding in one step.
const EXACT: f64 = 1e-12;
/// A loss above this is still high.
const HIGH: f64 = 0.4;

const RATES: [(f64, &str); 6] =
    [(1.0, "at-1"), (2.0, "at-2"), (5.0, "at-5"), (10.0, "at-10"), (20.0, "at-20"), (50.0, "at-50")];

pub(super) const ENTRY: Claim = Claim {
    id: "C3",
    title: "Gentle ground makes slow progress, whatever the start",
    says: "Start anywhere you like: where the surface is gentle, gradient descent makes slow progress.",
    rows: &["S1-31"],
    measure: "From (−4, 4) on the two points, at six rates: whether every step is the rate times the slope, and the loss \
              after 200 steps.",
    thresholds: &[
        ("a step is the rate times the slope when the two differ by less than", EXACT),
        ("progress is slow when after 200 steps the loss is still above", HIGH),
    ],
    why: "A step is the slope times a fixed number. Where the slope is nearly nothing, so is the step, at every rate of \
          the table.",
    counter: None,
    judge,
};

fn judge(bench: &mut Bench) {
    for (rate, id) in RATES {
        let run = format!(r#""method":"gradient-descent","start":[-4,4],"learning_rate":{rate}"#);
        let ran = bench.run(&format!("rate {rate}"), TWO_POINTS, &run, 200);
        let land = ran.plan.surface();
        let off = (0..200).map(|t| ((ran.at(t + 1) - ran.at(t)).norm() - rate * land.slope(ran.at(t)).norm()).abs());
        let proportional = off.fold(0.0, f64::max) < EXACT;
        let loss = bench.number(id, &format!("loss after 200 steps at rate {rate}"), ran.loss(200), 3);
        bench.case(&format!("at rate {rate} every step follows the slope"), proportional);
        bench.case(&format!("at rate {rate} the loss is still high"), loss > HIGH);
    }
}

//! Momentum ends in flat minima, Adam in sharp ones, and flat ones generalise better.

use super::Claim;
use crate::Bench;
use crate::bench::Ran;

const GROUND: &str = r#"{"function":"flat-and-sharp"}"#;
/// A run has ended in a minimum when it is within this of it.
const IN: f64 = 0.3;
/// Where the two minima are, along w.
const FLAT: f64 = -1.0;
const SHARP: f64 = 1.5;

pub(super) const ENTRY: Claim = Claim {
    id: "C13",
    title: "Momentum finds flat minima, Adam sharp ones",
    says: "Plain descent with momentum tends to end in flatter minima than Adam, and flatter minima generalise better.",
    rows: &["S2-43"],
    measure: "From 32 starts around a sharp minimum beside a flat one: how often momentum ends in the flat one while Adam \
              (rate 0.05) ends in the sharp one, and how often it is the other way round. Once with momentum at rate \
              0.05, once at 0.2. Nothing is measured about generalising: this surface has no data to generalise to.",
    thresholds: &[("it has ended in a minimum when it is within", IN)],
    why: "Contested. On this toy it depends on the rate: at 0.2 momentum cannot stay in the sharp one, whose curvature \
          is too large for that rate. What large networks do is a question for experiments with large networks.",
    counter: Some("rate 0.05, b = 0.25"),
    judge,
};

fn judge(bench: &mut Bench) {
    let (theirs, reverse) = count(bench, 0.05);
    bench.number("small-as-said", "of 32 starts, as claimed, momentum at 0.05", theirs as f64, 3);
    bench.number("small-reverse", "the other way round", reverse as f64, 3);
    bench.case("at rate 0.05 it is so more often than the other way round", theirs > reverse);
    let (theirs, reverse) = count(bench, 0.2);
    bench.number("large-as-said", "of 32 starts, as claimed, momentum at 0.2", theirs as f64, 3);
    bench.number("large-reverse", "the other way round", reverse as f64, 3);
    bench.case("at rate 0.2 it is so more often than the other way round", theirs > reverse);
}

/// From how many starts momentum ends in the flat one and Adam in the sharp one, and the other way round.
fn count(bench: &mut Bench, rate: f64) -> (usize, usize) {
    let (mut theirs, mut reverse) = (0, 0);
    for b in [0.0, 0.25, 0.5, 0.75] {
        let run = |method: &str, rate: f64, i: u8| {
            let w = (75.0 + 15.0 * f64::from(i)) / 100.0;
            format!(r#""method":"{method}","learning_rate":{rate},"start":[{w},{b}]"#)
        };
        let runs: Vec<_> = (0..8).flat_map(|i| [run("momentum", rate, i), run("adam", 0.05, i)]).collect();
        let ran = bench.runs(&format!("rate {rate}, b = {b}"), GROUND, &runs, 2000);
        let ended = |ran: &Ran, at: f64| (ran.at(2000).0[0] - at).abs() < IN;
        let pair =
            |at: [f64; 2]| ran.chunks_exact(2).filter(|two| ended(&two[0], at[0]) && ended(&two[1], at[1])).count();
        theirs += pair([FLAT, SHARP]);
        reverse += pair([SHARP, FLAT]);
    }
    (theirs, reverse)
}

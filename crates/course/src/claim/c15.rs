//! More momentum near the minimum dampens the oscillation.

use ponder::analysis::quadratic;
use ponder::analysis::series::for_good;

use super::Claim;
use crate::Bench;

const RATE: f64 = 0.05;
/// The curvature of the ravine along w.
const CURVATURE: f64 = 10.0;
/// Swings below this have died out.
const CALM: f64 = 1e-3;

pub(super) const ENTRY: Claim = Claim {
    id: "C15",
    title: "More momentum near the minimum dampens",
    says: "Begin with little momentum and raise it near the minimum: the larger momentum dampens the oscillations there.",
    rows: &["S4-21"],
    measure: "Momentum in the ravine across its steep direction from (1, 0), at rate 0.05 and momentum 0.5, 0.9 and 0.99: \
              the share of a swing that is left after a step, and the step from which the swing is below a bound for good.",
    thresholds: &[("a swing has died out when |w| stays below", CALM)],
    why: "Once it swings, a step keeps the root of the momentum of the swing. More momentum keeps more. It dampens only \
          where the rate is so small that nothing swings yet.",
    counter: Some("momentum 0.99"),
    judge,
};

fn judge(bench: &mut Bench) {
    let mut calm = Vec::new();
    for (momentum, kept, still) in
        [(0.5, "kept-0.5", "still-0.5"), (0.9, "kept-0.9", "still-0.9"), (0.99, "kept-0.99", "still-0.99")]
    {
        let motion = quadratic::heavy_ball(CURVATURE, RATE, momentum);
        bench.number(kept, &format!("share of a swing left after a step, momentum {momentum}"), motion.radius, 4);
        let run = format!(r#""method":"momentum","momentum":{momentum},"learning_rate":{RATE},"start":[1,0]"#);
        let ran = bench.run(&format!("momentum {momentum}"), r#"{"function":"ravine"}"#, &run, 3000);
        let settled = for_good(ran.path().column(0), |w| w.abs() < CALM);
        calm.push(bench.step(still, &format!("the swing has died out at step, momentum {momentum}"), settled));
    }
    let sooner = |a: Option<usize>, b: Option<usize>| matches!((a, b), (Some(a), Some(b)) if b < a);
    bench.case("from 0.5 to 0.9 the swing dies out sooner", sooner(calm[0], calm[1]));
    bench.case("from 0.9 to 0.99 the swing dies out sooner", sooner(calm[1], calm[2]));
}

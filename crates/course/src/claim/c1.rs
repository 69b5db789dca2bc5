//! Gradient descent over all the data lowers the loss at every step.

use ponder::Landscape;
use ponder::Vector;
use ponder::analysis::event::RISE;
use ponder::analysis::{curvature, eigenvalues};

use super::Claim;
use super::ground::{TWO_POINTS, base};
use crate::Bench;

pub(super) const ENTRY: Claim = Claim {
    id: "C1",
    title: "Descent over all data goes down at every step",
    says: "With the true gradient, summed over all points, theory guarantees that every step lowers the loss.",
    rows: &["S1-52"],
    measure: "The steps that raise the loss in 1000 steps from (−2, −2) on the two points, at sixty small rates and at \
              larger ones. The claim asks for none.",
    thresholds: &[("a step is uphill when the loss rises by more than", RISE)],
    why: "The guarantee has a condition: the rate must stay below two over the largest curvature anywhere. A true \
          gradient says which way is down. It does not say how far.",
    counter: Some("rate 25"),
    judge,
};

fn judge(bench: &mut Bench) {
    let mut small = 0;
    for quarter in 0..4 {
        let tenths = (1 + 15 * quarter)..=(15 + 15 * quarter);
        let runs: Vec<_> = tenths.clone().map(|tenth| base(f64::from(tenth) / 10.0)).collect();
        let name = format!("rates {} to {}", f64::from(*tenths.start()) / 10.0, f64::from(*tenths.end()) / 10.0);
        small += bench.runs(&name, TWO_POINTS, &runs, 1000).iter().map(|ran| ran.uphill()).sum::<usize>();
    }
    bench.number("small", "uphill steps at the rates 0.1, 0.2, … 6.0, all together", small as f64, 3);
    bench.case("none at the rates from 0.1 to 6", small == 0);
    let eight = bench.run("rate 8", TWO_POINTS, &base(8.0), 1000);
    bench.step("first-at-8", "first uphill step at rate 8", eight.path().uphill().next());
    bench.case("none at rate 8", eight.uphill() == 0);
    let between = bench.run("rate 6.045", TWO_POINTS, &base(6.045), 1000);
    bench.step(
        "first-at-6.045",
        "first uphill step at rate 6.045, the smallest rate found",
        between.path().uphill().next(),
    );
    let wild = bench.run("rate 25", TWO_POINTS, &base(25.0), 1000);
    bench.number("uphill-at-25", "uphill steps at rate 25", wild.uphill() as f64, 3);
    let losses: Vec<_> = wild.path().losses().collect();
    let any = losses.windows(2).filter(|pair| pair[1] > pair[0]).count();
    bench.number("rounding-at-25", "the same with every rise counted, rounding too", any as f64, 3);
    bench.number("loss-at-25", "loss after 1000 steps at rate 25, and growing", wild.loss(1000), 1);
    bench.case("none at rate 25", wild.uphill() == 0);
    bounds(bench, &wild);
}

/// What the curvature allows.
fn bounds(bench: &mut Bench, ran: &crate::bench::Ran) {
    let (land, facts) = (ran.plan.surface(), ran.plan.surface().facts());
    let curve = |at: [f64; 2]| eigenvalues(&land.curve(Vector(at)));
    if let [Some(sharpest), Some([most, least])] = [
        facts.domain.and_then(|window| curvature::sharpest(land, window)).map(|found| [found.curvature, 0.0]),
        facts.minima.first().map(|at| curve(*at)),
    ] {
        bench.number(
            "guaranteed",
            "the rate below which no step can go uphill",
            curvature::largest_rate(sharpest[0]),
            4,
        );
        bench.number("stable", "the rate below which the minimum itself is stable", curvature::largest_rate(most), 4);
        bench.number("best", "the rate that is quickest near the minimum", curvature::best_rate(most, least), 4);
        bench.number("condition", "largest by smallest curvature at the minimum", curvature::condition(most, least), 3);
    }
}

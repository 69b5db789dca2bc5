//! Every method gets down from the surface's own start.

use ponder::Run;
use ponder_tests::style::styles;

use crate::recipe::{plan, run, surfaces};

/// A rule that looks at the curvature seeks flat ground of any kind; the others go down.
#[test]
fn every_method_gets_down_from_the_surfaces_own_start() {
    for surface in surfaces() {
        for style in styles() {
            let plan = plan(&surface, &run(&style, &[("learning_rate", 1e-3)], ""), 400);
            let rows = plan.trajectory();
            // Where there is no bottom, it may have fallen out of the finite numbers.
            let losses: Vec<_> = rows.chunks_exact(plan.parameters() + 1).map(|row| row[plan.parameters()]).collect();
            let down = losses.iter().rfind(|loss| !loss.is_nan()) < losses.first();
            let mut run = Run::new(&plan, 0).expect("a run");
            run.by_ref().take(2).for_each(drop);
            assert!(down || run.evaluations().curvatures > 0, "{style:?} on {surface:?}");
        }
    }
}

//! What an update says of itself is what it does.

use std::cell::Cell;

use ponder::note::Part;
use ponder::{Entry, Run};

use crate::recipe::{for_all_styles, function, plan, run, two_points};

#[test]
fn the_move_that_is_noted_is_the_move() {
    let noted = Cell::new(0);
    for surface in [two_points(), function("beale")] {
        for_all_styles(|style| {
            let plan = plan(&surface, &run(style, &[("learning_rate", 0.01)], ""), 12);
            let entries: Vec<Entry> = Run::new(&plan, 0).expect("a run").collect();
            for pair in entries.windows(2) {
                let said = pair[0].update.as_ref().and_then(|update| update.part(Part::Move));
                // What is no more than the memory taken off is not noted once more.
                let Some(said) = said else { continue };
                noted.set(noted.get() + 1);
                for (said, (to, from)) in said.iter().zip(pair[1].at.iter().zip(&pair[0].at)) {
                    let near = 1e-14 * (1.0 + from.abs().max(to.abs()));
                    assert!((to - from - said).abs() < near || to.is_nan(), "{style:?}: {said}, and {from} to {to}");
                }
            }
        });
    }
    assert!(noted.get() > 500, "{noted:?} moves were noted");
}

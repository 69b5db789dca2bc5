//! The quick way to the same bits: a rule on one sigmoid neuron with nothing in between, as most figures have it.
//!
//! No batches, no noise, a steady pace, nobody who walks along. Loop, rule and landscape are compiled together.

use crate::landscape::{Landscape, Look};
use crate::method::{Pace, Rule};
use crate::model::{Last, SigmoidNeuron, TwoPoints};
use crate::recipe::RunPlan;
use crate::{Evaluations, Vector};

/// Whether a run can be raced.
pub(crate) fn can(run: &RunPlan) -> bool {
    run.batch().is_none() && run.noise().is_none() && run.tempo().is_plain()
}

/// A whole run of rule `R`: rows of w, b and loss.
pub(crate) fn race<R: Rule<2>>(run: &RunPlan, land: &SigmoidNeuron, rows: &mut [f64]) {
    match TwoPoints::of(land) {
        Some(two) => {
            let mut last = Last::none();
            lap::<R, _>(run, &two, |at| two.on_the_way(at, &mut last), rows);
        }
        None => lap::<R, _>(run, land, |at| land.value_and_slope(at), rows),
    }
}

/// The same where `seen` is loss and gradient on `land`.
#[inline(always)]
fn lap<R: Rule<2>, L: Landscape>(
    run: &RunPlan,
    land: &L,
    mut seen: impl FnMut(Vector) -> (f64, Vector),
    rows: &mut [f64],
) {
    let (mut rule, pace) = (R::new(run.settings()), Pace::of(run));
    let mut at = Vector::ZERO;
    at.0.copy_from_slice(run.start());
    // Nobody asks what it cost.
    let mut cost = Evaluations::default();
    let mut rows = rows.chunks_exact_mut(3);
    for row in &mut rows {
        let (loss, slope) = seen(at);
        if !(at.is_finite() && loss.is_finite()) {
            row.fill(f64::NAN);
            break;
        }
        row.copy_from_slice(&[at.0[0], at.0[1], loss]);
        at = rule.step(at, pace, &mut Look::new(land, &mut cost).knowing(at, slope), &mut ());
    }
    rows.for_each(|row| row.fill(f64::NAN));
}

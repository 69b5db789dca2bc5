//! How long first steps are, and the rates that make them equally long: both measured, whatever the rule.

use alloc::vec;
use alloc::vec::Vec;

use crate::recipe::Plan;
use crate::text::rounded;
use crate::{Run, math};

/// A rate is found when its first step is as long as wanted but for this share, far below [`super::TOLERANCE`].
const CLOSE: f64 = 1e-3;
/// Digits of a rate that was found: enough for [`CLOSE`], few enough to be read.
const DIGITS: usize = 4;
/// A first step that has not come close by now does not follow the rate.
const TRIES: usize = 60;

/// How far the first update of a run goes, by running it. `None` where there is no such run or it goes nowhere finite.
#[must_use]
pub fn first_step(plan: &Plan, run: usize) -> Option<f64> {
    let width = plan.parameters() + 1;
    let mut rows = vec![0.0; 2 * width];
    Run::new(plan, run)?.fill(&mut rows);
    let (from, to) = rows.split_at(width);
    let squares = (0..width - 1).map(|i| (to[i] - from[i]) * (to[i] - from[i]));
    Some(math::sqrt(squares.sum())).filter(|length| length.is_finite())
}

/// The rates at which every first step is as long as that of the first run that moves; that one keeps its rate. `None`
/// where a rule has no rate, or its first step does not follow it.
#[must_use]
pub fn same_first_step(plan: &Plan) -> Vec<Option<f64>> {
    let runs = 0..plan.runs().len();
    let lengths: Vec<_> = runs.clone().map(|run| first_step(plan, run)).collect();
    let Some((_, length)) = reference(&lengths) else { return vec![None; lengths.len()] };
    let mut plan = plan.clone();
    runs.map(|run| solved(&mut plan, run, length)).collect()
}

/// The first run that moves, and how far.
pub(super) fn reference(lengths: &[Option<f64>]) -> Option<(usize, f64)> {
    lengths.iter().enumerate().find_map(|(run, length)| Some((run, length.filter(|length| *length > 0.0)?)))
}

/// Where a first step is proportional to the rate, as with most rules, the second trial is right.
fn solved(plan: &mut Plan, run: usize, wanted: f64) -> Option<f64> {
    let own = plan.runs()[run].learning_rate()?;
    let mut rate = if own > 0.0 { own } else { 1.0 };
    for _ in 0..TRIES {
        plan.set_rate(run, rate);
        match first_step(plan, run) {
            Some(length) if (length / wanted - 1.0).abs() <= CLOSE => return Some(rate),
            Some(length) if length > 0.0 => rate *= wanted / length,
            Some(_) => return None,
            None => rate *= 0.1,
        }
        rate = Some(rounded(rate, DIGITS)).filter(|rate| *rate > 0.0 && rate.is_finite())?;
    }
    None
}

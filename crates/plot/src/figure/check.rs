//! What a figure must be before it can be drawn: a right recipe, a right view, right questions, all for one another.

use ponder::recipe::MAX_STEPS;
use ponder::{Faults, Plan, Tree, check};

use crate::question::{self, Question};
use crate::view::Spec;

/// Checks a figure, or a recipe alone: the recipe, its view and its questions.
///
/// # Errors
/// Everything that is wrong, with its place and what is allowed there.
pub fn check_figure(tree: &Tree) -> Result<Plan, Faults> {
    checked(tree).map(|(plan, _)| plan)
}

pub(super) fn checked(tree: &Tree) -> Result<(Plan, Spec), Faults> {
    let (plan, spec) = (check(tree), Spec::read(tree));
    let mut faults = Vec::new();
    let steps = plan.as_ref().map_or(MAX_STEPS, Plan::steps);
    let asked = tree.get("ponders").filter(|tree| **tree != Tree::Null);
    let questions = asked.map(|tree| Question::list(tree, "ponders", steps, &mut faults)).unwrap_or_default();
    if let (Ok(plan), Ok(spec), []) = (&plan, &spec, faults.as_slice())
        && plan.surface().plane().is_none()
    {
        spec.without_plane(&mut faults);
        question::without_plane(&questions, &mut faults);
    }
    match (plan, spec) {
        (Ok(plan), Ok(spec)) if faults.is_empty() => Ok((plan, spec)),
        (plan, spec) => {
            let before = [plan.err(), spec.err()].into_iter().flatten().flat_map(|faults| faults.0);
            Err(Faults(before.chain(faults).collect()))
        }
    }
}

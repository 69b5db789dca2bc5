//! What became of the runs of a race, number by number, as far as its reader may know.
//!
//! ```
//! use ponder::analysis::{fairness::Prices, results::results};
//! use ponder::Tree;
//!
//! let run = r#"{"method":"momentum","learning_rate":0.05,"start":[1,0]}"#;
//! let recipe = format!(r#"{{"surface":{{"function":"ravine"}},"runs":[{run}],"steps":20}}"#);
//! let plan = ponder::check(&serde_json::from_str(&recipe).unwrap()).unwrap();
//! let rows = plan.trajectory();
//! let of = |limit| results(&plan, &[&rows], &mut Prices::new(&plan), limit, 0.3).remove(0);
//!
//! let (early, late) = (of(4), of(20));
//! assert_eq!((early.reached, early.uphill, early.u_turns), (Some(2), 2, 0));
//! assert!(late.u_turns > 0 && late.outcome.is_some());
//! assert!(early.outcome.is_none() && early.last.is_none(), "not to be known yet");
//! ```

use alloc::string::ToString;
use alloc::vec::Vec;

use super::Path;
use super::fairness::Prices;
use crate::recipe::{Plan, Until};
use crate::{Evaluations, Event, Outcome, Tree};

/// What became of one run, up to the last step that may be spoken of.
#[derive(Clone, Debug, PartialEq)]
pub struct Result {
    /// The loss of the run's last step; `None` where that may not be told yet.
    pub last: Option<f64>,
    /// The first step with a loss below the tolerance.
    pub reached: Option<usize>,
    /// How many steps turned round.
    pub u_turns: usize,
    /// How many steps went uphill.
    pub uphill: usize,
    /// What it has asked of its landscape.
    pub evaluations: Evaluations,
    /// How it ended; `None` where that may not be told yet.
    pub outcome: Option<Outcome>,
}

/// What became of the runs whose rows these are, nothing later than step `limit`; `below` is the loss that they are to
/// reach.
#[must_use]
pub fn results(plan: &Plan, rows: &[&[f64]], prices: &mut Prices, limit: usize, below: f64) -> Vec<Result> {
    let (all, seen) = (limit >= plan.steps(), prices.at(plan, limit));
    let result = |((run, rows), evaluations): ((usize, &&[f64]), Evaluations)| {
        let known = &rows[..rows.len().min((limit + 1) * (plan.parameters() + 1))];
        let path = Path::new(known, plan.parameters());
        Result {
            last: if all { path.losses().last() } else { None },
            reached: Event::Reached(Until::LossBelow(below)).first(plan.surface(), known),
            u_turns: path.u_turns().count(),
            uphill: path.uphill().count(),
            evaluations,
            outcome: if all { Outcome::of(plan, run, rows) } else { None },
        }
    };
    rows.iter().enumerate().zip(seen).map(result).collect()
}

impl Result {
    /// The result as JavaScript sees it.
    #[must_use]
    pub fn tree(&self) -> Tree {
        let outcome = |outcome: &Outcome| {
            Tree::map([("kind", outcome.kind.name().into()), ("sentence", outcome.to_string().as_str().into())])
        };
        Tree::map([
            ("last", self.last.into()),
            ("reached", self.reached.into()),
            ("u_turns", self.u_turns.into()),
            ("uphill", self.uphill.into()),
            ("evaluations", self.evaluations.tree()),
            ("outcome", self.outcome.as_ref().map(outcome).into()),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    fn plan(rate: f64) -> Plan {
        let run = format!(r#"{{"method":"gradient-descent","learning_rate":{rate}}}"#);
        let recipe = format!(
            r#"{{"surface":{{"model":"sigmoid-neuron","data":"two-points"}},"runs":[{run}, {run}],"steps":200}}"#
        );
        crate::check(&serde_json::from_str(&recipe).unwrap()).unwrap()
    }

    #[test]
    fn numbers_are_those_of_path_event_and_outcome() {
        let plan = plan(10.0);
        let rows = plan.trajectory();
        let runs: Vec<_> = rows.chunks_exact(plan.stride()).collect();
        let found = results(&plan, &runs, &mut Prices::new(&plan), 200, 0.01);
        let path = Path::of(&plan, 1, &rows).unwrap();
        assert_eq!(found[0], found[1]);
        assert_eq!((found[1].u_turns, found[1].uphill), (path.u_turns().count(), path.uphill().count()));
        assert!(found[1].uphill > 0);
        assert_eq!(found[1].last, path.losses().last());
        assert_eq!(found[1].outcome, Outcome::of(&plan, 1, runs[1]));
        assert_eq!((found[1].evaluations.gradients, found[1].evaluations.points), (200, 400));
    }

    #[test]
    fn nothing_later_than_the_limit_is_told() {
        let (plan, other) = (plan(1.0), plan(1.0));
        let mut rows = plan.trajectory();
        let of = |rows: &[f64]| {
            results(&plan, &rows.chunks_exact(plan.stride()).collect::<Vec<_>>(), &mut Prices::new(&plan), 50, 0.01)
        };
        let before = of(&rows);
        assert_eq!((before[0].reached, before[0].last, before[0].outcome), (None, None, None), "it is reached at 113");
        for run in rows.chunks_exact_mut(other.stride()) {
            run[51 * 3..].fill(-1.0);
        }
        assert_eq!(of(&rows), before);
    }
}

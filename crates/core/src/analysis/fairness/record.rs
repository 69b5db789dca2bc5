//! A race's record as JSON and JavaScript see it.

use alloc::vec::Vec;

use super::{Prices, TOLERANCE, Verdict, first_step, verdicts};
use crate::batch::{BatchPlan, Order};
use crate::noise::NoisePlan;
use crate::recipe::{Plan, RunPlan};
use crate::tempo::Scheduled;
use crate::{Evaluations, Landscape, Tree};

/// What each run was given and has paid at point t, where all stood when they had paid the same, and which rules hold;
/// nothing that depends on a step after `limit`.
#[must_use]
pub fn record(plan: &Plan, prices: &mut Prices, t: usize, limit: usize) -> Tree {
    let t = t.min(limit);
    let (seen, level) = (prices.at(plan, t), prices.level(plan, t));
    let found = verdicts(plan, &seen, limit);
    let runs = plan.runs().iter().enumerate().map(|(i, run)| {
        let first = if limit > 0 { first_step(plan, i) } else { None };
        racer(run, &seen[i], first, level.steps[i])
    });
    let unit = if Landscape::<2>::examples(plan.surface()) > 0 { "points" } else { "looks" };
    Tree::map([
        ("runs", Tree::List(runs.collect())),
        ("price", Tree::Number(level.price as f64)),
        ("unit", unit.into()),
        ("tolerance", TOLERANCE.into()),
        ("rules", Tree::List(found.iter().map(verdict).collect())),
    ])
}

fn racer(run: &RunPlan, seen: &Evaluations, first: Option<f64>, level: usize) -> Tree {
    let changes = run.tempo().changes.iter().map(|(t, rate)| Tree::List([(*t).into(), (*rate).into()].into()));
    Tree::map([
        ("rate", run.learning_rate().into()),
        ("schedule", run.tempo().schedule.as_ref().map(scheduled).into()),
        ("momentum_schedule", run.tempo().momentum_schedule.as_ref().map(scheduled).into()),
        ("changes", Tree::List(changes.collect())),
        ("batch", run.batch().map(batch).into()),
        ("noise", run.noise().map(noise).into()),
        ("first_step", first.into()),
        ("evaluations", seen.tree()),
        ("level", level.into()),
    ])
}

fn scheduled(plan: &Scheduled) -> Tree {
    let kind = core::iter::once(("kind".into(), plan.schedule.id.into()));
    Tree::Map(kind.chain(plan.settings().map(|(knob, value)| (knob.id.into(), value.into()))).collect::<Vec<_>>())
}

fn batch(plan: &BatchPlan) -> Tree {
    let shuffled = plan.order() == Order::Shuffled;
    let seed = shuffled.then(|| Tree::Number(plan.seed() as f64));
    Tree::map([("size", plan.size().into()), ("shuffled", Tree::Bool(shuffled)), ("seed", seed.into())])
}

fn noise(plan: &NoisePlan) -> Tree {
    Tree::map([("deviation", plan.deviation.into()), ("seed", Tree::Number(plan.seed as f64))])
}

fn verdict(verdict: &Verdict) -> Tree {
    let gap = |gap: &super::Gap| Tree::map([("run", gap.run.into()), ("size", gap.size.into())]);
    Tree::map([
        ("rule", verdict.rule.name().into()),
        ("than", verdict.than.into()),
        ("gaps", Tree::List(verdict.gaps.iter().map(gap).collect())),
    ])
}

//! How fair a race is: what each run was given and what it has paid, and which rules of a fair race hold.
//!
//! Everything is read off the plan or measured by running it; no rule's formula is known here. Whoever asks names the
//! last step that may be spoken of.
//!
//! ```
//! use ponder::analysis::fairness::{Prices, Rule, verdicts};
//!
//! let run = |method: &str, rate: f64| format!(r#"{{"method":"{method}","learning_rate":{rate},"start":[1,0]}}"#);
//! let runs = [run("gradient-descent", 0.1), run("momentum", 0.01)].join(",");
//! let recipe = format!(r#"{{"surface":{{"function":"ravine"}},"runs":[{runs}],"steps":9}}"#);
//! let plan = ponder::check(&serde_json::from_str(&recipe).unwrap()).unwrap();
//!
//! let seen = Prices::new(&plan).at(&plan, 9);
//! let found = verdicts(&plan, &seen, 9);
//! let of = |rule| found.iter().find(|verdict| verdict.rule == rule).unwrap();
//! assert!(of(Rule::SameStart).holds() && of(Rule::SameGradients).holds());
//! let [gap] = of(Rule::SameFirstStep).gaps[..] else { panic!("one run is otherwise") };
//! assert!(gap.run == 1 && (gap.size - 0.1).abs() < 1e-12, "ten times shorter");
//! ```

mod first_step;
mod prices;
mod record;
mod sweep;

use alloc::vec::Vec;

use crate::batch::{BatchPlan, Order};
use crate::noise::NoisePlan;
use crate::recipe::{Plan, RunPlan};
use crate::{Evaluations, math};

pub use first_step::{first_step, same_first_step};
pub use prices::{Level, Prices, price};
pub use record::record;
pub use sweep::{Found, Sweep, grid};

/// First steps whose lengths differ by no more than this share count as equal.
pub const TOLERANCE: f64 = 0.01;

/// What makes a race fair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// All start at one point.
    SameStart,
    /// All see the same batches and the same noise.
    SameDraws,
    /// All rules that have a learning rate have the same, and move it alike.
    SameRate,
    /// All first steps have the same length, within [`TOLERANCE`].
    SameFirstStep,
    /// All have looked at as many gradients by now.
    SameGradients,
    /// All have paid the same [`price`] by now: a look at a loss or a Hessian, and every data point, has its price too.
    SamePrice,
}

impl Rule {
    /// Its name in JSON and JavaScript.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SameStart => "same-start",
            Self::SameDraws => "same-draws",
            Self::SameRate => "same-rate",
            Self::SameFirstStep => "same-first-step",
            Self::SameGradients => "same-gradients",
            Self::SamePrice => "same-price",
        }
    }
}

/// One run that a rule is not kept with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Which run.
    pub run: usize,
    /// How far off: the distance of its start, else how many times that of the run it is compared with. 1 where both
    /// have the same number and something else differs, NaN where it has none.
    pub size: f64,
}

/// Whether a rule holds, and if not, who breaks it by how much.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The rule.
    pub rule: Rule,
    /// The run that the others are compared with: the first that can be.
    pub than: usize,
    /// The runs that differ from it.
    pub gaps: Vec<Gap>,
}

impl Verdict {
    /// Whether nobody differs.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.gaps.is_empty()
    }

    fn of(rule: Rule, than: usize, sizes: impl Iterator<Item = (usize, Option<f64>)>) -> Self {
        let gaps = sizes.filter_map(|(run, size)| size.map(|size| Gap { run, size })).collect();
        Self { rule, than, gaps }
    }
}

/// What can be said of a race whose reader may know of steps up to `limit`, with what each run has paid by now. Rules
/// that ask for nothing here are left out: draws where nothing is drawn, rates where fewer than two rules have one, prices where
/// they are as the numbers of gradients.
#[must_use]
pub fn verdicts(plan: &Plan, seen: &[Evaluations], limit: usize) -> Vec<Verdict> {
    let runs = plan.runs();
    let drawn = runs.iter().any(|run| draws(run) != (None, None));
    let all = [
        Some(starts(runs)),
        drawn.then(|| drawn_alike(runs)),
        rates(runs),
        (limit > 0).then(|| first_steps(plan)).flatten(),
        Some(paid(Rule::SameGradients, seen, |seen| seen.gradients)),
        Some(paid(Rule::SamePrice, seen, price)),
    ];
    let mut all: Vec<_> = all.into_iter().flatten().collect();
    if let [.., gradients, price] = &all[..]
        && gradients.gaps == price.gaps
    {
        all.pop();
    }
    all
}

/// The rates that give every rule with a plain rate the one of the first such rule; `None` where there is nothing to set.
#[must_use]
pub fn same_rate(plan: &Plan) -> Vec<Option<f64>> {
    let shared = plan.runs().iter().find_map(RunPlan::plain_rate);
    plan.runs().iter().map(|run| run.plain_rate().and(shared)).collect()
}

fn starts(runs: &[RunPlan]) -> Verdict {
    let far = |run: &RunPlan| {
        let squares = run.start().iter().zip(runs[0].start()).map(|(a, b)| (a - b) * (a - b));
        Some(math::sqrt(squares.sum())).filter(|far| *far > 0.0)
    };
    Verdict::of(Rule::SameStart, 0, runs.iter().map(far).enumerate())
}

/// What is drawn at random or in part: nothing for a full batch or no deviation; the seed counts only where it is used.
fn draws(run: &RunPlan) -> (Option<(usize, Option<u64>)>, Option<NoisePlan>) {
    let batch = run.batch().filter(|batch| !batch.is_full());
    let seed = |batch: &BatchPlan| (batch.order() == Order::Shuffled).then_some(batch.seed());
    let noise = run.noise().filter(|noise| noise.deviation > 0.0);
    (batch.map(|batch| (batch.size(), seed(batch))), noise.copied())
}

fn drawn_alike(runs: &[RunPlan]) -> Verdict {
    let other = |run: &RunPlan| (draws(run) != draws(&runs[0])).then_some(1.0);
    Verdict::of(Rule::SameDraws, 0, runs.iter().map(other).enumerate())
}

fn rates(runs: &[RunPlan]) -> Option<Verdict> {
    let mut with = runs.iter().enumerate().filter_map(|(i, run)| Some((i, run, run.plain_rate()?)));
    let (than, first, rate) = with.next()?;
    let moved = |run: &RunPlan| run.tempo().changes != first.tempo().changes || !alike(run, first);
    let sizes = with.map(|(i, run, own)| (i, (own != rate || moved(run)).then(|| ratio(own, rate))));
    let sizes: Vec<_> = sizes.collect();
    (!sizes.is_empty()).then(|| Verdict::of(Rule::SameRate, than, sizes.into_iter()))
}

/// Whether two runs have the same schedule of the rate.
fn alike(a: &RunPlan, b: &RunPlan) -> bool {
    match [a, b].map(|run| run.tempo().schedule.as_ref()) {
        [Some(a), Some(b)] => a.schedule.id == b.schedule.id && a.knobs == b.knobs && a.unit == b.unit,
        [a, b] => a.is_none() && b.is_none(),
    }
}

fn first_steps(plan: &Plan) -> Option<Verdict> {
    let lengths: Vec<_> = (0..plan.runs().len()).map(|run| first_step(plan, run)).collect();
    let (than, length) = first_step::reference(&lengths)?;
    let off = |own: &Option<f64>| match own {
        Some(own) if (own / length - 1.0).abs() <= TOLERANCE => None,
        own => Some(own.map_or(f64::NAN, |own| own / length)),
    };
    Some(Verdict::of(Rule::SameFirstStep, than, lengths.iter().map(off).enumerate()))
}

fn paid(rule: Rule, seen: &[Evaluations], count: fn(&Evaluations) -> u64) -> Verdict {
    let first = seen.first().map_or(0, count);
    let off = |own: &Evaluations| (count(own) != first).then(|| ratio(count(own) as f64, first as f64));
    Verdict::of(rule, 0, seen.iter().map(off).enumerate())
}

fn ratio(a: f64, b: f64) -> f64 {
    if a == b { 1.0 } else { a / b }
}

#[cfg(test)]
mod tests;

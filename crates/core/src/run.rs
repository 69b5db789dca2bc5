//! A run in motion: the only loop.

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt::{self, Debug, Formatter};

use crate::landscape::{Landscape, Look};
use crate::method::{Pace, Rule};
use crate::note::Part;
use crate::recipe::{Plan, RunPlan};
use crate::{Evaluations, Tree, Vector};

/// A named vector of an update: what it is, its TeX symbol, its components.
pub type Noted = (Part, &'static str, Vec<f64>);

/// Point t of a run and the update that leaves it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The number of updates made so far.
    pub t: usize,
    /// The parameters (w, b). NaN once the run has left the finite numbers.
    pub at: Vec<f64>,
    /// The loss of the whole data at that point.
    pub loss: f64,
    /// The epoch of the update that leaves this point, from 0.
    pub epoch: usize,
    /// The update; `None` at the end.
    pub update: Option<Update>,
}

/// One update, in parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Update {
    /// The learning rate η it used.
    pub rate: f64,
    /// The momentum coefficient it used, for rules that have one.
    pub momentum: Option<f64>,
    /// What the rule noted, in order.
    pub parts: Vec<Noted>,
}

impl Update {
    /// The first noted vector of a kind.
    #[must_use]
    pub fn part(&self, kind: Part) -> Option<&[f64]> {
        self.parts.iter().find(|(part, ..)| *part == kind).map(|(.., value)| value.as_slice())
    }
}

impl Entry {
    /// The entry as JSON and JavaScript see it.
    #[must_use]
    pub fn tree(&self) -> Tree {
        let update = self.update.as_ref();
        let part = |kind| update.and_then(|u| u.part(kind)).map(Tree::numbers).into();
        let memory = |u: &Update| {
            let kept = u.parts.iter().filter(|(part, ..)| *part == Part::Memory);
            Tree::Map(kept.map(|(_, symbol, value)| ((*symbol).into(), Tree::numbers(value))).collect())
        };
        let term = |(part, symbol, value): &Noted| {
            Tree::map([("symbol", (*symbol).into()), ("part", part.name().into()), ("value", Tree::numbers(value))])
        };
        Tree::map([
            ("t", self.t.into()),
            ("at", Tree::numbers(&self.at)),
            ("loss", self.loss.into()),
            ("epoch", self.epoch.into()),
            ("batch", Tree::Null),
            ("rate", update.map(|u| u.rate).into()),
            ("momentum", update.and_then(|u| u.momentum).into()),
            ("looked_at", part(Part::LookedAt)),
            ("gradient", part(Part::Gradient)),
            ("memory", update.map(memory).into()),
            ("scale", part(Part::Scale)),
            ("move", part(Part::Move)),
            ("parts", update.map(|u| Tree::List(u.parts.iter().map(term).collect())).into()),
        ])
    }
}

/// A run of any rule on any landscape, one virtual call a trajectory or an entry.
pub trait Walk: Send {
    /// Writes the remaining rows, parameters then loss, into `rows`.
    fn fill(&mut self, rows: &mut [f64]);

    /// The next entry, `None` after the last.
    fn entry(&mut self) -> Option<Entry>;

    /// What the run has asked of its landscape so far.
    fn evaluations(&self) -> Evaluations;
}

/// Rule `R` on landscape `L`.
pub(crate) struct Walker<R, L, const N: usize> {
    rule: R,
    land: Arc<L>,
    at: Vector<N>,
    pace: Pace,
    has_momentum: bool,
    t: usize,
    steps: usize,
    seen: Evaluations,
}

impl<R: Rule<N>, L: Landscape<N>, const N: usize> Walker<R, L, N> {
    pub(crate) fn new(run: &RunPlan, land: Arc<L>, steps: usize) -> Self {
        let mut at = Vector::ZERO;
        at.0.copy_from_slice(run.start());
        let momentum = run.settings().get("momentum");
        let pace = Pace { rate: run.settings().get("learning_rate").unwrap_or(1.0), momentum: momentum.unwrap_or(0.0) };
        let (rule, seen) = (R::new(run.settings()), Evaluations::default());
        Self { rule, land, at, pace, has_momentum: momentum.is_some(), t: 0, steps, seen }
    }

    /// The loss here. Once the point or its loss is no longer finite, both are NaN for ever.
    fn record(&mut self) -> f64 {
        let loss = self.land.value(self.at);
        if self.at.is_finite() && loss.is_finite() {
            return loss;
        }
        self.at = Vector([f64::NAN; N]);
        f64::NAN
    }
}

impl<R: Rule<N> + Send, L: Landscape<N>, const N: usize> Walk for Walker<R, L, N> {
    fn fill(&mut self, rows: &mut [f64]) {
        let land = self.land.clone();
        let mut look = Look::new(&*land, &mut self.seen);
        let mut at = self.at;
        let mut rows = rows.chunks_exact_mut(N + 1);
        for row in &mut rows {
            let loss = look.record(at);
            if !(at.is_finite() && loss.is_finite()) {
                row.fill(f64::NAN);
                break;
            }
            row[..N].copy_from_slice(&at.0);
            row[N] = loss;
            if self.t == self.steps {
                break;
            }
            at = self.rule.step(at, self.pace, &mut look, &mut ());
            self.t += 1;
        }
        rows.for_each(|row| row.fill(f64::NAN));
    }

    fn entry(&mut self) -> Option<Entry> {
        if self.t > self.steps {
            return None;
        }
        let loss = self.record();
        let (t, at) = (self.t, self.at);
        let update = (t < self.steps && !loss.is_nan()).then(|| {
            let mut parts: Vec<(Part, &'static str, Vector<N>)> = Vec::new();
            let mut look = Look::new(&*self.land, &mut self.seen);
            self.at = self.rule.step(at, self.pace, &mut look, &mut parts);
            parts.push((Part::Arrived, "w", self.at));
            let parts = parts.into_iter().map(|(part, symbol, value)| (part, symbol, value.0.to_vec())).collect();
            Update { rate: self.pace.rate, momentum: self.has_momentum.then_some(self.pace.momentum), parts }
        });
        self.t += 1;
        Some(Entry { t, at: at.0.to_vec(), loss, epoch: t, update })
    }

    fn evaluations(&self) -> Evaluations {
        self.seen
    }
}

/// A run of a plan, entry by entry: an iterator of `steps + 1` entries.
pub struct Run(Box<dyn Walk>);

impl Run {
    /// Run number `run` of the plan, from its start; `None` when the plan has no such run.
    #[must_use]
    pub fn new(plan: &Plan, run: usize) -> Option<Self> {
        let run = plan.runs().get(run)?;
        Some(Self((run.method().begin)(run, plan.surface(), plan.steps())))
    }

    /// The rest of the run as rows of parameters and loss.
    pub fn fill(&mut self, rows: &mut [f64]) {
        self.0.fill(rows);
    }

    /// What the run has asked of its landscape so far.
    #[must_use]
    pub fn evaluations(&self) -> Evaluations {
        self.0.evaluations()
    }
}

impl Iterator for Run {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        self.0.entry()
    }
}

impl Debug for Run {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Run").field("evaluations", &self.evaluations()).finish_non_exhaustive()
    }
}

//! A run in motion: the only loop.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt::{self, Debug, Formatter};

use crate::landscape::{Landscape, Look};
use crate::method::{Pace, Rule};
use crate::note::{Note, Noted, Part};
use crate::recipe::{Plan, RunPlan};
use crate::{Evaluations, Surface, Tree, Vector};

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
    land: L,
    at: Vector<N>,
    pace: Pace,
    has_momentum: bool,
    t: usize,
    steps: usize,
    seen: Evaluations,
}

impl<R: Rule<N>, L: Landscape<N>, const N: usize> Walker<R, L, N> {
    pub(crate) fn new(plan: &Plan, run: &RunPlan, land: L) -> Self {
        let mut at = Vector::ZERO;
        at.0.copy_from_slice(run.start());
        let momentum = run.settings().get("momentum");
        let pace = Pace { rate: run.learning_rate().unwrap_or(1.0), momentum: momentum.unwrap_or(0.0) };
        let (rule, seen) = (R::new(run.settings()), Evaluations::default());
        Self { rule, land, at, pace, has_momentum: momentum.is_some(), t: 0, steps: plan.steps(), seen }
    }

    /// Loss and gradient here. Once the point or its loss is no longer finite, all is NaN for ever.
    #[inline]
    fn record(&mut self) -> (f64, Vector<N>) {
        let (loss, slope) = self.land.value_and_slope(self.at);
        if self.at.is_finite() && loss.is_finite() {
            return (loss, slope);
        }
        self.at = Vector([f64::NAN; N]);
        (f64::NAN, self.at)
    }

    /// One update from here, where the gradient is `slope`.
    #[inline]
    fn advance(&mut self, slope: Vector<N>, note: &mut impl Note<N>) -> Pace {
        let mut look = Look::new(&self.land, &mut self.seen).knowing(self.at, slope);
        self.at = self.rule.step(self.at, self.pace, &mut look, note);
        self.pace
    }

    /// Writes the remaining rows, parameters then loss.
    #[inline]
    fn run_through(&mut self, rows: &mut [f64], note: &mut impl Note<N>) {
        let mut rows = rows.chunks_exact_mut(N + 1);
        for row in &mut rows {
            let (loss, slope) = self.record();
            row[..N].copy_from_slice(&self.at.0);
            row[N] = loss;
            if self.t >= self.steps || loss.is_nan() {
                break;
            }
            self.advance(slope, note);
            self.t += 1;
        }
        rows.for_each(|row| row.fill(f64::NAN));
    }

    /// The whole run, without notes.
    pub(crate) fn rush(mut self, rows: &mut [f64]) {
        self.run_through(rows, &mut ());
    }
}

impl<R: Rule<N>, L: Landscape<N>, const N: usize> Walk for Walker<R, L, N> {
    fn fill(&mut self, rows: &mut [f64]) {
        self.run_through(rows, &mut None);
    }

    fn entry(&mut self) -> Option<Entry> {
        if self.t > self.steps {
            return None;
        }
        let (loss, slope) = self.record();
        let (t, at) = (self.t, self.at.0.to_vec());
        let update = (t < self.steps && !loss.is_nan()).then(|| {
            let mut list = Some(Vec::new());
            let Pace { rate, momentum } = self.advance(slope, &mut list);
            let mut parts = list.unwrap_or_default();
            parts.push((Part::Arrived, "w", self.at.0.to_vec()));
            Update { rate, momentum: self.has_momentum.then_some(momentum), parts }
        });
        self.t += 1;
        Some(Entry { t, at, loss, epoch: t, update })
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
        Some(Self((run.form().begin.walk)(plan, run)))
    }

    /// The whole of run number `run`, as [`Plan::trajectory`] has it: (steps + 1)(P + 1) numbers.
    pub(crate) fn whole(plan: &Plan, run: &RunPlan, rows: &mut [f64]) {
        match plan.surface() {
            Surface::Neuron(_) => (run.form().begin.race)(plan, run, rows),
            _ => (run.form().begin.walk)(plan, run).fill(rows),
        }
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

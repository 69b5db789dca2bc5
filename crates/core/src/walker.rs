//! A rule on a landscape: the only loop.
//!
//! Before update t the pace is set, the batch drawn; then the rule looks and moves. What is recorded is the loss of the
//! whole data at every point, and never counts as a look.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::batch::{BatchPlan, Batches};
use crate::landscape::{Landscape, Look};
use crate::method::{Pace, Rule};
use crate::noise::Noise;
use crate::note::{Noted, Part};
use crate::recipe::{Plan, RunPlan};
use crate::run::{Entry, Update, Walk};
use crate::tempo::Tempo;
use crate::{Evaluations, Surface, Vector};

/// Everything of a run but its rule: where it is, on what, how fast.
#[derive(Debug)]
pub(crate) struct Trek<L, const N: usize> {
    land: L,
    /// The batches, and the landscape of the present one.
    part: Option<Box<(Batches, L)>>,
    noise: Option<Noise>,
    tempo: Tempo,
    /// What loss-driven schedules read instead of the loss.
    validation: Option<Surface>,
    has_rate: bool,
    has_momentum: bool,
    at: Vector<N>,
    t: usize,
    steps: usize,
    seen: Evaluations,
}

impl<L: Landscape<N> + Clone + 'static, const N: usize> Trek<L, N> {
    pub(crate) fn new(plan: &Plan, run: &RunPlan, land: L) -> Self {
        let mut at = Vector::ZERO;
        at.0.copy_from_slice(run.start());
        let pace = Pace::of(run);
        let per_epoch = run.batch().map_or(1, BatchPlan::updates_per_epoch);
        let tempo = Tempo::new(run.tempo(), pace.rate, pace.momentum, per_epoch);
        Self {
            part: run.batch().map(|batch| Box::new((batch.begin(), land.clone()))),
            land,
            noise: run.noise().map(|noise| Noise::new(*noise)),
            tempo,
            validation: plan.validation().cloned(),
            has_rate: run.learning_rate().is_some(),
            has_momentum: run.settings().get("momentum").is_some(),
            at,
            t: 0,
            steps: plan.steps(),
            seen: Evaluations::default(),
        }
    }

    /// Loss and gradient here. Once the point or its loss is no longer finite, all is NaN for ever.
    #[inline]
    fn record(&mut self) -> (f64, Vector<N>) {
        // With batches no rule ever asks for the slope of the whole.
        let (loss, slope) = match self.part {
            None => self.land.value_and_slope(self.at),
            Some(_) => (self.land.value(self.at), self.at),
        };
        if self.at.is_finite() && loss.is_finite() {
            return (loss, slope);
        }
        self.at = Vector([f64::NAN; N]);
        (f64::NAN, self.at)
    }

    /// Rate, momentum and batch of the update that leaves this point, whose loss is known.
    #[inline]
    fn prepare(&mut self, loss: f64) -> Pace {
        if self.tempo.wants_loss_at(self.t) {
            let read = self.validation.as_ref().map_or(loss, |rows| rows.loss(&self.at.0));
            self.tempo.epoch_ended(read);
        }
        if let Some(part) = &mut self.part {
            let (batches, land) = &mut **part;
            land.draw(&self.land, batches.rows(self.t));
        }
        let (rate, momentum) = self.tempo.pace(self.t);
        Pace { rate, momentum }
    }

    /// What the rule sees in this update; `slope` is the gradient of the whole here.
    #[inline]
    fn look(&mut self, slope: Vector<N>) -> Look<'_, dyn Landscape<N>, N> {
        let look = match &self.part {
            None => Look::new(&self.land as &dyn Landscape<N>, &mut self.seen).knowing(self.at, slope),
            Some(part) => Look::new(&part.1 as &dyn Landscape<N>, &mut self.seen),
        };
        look.through(self.noise.as_mut())
    }

    /// Writes the remaining rows, parameters then loss; `step` makes the next point.
    #[inline]
    pub(crate) fn fill(
        &mut self,
        rows: &mut [f64],
        mut step: impl FnMut(Vector<N>, Pace, &mut Look<'_, dyn Landscape<N>, N>) -> Vector<N>,
    ) {
        let mut rows = rows.chunks_exact_mut(N + 1);
        for row in &mut rows {
            let (loss, slope) = self.record();
            row[..N].copy_from_slice(&self.at.0);
            row[N] = loss;
            if self.t >= self.steps || loss.is_nan() {
                break;
            }
            let pace = self.prepare(loss);
            self.at = step(self.at, pace, &mut self.look(slope));
            self.t += 1;
        }
        rows.for_each(|row| row.fill(f64::NAN));
    }
}

/// A rule that notes when asked to, called once a step, on whatever landscape: each rule is compiled once for all of them.
pub(crate) trait Stepper<const N: usize>: Send {
    fn step(
        &mut self,
        at: Vector<N>,
        pace: Pace,
        look: &mut Look<'_, dyn Landscape<N>, N>,
        note: &mut Option<Vec<Noted>>,
    ) -> Vector<N>;
}

impl<R: Rule<N>, const N: usize> Stepper<N> for R {
    fn step(
        &mut self,
        at: Vector<N>,
        pace: Pace,
        look: &mut Look<'_, dyn Landscape<N>, N>,
        note: &mut Option<Vec<Noted>>,
    ) -> Vector<N> {
        Rule::step(self, at, pace, look, note)
    }
}

/// Any rule on landscape `L`.
pub(crate) struct Walker<L, const N: usize> {
    pub(crate) rule: Box<dyn Stepper<N>>,
    pub(crate) trek: Trek<L, N>,
}

impl<L: Landscape<N> + Clone + 'static, const N: usize> Walk for Walker<L, N> {
    fn fill(&mut self, rows: &mut [f64]) {
        let rule = &mut self.rule;
        self.trek.fill(rows, |at, pace, look| rule.step(at, pace, look, &mut None));
    }

    fn entry(&mut self) -> Option<Entry> {
        let Self { rule, trek } = self;
        let (t, steps) = (trek.t, trek.steps);
        if t > steps {
            return None;
        }
        let (loss, slope) = trek.record();
        let (at, epoch) = (trek.at.0.to_vec(), trek.tempo.epoch(t));
        if t == steps || loss.is_nan() {
            trek.t += 1;
            return Some(Entry { t, at, loss, epoch, batch: None, update: None });
        }
        let pace = trek.prepare(loss);
        let mut list = Some(Vec::new());
        trek.at = rule.step(trek.at, pace, &mut trek.look(slope), &mut list);
        trek.t += 1;
        let mut parts = list.unwrap_or_default();
        parts.push((Part::Arrived, "w", trek.at.0.to_vec()));
        let batch = trek.part.as_mut().map(|part| part.0.rows(t).to_vec());
        let Pace { rate, momentum } = pace;
        let (rate, momentum) = (trek.has_rate.then_some(rate), trek.has_momentum.then_some(momentum));
        let update = Update { rate, momentum, parts };
        Some(Entry { t, at, loss, epoch, batch, update: Some(update) })
    }

    fn evaluations(&self) -> Evaluations {
        self.trek.seen
    }
}

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
use crate::note::{Note, Part};
use crate::recipe::{Plan, RunPlan};
use crate::run::{Entry, Update, Walk};
use crate::tempo::Tempo;
use crate::{Evaluations, Surface, Vector};

/// Rule `R` on landscape `L`.
pub(crate) struct Walker<R, L, const N: usize> {
    rule: R,
    land: L,
    /// The batches, and the landscape of the present one.
    part: Option<Box<(Batches, L)>>,
    noise: Option<Noise>,
    tempo: Tempo,
    /// What loss-driven schedules read instead of the loss.
    validation: Option<Surface>,
    has_momentum: bool,
    at: Vector<N>,
    t: usize,
    steps: usize,
    seen: Evaluations,
}

impl<R: Rule<N>, L: Landscape<N> + Clone, const N: usize> Walker<R, L, N> {
    pub(crate) fn new(plan: &Plan, run: &RunPlan, land: L) -> Self {
        let mut at = Vector::ZERO;
        at.0.copy_from_slice(run.start());
        let momentum = run.settings().get("momentum");
        let per_epoch = run.batch().map_or(1, BatchPlan::updates_per_epoch);
        let tempo = Tempo::new(run.tempo(), run.learning_rate().unwrap_or(1.0), momentum.unwrap_or(0.0), per_epoch);
        Self {
            rule: R::new(run.settings()),
            part: run.batch().map(|batch| Box::new((batch.begin(), land.clone()))),
            land,
            noise: run.noise().map(|noise| Noise::new(*noise)),
            tempo,
            validation: plan.validation().cloned(),
            has_momentum: momentum.is_some(),
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

    /// One update from here, where loss and gradient are known.
    #[inline]
    fn advance(&mut self, loss: f64, slope: Vector<N>, note: &mut impl Note<N>) -> Pace {
        if self.tempo.wants_loss_at(self.t) {
            let read = self.validation.as_ref().map_or(loss, |rows| rows.loss(&self.at.0));
            self.tempo.epoch_ended(read);
        }
        let (rate, momentum) = self.tempo.pace(self.t);
        let pace = Pace { rate, momentum };
        let look = match &mut self.part {
            None => Look::new(&self.land, &mut self.seen).knowing(self.at, slope),
            Some(part) => {
                let (batches, land) = &mut **part;
                land.draw(&self.land, batches.rows(self.t));
                Look::new(land, &mut self.seen)
            }
        };
        self.at = self.rule.step(self.at, pace, &mut look.through(self.noise.as_mut()), note);
        self.t += 1;
        pace
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
            self.advance(loss, slope, note);
        }
        rows.for_each(|row| row.fill(f64::NAN));
    }

    /// The whole run, without notes.
    pub(crate) fn rush(mut self, rows: &mut [f64]) {
        self.run_through(rows, &mut ());
    }
}

impl<R: Rule<N>, L: Landscape<N> + Clone, const N: usize> Walk for Walker<R, L, N> {
    fn fill(&mut self, rows: &mut [f64]) {
        self.run_through(rows, &mut None);
    }

    fn entry(&mut self) -> Option<Entry> {
        let (t, steps) = (self.t, self.steps);
        if t > steps {
            return None;
        }
        let (loss, slope) = self.record();
        let (at, epoch) = (self.at.0.to_vec(), self.tempo.epoch(t));
        if t == steps || loss.is_nan() {
            self.t += 1;
            return Some(Entry { t, at, loss, epoch, batch: None, update: None });
        }
        let mut list = Some(Vec::new());
        let Pace { rate, momentum } = self.advance(loss, slope, &mut list);
        let mut parts = list.unwrap_or_default();
        parts.push((Part::Arrived, "w", self.at.0.to_vec()));
        let batch = self.part.as_mut().map(|part| part.0.rows(t).to_vec());
        let update = Update { rate, momentum: self.has_momentum.then_some(momentum), parts };
        Some(Entry { t, at, loss, epoch, batch, update: Some(update) })
    }

    fn evaluations(&self) -> Evaluations {
        self.seen
    }
}

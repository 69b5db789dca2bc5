//! What moves the learning rate and the momentum from outside a rule: changes by hand, and schedules.
//!
//! η_t = base_t factor_t, where base_t is the recipe's rate or the last change at or before update t. Schedules go on
//! over changes. A momentum schedule gives γ_t itself.
//!
//! ```
//! use ponder::tempo::{Tempo, TempoPlan};
//! let plan = TempoPlan { changes: vec![(10, 0.5), (20, 0.1)], ..TempoPlan::default() };
//! let tempo = Tempo::new(&plan, 1.0, 0.9, 1);
//! assert_eq!([0, 9, 10, 19, 20, 99].map(|t| tempo.pace(t).0), [1.0, 1.0, 0.5, 0.5, 0.1, 0.1]);
//! ```

use alloc::vec::Vec;

use crate::catalogue::Knob;
use crate::schedule::{Law, Schedule, Watch};

/// What a schedule counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Updates.
    #[default]
    Step,
    /// Epochs: passes over the data. Without a batch every update is one.
    Epoch,
}

/// A schedule with its knobs set.
#[derive(Clone, Debug)]
pub struct Scheduled {
    /// Which one.
    pub schedule: &'static Schedule,
    /// Its knobs, in the order of its table.
    pub knobs: Vec<f64>,
    /// What it counts; a schedule that reads losses counts epochs, whatever this says.
    pub unit: Unit,
}

impl Scheduled {
    /// Its knobs with their values.
    pub fn settings(&self) -> impl Iterator<Item = (&'static Knob, f64)> {
        self.schedule.knobs.iter().zip(self.knobs.iter().copied())
    }

    /// The factor (or the momentum) of update t.
    fn at(&self, t: usize, updates_per_epoch: usize, watch: &Watch) -> f64 {
        let u = match self.unit {
            Unit::Step => t,
            Unit::Epoch => t / updates_per_epoch,
        };
        match self.schedule.law {
            Law::Time { factor, .. } => factor(&self.knobs, u as f64),
            Law::Losses { .. } => watch.factor,
        }
    }
}

/// What a recipe says about the rate and the momentum of a run, besides the two numbers themselves.
#[derive(Clone, Debug, Default)]
pub struct TempoPlan {
    /// Updates t, increasing, with the base rate from t on.
    pub changes: Vec<(usize, f64)>,
    /// What multiplies the base rate.
    pub schedule: Option<Scheduled>,
    /// What replaces the momentum.
    pub momentum_schedule: Option<Scheduled>,
}

impl TempoPlan {
    /// Whether nothing ever moves.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.changes.is_empty() && self.schedule.is_none() && self.momentum_schedule.is_none()
    }
}

/// The rate and the momentum of one run, update by update.
#[derive(Clone, Debug)]
pub struct Tempo {
    /// Nothing ever moves.
    plain: bool,
    rate: f64,
    momentum: f64,
    updates_per_epoch: usize,
    plan: TempoPlan,
    watch: Watch,
}

impl Tempo {
    /// A run before its first update, with the recipe's rate and momentum.
    #[must_use]
    pub fn new(plan: &TempoPlan, rate: f64, momentum: f64, updates_per_epoch: usize) -> Self {
        // An epoch without updates would never end.
        let updates_per_epoch = updates_per_epoch.max(1);
        Self { plain: plan.is_plain(), rate, momentum, updates_per_epoch, plan: plan.clone(), watch: Watch::NEW }
    }

    /// The rate and the momentum of update t. Where a schedule reads losses, every epoch that ended before t must have
    /// been told to [`Tempo::epoch_ended`].
    #[must_use]
    #[inline]
    pub fn pace(&self, t: usize) -> (f64, f64) {
        if self.plain { (self.rate, self.momentum) } else { self.moving(t) }
    }

    fn moving(&self, t: usize) -> (f64, f64) {
        let at = |scheduled: &Scheduled| scheduled.at(t, self.updates_per_epoch, &self.watch);
        let changed = self.plan.changes.partition_point(|(from, _)| *from <= t);
        let base = self.plan.changes[..changed].last().map_or(self.rate, |(_, rate)| *rate);
        let rate = self.plan.schedule.as_ref().map_or(base, |schedule| base * at(schedule));
        (rate, self.plan.momentum_schedule.as_ref().map_or(self.momentum, at))
    }

    /// Whether point t ends an epoch whose loss the schedule reads.
    #[must_use]
    #[inline]
    pub fn wants_loss_at(&self, t: usize) -> bool {
        !self.plain && self.watches() && t > 0 && t.is_multiple_of(self.updates_per_epoch)
    }

    fn watches(&self) -> bool {
        self.plan.schedule.as_ref().is_some_and(|s| matches!(s.schedule.law, Law::Losses { .. }))
    }

    /// Takes in the loss at the end of an epoch: of the validation rows, or of the whole data where there are none.
    pub fn epoch_ended(&mut self, loss: f64) {
        if let Some(Scheduled { schedule: Schedule { law: Law::Losses { ended, .. }, .. }, knobs, .. }) =
            &self.plan.schedule
        {
            ended(knobs, &mut self.watch, loss);
        }
    }

    /// The epoch of update t, from 0.
    #[must_use]
    pub fn epoch(&self, t: usize) -> usize {
        t / self.updates_per_epoch
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::find;
    use crate::schedule::{MOMENTUM_SCHEDULES, SCHEDULES};

    fn scheduled(table: &[&'static Schedule], id: &str, knobs: &[f64], unit: Unit) -> Option<Scheduled> {
        Some(Scheduled { schedule: find(table, id).unwrap(), knobs: knobs.to_vec(), unit })
    }

    fn rate(id: &str, knobs: &[f64], unit: Unit) -> TempoPlan {
        TempoPlan { schedule: scheduled(SCHEDULES, id, knobs, unit), ..TempoPlan::default() }
    }

    #[test]
    fn a_schedule_goes_on_over_changes() {
        let plan = TempoPlan { changes: alloc::vec![(3, 8.0)], ..rate("step", &[0.5, 2.0], Unit::Step) };
        let tempo = Tempo::new(&plan, 1.0, 0.0, 1);
        assert_eq!([0, 1, 2, 3, 4, 5, 6].map(|t| tempo.pace(t).0), [1.0, 1.0, 0.5, 4.0, 2.0, 2.0, 1.0]);
    }

    #[test]
    fn a_change_at_zero_replaces_the_base_rate() {
        let plan = TempoPlan { changes: alloc::vec![(0, 0.25)], ..TempoPlan::default() };
        assert_eq!(Tempo::new(&plan, 1.0, 0.9, 1).pace(0), (0.25, 0.9));
    }

    #[test]
    fn epochs_are_counted_from_zero_in_updates_of_the_batch() {
        let tempo = Tempo::new(&rate("step", &[0.5, 1.0], Unit::Epoch), 1.0, 0.0, 3);
        assert_eq!([0, 2, 3, 5, 6].map(|t| tempo.pace(t).0), [1.0, 1.0, 0.5, 0.5, 0.25]);
        assert_eq!([0, 2, 3, 6].map(|t| tempo.epoch(t)), [0, 0, 1, 2]);
        let whole = Tempo::new(&rate("step", &[0.5, 1.0], Unit::Epoch), 1.0, 0.0, 1);
        assert_eq!([0, 1, 2].map(|t| whole.pace(t).0), [1.0, 0.5, 0.25], "without a batch an update is an epoch");
    }

    #[test]
    fn a_momentum_schedule_replaces_the_momentum_and_counts_what_it_is_told() {
        let of = |unit| {
            let momentum_schedule = scheduled(MOMENTUM_SCHEDULES, "linear", &[0.5, 0.9, 2.0], unit);
            Tempo::new(&TempoPlan { momentum_schedule, ..TempoPlan::default() }, 0.1, 0.3, 2)
        };
        assert_eq!([0, 1, 2, 3].map(|t| of(Unit::Step).pace(t)), [(0.1, 0.5), (0.1, 0.7), (0.1, 0.9), (0.1, 0.9)]);
        assert_eq!([0, 1, 2, 3].map(|t| of(Unit::Epoch).pace(t).1), [0.5, 0.5, 0.7, 0.7]);
    }

    #[test]
    fn losses_are_asked_for_at_the_ends_of_epochs_and_only_by_those_who_read_them() {
        let asked = |tempo: Tempo| (0..7).filter(|t| tempo.wants_loss_at(*t)).collect::<Vec<_>>();
        assert_eq!(asked(Tempo::new(&rate("halve-when-worse", &[], Unit::Step), 1.0, 0.0, 3)), [3, 6]);
        assert_eq!(asked(Tempo::new(&rate("halve-when-worse", &[], Unit::Step), 1.0, 0.0, 1)), [1, 2, 3, 4, 5, 6]);
        assert_eq!(asked(Tempo::new(&rate("constant", &[], Unit::Step), 1.0, 0.0, 3)), [0; 0]);
        assert_eq!(asked(Tempo::new(&TempoPlan::default(), 1.0, 0.0, 3)), [0; 0]);
    }

    #[test]
    fn a_loss_counts_from_the_update_after_its_epoch_on() {
        let mut tempo = Tempo::new(&rate("halve-when-worse", &[], Unit::Step), 4.0, 0.0, 2);
        let losses = [9.0, 1.0, 1.0, 8.0, 2.0, 8.0, 1.0];
        let rates = [0, 1, 2, 3, 4, 5, 6].map(|t| {
            if tempo.wants_loss_at(t) {
                tempo.epoch_ended(losses[t]);
            }
            tempo.pace(t).0
        });
        // Read are the losses 1, 2 and 1 of points 2, 4 and 6; the start is no epoch's end.
        assert_eq!(rates, [4.0, 4.0, 4.0, 4.0, 2.0, 2.0, 2.0]);
    }
}

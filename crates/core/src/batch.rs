//! Batches: which data points one update sees.
//!
//! An epoch visits every point once, in ⌈N/B⌉ updates; a smaller last batch closes it. Cyclic order is data order.
//! Shuffled order is data order after Fisher and Yates: for i from N − 1 down to 1, i changes places with
//! j = ⌊(i + 1) r/2⁶⁴⌋, r the next 64 bits of PCG64 with the seed as its state and the epoch as its stream.
//!
//! Knuth 1969, volume 2, algorithm P; O'Neill 2014, PCG, hmc-cs-2014-0905. Each epoch begins from data order again, so
//! that any epoch can be had without those before it.
//!
//! ```
//! use ponder::batch::{BatchPlan, Order};
//! let mut batches = BatchPlan::new(2, Order::Cyclic, 0, 5).begin();
//! assert_eq!(batches.rows(1), [2, 3]);
//! assert_eq!(batches.rows(2), [4]);
//! assert_eq!(batches.rows(3), [0, 1]);
//! ```

use alloc::vec::Vec;

use rand_pcg::Pcg64;
use rand_pcg::rand_core::Rng;

/// In which order an epoch visits the data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As they stand.
    #[default]
    Cyclic,
    /// In a new order each epoch.
    Shuffled,
}

/// What a recipe says about batches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BatchPlan {
    size: usize,
    order: Order,
    seed: u64,
    points: usize,
}

impl BatchPlan {
    /// Batches of `size` out of so many `points`. A larger size is the full batch; 0 is read as 1.
    #[must_use]
    pub fn new(size: usize, order: Order, seed: u64, points: usize) -> Self {
        Self { size: size.min(points).max(1), order, seed, points }
    }

    /// The points of one update; the last of an epoch may have fewer.
    #[must_use]
    pub fn size(&self) -> usize {
        self.size
    }

    /// In which order an epoch visits the data.
    #[must_use]
    pub fn order(&self) -> Order {
        self.order
    }

    /// What the shuffles begin with.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Whether every update sees all data. Then there is nothing to shuffle: a sum over all points has the same bits
    /// as without batches.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.size >= self.points
    }

    /// ⌈N/B⌉, at least 1.
    #[must_use]
    pub fn updates_per_epoch(&self) -> usize {
        self.points.div_ceil(self.size).max(1)
    }

    /// The batches of one run.
    #[must_use]
    pub fn begin(self) -> Batches {
        Batches { plan: self, rows: (0..self.points).collect(), shuffled: None }
    }
}

/// The batches of one run, update by update.
#[derive(Clone, Debug)]
pub struct Batches {
    plan: BatchPlan,
    rows: Vec<usize>,
    /// The epoch whose order `rows` is in, if not data order.
    shuffled: Option<usize>,
}

impl Batches {
    /// The rows that update t sees, indices into the data from 0, in the order in which it visits them.
    pub fn rows(&mut self, t: usize) -> &[usize] {
        let BatchPlan { size, points, order, .. } = self.plan;
        let updates = self.plan.updates_per_epoch();
        let (epoch, update) = (t / updates, t % updates);
        if order == Order::Shuffled && self.shuffled != Some(epoch) && !self.plan.is_full() {
            self.shuffle(epoch);
        }
        let first = update * size;
        &self.rows[first..points.min(first + size)]
    }

    fn shuffle(&mut self, epoch: usize) {
        let mut source = Pcg64::new(self.plan.seed.into(), epoch as u128);
        for (i, row) in self.rows.iter_mut().enumerate() {
            *row = i;
        }
        for i in (1..self.rows.len()).rev() {
            let j = (u128::from(source.next_u64()) * (i as u128 + 1)) >> 64;
            self.rows.swap(i, j as usize);
        }
        self.shuffled = Some(epoch);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    fn all(plan: BatchPlan, updates: usize) -> Vec<Vec<usize>> {
        let mut batches = plan.begin();
        (0..updates).map(|t| batches.rows(t).to_vec()).collect()
    }

    #[test]
    fn a_smaller_batch_closes_a_cyclic_epoch() {
        let plan = BatchPlan::new(3, Order::Cyclic, 0, 7);
        assert_eq!(plan.updates_per_epoch(), 3);
        assert_eq!(all(plan, 4), [vec![0, 1, 2], vec![3, 4, 5], vec![6], vec![0, 1, 2]]);
    }

    #[test]
    fn every_shuffled_epoch_visits_each_point_once_in_an_order_of_its_own() {
        for (points, size) in [(2, 1), (5, 2), (8, 3), (100, 7), (1000, 64)] {
            let plan = BatchPlan::new(size, Order::Shuffled, 7, points);
            let updates = plan.updates_per_epoch();
            let epochs: Vec<_> = all(plan, 6 * updates).chunks(updates).map(<[_]>::concat).collect();
            for epoch in &epochs {
                let mut sorted = epoch.clone();
                sorted.sort_unstable();
                assert!(sorted.into_iter().eq(0..points), "{points} in {size}: {epoch:?}");
            }
            assert!(epochs.iter().any(|epoch| *epoch != epochs[0]), "{points}");
            assert!(epochs.iter().any(|epoch| !epoch.is_sorted()), "{points}");
        }
    }

    #[test]
    fn an_epoch_is_the_same_however_one_comes_to_it() {
        let plan = BatchPlan::new(4, Order::Shuffled, 3, 10);
        let forwards = all(plan, 12);
        let mut batches = plan.begin();
        for t in [11, 0, 7, 2, 2, 9, 3] {
            assert_eq!(batches.rows(t), forwards[t]);
        }
    }

    #[test]
    fn the_full_batch_is_the_data_as_it_stands() {
        for size in [4, 5, usize::MAX] {
            let plan = BatchPlan::new(size, Order::Shuffled, 9, 4);
            assert!(plan.is_full() && plan.updates_per_epoch() == 1 && plan.size() == 4);
            assert_eq!(all(plan, 2), [[0, 1, 2, 3], [0, 1, 2, 3]]);
        }
    }

    #[test]
    fn no_size_and_no_points_are_no_trap() {
        assert_eq!(all(BatchPlan::new(0, Order::Shuffled, 0, 2), 2).concat().len(), 2);
        assert_eq!(all(BatchPlan::new(1, Order::Shuffled, 0, 0), 2), [[0; 0], []]);
        assert_eq!(all(BatchPlan::new(1, Order::Shuffled, 0, 1), 2), [[0], [0]]);
    }
}

//! A run that is walked a bounded way at a time, and forgotten as it goes.

use alloc::vec;

use super::{Cell, Fate};
use crate::{Plan, Run};

/// So many rows are walked at once.
const CHUNK: usize = 128;

/// A run on its way.
#[derive(Debug)]
pub(crate) struct Trial {
    walk: Run,
    rows: usize,
    width: usize,
}

impl Trial {
    /// Run number `run` of the plan, before its first point.
    pub(crate) fn new(plan: &Plan, run: usize) -> Self {
        let walk = Run::new(plan, run).expect("a run of the plan");
        Self { walk, rows: plan.steps() + 1, width: plan.parameters() + 1 }
    }

    /// Goes up to so many points on and shows each of them, parameters then loss; how many it were.
    pub(crate) fn go(&mut self, most: usize, mut see: impl FnMut(&[f64])) -> usize {
        let count = self.rows.min(most).min(CHUNK);
        let mut rows = vec![0.0; count * self.width];
        self.walk.fill(&mut rows);
        self.rows -= count;
        rows.chunks_exact(self.width).for_each(&mut see);
        count
    }

    /// Whether all points were seen.
    pub(crate) fn is_over(&self) -> bool {
        self.rows == 0
    }
}

/// The trial whose loss is lowest, the first of several; `None` where none is finite.
pub(crate) fn lowest<T: Copy>(trials: impl Iterator<Item = (T, f64)>) -> Option<(T, f64)> {
    trials.filter(|(_, loss)| loss.is_finite()).reduce(|best, next| if next.1 < best.1 { next } else { best })
}

/// The cell that ends lowest, the first of several; `None` where all diverge.
#[must_use]
pub fn best(cells: &[Cell]) -> Option<usize> {
    let settled = |cell: &Cell| if matches!(cell.fate, Fate::Diverged { .. }) { f64::NAN } else { cell.loss };
    lowest(cells.iter().map(settled).enumerate()).map(|(cell, _)| cell)
}

#[cfg(test)]
mod tests {
    use super::{Cell, Fate, best};

    fn cell(fate: Fate, loss: f64) -> Cell {
        Cell { fate, under: None, loss }
    }

    #[test]
    fn the_best_cell_is_the_first_of_the_lowest_that_did_not_diverge() {
        let far = cell(Fate::Diverged { step: 3 }, -9.0);
        let [high, low] = [2.0, 1.0].map(|loss| cell(Fate::Elsewhere, loss));
        let lost = cell(Fate::Elsewhere, f64::NAN);
        assert_eq!(best(&[far, lost, high, low, high, low]), Some(3));
        assert_eq!(best(&[low, high]), Some(0));
        assert_eq!((best(&[far, lost]), best(&[])), (None, None));
    }
}

//! What the cells of a job differ in.

use alloc::vec::Vec;

use crate::recipe::Plan;
use crate::text::rounded;
use crate::{Knob, math};

/// The most cells a side of a map of basins.
pub const MAX_SIDE: usize = 1024;
/// The most rates, and the most momenta, of a sweep.
pub const MAX_RATES: usize = 256;

/// The cells of a job, row by row as of an image: the first row is the topmost.
#[derive(Clone, Debug, PartialEq)]
pub enum Grid {
    /// A start each, in the middle of its cell.
    Starts {
        /// `[[w0, w1], [b0, b1]]`; the first row is that of the largest b.
        window: [[f64; 2]; 2],
        /// Columns and rows.
        size: [usize; 2],
    },
    /// A learning rate each, in one row.
    Rates(Vec<f64>),
    /// A learning rate and a second knob each.
    Phase {
        /// One a column, rising.
        rates: Vec<f64>,
        /// Which knob: `momentum`, or what remembers gradients instead.
        knob: &'static str,
        /// One a row, rising; the first row is that of the last.
        values: Vec<f64>,
    },
}

impl Grid {
    /// Columns and rows.
    #[must_use]
    pub fn size(&self) -> [usize; 2] {
        match self {
            Self::Starts { size, .. } => *size,
            Self::Rates(rates) => [rates.len(), 1],
            Self::Phase { rates, values, .. } => [rates.len(), values.len()],
        }
    }

    /// The number of cells.
    #[must_use]
    pub fn len(&self) -> usize {
        self.size().iter().product()
    }

    /// Whether there is no cell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The two numbers of a cell: its start; its rate and the second knob, NaN where there is none.
    #[must_use]
    pub fn at(&self, cell: usize) -> [f64; 2] {
        let [columns, rows] = self.size();
        let (column, row) = (cell % columns, rows - 1 - cell / columns);
        match self {
            Self::Starts { window, .. } => [middle(window[0], column, columns), middle(window[1], row, rows)],
            Self::Rates(rates) => [rates[column], f64::NAN],
            Self::Phase { rates, values, .. } => [rates[column], values[row]],
        }
    }

    /// The window whose starts are tried, where starts are.
    #[must_use]
    pub fn window(&self) -> Option<[[f64; 2]; 2]> {
        match self {
            Self::Starts { window, .. } => Some(*window),
            _ => None,
        }
    }

    /// Makes run `run` of the plan that of a cell.
    pub fn set(&self, cell: usize, plan: &mut Plan, run: usize) {
        let [first, second] = self.at(cell);
        match self {
            Self::Starts { .. } => plan.set_start(run, &[first, second]),
            Self::Rates(_) => plan.set_rate(run, first),
            Self::Phase { knob, .. } => {
                plan.set_rate(run, first);
                plan.set(run, knob, second);
            }
        }
    }

    /// What the columns and the rows are called.
    #[must_use]
    pub fn axes(&self) -> [&'static str; 2] {
        match self {
            Self::Starts { .. } => ["w", "b"],
            Self::Rates(_) => [Knob::LEARNING_RATE.id, ""],
            Self::Phase { knob, .. } => [Knob::LEARNING_RATE.id, knob],
        }
    }
}

/// The middle of one of `count` equal parts.
fn middle([low, high]: [f64; 2], part: usize, count: usize) -> f64 {
    low + (part as f64 + 0.5) / count as f64 * (high - low)
}

/// So many rates from the lowest to the highest at equal factors, three digits each.
///
/// ```
/// assert_eq!(ponder::bulk::spread([0.01, 1.0], 5), [0.01, 0.0316, 0.1, 0.316, 1.0]);
/// ```
#[must_use]
pub fn spread([low, high]: [f64; 2], count: usize) -> Vec<f64> {
    let [from, to] = [low, high].map(math::log10);
    let notch = |i: usize| from + i as f64 / (count - 1).max(1) as f64 * (to - from);
    (0..count).map(|i| rounded(math::pow(10.0, notch(i)), 3)).collect()
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::{Grid, spread};

    #[test]
    fn rates_are_spread_by_equal_factors() {
        assert_eq!(spread([0.01, 1.0], 5), [0.01, 0.0316, 0.1, 0.316, 1.0]);
        assert_eq!(spread([2.0, 8.0], 3), [2.0, 4.0, 8.0]);
        assert_eq!((spread([0.5, 2.0], 1), spread([0.5, 2.0], 0)), (vec![0.5], vec![]));
    }

    #[test]
    fn a_grid_is_as_large_as_its_sides() {
        let grids = [
            Grid::Starts { window: [[0.0, 1.0]; 2], size: [3, 2] },
            Grid::Rates(vec![0.1, 0.2]),
            Grid::Phase { rates: vec![0.1, 0.2], knob: "momentum", values: vec![0.5, 0.6, 0.7, 0.8] },
            Grid::Rates(vec![]),
        ];
        assert_eq!(grids.each_ref().map(Grid::size), [[3, 2], [2, 1], [2, 4], [0, 1]]);
        assert_eq!(grids.each_ref().map(Grid::len), [6, 2, 8, 0]);
        assert_eq!(grids.each_ref().map(Grid::is_empty), [false, false, false, true]);
        assert_eq!(
            grids.each_ref().map(Grid::axes),
            [["w", "b"], ["learning_rate", ""], ["learning_rate", "momentum"], ["learning_rate", ""]]
        );
    }

    #[test]
    fn the_starts_are_the_middles_of_their_cells_from_the_top_left() {
        let grid = Grid::Starts { window: [[0.0, 6.0], [-1.0, 3.0]], size: [3, 2] };
        assert_eq!([0, 2, 3].map(|cell| grid.at(cell)), [[1.0, 2.0], [5.0, 2.0], [1.0, 0.0]]);
    }
}

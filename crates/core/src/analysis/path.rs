//! One run as a path: its points, how long it is, where it turns and where it climbs.
//!
//! length = Σₜ ‖pₜ₊₁ − pₜ‖;   a step turns round when (pₜ − pₜ₋₁) · (pₜ₋₁ − pₜ₋₂) < 0;   it climbs when Lₜ > Lₜ₋₁ + 10⁻¹²
//!
//! A path gives *series*, one number a point: a coordinate, the loss, the distance to a point, the coordinate across a
//! valley. What can be said of a series is in [`super::series`]; the first step at which something holds is an
//! iterator's `position`.
//!
//! ```
//! use ponder::analysis::Path;
//! // w, b, loss: two steps to the right, one back.
//! let rows = [0.0, 0.0, 9.0, 3.0, 0.0, 4.0, 6.0, 0.0, 1.0, 5.0, 0.0, 2.0];
//! let path = Path::new(&rows, 2);
//! assert_eq!((path.length(), path.lengths()), (7.0, vec![7.0, 0.0]));
//! assert_eq!(path.u_turns().collect::<Vec<_>>(), [3]);
//! assert_eq!(path.uphill().count(), 1);
//! assert_eq!(path.losses().position(|loss| loss < 5.0), Some(1));
//! assert_eq!(path.column(0).position(|w| w > 4.0), Some(2));
//! ```

use alloc::vec::Vec;

use super::event::RISE;
use crate::{Plan, math};

/// The rows of one run: parameters, then loss. Indices are steps; point 0 is the start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Path<'a> {
    rows: &'a [f64],
    width: usize,
}

impl<'a> Path<'a> {
    /// The rows of a run of so many parameters.
    #[must_use]
    pub fn new(rows: &'a [f64], parameters: usize) -> Self {
        Self { rows, width: parameters + 1 }
    }

    /// Run `run` of a plan, from all rows as [`Plan::trajectory`] gives them; `None` without such a run.
    #[must_use]
    pub fn of(plan: &Plan, run: usize, trajectory: &'a [f64]) -> Option<Self> {
        let rows = trajectory.chunks_exact(plan.stride()).nth(run)?;
        Some(Self::new(rows, plan.parameters()))
    }

    /// Points `from` to `to`, both included, as far as there are such.
    #[must_use]
    pub fn part(self, from: usize, to: usize) -> Self {
        let end = self.width.saturating_mul(to.saturating_add(1)).min(self.rows.len());
        let start = self.width.saturating_mul(from).min(end);
        Self { rows: &self.rows[start..end], ..self }
    }

    /// Every point: its parameters.
    pub fn points(self) -> impl DoubleEndedIterator<Item = &'a [f64]> + Clone {
        self.rows.chunks_exact(self.width).map(move |row| &row[..self.width - 1])
    }

    /// One column of the rows, a number a point: parameter `i`, or the loss where `i` is the number of parameters.
    /// Empty where there is no such column.
    pub fn column(self, i: usize) -> impl Iterator<Item = f64> + Clone + 'a {
        self.rows.chunks_exact(self.width).filter_map(move |row| row.get(i).copied())
    }

    /// The loss at every point.
    pub fn losses(self) -> impl Iterator<Item = f64> + Clone + 'a {
        self.column(self.width - 1)
    }

    /// The distance of every point from `place`.
    pub fn distances<'p>(self, place: &'p [f64]) -> impl Iterator<Item = f64> + Clone + use<'a, 'p> {
        self.points().map(move |point| distance(point, place))
    }

    /// The coordinate across a valley, s = (p − `place`) · `normal`, for the unit vector `normal`: with the minimum and
    /// the Hessian's first eigenvector there, on which side of the valley's floor each point is, and how far up.
    pub fn across<'p>(self, place: &'p [f64], normal: &'p [f64]) -> impl Iterator<Item = f64> + Clone + use<'a, 'p> {
        let coordinate = move |point: &[f64]| {
            let offsets = point.iter().zip(place).map(|(p, at)| p - at);
            offsets.zip(normal).fold(0.0, |sum, (offset, n)| sum + offset * n)
        };
        self.points().map(coordinate)
    }

    /// The length of every step: one fewer than points.
    pub fn steps(self) -> impl Iterator<Item = f64> + Clone + 'a {
        self.points().zip(self.points().skip(1)).map(|(from, to)| distance(from, to))
    }

    /// The length of the path.
    #[must_use]
    pub fn length(self) -> f64 {
        self.steps().fold(0.0, |sum, step| sum + step)
    }

    /// How far it goes along each parameter, back and forth: Σₜ |Δwᵢ|.
    #[must_use]
    pub fn lengths(self) -> Vec<f64> {
        (0..self.width - 1).map(|i| super::series::travel(self.column(i))).collect()
    }

    /// From its first point to its last, as the crow flies.
    #[must_use]
    pub fn displacement(self) -> f64 {
        let mut points = self.points();
        match (points.next(), points.next_back()) {
            (Some(from), Some(to)) => distance(from, to),
            _ => 0.0,
        }
    }

    /// The steps that go more backwards than forwards, compared with the one before.
    pub fn u_turns(self) -> impl Iterator<Item = usize> + 'a {
        let back = |((a, b), c): ((&[f64], &[f64]), &[f64])| {
            let turned = (0..a.len()).fold(0.0, |sum, i| sum + (c[i] - b[i]) * (b[i] - a[i]));
            turned < 0.0
        };
        let triples = self.points().zip(self.points().skip(1)).zip(self.points().skip(2));
        triples.zip(2..).filter_map(move |(triple, t)| back(triple).then_some(t))
    }

    /// The steps that raise the loss by more than [`RISE`]: less is rounding.
    pub fn uphill(self) -> impl Iterator<Item = usize> + 'a {
        let pairs = self.losses().zip(self.losses().skip(1)).zip(1..);
        pairs.filter_map(|((before, after), t)| (after > before + RISE).then_some(t))
    }
}

/// ‖a − b‖, summed from the first component to the last.
pub(crate) fn distance(a: &[f64], b: &[f64]) -> f64 {
    math::sqrt(a.iter().zip(b).fold(0.0, |sum, (a, b)| sum + (a - b) * (a - b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Round a square of side 2, five parameters, of which two move.
    const SQUARE: [f64; 30] = [
        0.0,
        0.0,
        0.0,
        0.0,
        1.0,
        5.0, //
        2.0,
        0.0,
        0.0,
        0.0,
        1.0,
        5.0 + 2e-12, //
        2.0,
        2.0,
        0.0,
        0.0,
        1.0,
        4.0, //
        0.0,
        2.0,
        0.0,
        0.0,
        1.0,
        4.0 + 5e-13, //
        0.0,
        0.0,
        0.0,
        0.0,
        1.0,
        3.0,
    ];

    #[test]
    fn a_square_is_eight_long_and_comes_home() {
        let path = Path::new(&SQUARE, 5);
        assert_eq!((path.length(), path.displacement()), (8.0, 0.0));
        assert_eq!(path.lengths(), [4.0, 4.0, 0.0, 0.0, 0.0]);
        assert_eq!(path.u_turns().count(), 0, "a right angle is no u-turn");
        assert_eq!(path.uphill().collect::<Vec<_>>(), [1], "half of 10⁻¹² is rounding");
        assert_eq!(path.distances(&[2.0, 0.0, 0.0, 0.0, 1.0]).nth(1), Some(0.0));
    }

    #[test]
    fn parts_are_paths_and_end_where_the_rows_do() {
        let path = Path::new(&SQUARE, 5);
        assert_eq!(path.part(1, 2).points().count(), 2);
        assert_eq!(path.part(1, 2).length(), 2.0);
        assert_eq!(path.part(3, 99).losses().collect::<Vec<_>>(), [4.0 + 5e-13, 3.0]);
        assert_eq!(path.part(9, usize::MAX).points().count(), 0);
        assert_eq!((path.part(9, 2).length(), path.part(9, 2).displacement()), (0.0, 0.0));
        assert_eq!(path.column(6).count(), 0);
    }

    #[test]
    fn across_is_signed() {
        let path = Path::new(&SQUARE, 5);
        let sides: Vec<f64> = path.across(&[1.0, 0.0, 0.0, 0.0, 1.0], &[1.0, 0.0, 0.0, 0.0, 0.0]).collect();
        assert_eq!(sides, [-1.0, 1.0, 1.0, -1.0, -1.0]);
    }
}

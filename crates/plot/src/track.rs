//! One run as a figure draws it: its points, its name, its pen. Points are asked for up to a step, never beyond.

use std::cell::RefCell;

use ponder::Plan;

use crate::names::names;
use crate::plane::Plane;
use crate::theme;
use crate::tongue::Tongue;
use crate::trail::{Drawn, Trail};

/// The whole way of one run, and how it is told from the others.
#[derive(Clone, Debug)]
pub(crate) struct Track {
    /// What it is called beside its head.
    pub name: String,
    /// Its pen.
    pub pen: u8,
    /// Parameters and loss of every point, one after another.
    rows: Vec<f64>,
    /// Numbers a point.
    stride: usize,
    /// How many points it has before it leaves the finite numbers.
    finite: usize,
    /// How it was drawn last.
    trail: RefCell<Trail>,
}

impl Track {
    /// All runs of a plan.
    pub(crate) fn all(plan: &Plan, tongue: &Tongue) -> Vec<Self> {
        let pens = theme::pens(plan.runs().iter().map(|run| run.method().id));
        let stride = plan.parameters() + 1;
        let rows = plan.trajectory();
        let runs = names(plan.runs(), tongue).into_iter().zip(pens).zip(rows.chunks_exact(plan.stride()));
        runs.map(|((name, pen), rows)| Self::new(name, pen, rows.to_vec(), stride)).collect()
    }

    fn new(name: String, pen: u8, rows: Vec<f64>, stride: usize) -> Self {
        let finite = |row: &&[f64]| row.iter().all(|v| v.is_finite());
        let finite = rows.chunks_exact(stride).take_while(finite).count();
        Self { name, pen, rows, stride, finite, trail: RefCell::default() }
    }

    /// All rows as core made them.
    pub(crate) fn rows(&self) -> &[f64] {
        &self.rows
    }

    /// The first two parameters and the loss at a step.
    fn row(&self, step: usize) -> Option<[f64; 3]> {
        let row = self.rows.chunks_exact(self.stride).nth(step)?;
        Some([row[0], row[1], row[self.stride - 1]])
    }

    /// The loss at a step; NaN once the run has diverged.
    pub(crate) fn loss(&self, step: usize) -> f64 {
        self.row(step).map_or(f64::NAN, |row| row[2])
    }

    /// All parameters at a step, if they are numbers.
    pub(crate) fn point(&self, step: usize) -> Option<&[f64]> {
        let (_, point) = self.rows.chunks_exact(self.stride).nth(step)?.split_last()?;
        point.iter().all(|v| v.is_finite()).then_some(point)
    }

    /// The point of the plane at a step, if it is a point.
    pub(crate) fn at(&self, step: usize) -> Option<[f64; 2]> {
        self.row(step).map(|row| [row[0], row[1]]).filter(|at| at[0].is_finite() && at[1].is_finite())
    }

    /// The way so far: every point up to the step, and the place between two points that a fraction leads to. It ends
    /// where the run left the finite numbers.
    pub(crate) fn way(&self, step: f64) -> Vec<[f64; 2]> {
        self.so_far(step, |_, [w, b, _]| [w, b])
    }

    /// Step and loss of the way so far. A loss of nothing is as low as the picture goes.
    pub(crate) fn losses(&self, step: f64, floor: f64) -> Vec<[f64; 2]> {
        self.so_far(step, |t, [.., loss]| [t, if loss < floor { floor } else { loss }])
    }

    /// Whether the run is at a point at this step: it has not left the finite numbers.
    pub(crate) fn stands(&self, step: f64) -> bool {
        self.at(step as usize).is_some()
    }

    /// Where the way so far ends.
    pub(crate) fn head(&self, step: f64) -> Option<[f64; 2]> {
        let whole = step as usize;
        let end = (0..=whole).rev().find_map(|t| self.at(t).map(|at| (t, at)));
        let (known, from) = end?;
        match self.at(whole + 1).filter(|_| known == whole) {
            Some(to) => Some([0, 1].map(|i| from[i] + (step - whole as f64) * (to[i] - from[i]))),
            None => Some(from),
        }
    }

    /// The way so far as it is drawn on a plane.
    pub(crate) fn drawn(&self, plane: Plane, step: f64) -> Drawn {
        let pick = |_, [w, b, _]: [f64; 3]| [w, b];
        self.trail.borrow_mut().drawn(plane, self.known(step).map(|row| [row[0], row[1]]), self.glide(step, pick))
    }

    /// The rows of every point up to a step.
    fn known(&self, step: f64) -> impl ExactSizeIterator<Item = &[f64]> + Clone {
        self.rows.chunks_exact(self.stride).take((step as usize + 1).min(self.finite))
    }

    /// The place between two points that a fraction leads to.
    fn glide(&self, step: f64, pick: impl Fn(f64, [f64; 3]) -> [f64; 2]) -> Option<[f64; 2]> {
        let whole = step as usize;
        let share = step - whole as f64;
        if share <= 0.0 || whole + 1 >= self.finite {
            return None;
        }
        let (from, to) = (pick(whole as f64, self.row(whole)?), pick((whole + 1) as f64, self.row(whole + 1)?));
        Some([0, 1].map(|i| from[i] + share * (to[i] - from[i])))
    }

    fn so_far(&self, step: f64, pick: impl Fn(f64, [f64; 3]) -> [f64; 2]) -> Vec<[f64; 2]> {
        let row = |(row, t): (&[f64], u32)| pick(t.into(), [row[0], row[1], row[self.stride - 1]]);
        self.known(step).zip(0u32..).map(row).chain(self.glide(step, &pick)).collect()
    }
}

#[cfg(test)]
impl Track {
    /// Takes the points of another run from a step on.
    pub(crate) fn splice(&mut self, other: &Self, from: usize) {
        let from = from * self.stride;
        self.rows[from..].copy_from_slice(&other.rows[from..]);
        let rows = std::mem::take(&mut self.rows);
        *self = Self::new(std::mem::take(&mut self.name), self.pen, rows, self.stride);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn track(rows: Vec<[f64; 3]>) -> Track {
        Track::new(String::new(), 0, rows.concat(), 3)
    }

    #[test]
    fn the_way_ends_at_the_step_and_glides_between_points() {
        let track = track(vec![[0.0, 0.0, 4.0], [1.0, 2.0, 2.0], [3.0, 2.0, 0.0]]);
        assert_eq!(track.way(0.0), [[0.0, 0.0]]);
        assert_eq!(track.way(1.5), [[0.0, 0.0], [1.0, 2.0], [2.0, 2.0]]);
        assert_eq!(track.way(2.0).len(), 3);
        for step in [0.0, 0.5, 1.5, 2.0] {
            assert_eq!(track.head(step), track.way(step).last().copied(), "{step}");
        }
        assert_eq!(track.losses(1.5, 0.5), [[0.0, 4.0], [1.0, 2.0], [1.5, 1.25]]);
    }

    #[test]
    fn a_diverged_run_stops_where_it_left_the_numbers() {
        let gone = [f64::NAN; 3];
        let track = track(vec![[0.0, 0.0, 1.0], [5.0, 0.0, 9.0], gone, gone]);
        assert_eq!(track.way(1.5), [[0.0, 0.0], [5.0, 0.0]]);
        assert_eq!(track.way(3.0), [[0.0, 0.0], [5.0, 0.0]]);
        assert_eq!(track.head(3.0), Some([5.0, 0.0]));
        assert_eq!(track.at(2), None);
        assert!(track.loss(2).is_nan());
    }
}

//! One run as a figure draws it: its points, its name, its pen. Points are asked for up to a step, never beyond.

use ponder::Plan;

use crate::names::names;
use crate::theme;

/// The whole way of one run, and how it is told from the others.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Track {
    /// What it is called beside its head.
    pub name: String,
    /// Its pen.
    pub pen: u8,
    /// Parameters and loss of every point, one after another.
    rows: Vec<f64>,
    /// Numbers a point.
    stride: usize,
}

impl Track {
    /// All runs of a plan.
    pub(crate) fn all(plan: &Plan) -> Vec<Self> {
        let pens = theme::pens(plan.runs().iter().map(|run| run.method().id));
        let stride = plan.parameters() + 1;
        let rows = plan.trajectory();
        let runs = names(plan.runs()).into_iter().zip(pens).zip(rows.chunks_exact(plan.stride()));
        runs.map(|((name, pen), rows)| Self { name, pen, rows: rows.to_vec(), stride }).collect()
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

    fn so_far(&self, step: f64, pick: impl Fn(f64, [f64; 3]) -> [f64; 2]) -> Vec<[f64; 2]> {
        let whole = step as usize;
        let finite = |row: &[f64]| row.iter().all(|v| v.is_finite()).then(|| [row[0], row[1], row[self.stride - 1]]);
        let known = self.rows.chunks_exact(self.stride).take(whole + 1).map_while(finite).zip(0u32..);
        let mut way: Vec<[f64; 2]> = known.map(|(row, t)| pick(t.into(), row)).collect();
        let share = step - whole as f64;
        let next = self.row(whole + 1).filter(|row| share > 0.0 && row.iter().all(|v| v.is_finite()));
        if let (Some(to), true) = (next, way.len() == whole + 1) {
            let (from, to) = (way[whole], pick((whole + 1) as f64, to));
            way.push([0, 1].map(|i| from[i] + share * (to[i] - from[i])));
        }
        way
    }
}

#[cfg(test)]
impl Track {
    /// Takes the points of another run from a step on.
    pub(crate) fn splice(&mut self, other: &Self, from: usize) {
        let from = from * self.stride;
        self.rows[from..].copy_from_slice(&other.rows[from..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn track(rows: Vec<[f64; 3]>) -> Track {
        Track { name: String::new(), pen: 0, rows: rows.concat(), stride: 3 }
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

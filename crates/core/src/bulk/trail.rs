//! What is kept of a path: where it settled, whether it left, whether it goes round.

use alloc::vec::Vec;

use crate::analysis::outcome::{FAR, LAPS, PARTS, ROUND, STRETCH};
use crate::analysis::path::distance;
use crate::math;

/// Where a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Near one of the minima.
    Arrived {
        /// Which one, by its place in the list.
        target: u8,
        /// The first step from which on it stays near.
        step: u32,
    },
    /// Near none, and still under way, or at rest elsewhere.
    Elsewhere,
    /// Near none, going round without getting anywhere.
    Cycling,
    /// Beyond all bounds, as [`Outcome`](crate::Outcome) has them.
    Diverged {
        /// The first point that was.
        step: u32,
    },
}

/// What is known of one run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// Where it ended.
    pub fate: Fate,
    /// The first step at which the loss was at or below the bound, where losses are watched.
    pub under: Option<u32>,
    /// The loss after the last step; NaN where it is not finite.
    pub loss: f64,
}

/// What is looked out for along every path of a job.
#[derive(Clone, Debug)]
pub(crate) struct Lookout {
    /// The minima, no two nearer than twice the distance that counts as near.
    pub(super) targets: Vec<[f64; 2]>,
    /// The square of that distance.
    pub(super) near: f64,
    pub(super) below: Option<f64>,
    /// The number of the last point.
    pub(super) last: usize,
}

impl Lookout {
    /// Where the last stretch begins.
    pub(super) fn stretch(&self) -> usize {
        self.last - self.last.min((self.last / PARTS).max(STRETCH))
    }

    /// Whether a path through the last stretch goes round.
    pub(super) fn goes_round(path: f64, displacement: f64) -> bool {
        path > ROUND && path > LAPS * displacement
    }

    /// The minimum that is near.
    fn seat(&self, at: &[f64]) -> Option<u8> {
        (0..self.targets.len()).find(|&k| self.is_near(k, at)).map(|k| k as u8)
    }

    fn is_near(&self, k: usize, at: &[f64]) -> bool {
        let &[w, b] = at else { return false };
        let (dw, db) = (w - self.targets[k][0], b - self.targets[k][1]);
        dw * dw + db * db < self.near
    }
}

/// One path, point by point.
#[derive(Debug, Default)]
pub(super) struct Trail {
    t: usize,
    seat: Option<(u8, u32)>,
    far: Option<u32>,
    under: Option<u32>,
    first_loss: f64,
    loss: f64,
    /// Where the last stretch began, the last point, and the way between.
    from: Vec<f64>,
    before: Vec<f64>,
    path: f64,
}

impl Trail {
    /// Takes in the next point: its parameters, then its loss.
    pub(super) fn see(&mut self, out: &Lookout, row: &[f64]) {
        let Some((&loss, at)) = row.split_last() else { return };
        if self.t == 0 {
            self.first_loss = loss;
        }
        self.loss = loss;
        let within = at.iter().all(|c| c.abs() <= FAR) && loss.abs() <= FAR * math::larger(1.0, self.first_loss.abs());
        if !within && self.far.is_none() {
            self.far = Some(self.t as u32);
        }
        if self.under.is_none() && out.below.is_some_and(|bound| loss <= bound) {
            self.under = Some(self.t as u32);
        }
        if !self.seat.is_some_and(|(k, _)| out.is_near(k.into(), at)) {
            self.seat = out.seat(at).map(|k| (k, self.t as u32));
        }
        if self.t >= out.stretch() {
            self.stretch(self.t == out.stretch(), at);
        }
        self.t += 1;
    }

    fn stretch(&mut self, begins: bool, at: &[f64]) {
        if begins {
            self.from = at.to_vec();
        } else {
            self.path += distance(&self.before, at);
        }
        self.before.clear();
        self.before.extend_from_slice(at);
    }

    /// How many points it has seen.
    pub(super) fn seen(&self) -> usize {
        self.t
    }

    /// What the points seen so far amount to.
    pub(super) fn cell(&self) -> Cell {
        let fate = match (self.far, self.seat) {
            (Some(step), _) => Fate::Diverged { step },
            (None, Some((target, step))) => Fate::Arrived { target, step },
            _ if Lookout::goes_round(self.path, distance(&self.from, &self.before)) => Fate::Cycling,
            _ => Fate::Elsewhere,
        };
        Cell { fate, under: self.under, loss: if self.loss.is_finite() { self.loss } else { f64::NAN } }
    }
}

#[cfg(test)]
mod tests {
    use super::{LAPS, Lookout, ROUND};

    #[test]
    fn a_path_goes_round_that_is_longer_than_both_bounds() {
        let above = |bound: f64| bound.next_up();
        assert!(Lookout::goes_round(above(ROUND), 0.0) && !Lookout::goes_round(ROUND, 0.0));
        assert!(Lookout::goes_round(above(LAPS), 1.0) && !Lookout::goes_round(LAPS, 1.0));
    }
}

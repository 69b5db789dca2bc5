//! The rows of one run on its landscape, and which of the outcomes they show.

use super::{BENT, FAR, FLAT, Ground, Kind, LAPS, PARTS, REST, ROUND, STILL, STRETCH};
use crate::analysis::{Path, eigenvalues};
use crate::{Landscape, Vector, math};

/// The rows of one run over N parameters: the parameters, then the loss.
pub(super) struct Track<'a, const N: usize> {
    land: &'a dyn Landscape<N>,
    /// The loss of the lowest known minimum.
    lowest: Option<f64>,
    rows: &'a [f64],
    /// The number of the last point.
    last: usize,
    /// A gradient up to this long counts as zero.
    flat: f64,
}

impl<'a, const N: usize> Track<'a, N> {
    /// `None` without a single row.
    pub(super) fn new(land: &'a dyn Landscape<N>, lowest: Option<f64>, rows: &'a [f64]) -> Option<Self> {
        let last = (rows.len() / (N + 1)).checked_sub(1)?;
        let mut track = Self { land, lowest, rows, last, flat: FLAT };
        track.flat = FLAT * math::larger(1.0, land.slope(track.at(0)).norm());
        Some(track)
    }

    fn at(&self, t: usize) -> Vector<N> {
        Vector(core::array::from_fn(|i| self.rows[(N + 1) * t + i]))
    }

    pub(super) fn loss(&self, t: usize) -> f64 {
        self.rows[(N + 1) * t + N]
    }

    /// The first point that is far out, or no point.
    pub(super) fn far(&self) -> Option<usize> {
        let bound = FAR * math::larger(1.0, self.loss(0).abs());
        // NaN is neither within nor beyond: only what is surely within is near.
        let near = |t: usize| self.at(t).0.iter().all(|c| c.abs() <= FAR) && self.loss(t).abs() <= bound;
        (0..=self.last).find(|&t| !near(t))
    }

    /// Whether there is no finite slope at the point before this one, which is finite itself.
    pub(super) fn is_undefined_before(&self, step: usize) -> bool {
        let before = step.checked_sub(1).map(|t| self.at(t)).filter(|at| at.is_finite());
        before.is_some_and(|at| !self.land.slope(at).is_finite())
    }

    /// The largest curvature where the run starts.
    pub(super) fn curvature_at_start(&self) -> f64 {
        self.curvatures(0).0
    }

    /// The largest and the smallest curvature at point t.
    fn curvatures(&self, t: usize) -> (f64, f64) {
        let spectrum = eigenvalues(&self.land.curve(self.at(t)));
        (spectrum[0], spectrum[N - 1])
    }

    /// How a run that stayed near ended, and at which step.
    pub(super) fn kind(&self) -> (Kind, usize) {
        let last = self.last;
        let (largest, smallest) = self.curvatures(last);
        let bends_down = smallest < -BENT * largest.abs();
        if self.is_flat(last) && !bends_down {
            let arrived = (0..last).rev().take_while(|&t| self.is_flat(t)).last();
            return (Kind::Converged { elsewhere: self.is_elsewhere(last) }, arrived.unwrap_or(last));
        }
        let stretch = Path::new(self.rows, N).part(last - last.min((last / PARTS).max(STRETCH)), last);
        let path = stretch.length();
        let kind = if path > ROUND && path > LAPS * stretch.displacement() {
            Kind::Cycling
        } else if path < STILL {
            Kind::Stalled(self.ground(smallest))
        } else {
            Kind::Running
        };
        (kind, last)
    }

    fn is_flat(&self, t: usize) -> bool {
        self.land.slope(self.at(t)).norm() <= self.flat
    }

    /// Whether more than [`REST`] of the way down to the lowest known minimum is left.
    fn is_elsewhere(&self, t: usize) -> bool {
        self.lowest.is_some_and(|lowest| self.loss(t) - lowest > REST * (self.loss(0) - lowest).abs())
    }

    fn ground(&self, least_curvature: f64) -> Ground {
        match self.is_flat(self.last) {
            true if least_curvature < -FLAT => Ground::Saddle,
            true => Ground::Flat,
            false => Ground::TinySteps,
        }
    }
}

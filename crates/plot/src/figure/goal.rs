//! Where a figure stops playing.

use ponder::Event;

use super::Figure;

impl Figure {
    /// The step at which the last of its runs has met the recipe's `until`. `None` without one, or if a run never does.
    pub fn goal(&self) -> Option<usize> {
        let met = Event::Reached(self.plan.until()?);
        let steps = self.tracks.iter().map(|track| met.first(self.plan.surface(), track.rows()));
        steps.collect::<Option<Vec<_>>>()?.into_iter().max()
    }
}

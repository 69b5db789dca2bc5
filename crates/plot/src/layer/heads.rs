//! Where each run stands now: its marker, hollow where the land hides it.

use ponder::Vector;

use super::{Draw, Layer, Stage};
use crate::scene::{Mark, Pixel};
use crate::view::View;

pub(super) const ENTRY: Layer =
    Layer::new("heads", false, &[View::Contour, View::Surface, View::Curves], Draw::Marks(marks));

fn marks(stage: &Stage) -> Vec<Mark> {
    let hidden = |run| stage.scape.as_ref().zip(stage.head(run)).is_some_and(|(scape, at)| scape.hides(at));
    let dot = |run| {
        let (at, hollow) = (place(stage, run)?, hidden(run));
        Some(Mark::Dot { at, radius: 5.0, role: stage.pen(run), hollow })
    };
    (0..stage.tracks.len()).filter_map(dot).collect()
}

/// Where the head of a run is on this picture, if it is on it; in the fit the right end of its curve.
pub(super) fn place(stage: &Stage, run: usize) -> Option<Pixel> {
    match stage.view {
        View::Contour | View::Surface => stage.place(stage.head(run)?),
        View::Curves => on_the_curve(stage, run),
        View::Fit => {
            let (at, end) = (stage.head(run)?, stage.plane.window[0][1]);
            let end = [end, stage.surface.fit()?.predict(Vector(at), end)];
            Some(end).filter(|end| stage.plane.holds(*end)).map(|end| stage.plane.place(end))
        }
    }
}

fn on_the_curve(stage: &Stage, run: usize) -> Option<Pixel> {
    let floor = if stage.plane.log { stage.plane.window[1][0] } else { f64::NEG_INFINITY };
    let end = stage.tracks[run].losses(stage.now.step, floor).last().copied()?;
    Some(end).filter(|end| stage.plane.holds(*end)).map(|end| stage.plane.place(end))
}

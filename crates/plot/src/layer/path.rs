//! The way of each run so far: on the map with its steps where they are apart, on the surface laid over the land.
//!
//! While the reader looks at a part of a step all of it is dimmed, but for the last step where that has arrived. Lines
//! are solid here; what tells runs apart without colour is the shape of the marks along them.

use ponder::note::Part;

use super::{Draw, Layer, Stage};
use crate::scape::Stretch;
use crate::scene::{Mark, Pixel};
use crate::trail::Drawn;
use crate::view::View;

pub(super) const ENTRY: Layer = Layer::new("path", false, &[View::Contour, View::Surface], Draw::Marks(marks));

fn marks(stage: &Stage) -> Vec<Mark> {
    let mut marks = Vec::new();
    for run in 0..stage.tracks.len() {
        marks.extend(of(stage, run));
    }
    marks
}

fn of(stage: &Stage, run: usize) -> Vec<Mark> {
    let (track, step) = (&stage.tracks[run], stage.now.step);
    let quiet = stage.now.part.is_some();
    let mut marks = match &stage.scape {
        Some(scape) => lines(stage, run, scape.drape(&track.way(step)), quiet),
        None => flat(stage, run, track.drawn(stage.plane, step), quiet),
    };
    if stage.shows(Part::Arrived) && track.stands(step) {
        let way = track.way(step);
        let last = &way[way.len().saturating_sub(2)..];
        let stretches = match &stage.scape {
            Some(scape) => scape.drape(last),
            None => seen(stage.plane.path(last)),
        };
        marks.extend(lines(stage, run, stretches, false));
    }
    marks
}

/// On the map, with its steps unless the reader looks at a part of one.
fn flat(stage: &Stage, run: usize, Drawn { pieces, steps }: Drawn, quiet: bool) -> Vec<Mark> {
    let dot = |at| Mark::Dot { at, radius: 2.0, role: stage.pen(run), hollow: false };
    let steps = if quiet { Vec::new() } else { steps };
    let mut marks = lines(stage, run, seen(pieces), quiet);
    marks.extend(steps.into_iter().map(dot));
    marks
}

/// Nothing hides a path on the map.
fn seen(pieces: Vec<Vec<Pixel>>) -> Vec<Stretch> {
    pieces.into_iter().map(|points| (points, false)).collect()
}

fn lines(stage: &Stage, run: usize, stretches: Vec<Stretch>, quiet: bool) -> Vec<Mark> {
    let line = |(points, hidden)| Mark::Line { points, role: stage.pen(run), faint: quiet || hidden, dashed: false };
    stretches.into_iter().map(line).collect()
}

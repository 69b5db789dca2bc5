//! The way of each run so far: on the map with its steps where they are apart, on the surface laid over the land.
//!
//! While the reader looks at a part of a step all of it is dimmed, but for the last step where that has arrived. Lines
//! are solid here; what tells runs apart without colour is the shape of the marks along them.

use ponder::note::Part;

use super::{Draw, Layer, Stage};
use crate::scene::{Mark, Pixel};
use crate::shape;
use crate::view::View;

pub(super) const ENTRY: Layer = Layer::new("path", false, &[View::Contour, View::Surface], Draw::Marks(marks));

/// Steps closer than this on the picture, in pixels, are not marked one by one.
const APART: f64 = 9.0;

fn marks(stage: &Stage) -> Vec<Mark> {
    (0..stage.tracks.len()).flat_map(|run| of(stage, run)).collect()
}

fn of(stage: &Stage, run: usize) -> Vec<Mark> {
    let way = stage.tracks[run].way(stage.now.step);
    let role = stage.pen(run);
    let quiet = stage.now.part.is_some();
    let mut marks = lines(stage, run, &way, quiet);
    if stage.shows(Part::Arrived) && stage.tracks[run].stands(stage.now.step) {
        marks.extend(lines(stage, run, &way[way.len().saturating_sub(2)..], false));
    }
    if stage.scape.is_none() && !quiet {
        let dot = |at| Mark::Dot { at, radius: 2.0, role, hollow: false };
        marks.extend(steps(stage, &way).into_iter().map(dot));
    }
    marks
}

/// A stretch of a path, laid over the land or flat on the map.
fn lines(stage: &Stage, run: usize, way: &[[f64; 2]], quiet: bool) -> Vec<Mark> {
    let pieces = match &stage.scape {
        Some(scape) => scape.drape(way),
        None => stage.plane.path(way).into_iter().map(|points| (points, false)).collect(),
    };
    let line = |(points, hidden)| Mark::Line { points, role: stage.pen(run), faint: quiet || hidden, dashed: false };
    pieces.into_iter().map(line).collect()
}

/// The points of a path that are far enough from the ones before; the first and the last have marks of their own.
fn steps(stage: &Stage, way: &[[f64; 2]]) -> Vec<Pixel> {
    let Some(inner) = way.get(1..way.len().saturating_sub(1)) else { return Vec::new() };
    let mut last = stage.plane.place(way[0]);
    let mut kept = Vec::new();
    for at in inner.iter().filter(|at| stage.plane.holds(**at)).map(|at| stage.plane.place(*at)) {
        if shape::distance(last, at) >= APART {
            kept.push(at);
            last = at;
        }
    }
    kept
}

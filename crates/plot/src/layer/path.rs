//! The way of each run so far: on the map with its steps where they are apart, on the surface laid over the land.
//!
//! Lines are solid here; what tells runs apart without colour is the shape of the marks along them.

use super::{Draw, Layer, Stage};
use crate::scene::{Mark, Pixel};
use crate::view::View;

pub(super) const ENTRY: Layer = Layer::new("path", false, &[View::Contour, View::Surface], Draw::Marks(marks));

/// Steps closer than this on the picture, in pixels, are not marked one by one.
const APART: f64 = 9.0;

fn marks(stage: &Stage) -> Vec<Mark> {
    let draw = |run: usize| -> Vec<Mark> {
        match &stage.scape {
            Some(scape) => {
                let way = stage.tracks[run].way(stage.now.step);
                let line = |(points, faint)| Mark::Line { points, role: stage.pen(run), faint, dashed: false };
                scape.drape(&way).into_iter().map(line).collect()
            }
            None => on_the_map(stage, run),
        }
    };
    (0..stage.tracks.len()).flat_map(draw).collect()
}

fn on_the_map(stage: &Stage, run: usize) -> Vec<Mark> {
    let way = stage.tracks[run].way(stage.now.step);
    let role = stage.pen(run);
    let pieces = stage.plane.path(&way).into_iter();
    let lines = pieces.map(|points| Mark::Line { points, role, faint: false, dashed: false });
    let dot = |at| Mark::Dot { at, radius: 2.0, role, hollow: false };
    lines.chain(steps(stage, &way).into_iter().map(dot)).collect()
}

/// The points of a path that are far enough from the ones before; the first and the last have marks of their own.
fn steps(stage: &Stage, way: &[[f64; 2]]) -> Vec<Pixel> {
    let Some(inner) = way.get(1..way.len().saturating_sub(1)) else { return Vec::new() };
    let mut last = stage.plane.place(way[0]);
    let mut kept = Vec::new();
    for at in inner.iter().filter(|at| stage.plane.holds(**at)).map(|at| stage.plane.place(*at)) {
        let [across, along] = [at[0] - last[0], at[1] - last[1]];
        if across * across + along * along >= APART * APART {
            kept.push(at);
            last = at;
        }
    }
    kept
}

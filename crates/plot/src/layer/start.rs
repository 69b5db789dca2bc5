//! Where runs begin: one ring a place, in a run's own colour if it begins there alone.

use ponder::{Landscape, Vector};

use super::{Draw, Layer, Stage, heads, names};
use crate::scene::{Anchor, Mark};
use crate::shape;
use crate::theme::Role;
use crate::view::View;
use crate::words;

pub(super) const ENTRY: Layer = Layer::new("start", false, &[View::Contour, View::Surface], Draw::Marks(marks));

/// No name reaches farther from its head, in pixels.
const REACH: f64 = 240.0;

fn marks(stage: &Stage) -> Vec<Mark> {
    let mut places: Vec<([f64; 2], Role)> = Vec::new();
    for run in 0..stage.tracks.len() {
        let Some(start) = stage.tracks[run].at(0) else { continue };
        match places.iter_mut().find(|(place, _)| *place == start) {
            Some((_, role)) => *role = Role::Ink,
            None => places.push((start, stage.pen(run))),
        }
    }
    let alone = places.len() == 1 && stage.view == View::Contour;
    let mut marks = Vec::new();
    for (place, role) in places {
        let Some(at) = stage.place(place) else { continue };
        let named = |run| heads::place(stage, run).is_some_and(|head| shape::distance(head, at) < REACH);
        let names = if (0..stage.tracks.len()).any(named) { names::places(stage) } else { Vec::new() };
        let ring = Mark::Dot { at, radius: 5.5, role, hollow: true };
        // Behind the run, which leaves downhill; before it if a name stands there, and nowhere if names stand on both sides.
        let behind = stage.surface.slope(Vector(place)).0[0] > 0.0;
        let word = |right| {
            let (x, anchor) = if right { (at[0] + 10.0, Anchor::Left) } else { (at[0] - 10.0, Anchor::Right) };
            Mark::text([x, at[1]], stage.tongue.say("start"), Role::Ink, anchor)
        };
        let free = |word: &Mark| words::place(word).is_some_and(|place| !names.iter().any(|name| name.meets(&place)));
        let word = [behind, !behind].map(word).into_iter().find(free);
        let fits = stage.plane.rect.grown(-44.0).holds([at[0], 0.5 * (stage.plane.rect.y + stage.plane.rect.bottom())]);
        marks.push(ring);
        marks.extend(word.filter(|_| alone && fits));
    }
    marks
}

//! Where runs begin: one ring a place, in a run's own colour if it begins there alone.

use ponder::{Landscape, Vector};

use super::{Draw, Layer, Stage};
use crate::scene::{Anchor, Mark};
use crate::theme::Role;
use crate::view::View;

pub(super) const ENTRY: Layer = Layer::new("start", false, &[View::Contour, View::Surface], Draw::Marks(marks));

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
    let draw = |(place, role): ([f64; 2], Role)| {
        let at = stage.place(place)?;
        let ring = Mark::Dot { at, radius: 5.5, role, hollow: true };
        // Behind the run: it leaves downhill.
        let right = stage.surface.slope(Vector(place)).0[0] > 0.0;
        let (x, anchor) = if right { (at[0] + 10.0, Anchor::Left) } else { (at[0] - 10.0, Anchor::Right) };
        let word = Mark::text([x, at[1]], "start", Role::Ink, anchor);
        let fits = stage.plane.rect.grown(-44.0).holds([at[0], 0.5 * (stage.plane.rect.y + stage.plane.rect.bottom())]);
        Some([Some(ring), (alone && fits).then_some(word)])
    };
    places.into_iter().filter_map(draw).flatten().flatten().collect()
}

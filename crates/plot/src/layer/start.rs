//! Where runs begin: one ring a place, in a run's own colour if it begins there alone.

use super::{Draw, Layer, Stage};
use crate::scene::{Anchor, Mark};
use crate::theme::Role;
use crate::view::View;

pub(super) const LAYER: Layer = Layer::new("start", true, &[View::Contour, View::Surface], Draw::Marks(marks));

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
        let word = Mark::text([at[0] - 10.0, at[1]], "start", Role::Ink, Anchor::Right);
        let fits = at[0] > stage.plane.rect.x + 44.0;
        Some([Some(ring), (alone && fits).then_some(word)])
    };
    places.into_iter().filter_map(draw).flatten().flatten().collect()
}

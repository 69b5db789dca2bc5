//! The present step on the curves: a thin upright line through every panel.

use super::{Draw, Layer, Stage};
use crate::plane::Plane;
use crate::scene::Mark;
use crate::theme::Role;
use crate::view::View;

pub(super) const ENTRY: Layer = Layer { always: true, ..Layer::new("now", false, &[View::Curves], Draw::Marks(marks)) };

fn marks(stage: &Stage) -> Vec<Mark> {
    let below = stage.panels.iter().map(|(plane, _)| plane).filter(|plane| **plane != stage.plane);
    let upright = |plane: &Plane| {
        let x = plane.place([stage.now.step, plane.window[1][0]])[0];
        Mark::line(vec![[x, plane.rect.y], [x, plane.rect.bottom()]], Role::Rule)
    };
    [&stage.plane].into_iter().chain(below).map(upright).collect()
}

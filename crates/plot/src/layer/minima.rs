//! The known bottoms of the land, where nothing hides them.

use ponder::math::smaller;

use super::{Draw, Layer, Stage};
use crate::scene::{Anchor, Mark};
use crate::theme::Role;
use crate::view::View;

pub(super) const ENTRY: Layer = Layer::new("minima", true, &[View::Contour, View::Surface], Draw::Marks(marks));

/// Of more minima than this only the lowest are named.
const FEW: usize = 6;

fn marks(stage: &Stage) -> Vec<Mark> {
    let mut marks = Vec::new();
    let minima = &stage.facts.minima;
    let hidden = |at| stage.scape.as_ref().is_some_and(|scape| scape.hides(at));
    let loss = |at: &[f64; 2]| stage.surface.loss(at);
    let lowest = minima.iter().map(loss).fold(f64::INFINITY, smaller);
    for (minimum, at) in minima.iter().filter(|at| !hidden(**at)).filter_map(|at| Some((at, stage.place(*at)?))) {
        marks.push(Mark::Dot { at, radius: 5.0, role: Role::Minimum, hollow: false });
        let beside = [at[0] - 8.0, at[1] + 9.0];
        let told = minima.len() <= FEW || loss(minimum) <= lowest;
        // On the surface the mark alone says it; words would hang in the air.
        if told && stage.view == View::Contour && beside[1] < stage.plane.rect.bottom() - 8.0 {
            marks.push(Mark::text(beside, "min", Role::ContourName, Anchor::Right));
        }
    }
    marks
}

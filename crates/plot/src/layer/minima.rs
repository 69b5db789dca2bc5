//! The known bottoms of the land, where nothing hides them.

use ponder::math::smaller;
use ponder::{Landscape, Vector};

use super::{Draw, Layer, Stage};
use crate::scene::{Anchor, Mark, Pixel};
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
        let told = minima.len() <= FEW || loss(minimum) <= lowest;
        // On the surface the mark alone says it; words would hang in the air.
        if told && stage.view == View::Contour {
            marks.extend(name(stage, *minimum, at));
        }
    }
    marks
}

/// Beside the mark where the land is steepest, on the side of the start: runs arrive along the valley, and what
/// overshoots does so on the other side.
fn name(stage: &Stage, minimum: [f64; 2], at: Pixel) -> Option<Mark> {
    let [[across, mixed], [_, along]] = stage.surface.curve(Vector(minimum)).hess.map(|row| row.0);
    let angle = 0.5 * libm::atan2(2.0 * mixed, across - along);
    let steep = [libm::cos(angle), -libm::sin(angle)];
    let start = stage.tracks.first()?.at(0).map_or(at, |start| stage.plane.place(start));
    let toward = (start[0] - at[0]) * steep[0] + (start[1] - at[1]) * steep[1] > 0.0;
    let [x, y] = steep.map(|c| if toward { c } else { -c });
    let (aside, anchor) = match x {
        x if x > 0.5 => (9.0, Anchor::Left),
        x if x < -0.5 => (-9.0, Anchor::Right),
        _ => (0.0, Anchor::Middle),
    };
    let beside = [at[0] + aside, at[1] + 13.0 * y];
    stage
        .plane
        .rect
        .grown(-8.0)
        .holds(beside)
        .then(|| Mark::text(beside, stage.tongue.say("min"), Role::ContourName, anchor))
}

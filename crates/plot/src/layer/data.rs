//! The points to be fitted, with their numbers while there are few.

use ponder::text::human;

use super::{Draw, Layer, Stage};
use crate::format;
use crate::scene::{Anchor, Mark};
use crate::theme::Role;
use crate::view::View;

pub(super) const LAYER: Layer = Layer::new("data", true, &[View::Fit], Draw::Marks(marks));

/// More points than this are told by their places alone.
const FEW: usize = 6;

fn marks(stage: &Stage) -> Vec<Mark> {
    let data = stage.surface.neuron().map(|neuron| neuron.data()).unwrap_or_default();
    let mut marks = Vec::new();
    for &point in data {
        let at = stage.plane.place(point);
        let radius = if data.len() > 40 { 3.0 } else { 5.0 };
        marks.push(Mark::Dot { at, radius, role: Role::Data, hollow: false });
        if data.len() <= FEW {
            let text = format!("({}, {})", human(point[0]), human(point[1]));
            let right = at[0] + 10.0 + format::width(&text, 12.0) < stage.size.width;
            let (x, anchor) = if right { (at[0] + 10.0, Anchor::Left) } else { (at[0] - 10.0, Anchor::Right) };
            // Below high points and above low ones, where the curve is not.
            let y = if point[1] > 0.5 { at[1] + 12.0 } else { at[1] - 12.0 };
            marks.push(Mark::text([x, y], text, Role::Data, anchor));
        }
    }
    marks
}

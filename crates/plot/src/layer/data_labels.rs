//! The numbers of the points to be fitted, while they are few; over the moving curve, so that it never crosses them out.

use ponder::text::human;

use super::{Draw, Layer, Stage};
use crate::format;
use crate::scene::{Anchor, Mark};
use crate::theme::Role;
use crate::view::View;

pub(super) const ENTRY: Layer = Layer::new("data-labels", false, &[View::Fit], Draw::Marks(marks));

/// More points than this are told by their places alone.
const FEW: usize = 6;

fn marks(stage: &Stage) -> Vec<Mark> {
    let data = stage.surface.fit().map(|fit| fit.data).unwrap_or_default();
    let mut marks = Vec::new();
    for point in data.iter().filter(|point| data.len() <= FEW && stage.plane.holds(**point)) {
        marks.extend(label(stage, *point));
    }
    marks
}

/// The point once more and its numbers, beside it: to the right and below a high point, to the left and above a low
/// one, where rising curves are not.
fn label(stage: &Stage, point: [f64; 2]) -> [Mark; 2] {
    let at = stage.plane.place(point);
    let text = format!("({}, {})", human(point[0]), human(point[1]));
    let (high, width) = (point[1] > 0.5, format::width(&text, Role::Data.font().size));
    let left = at[0] - 10.0 - width > stage.plane.rect.x && (!high || at[0] + 10.0 + width > stage.plane.rect.right());
    let (x, anchor) = if left { (at[0] - 9.0, Anchor::Right) } else { (at[0] + 9.0, Anchor::Left) };
    let y = if high { at[1] + 12.0 } else { at[1] - 12.0 };
    let dot = Mark::Dot { at, radius: 5.0, role: Role::Data, hollow: false };
    [dot, Mark::text([x, y], text, Role::Data, anchor)]
}

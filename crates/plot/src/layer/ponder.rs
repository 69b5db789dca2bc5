//! A reader's answer, the truth beside it, and the gap between them with its number.

use super::{Draw, Layer, Stage};
use crate::now::PonderMark;
use crate::scene::{Anchor, Mark, Pixel};
use crate::shape;
use crate::theme::Role;
use crate::view::View;

pub(super) const ENTRY: Layer =
    Layer { always: true, ..Layer::new("ponder", false, &[View::Contour, View::Surface], Draw::Marks(marks)) };

fn marks(stage: &Stage) -> Vec<Mark> {
    let mut marks = Vec::new();
    for mark in &stage.now.marks {
        marks.extend(draw(stage, mark).unwrap_or_default());
    }
    marks
}

fn draw(stage: &Stage, mark: &PonderMark) -> Option<Vec<Mark>> {
    let arrow =
        |from, to, role| Some(vec![Mark::Arrow { from: stage.place(from)?, to: stage.place(to)?, role, faint: false }]);
    match mark {
        PonderMark::Guess(at) => {
            Some(vec![Mark::Dot { at: stage.place(*at)?, radius: 7.0, role: Role::Guess, hollow: true }])
        }
        PonderMark::Truth(at) => {
            Some(vec![Mark::Dot { at: stage.place(*at)?, radius: 6.0, role: Role::Truth, hollow: true }])
        }
        PonderMark::GuessArrow { from, to } => arrow(*from, *to, Role::Guess),
        PonderMark::TruthArrow { from, to } => arrow(*from, *to, Role::Truth),
        PonderMark::Gap { from, to, text } => Some(gap(stage.place(*from)?, stage.place(*to)?, text)),
    }
}

/// The line between the two and its number, beside the middle.
fn gap(from: Pixel, to: Pixel, text: &str) -> Vec<Mark> {
    let middle = shape::between(from, to, 0.5);
    let line = Mark::Line { points: vec![from, to], role: Role::Gap, faint: false, dashed: true };
    vec![line, Mark::text([middle[0] + 8.0, middle[1] - 10.0], text, Role::Gap, Anchor::Left)]
}

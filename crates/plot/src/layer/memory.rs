//! What a rule carries over from the steps before: the first leg of its move, or its average of the gradients.
//!
//! A memory that is no direction, such as an average of squares, is not drawn.

use ponder::note::Part;

use super::arrows::{self, Magnified};
use super::{Layer, Stage};
use crate::scene::Mark;
use crate::theme::Role;

pub(super) const ENTRY: Layer = Layer::arrow("memory-arrow", Part::Memory, marks);

fn marks(stage: &Stage) -> Vec<Mark> {
    let pieces = arrows::pieces(stage);
    let factors = Magnified::of(stage, &pieces);
    let remembered = |p: &arrows::Pieces| {
        let along = p.kept.map(|v| v.map(|c| factors.moves * c));
        let along = along.or_else(|| p.mean.map(|v| v.map(|c| factors.slope(p) * c)));
        arrows::arrow(stage, p.at, along?, Part::Memory, Role::Part(Part::Memory))
    };
    pieces.iter().flatten().filter_map(remembered).collect()
}

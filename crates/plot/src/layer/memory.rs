//! What a rule carries over from the steps before: the first leg of its move.

use ponder::note::Part;

use super::arrows;
use super::{Layer, Stage};
use crate::scene::Mark;
use crate::theme::Role;

pub(super) const ENTRY: Layer = Layer::arrow("memory-arrow", marks);

fn marks(stage: &Stage) -> Vec<Mark> {
    let pieces = arrows::pieces(stage);
    let factor = arrows::magnified(stage, &pieces);
    let leg = |p: &arrows::Pieces| {
        arrows::arrow(stage, p.at, p.kept?.map(|c| factor * c), Part::Memory, Role::Part(Part::Memory))
    };
    pieces.iter().flatten().filter_map(leg).collect()
}

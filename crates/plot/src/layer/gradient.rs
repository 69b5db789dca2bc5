//! Downhill at the present rate, minus rate times gradient: all of a plain step, the second leg of one with memory.

use ponder::note::Part;

use super::arrows;
use super::{Layer, Stage};
use crate::scene::Mark;
use crate::theme::Role;

pub(super) const ENTRY: Layer = Layer::arrow("gradient-arrow", marks);

fn marks(stage: &Stage) -> Vec<Mark> {
    let pieces = arrows::pieces(stage);
    let factor = arrows::magnified(stage, &pieces);
    let leg = |p: &arrows::Pieces| {
        let from = arrows::add(p.at, p.kept.unwrap_or_default(), factor);
        arrows::arrow(stage, from, p.slope?.map(|c| factor * c), Part::Gradient, Role::Part(Part::Gradient))
    };
    let legs: Vec<Mark> = pieces.iter().flatten().filter_map(leg).collect();
    // Among the arrows of several runs a formula would not say whose it is.
    let formula = legs.first().filter(|_| stage.tracks.len() == 1).and_then(|leg| arrows::name(leg, "−η∇"));
    let note = if legs.is_empty() { None } else { arrows::note(stage, factor) };
    legs.into_iter().chain(formula).chain(note).collect()
}

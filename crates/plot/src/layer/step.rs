//! The move itself, from the point to the next one, where it is more than one arrow.

use ponder::note::Part;

use super::arrows::{self, Magnified};
use super::{Layer, Stage};
use crate::scene::Mark;

pub(super) const ENTRY: Layer = Layer::arrow("move-arrow", Part::Move, marks);

fn marks(stage: &Stage) -> Vec<Mark> {
    let pieces = arrows::pieces(stage);
    let factor = Magnified::of(stage, &pieces).moves;
    let whole = |(run, p): (usize, &Option<arrows::Pieces>)| {
        // A plain step is its gradient arrow; a second arrow on top of it would say nothing, unless it is the move that
        // is looked at.
        let p = p.as_ref().filter(|p| p.kept.is_some() || !p.adds_up() || stage.shows(Part::Move))?;
        arrows::arrow(stage, p.at, p.whole.map(|c| factor * c), Part::Move, stage.pen(run))
    };
    pieces.iter().enumerate().filter_map(whole).collect()
}

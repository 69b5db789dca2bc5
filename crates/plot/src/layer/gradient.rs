//! Downhill at the present rate, minus rate times gradient: all of a plain step, the second leg of one with memory.

use ponder::note::Part;

use super::arrows::{self, Magnified};
use super::{Layer, Stage};
use crate::scene::Mark;
use crate::theme::Role;

pub(super) const ENTRY: Layer = Layer::arrow("gradient-arrow", Part::Gradient, marks);

fn marks(stage: &Stage) -> Vec<Mark> {
    let pieces = arrows::pieces(stage);
    let factors = Magnified::of(stage, &pieces);
    let slope = |p: &arrows::Pieces| {
        let from = arrows::add(p.at, p.kept.unwrap_or_default(), factors.moves);
        let along = p.slope?.map(|c| factors.slope(p) * c);
        arrows::arrow(stage, from, along, Part::Gradient, Role::Part(Part::Gradient))
    };
    let mut marks: Vec<Mark> = pieces.iter().flatten().filter_map(slope).collect();
    // Among the arrows of several runs a formula would not say whose it is.
    let named = stage.tracks.len() == 1 && !stage.dims(Part::Gradient);
    let formula = marks.first().filter(|_| named).and_then(|arrow| arrows::name(arrow, "−η∇"));
    if !marks.is_empty() {
        marks.extend(formula);
        for note in notes(stage, &factors, pieces.iter().flatten().all(arrows::Pieces::adds_up)) {
            marks.extend(note);
        }
    }
    marks
}

/// How much longer arrows are drawn: all alike, or moves and gradients apart.
fn notes(stage: &Stage, factors: &Magnified, alike: bool) -> [Option<Mark>; 2] {
    if alike {
        return [arrows::note(stage, 0, "arrows", factors.moves), None];
    }
    [arrows::note(stage, 0, "moves", factors.moves), arrows::note(stage, 1, "gradients", factors.gradients)]
}

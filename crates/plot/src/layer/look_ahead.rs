//! The place a rule looks at before it moves there: a hollow ghost of its marker.

use ponder::note::Part;

use super::arrows::{self, Magnified};
use super::{Layer, Stage};
use crate::scene::Mark;

pub(super) const ENTRY: Layer = Layer::arrow("look-ahead", Part::LookedAt, marks);

fn marks(stage: &Stage) -> Vec<Mark> {
    let pieces = arrows::pieces(stage);
    let factor = Magnified::of(stage, &pieces).moves;
    let ghost = |(run, p): (usize, &Option<arrows::Pieces>)| {
        let p = p.as_ref().filter(|_| !stage.dims(Part::LookedAt))?;
        let ahead = p.ahead?;
        let shift = [ahead[0] - p.at[0], ahead[1] - p.at[1]];
        let at = stage.place(arrows::add(p.at, shift, factor))?;
        Some(Mark::Dot { at, radius: 5.0, role: stage.pen(run), hollow: true })
    };
    pieces.iter().enumerate().filter_map(ghost).collect()
}

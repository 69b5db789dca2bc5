//! The loss of every run over the steps so far.

use super::{Draw, Layer, Stage};
use crate::scene::Mark;
use crate::view::View;

pub(super) const ENTRY: Layer = Layer::new("loss", false, &[View::Curves], Draw::Marks(marks));

fn marks(stage: &Stage) -> Vec<Mark> {
    let mut marks = Vec::new();
    let floor = if stage.plane.log { stage.plane.window[1][0] } else { f64::NEG_INFINITY };
    for (run, track) in stage.tracks.iter().enumerate() {
        for points in stage.plane.path(&track.losses(stage.now.step, floor)) {
            marks.push(Mark::Line { points, role: stage.pen(run), faint: false, dashed: true });
        }
    }
    marks
}

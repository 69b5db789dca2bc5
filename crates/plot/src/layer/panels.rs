//! What a run notes beside its loss, each on its panel: rates, sums, memories, with their names at the ends.

use super::names::{self, Label};
use super::{Draw, Layer, Stage};
use crate::curves::{Course, Panel};
use crate::format;
use crate::plane::Plane;
use crate::scene::{Mark, Rect};
use crate::theme::Role;
use crate::view::View;

pub(super) const ENTRY: Layer =
    Layer { always: true, ..Layer::new("panels", false, &[View::Curves], Draw::Marks(marks)) };

fn marks(stage: &Stage) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (plane, panel) in &stage.panels {
        lines(stage, plane, panel, &mut marks);
        marks.extend(ends(stage, plane, panel));
    }
    marks
}

fn lines(stage: &Stage, plane: &Plane, panel: &Panel, marks: &mut Vec<Mark>) {
    for line in &panel.lines {
        let pen = stage.tracks[line.run].pen;
        let role = if line.bias { Role::Bias(pen) } else { Role::Run(pen) };
        for points in plane.path(&line.so_far(stage.now.step)) {
            marks.push(Mark::Line { points, role, faint: false, dashed: true });
        }
    }
}

/// The names beside the ends: all of them if they fit, else one a run, else none, as the loss has them.
fn ends(stage: &Stage, plane: &Plane, panel: &Panel) -> Vec<Mark> {
    let room = Rect { x: 4.0, width: stage.size.width - 8.0, ..plane.rect }.grown(4.0);
    let all: Vec<Label> = panel.lines.iter().filter_map(|line| label(stage, plane, line)).collect();
    let mut few = all.clone();
    few.dedup_by_key(|label| label.run);
    let labels = [all, few].into_iter().find(|labels| names::fit(labels, room));
    names::apart(labels.unwrap_or_default(), room).iter().map(|label| names::text(stage, label)).collect()
}

fn label(stage: &Stage, plane: &Plane, line: &Course) -> Option<Label> {
    let end = line.so_far(stage.now.step).last().copied().filter(|end| plane.holds(*end))?;
    let head = plane.place(end);
    let text = line.name.clone();
    let width = format::width(&text, stage.pen(line.run).font().size);
    let right = stage.size.width - 4.0 - head[0];
    let left = names::ASIDE + width > right;
    (!text.is_empty()).then_some(Label { run: line.run, text, head, width, left, y: head[1] })
}

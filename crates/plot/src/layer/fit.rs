//! What the neuron says now: its curve through the data space, and how far it is off each point.

use ponder::{Vector, model::Fit};

use super::{Draw, Layer, Stage};
use crate::scene::Mark;
use crate::theme::Role;
use crate::view::View;

pub(super) const ENTRY: Layer = Layer::new("fit", false, &[View::Fit], Draw::Marks(marks));

/// With more points than this, residuals would be a curtain.
const FEW: usize = 20;

fn marks(stage: &Stage) -> Vec<Mark> {
    let Some(fit) = stage.surface.fit() else { return Vec::new() };
    let mut marks = Vec::new();
    for run in 0..stage.tracks.len() {
        let Some(at) = stage.head(run) else { continue };
        let role = stage.pen(run);
        for points in stage.plane.path(&curve(stage, fit, at)) {
            marks.push(Mark::Line { points, role, faint: false, dashed: true });
        }
        if stage.tracks.len() == 1 && fit.data.len() <= FEW {
            marks.extend(fit.data.iter().flat_map(|point| residual(stage, fit, at, *point)));
        }
    }
    marks
}

/// One point a pixel or two: a steep curve is still smooth.
fn curve(stage: &Stage, fit: Fit, at: [f64; 2]) -> Vec<[f64; 2]> {
    let [from, to] = stage.plane.window[0];
    let count = (stage.plane.rect.width / 1.5).clamp(32.0, 1024.0) as usize;
    let x = |i: usize| from + (to - from) * i as f64 / count as f64;
    (0..=count).map(|i| [x(i), fit.predict(Vector(at), x(i))]).collect()
}

fn residual(stage: &Stage, fit: Fit, at: [f64; 2], [x, y]: [f64; 2]) -> Vec<Mark> {
    let line = [[x, y], [x, fit.predict(Vector(at), x)]];
    let pieces = stage.plane.path(&line).into_iter();
    pieces.map(|points| Mark::Line { points, role: Role::Residual, faint: false, dashed: true }).collect()
}

//! The points to be fitted.

use super::{Draw, Layer, Stage};
use crate::scene::Mark;
use crate::theme::Role;
use crate::view::View;

pub(super) const ENTRY: Layer = Layer::new("data", true, &[View::Fit], Draw::Marks(marks));

fn marks(stage: &Stage) -> Vec<Mark> {
    let data = stage.surface.fit().map(|fit| fit.data).unwrap_or_default();
    let radius = if data.len() > 40 { 3.0 } else { 5.0 };
    let dot = |point: &[f64; 2]| Mark::Dot { at: stage.plane.place(*point), radius, role: Role::Data, hollow: false };
    // The window holds all but those beyond drawing.
    data.iter().filter(|point| stage.plane.holds(**point)).map(dot).collect()
}

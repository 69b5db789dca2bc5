//! The axes of the surface: two edges of its ground and one upright, with ticks, numbers and names.

use super::{Draw, Layer, Stage};
use crate::camera::{Edge, Point};
use crate::format;
use crate::scape::Scape;
use crate::scene::{Anchor, Mark, Pixel, Tick};
use crate::shape;
use crate::theme::Role;
use crate::view::View;

pub(super) const ENTRY: Layer = Layer { always: true, ..Layer::new("box", true, &[View::Surface], Draw::Marks(marks)) };

/// From an edge, outwards, in pixels: to a tick's end, to its number, to the axis's name.
const OUT: [f64; 3] = [4.0, 12.0, 32.0];

fn marks(stage: &Stage) -> Vec<Mark> {
    let Some(scape) = &stage.scape else { return Vec::new() };
    let axes = scape.camera.axes();
    let [w, b] = stage.plane.window;
    let ground = |range, edge| side(scape, edge, ticks(scape, edge, range));
    let mut marks =
        [named(scape, axes.w, "w", ground(w, axes.w)), named(scape, axes.b, "b", ground(b, axes.b))].concat();
    let height = side(scape, axes.height, heights(scape, axes.height));
    marks.extend(height);
    let [x, y] = pixel(scape, axes.height.to);
    marks.push(Mark::text([x, y - 14.0], "loss", Role::Quiet, Anchor::Middle));
    marks
}

/// Ticks of a ground edge, at shares of its length.
fn ticks(scape: &Scape, edge: Edge, range: [f64; 2]) -> Vec<Tick> {
    let share = |v: f64| (v - range[0]) / (range[1] - range[0]);
    format::ticks(range, false, wanted(scape, edge, 56.0), share)
}

/// Ticks of the upright edge: losses, as decades where heights are logarithms.
fn heights(scape: &Scape, edge: Edge) -> Vec<Tick> {
    let land = scape.land;
    let losses = land.range.map(|height| land.loss(height));
    let wanted = wanted(scape, edge, 30.0);
    if land.is_log() {
        let base = land.base();
        let above = land.range.map(|height| libm::pow(10.0, height));
        return format::ticks(above, true, wanted, |above| land.share(land.height(base + above)));
    }
    format::ticks(losses, false, wanted, |loss| land.share(loss))
}

fn wanted(scape: &Scape, edge: Edge, apart: f64) -> usize {
    let length = shape::distance(pixel(scape, edge.from), pixel(scape, edge.to));
    (length / apart).clamp(1.0, 8.0) as usize
}

/// The edge with its ticks and numbers.
fn side(scape: &Scape, edge: Edge, ticks: Vec<Tick>) -> Vec<Mark> {
    let mut marks = vec![Mark::line(vec![pixel(scape, edge.from), pixel(scape, edge.to)], Role::Rule)];
    for Tick { at: share, text } in ticks {
        let at = [0, 1, 2].map(|i| edge.from[i] + share * (edge.to[i] - edge.from[i]));
        marks.push(Mark::line(vec![pixel(scape, at), beyond(scape, at, edge, OUT[0])], Role::Rule));
        marks.push(Mark::text(beyond(scape, at, edge, OUT[1]), text, Role::Quiet, anchor(scape, edge)));
    }
    marks
}

fn named(scape: &Scape, edge: Edge, name: &str, mut marks: Vec<Mark>) -> Vec<Mark> {
    let middle = [0, 1, 2].map(|i| 0.5 * (edge.from[i] + edge.to[i]));
    marks.push(Mark::text(beyond(scape, middle, edge, OUT[2]), name, Role::AxisName, Anchor::Middle));
    marks
}

fn pixel(scape: &Scape, point: Point) -> Pixel {
    let [x, y, _] = scape.camera.project(point);
    [x, y]
}

/// The direction away from the box on the picture, of length 1; downwards where it points at the eye.
fn outward(scape: &Scape, edge: Edge) -> Pixel {
    let from = pixel(scape, edge.from);
    let to = pixel(scape, [0, 1, 2].map(|i| edge.from[i] + edge.out[i]));
    let length = shape::distance(from, to);
    if length > 1e-6 { [(to[0] - from[0]) / length, (to[1] - from[1]) / length] } else { [0.0, 1.0] }
}

fn beyond(scape: &Scape, at: Point, edge: Edge, pixels: f64) -> Pixel {
    let ([x, y], [dx, dy]) = (pixel(scape, at), outward(scape, edge));
    [x + pixels * dx, y + pixels * dy]
}

/// Numbers grow away from the box.
fn anchor(scape: &Scape, edge: Edge) -> Anchor {
    match outward(scape, edge)[0] {
        x if x < -0.5 => Anchor::Right,
        x if x > 0.5 => Anchor::Left,
        _ => Anchor::Middle,
    }
}

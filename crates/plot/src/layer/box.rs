//! The axes of the surface: two edges of its ground and one upright, with ticks, numbers and names.

use ponder::text::human;

use super::{Draw, Layer, Stage};
use crate::camera::{Edge, Point};
use crate::format;
use crate::scape::Scape;
use crate::scene::{Anchor, Mark, Pixel, Rect, Tick};
use crate::shape;
use crate::theme::Role;
use crate::view::View;
use crate::words::{Word, Words};

pub(super) const ENTRY: Layer = Layer { always: true, ..Layer::new("box", true, &[View::Surface], Draw::Marks(marks)) };

/// From an edge, outwards, in pixels: to a tick's end and to its number.
const OUT: [f64; 2] = [4.0, 10.0];

fn marks(stage: &Stage) -> Vec<Mark> {
    let Some(scape) = &stage.scape else { return Vec::new() };
    let sides = sides(stage, scape);
    let mut marks = Vec::new();
    for (edge, ticks) in &sides {
        lines(scape, *edge, ticks, &mut marks);
    }
    marks.extend(words(stage, scape).marks());
    marks
}

/// The edges that are axes, with their ticks.
fn sides(stage: &Stage, scape: &Scape) -> [(Edge, Vec<Tick>); 3] {
    let axes = scape.camera.axes();
    let [w, b] = stage.plane.window;
    [(axes.height, heights(scape, axes.height)), (axes.w, ticks(scape, axes.w, w)), (axes.b, ticks(scape, axes.b, b))]
}

/// Names and numbers; names come first, numbers give way.
fn words(stage: &Stage, scape: &Scape) -> Words {
    let axes = scape.camera.axes();
    let sides = sides(stage, scape);
    let mut all = Vec::new();
    for (edge, ticks) in &sides {
        numbers(scape, *edge, ticks, &mut all);
    }
    let mut words = Words::new(stage.size);
    let [x, y] = pixel(scape, axes.height.to);
    words.force(Word {
        at: [x, y - 14.0],
        text: measured(scape, stage.tongue.say("loss")),
        role: Role::Quiet,
        anchor: Anchor::Middle,
    });
    for (edge, name) in [(axes.w, "w"), (axes.b, "b")] {
        words.choose(names(scape, edge, name), &all);
    }
    for number in all {
        words.offer(number);
    }
    words
}

/// Where its words stand.
pub(super) fn places(stage: &Stage) -> Vec<Rect> {
    stage.scape.as_ref().map(|scape| words(stage, scape).places()).unwrap_or_default()
}

/// What the upright axis measures: logarithms are those of what the loss is above its base.
fn measured(scape: &Scape, loss: &str) -> String {
    match scape.land.base() {
        0.0 => loss.into(),
        base if base < 0.0 => format!("{loss} + {}", human(-base)),
        base => format!("{loss} − {}", human(base)),
    }
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

fn along(edge: Edge, share: f64) -> Point {
    [0, 1, 2].map(|i| edge.from[i] + share * (edge.to[i] - edge.from[i]))
}

/// The edge with its ticks.
fn lines(scape: &Scape, edge: Edge, ticks: &[Tick], marks: &mut Vec<Mark>) {
    marks.push(Mark::line(vec![pixel(scape, edge.from), pixel(scape, edge.to)], Role::Rule));
    for tick in ticks {
        let at = along(edge, tick.at);
        marks.push(Mark::line(vec![pixel(scape, at), beyond(scape, at, edge, OUT[0])], Role::Rule));
    }
}

fn numbers(scape: &Scape, edge: Edge, ticks: &[Tick], all: &mut Vec<Word>) {
    let number = |Tick { at, text }: &Tick| {
        let at = beside(scape, along(edge, *at), edge, OUT[1]);
        Word { at, text: text.clone(), role: Role::Quiet, anchor: anchor(scape, edge) }
    };
    all.extend(ticks.iter().map(number));
}

/// Where the name of an axis may stand, the best place first.
fn names(scape: &Scape, edge: Edge, name: &str) -> Vec<Word> {
    const SHARES: [f64; 7] = [0.5, 0.42, 0.58, 0.34, 0.66, 0.25, 0.75];
    let place = |out: f64, share: f64| beside(scape, along(edge, share), edge, out);
    let mut names = Vec::new();
    for out in [32.0, 26.0] {
        for share in SHARES {
            names.push(Word { at: place(out, share), text: name.into(), role: Role::AxisName, anchor: Anchor::Middle });
        }
    }
    names
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

/// The direction on the picture square to an edge, away from the box: there words are soonest clear of it.
fn aside(scape: &Scape, edge: Edge) -> Pixel {
    let ([x, y], [u, v]) = (pixel(scape, edge.from), pixel(scape, edge.to));
    let (length, out) = (shape::distance([x, y], [u, v]), outward(scape, edge));
    if length < 1.0 {
        return out;
    }
    let square = [(y - v) / length, (u - x) / length];
    if square[0] * out[0] + square[1] * out[1] < 0.0 { square.map(|c| -c) } else { square }
}

fn beside(scape: &Scape, at: Point, edge: Edge, pixels: f64) -> Pixel {
    let ([x, y], [dx, dy]) = (pixel(scape, at), aside(scape, edge));
    [x + pixels * dx, y + pixels * dy]
}

fn beyond(scape: &Scape, at: Point, edge: Edge, pixels: f64) -> Pixel {
    let ([x, y], [dx, dy]) = (pixel(scape, at), outward(scape, edge));
    [x + pixels * dx, y + pixels * dy]
}

/// Numbers grow away from the box.
fn anchor(scape: &Scape, edge: Edge) -> Anchor {
    match aside(scape, edge)[0] {
        x if x < -0.25 => Anchor::Right,
        x if x > 0.25 => Anchor::Left,
        _ => Anchor::Middle,
    }
}

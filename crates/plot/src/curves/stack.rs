//! Panels below each other on one axis of steps: the loss the tallest, numbers of steps only under the lowest.

use ponder::math::larger;

use crate::plane::{self, Frame, Plane, TICK};
use crate::scene::{Axes, Rect, Size};

/// What a panel measures, from where to where.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Strip<'a> {
    pub label: &'a str,
    pub range: [f64; 2],
    pub log: bool,
    /// Its share of the height.
    pub weight: f64,
}

/// Above a plot: its name.
const HEAD: f64 = 26.0;
/// Below one: nothing but air, or the numbers and the name of the steps.
const AIR: f64 = 8.0;
const FOOT: f64 = 42.0;

/// Where each panel lies and how it is marked, `step` being what the axis below is called. `right` is kept free for names.
pub(crate) fn stack(step: &str, strips: &[Strip], steps: [f64; 2], size: Size, right: f64) -> Vec<(Plane, Axes)> {
    let frame = |label| Frame { names: [step, label], grid: true, square: None, right };
    if let [only] = strips {
        return vec![plane::layout([steps, only.range], only.log, size, frame(only.label))];
    }
    let spare = HEAD * strips.len() as f64 + AIR * (strips.len() as f64 - 1.0) + FOOT;
    let unit = larger(size.height - spare, 1.0) / strips.iter().map(|strip| strip.weight).sum::<f64>();
    let mut top = 0.0;
    let mut planes: Vec<Plane> = Vec::new();
    for strip in strips {
        let rect = Rect { x: 0.0, y: top + HEAD, width: 1.0, height: unit * strip.weight };
        planes.push(Plane { window: [steps, strip.range], rect, log: strip.log });
        top = rect.bottom() + AIR;
    }
    let marked = |planes: &[Plane]| -> Vec<Axes> {
        planes.iter().zip(strips).map(|(plane, strip)| plane::axes(plane, &frame(strip.label))).collect()
    };
    let widest = marked(&planes).iter().map(plane::labels_width).fold(0.0, larger);
    let left = widest + 2.0 * TICK + 8.0;
    let width = larger(size.width - left - larger(right, 12.0), 1.0);
    planes.iter_mut().for_each(|plane| plane.rect = Rect { x: left, width, ..plane.rect });
    let mut axes = marked(&planes);
    let above = axes.len().saturating_sub(1);
    for upper in &mut axes[..above] {
        upper.x.label.clear();
        upper.x.ticks.iter_mut().for_each(|tick| tick.text.clear());
    }
    planes.into_iter().zip(axes).collect()
}

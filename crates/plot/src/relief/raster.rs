//! Triangles into pixels: the nearest wins, its colour is one look-up, level lines go on top in the same pass.

use super::four::Four;
use super::ink::{Ink, near};
use super::mesh::Vertex;
use crate::shade::{SHADES, TINTS, Tints};
use std::ops::Range;

/// Pixels and their depths.
#[derive(Clone, Debug, Default)]
pub(super) struct Canvas {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) pixels: Vec<[u8; 4]>,
    pub(super) depth: Vec<f32>,
}

/// What pixels are painted with.
#[derive(Debug)]
pub(super) struct Paint<'a> {
    pub(super) tints: &'a Table,
    pub(super) inks: &'a [Ink],
    /// Depth per device pixel from where on lines grow faint, since the land is seen edge-on.
    pub(super) steep: f32,
}

/// Every tint under every shade.
type Table = [[u8; 4]; TINTS * SHADES];

/// A triangle smaller than this (twice its area, in pixels) is painted evenly: its slopes are noise.
const SLIVER: f32 = 0.02;

impl Canvas {
    /// An empty picture.
    pub(super) fn clear(&mut self, width: usize, height: usize) {
        (self.width, self.height) = (width, height);
        self.pixels.clear();
        self.pixels.resize(width * height, [0; 4]);
        self.depth.clear();
        self.depth.resize(width * height, f32::INFINITY);
    }

    /// Draws a triangle. Rows and columns belong to it by their middles, so neighbours neither overlap nor gape.
    pub(super) fn triangle(&mut self, corners: [&Vertex; 3], paint: &Paint<'_>) {
        let [top, middle, bottom] = by_height(corners);
        let [first, bend, end, _] = (Four::of([top.y, middle.y, bottom.y, 0.0]) + Four::all(0.5)).whole();
        let [first, bend, end] = [first, bend, end].map(|row| bounded(row, self.height));
        if first == end {
            return;
        }
        let face = Face::new(corners, paint);
        let [long, upper, lower] = leans([top, middle, bottom]);
        self.rows(first..bend, &Sides::new([top, top], [long, upper]), &face, paint.tints);
        self.rows(bend..end, &Sides::new([top, middle], [long, lower]), &face, paint.tints);
    }

    /// Paints what lies between two sides.
    #[inline(always)]
    fn rows(&mut self, rows: Range<usize>, sides: &Sides, face: &Face<'_>, tints: &Table) {
        for row in rows {
            let y = row as f32 + 0.5;
            let [one, two] = sides.columns(y).map(|column| bounded(column, self.width));
            let (from, to) = if one < two { (one, two) } else { (two, one) };
            if from < to {
                let range = row * self.width + from..row * self.width + to;
                let run = self.pixels[range.clone()].iter_mut().zip(&mut self.depth[range]);
                face.paint(run, from as f32 + 0.5, y, tints);
            }
        }
    }
}

/// A whole number within 0 and a bound.
#[inline(always)]
fn bounded(number: i32, most: usize) -> usize {
    (number.max(0) as usize).min(most)
}

fn by_height([a, b, c]: [&Vertex; 3]) -> [&Vertex; 3] {
    let (a, b) = if b.y < a.y { (b, a) } else { (a, b) };
    let (b, c) = if c.y < b.y { (c, b) } else { (b, c) };
    let (a, b) = if b.y < a.y { (b, a) } else { (a, b) };
    [a, b, c]
}

/// How far the long side, the upper and the lower short one go to the right with every row.
#[inline(always)]
fn leans([top, middle, bottom]: [&Vertex; 3]) -> [f32; 3] {
    let right = Four::of([bottom.x, middle.x, bottom.x, 0.0]) - Four::of([top.x, top.x, middle.x, 0.0]);
    let down = Four::of([bottom.y, middle.y, bottom.y, 1.0]) - Four::of([top.y, top.y, middle.y, 0.0]);
    let [long, upper, lower, _] = (right / down).lanes();
    [long, upper, lower]
}

/// Two sides of a triangle, each from its upper end: the same numbers in both triangles that share it.
struct Sides {
    x: Four,
    y: Four,
    lean: Four,
}

impl Sides {
    #[inline(always)]
    fn new([a, b]: [&Vertex; 2], [lean_a, lean_b]: [f32; 2]) -> Self {
        let two = |a: f32, b: f32| Four::of([a, b, 0.0, 0.0]);
        Self { x: two(a.x, b.x), y: two(a.y, b.y), lean: two(lean_a, lean_b) }
    }

    /// The first columns whose middles lie to the right of them.
    #[inline(always)]
    fn columns(&self, y: f32) -> [i32; 2] {
        let [one, two, ..] = (self.x + (Four::all(y) - self.y) * self.lean + Four::all(0.5)).whole();
        [one, two]
    }
}

/// What changes evenly over a triangle, side by side: its depth, height, tint and shade, seen from its first corner.
struct Face<'a> {
    x: f32,
    y: f32,
    start: Four,
    right: Four,
    down: Four,
    /// Depth and height from one pixel to the next.
    step: [f32; 2],
    /// Tint and shade, with binary places.
    fixed_step: [i32; 2],
    /// Pixels per unit of height.
    per: f32,
    inks: &'a [Ink],
    /// How much of the lines' strength is left at this angle.
    front: f32,
}

/// Numbers with 16 binary places: adding them is exact and their whole part is one shift.
const FIXED: f32 = 65536.0;

impl<'a> Face<'a> {
    #[inline(always)]
    fn new(corners: [&Vertex; 3], paint: &Paint<'a>) -> Self {
        let [a, b, c] = corners;
        let (bx, by, cx, cy) = (b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y);
        let area = bx * cy - cx * by;
        let inverse = if area.abs() < SLIVER { 0.0 } else { 1.0 / area };
        let of = |v: &Vertex| Four::of([v.depth, v.height, v.tint, Tints::shade(v.turn, area > 0.0)]);
        let start = of(a);
        let (to_b, to_c) = (of(b) - start, of(c) - start);
        let all = Four::all;
        let right = (to_b * all(cy) - to_c * all(by)) * all(inverse);
        let down = (to_c * all(bx) - to_b * all(cx)) * all(inverse);
        let ([to_right, high_right, ..], [to_down, high_down, ..]) = (right.lanes(), down.lanes());
        let per = 1.0 / (high_right * high_right + high_down * high_down).sqrt();
        let inks = if per.is_finite() { near(corners, paint.inks, per) } else { &[] };
        // Where there is no line, nobody asks how faint it would be.
        let front = if inks.is_empty() { 0.0 } else { front(to_right, to_down, paint.steep) };
        let [.., tint_step, shade_step] = (right * all(FIXED)).whole();
        let (step, fixed_step) = ([to_right, high_right], [tint_step, shade_step]);
        Self { x: a.x, y: a.y, start, right, down, step, fixed_step, per, inks, front }
    }

    /// Paints a run of pixels of one row.
    #[inline(always)]
    fn paint<'p>(&self, run: impl Iterator<Item = (&'p mut [u8; 4], &'p mut f32)>, x: f32, y: f32, tints: &Table) {
        let at = self.start + Four::all(x - self.x) * self.right + Four::all(y - self.y) * self.down;
        let ([mut depth, mut height, ..], [.., mut tint, mut shade]) = (at.lanes(), (at * Four::all(FIXED)).whole());
        for (pixel, nearest) in run {
            if depth < *nearest {
                *nearest = depth;
                let index = ((shade >> 16) as usize * TINTS + (tint >> 16) as usize) % (TINTS * SHADES);
                *pixel = tints[index];
                for ink in self.inks {
                    ink.draw(pixel, height, self.per, self.front);
                }
            }
            depth += self.step[0];
            height += self.step[1];
            tint = tint.wrapping_add(self.fixed_step[0]);
            shade = shade.wrapping_add(self.fixed_step[1]);
        }
    }
}

/// 1 for what faces the eye, falling to 0 for what is seen edge-on.
fn front(right: f32, down: f32, steep: f32) -> f32 {
    let slope = (right * right + down * down).sqrt();
    (1.8 - 0.8 * slope / steep).clamp(0.0, 1.0)
}

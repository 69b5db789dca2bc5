//! Triangles into pixels: the nearest wins, its colour is one look-up, level lines go on top in the same pass.

use super::ink::{Ink, near};
use super::mesh::Vertex;
use crate::shade::{SHADES, TINTS, Tints};

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
    pub(super) tints: &'a [[u8; 4]; TINTS * SHADES],
    pub(super) inks: &'a [Ink],
    /// Depth per device pixel from where on lines grow faint, since the land is seen edge-on.
    pub(super) steep: f32,
}

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
        let rows = [top, middle, bottom].map(|corner| ((corner.y + 0.5) as usize).min(self.height));
        if rows[0] == rows[2] {
            return;
        }
        let face = Face::new(corners, paint);
        let (long, upper, lower) = (Side::new(top, bottom), Side::new(top, middle), Side::new(middle, bottom));
        for row in rows[0]..rows[2] {
            let y = row as f32 + 0.5;
            let (one, two) = (long.at(y), if row < rows[1] { upper.at(y) } else { lower.at(y) });
            let (left, right) = if one < two { (one, two) } else { (two, one) };
            let (from, to) = (((left + 0.5) as usize).min(self.width), ((right + 0.5) as usize).min(self.width));
            if from < to {
                let range = row * self.width + from..row * self.width + to;
                let run = self.pixels[range.clone()].iter_mut().zip(&mut self.depth[range]);
                face.paint(run, from as f32 + 0.5, y, paint.tints);
            }
        }
    }
}

fn by_height([a, b, c]: [&Vertex; 3]) -> [&Vertex; 3] {
    let (a, b) = if b.y < a.y { (b, a) } else { (a, b) };
    let (b, c) = if c.y < b.y { (c, b) } else { (b, c) };
    let (a, b) = if b.y < a.y { (b, a) } else { (a, b) };
    [a, b, c]
}

/// A side of a triangle, from its upper end: the same numbers in both triangles that share it.
struct Side {
    x: f32,
    y: f32,
    lean: f32,
}

impl Side {
    fn new(upper: &Vertex, lower: &Vertex) -> Self {
        Self { x: upper.x, y: upper.y, lean: (lower.x - upper.x) / (lower.y - upper.y) }
    }

    fn at(&self, y: f32) -> f32 {
        self.x + (y - self.y) * self.lean
    }
}

/// A quantity that changes evenly over a triangle.
#[derive(Clone, Copy)]
struct Slope {
    start: f32,
    right: f32,
    down: f32,
}

impl Slope {
    fn at(&self, x: f32, y: f32) -> f32 {
        self.start + x * self.right + y * self.down
    }
}

/// All that changes over a triangle, seen from its first corner.
struct Face<'a> {
    x: f32,
    y: f32,
    depth: Slope,
    tint: Slope,
    shade: Slope,
    height: Slope,
    /// Pixels per unit of height.
    per: f32,
    inks: &'a [Ink],
    /// How much of the lines' strength is left at this angle.
    front: f32,
}

/// Numbers with 16 binary places: adding them is exact and their whole part is one shift.
const FIXED: f32 = 65536.0;

impl<'a> Face<'a> {
    fn new(corners: [&Vertex; 3], paint: &Paint<'a>) -> Self {
        let [a, b, c] = corners;
        let (bx, by, cx, cy) = (b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y);
        let area = bx * cy - cx * by;
        let inverse = if area.abs() < SLIVER { 0.0 } else { 1.0 / area };
        let slope = |[a, b, c]: [f32; 3]| Slope {
            start: a,
            right: ((b - a) * cy - (c - a) * by) * inverse,
            down: ((c - a) * bx - (b - a) * cx) * inverse,
        };
        let (height, depth) = (slope(corners.map(|v| v.height)), slope(corners.map(|v| v.depth)));
        let per = 1.0 / (height.right * height.right + height.down * height.down).sqrt();
        Self {
            x: a.x,
            y: a.y,
            depth,
            tint: slope(corners.map(|v| v.tint)),
            shade: slope(corners.map(|v| Tints::shade(v.turn, area > 0.0))),
            height,
            per,
            inks: if per.is_finite() { near(corners, paint.inks, per) } else { &[] },
            front: front(&depth, paint.steep),
        }
    }

    /// Paints a run of pixels of one row.
    fn paint<'p>(
        &self,
        run: impl Iterator<Item = (&'p mut [u8; 4], &'p mut f32)>,
        x: f32,
        y: f32,
        tints: &[[u8; 4]; TINTS * SHADES],
    ) {
        let (x, y) = (x - self.x, y - self.y);
        let mut depth = self.depth.at(x, y);
        let (mut tint, mut shade) = ((self.tint.at(x, y) * FIXED) as i32, (self.shade.at(x, y) * FIXED) as i32);
        let (tint_step, shade_step) = ((self.tint.right * FIXED) as i32, (self.shade.right * FIXED) as i32);
        let mut height = self.height.at(x, y);
        for (pixel, nearest) in run {
            if depth < *nearest {
                *nearest = depth;
                let index = ((shade >> 16) as usize * TINTS + (tint >> 16) as usize) % (TINTS * SHADES);
                *pixel = tints[index];
                for ink in self.inks {
                    ink.draw(pixel, height, self.per, self.front);
                }
            }
            depth += self.depth.right;
            tint = tint.wrapping_add(tint_step);
            shade = shade.wrapping_add(shade_step);
            height += self.height.right;
        }
    }
}

/// 1 for what faces the eye, falling to 0 for what is seen edge-on.
fn front(depth: &Slope, steep: f32) -> f32 {
    let slope = (depth.right * depth.right + depth.down * depth.down).sqrt();
    (1.8 - 0.8 * slope / steep).clamp(0.0, 1.0)
}

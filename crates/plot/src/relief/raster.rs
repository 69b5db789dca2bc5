//! Triangles into pixels: the nearest wins, its colour is one look-up, level lines go on top in the same pass.

use super::four::{Four, Whole};
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
    /// The first row with a triangle in it, and the one after the last.
    rows: [usize; 2],
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

/// The last place in it.
const LAST: i32 = (TINTS * SHADES - 1) as i32;

/// A triangle smaller than this (twice its area, in pixels) is painted evenly: its slopes are noise.
const SLIVER: f32 = 0.02;

impl Canvas {
    /// An empty picture. Rows are painted four pixels at a time, the last one too: there is room after it.
    pub(super) fn clear(&mut self, width: usize, height: usize) {
        let (length, [from, to]) = (width * height + 3, self.painted());
        if (self.width, self.height) == (width, height) && self.pixels.len() == length {
            self.pixels[from * width..to * width].fill([0; 4]);
            self.depth[from * width..to * width].fill(f32::INFINITY);
        } else {
            // The room stays: what is given back and taken again, larger and smaller, is in pieces after some hours.
            self.pixels.clear();
            self.pixels.resize(length, [0; 4]);
            self.depth.clear();
            self.depth.resize(length, f32::INFINITY);
        }
        (self.width, self.height, self.rows) = (width, height, [height, 0]);
    }

    /// All rows that are not empty lie from the one up to the other: smoothed edges reach beyond triangles.
    pub(super) fn painted(&self) -> [usize; 2] {
        let [from, to] = self.rows;
        if from < to { [from.saturating_sub(2), (to + 2).min(self.height)] } else { [0, 0] }
    }

    /// Draws a triangle. Rows and columns belong to it by their middles, so neighbours neither overlap nor gape.
    pub(super) fn triangle(&mut self, corners: [&Vertex; 3], paint: &Paint<'_>) {
        let [top, middle, bottom] = by_height(corners);
        let [first, bend, end, _] = (Four::of([top.y, middle.y, bottom.y, 0.0]) + Four::all(0.5)).whole().lanes();
        let [first, bend, end] = [first, bend, end].map(|row| bounded(row, self.height));
        if first == end {
            return;
        }
        self.rows = [self.rows[0].min(first), self.rows[1].max(end)];
        let face = Face::new(corners, paint);
        self.lines([first, bend, end], Sides::new([top, middle, bottom], [first, bend]), &face, paint.tints);
    }

    /// Paints what lies between two sides of a triangle. Not inlined, or what is the same in all rows is found out in each.
    #[inline(never)]
    fn lines(&mut self, [first, bend, end]: [usize; 3], mut sides: Sides, face: &Face<'_>, tints: &Table) {
        let mut level = face.start + Four::all(first as f32 + 0.5 - face.y) * face.down;
        for row in first..end {
            let [one, two] = sides.columns(row >= bend).map(|column| bounded(column, self.width));
            let (from, to) = if one < two { (one, two) } else { (two, one) };
            if from < to {
                let place = row * self.width + from;
                let (pixels, depths) = (&mut self.pixels[place..], &mut self.depth[place..]);
                face.paint(pixels, depths, to - from, level + Four::all(from as f32 - face.x) * face.right, tints);
            }
            level = level + face.down;
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

/// Where the long, the upper and the lower side of a triangle are in a row, with binary places, and how far they go to
/// the right with every row. Each is followed from its upper end: the same numbers in both triangles that share it.
struct Sides {
    at: [i32; 3],
    lean: [i32; 3],
}

/// Columns have so many binary places: a side that crosses two rows has a lean that fits, and pictures are narrow enough.
const PLACES: u32 = 14;

impl Sides {
    #[inline(always)]
    fn new([top, middle, bottom]: [&Vertex; 3], [first, bend]: [usize; 2]) -> Self {
        let (x, y) = (Four::of([top.x, top.x, middle.x, 0.0]), Four::of([top.y, top.y, middle.y, 0.0]));
        let right = Four::of([bottom.x, middle.x, bottom.x, 0.0]) - x;
        let down = Four::of([bottom.y, middle.y, bottom.y, 1.0]) - y;
        let lean = right / down;
        let row = Four::of([first as f32, first as f32, bend as f32, 0.0]) + Four::all(0.5);
        let fixed = |number: Four| (number * Four::all((1 << PLACES) as f32)).whole().lanes();
        let ([a, b, c, _], [to_a, to_b, to_c, _]) = (fixed(x + (row - y) * lean + Four::all(0.5)), fixed(lean));
        Self { at: [a, b, c], lean: [to_a, to_b, to_c] }
    }

    /// The first columns whose middles lie to the right of the long side and of a short one, row after row.
    #[inline(always)]
    fn columns(&mut self, bent: bool) -> [i32; 2] {
        let [long, upper, lower] = self.at;
        let short = if bent { lower } else { upper };
        let to_short = if bent { self.lean[2] } else { self.lean[1] };
        self.at = [
            long.wrapping_add(self.lean[0]),
            short.wrapping_add(to_short),
            if bent { short.wrapping_add(to_short) } else { lower },
        ];
        [long >> PLACES, short >> PLACES]
    }
}

/// What changes evenly over a triangle, side by side: its depth, height, tint and shade, seen from its first corner.
struct Face<'a> {
    x: f32,
    y: f32,
    start: Four,
    right: Four,
    down: Four,
    /// Depth and height of four pixels side by side, from the first of them.
    ahead: [Four; 2],
    /// Tint and shade, with binary places: adding them is exact.
    fixed_ahead: [Whole; 2],
    /// Pixels per unit of height.
    per: f32,
    inks: &'a [Ink],
    /// How much of the lines' strength is left at this angle.
    front: f32,
}

/// Numbers with 16 binary places: adding them is exact and their whole part is one shift.
pub(super) const FIXED: f32 = 65536.0;

/// The shade of the underside from that of the upper side: a factor and a term for each part.
const UNDER: [[f32; 4]; 2] = [[1.0, 1.0, 1.0, Tints::UNDER[0]], [0.0, 0.0, 0.0, FIXED * Tints::UNDER[1]]];

impl<'a> Face<'a> {
    #[inline(always)]
    fn new(corners: [&Vertex; 3], paint: &Paint<'a>) -> Self {
        let [a, b, c] = corners;
        let (bx, by, cx, cy) = (b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y);
        let area = bx * cy - cx * by;
        let inverse = if area.abs() < SLIVER { 0.0 } else { 1.0 / area };
        let all = Four::all;
        let side = |v: &Vertex| {
            if area > 0.0 { Four::of(v.parts) * Four::of(UNDER[0]) + Four::of(UNDER[1]) } else { Four::of(v.parts) }
        };
        let start = side(a);
        let (to_b, to_c) = (side(b) - start, side(c) - start);
        let right = (to_b * all(cy) - to_c * all(by)) * all(inverse);
        let down = (to_c * all(bx) - to_b * all(cx)) * all(inverse);
        let ([to_right, high_right, ..], [to_down, high_down, ..]) = (right.lanes(), down.lanes());
        let [.., tint_right, shade_right] = right.whole().lanes();
        let ahead = [to_right, high_right].map(|step| all(step) * Four::of([0.0, 1.0, 2.0, 3.0]));
        let fixed_ahead = [tint_right, shade_right].map(|step| Whole::all(step) * Whole::of([0, 1, 2, 3]));
        let per = 1.0 / (high_right * high_right + high_down * high_down).sqrt();
        let inks = if per.is_finite() { near(corners, paint.inks, per) } else { &[] };
        // Where there is no line, nobody asks how faint it would be.
        let front = if inks.is_empty() { 0.0 } else { front(to_right, to_down, paint.steep) };
        Self { x: a.x - 0.5, y: a.y, start, right, down, ahead, fixed_ahead, per, inks, front }
    }

    /// Paints so many pixels of one row, four at a time; what stands after the last of them stays as it is.
    #[inline(always)]
    fn paint(&self, pixels: &mut [[u8; 4]], depths: &mut [f32], count: usize, at: Four, tints: &Table) {
        let ([depth, height, ..], [.., tint, shade]) = (at.lanes(), at.whole().lanes());
        let [mut depth, mut height] = [Four::all(depth) + self.ahead[0], Four::all(height) + self.ahead[1]];
        let mut place = [Whole::all(tint) + self.fixed_ahead[0], Whole::all(shade) + self.fixed_ahead[1]];
        let mut left = Whole::all(count as i32);
        let groups = pixels.as_chunks_mut().0.iter_mut().zip(depths.as_chunks_mut().0).take(count.div_ceil(4));
        for (pixels, depths) in groups {
            let (before, under) = (Four::of(*depths), Whole::of(pixels.map(i32::from_le_bytes)));
            let nearer = depth.less(before) & Whole::of([0, 1, 2, 3]).less(left);
            if nearer.any() {
                *depths = depth.or_else(nearer, before).lanes();
                let tint = (place[1].right(16).left(TINTS.ilog2()) + place[0].right(16)) & Whole::all(LAST);
                let mut colors =
                    Whole::of(tint.lanes().map(|index| i32::from_le_bytes(tints[index as usize & LAST as usize])));
                for ink in self.inks {
                    colors = ink.over(colors, height, self.per, self.front);
                }
                *pixels = colors.or_else(nearer, under).lanes().map(i32::to_le_bytes);
            }
            let [to_depth, to_height, ..] = (self.right * Four::all(4.0)).lanes();
            [depth, height] = [depth + Four::all(to_depth), height + Four::all(to_height)];
            let step = self.fixed_ahead.map(|ahead| Whole::all(ahead.lanes()[1]).left(2));
            place = [place[0] + step[0], place[1] + step[1]];
            left = left - Whole::all(4);
        }
    }
}

/// 1 for what faces the eye, falling to 0 for what is seen edge-on.
fn front(right: f32, down: f32, steep: f32) -> f32 {
    let slope = (right * right + down * down).sqrt();
    (1.8 - 0.8 * slope / steep).clamp(0.0, 1.0)
}

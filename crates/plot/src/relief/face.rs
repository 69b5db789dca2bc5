//! What changes evenly over a triangle, and how a row of it is painted.

use std::ops::Range;

use super::four::{Four, Whole};
use super::ink::{self, Stroke};
use super::raster::{LAST, Paint, Table};
use super::vertex::{FIXED, Vertex};
use crate::shade::{TINTS, Tints};

/// A triangle smaller than this (twice its area, in pixels) is painted evenly: its slopes are noise.
const SLIVER: f32 = 0.02;

/// What changes evenly over a triangle, side by side: its depth, height, tint and shade, seen from its first corner's
/// column.
#[derive(Debug)]
pub(super) struct Face {
    /// That column.
    x: f32,
    /// What they are there in the triangle's first row.
    pub(super) level: Four,
    /// What a column adds.
    right: Four,
    /// What a row adds.
    pub(super) down: Four,
    /// Depth and height of four pixels side by side, from the first of them.
    ahead: [Four; 2],
    /// Tint and shade, with binary places: adding them is exact.
    fixed_ahead: [Whole; 2],
    /// Pixels per unit of height.
    per: f32,
    /// Which lines are drawn on it.
    pub(super) strokes: Range<usize>,
}

/// The shade of the underside from that of the upper side: a factor and a term for each part.
const UNDER: [[f32; 4]; 2] = [[1.0, 1.0, 1.0, Tints::UNDER[0]], [0.0, 0.0, 0.0, FIXED * Tints::UNDER[1]]];

impl Face {
    #[inline(always)]
    pub(super) fn new(corners: [&Vertex; 3], first: usize, paint: &Paint<'_>, strokes: &mut Vec<Stroke>) -> Self {
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
        let from = strokes.len();
        ink::strokes(corners, paint.inks, per, || front(to_right, to_down, paint.steep), strokes);
        let level = start + all(first as f32 + 0.5 - a.y) * down;
        Self { x: a.x - 0.5, level, right, down, ahead, fixed_ahead, per, strokes: from..strokes.len() }
    }

    /// Paints a row that begins at a place from one column up to another; `level` is what there is in it. `INKED`: for
    /// triangles with lines; the others do without what only lines need.
    #[inline(always)]
    pub(super) fn row<const INKED: bool>(
        &self,
        sheet: &mut Sheet<'_>,
        strokes: &[Stroke],
        place: usize,
        [from, to]: [i32; 2],
        level: Four,
    ) {
        let at = level + Four::all(from as f32 - self.x) * self.right;
        let ([depth, height, ..], [.., tint, shade]) = (at.lanes(), at.whole().lanes());
        let group = Group {
            place: place + from as usize,
            left: to - from,
            depth: Four::all(depth) + self.ahead[0],
            height: Four::all(height) + self.ahead[1],
            tint: Whole::all(tint) + self.fixed_ahead[0],
            shade: Whole::all(shade) + self.fixed_ahead[1],
        };
        self.four::<INKED>(sheet, strokes, &group);
        if group.left > 4 {
            self.more(sheet, strokes, group);
        }
    }

    /// Paints what follows four pixels in a row. Few rows are that long: kept apart, it costs the others nothing.
    #[inline(never)]
    fn more(&self, sheet: &mut Sheet<'_>, strokes: &[Stroke], mut group: Group) {
        let [depth, height, ..] = (self.right * Four::all(4.0)).lanes().map(Four::all);
        let [tint, shade] = self.fixed_ahead.map(|ahead| Whole::all(ahead.lanes()[1]).left(2));
        while group.left > 4 {
            group.place += 4;
            group.left -= 4;
            group.depth = group.depth + depth;
            group.height = group.height + height;
            group.tint = group.tint + tint;
            group.shade = group.shade + shade;
            self.four::<true>(sheet, strokes, &group);
        }
    }

    /// Paints four pixels, or as many as there are left; what stands after the last of them stays as it is.
    #[inline(always)]
    fn four<const INKED: bool>(&self, sheet: &mut Sheet<'_>, strokes: &[Stroke], group: &Group) {
        let Some(pixels) = four(sheet.pixels, group.place) else { return };
        let Some(depths) = four(sheet.depths, group.place) else { return };
        let (before, under) = (Four::of(*depths), Whole::of(pixels.map(i32::from_le_bytes)));
        let nearer = group.depth.less(before) & Whole::of([0, 1, 2, 3]).less(Whole::all(group.left));
        if nearer.any() {
            *depths = group.depth.or_else(nearer, before).lanes();
            let tone = (group.shade.right(16).left(TINTS.ilog2()) + group.tint.right(16)) & Whole::all(LAST);
            let color = |index: i32| i32::from_le_bytes(sheet.tints[index as usize & LAST as usize]);
            let mut colors = Whole::of(tone.lanes().map(color));
            if INKED {
                for stroke in strokes {
                    colors = stroke.over(colors, group.height, self.per);
                }
            }
            *pixels = colors.or_else(nearer, under).lanes().map(i32::to_le_bytes);
        }
    }
}

/// What is painted on, and the colours for it.
pub(super) struct Sheet<'a> {
    pub(super) pixels: &'a mut [[u8; 4]],
    pub(super) depths: &'a mut [f32],
    pub(super) tints: &'a Table,
}

/// Four pixels side by side: the place of the first, how many belong to the triangle from there on, and what they show.
struct Group {
    place: usize,
    left: i32,
    depth: Four,
    height: Four,
    tint: Whole,
    shade: Whole,
}

/// Four of them in a row.
#[inline(always)]
fn four<T>(all: &mut [T], place: usize) -> Option<&mut [T; 4]> {
    all.get_mut(place..)?.first_chunk_mut()
}

/// 1 for what faces the eye, falling to 0 for what is seen edge-on.
fn front(right: f32, down: f32, steep: f32) -> f32 {
    let slope = (right * right + down * down).sqrt();
    (1.8 - 0.8 * slope / steep).clamp(0.0, 1.0)
}

//! Which pixels belong to a triangle: those whose middles lie in it, so that neighbours neither overlap nor gape.

use super::four::{Four, Whole};
use super::vertex::Vertex;

/// Columns have so many binary places: a side that crosses two rows has a lean that fits, and pictures are narrow enough.
const PLACES: u32 = 14;

/// The rows of a triangle, and where its long, its upper and its lower side are in the first of them, with binary places,
/// and how far they go to the right with every row. Each is followed from its upper end: the same numbers in both
/// triangles that share it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sides {
    /// The first row, and the one after the last.
    pub(super) rows: [usize; 2],
    /// How many rows lie beside the upper side.
    bend: i32,
    at: [i32; 3],
    lean: [i32; 3],
}

impl Sides {
    /// None if no row goes through the triangle.
    #[inline(always)]
    pub(super) fn new(corners: [&Vertex; 3], height: usize) -> Option<Self> {
        let [top, middle, bottom] = by_height(corners);
        let rows = (Four::of([top.y, middle.y, bottom.y, 0.0]) + Four::all(0.5)).whole();
        let [first, bend, end, _] = rows.within(0, height as i32).lanes();
        if first == end {
            return None;
        }
        let (x, y) = (Four::of([top.x, top.x, middle.x, 0.0]), Four::of([top.y, top.y, middle.y, 0.0]));
        let right = Four::of([bottom.x, middle.x, bottom.x, 0.0]) - x;
        let down = Four::of([bottom.y, middle.y, bottom.y, 1.0]) - y;
        let lean = right / down;
        let row = Four::of([first as f32, first as f32, bend as f32, 0.0]) + Four::all(0.5);
        let fixed = |number: Four| (number * Four::all((1 << PLACES) as f32)).whole().lanes();
        let ([a, b, c, _], [to_a, to_b, to_c, _]) = (fixed(x + (row - y) * lean + Four::all(0.5)), fixed(lean));
        let bend = bend - first;
        let lower = c.wrapping_sub(to_c.wrapping_mul(bend));
        Some(Self { rows: [first as usize, end as usize], bend, at: [a, b, lower], lean: [to_a, to_b, to_c] })
    }

    /// Four rows at once, `step` after the first: the first columns in them that belong to the triangle, and those after
    /// the last.
    #[inline(always)]
    pub(super) fn columns(&self, step: i32, width: usize) -> [[i32; 4]; 2] {
        let step = Whole::all(step) + Whole::of([0, 1, 2, 3]);
        let side = |side: usize| Whole::all(self.at[side]) + Whole::all(self.lean[side]) * step;
        let (long, upper, lower) = (side(0), side(1), side(2));
        let short = upper.or_else(step.less(Whole::all(self.bend)), lower);
        let column = |side: Whole| side.signed_right(PLACES).within(0, width as i32);
        [column(long.least(short)).lanes(), column(long.most(short)).lanes()]
    }
}

fn by_height([a, b, c]: [&Vertex; 3]) -> [&Vertex; 3] {
    let (a, b) = if b.y < a.y { (b, a) } else { (a, b) };
    let (b, c) = if c.y < b.y { (c, b) } else { (b, c) };
    let (a, b) = if b.y < a.y { (b, a) } else { (a, b) };
    [a, b, c]
}

//! Triangles into pixels: the nearest wins, its colour is one look-up, level lines go on top in the same pass.

use super::face::{Face, Sheet};
use super::ink::{Ink, Stroke};
use super::sides::Sides;
use super::vertex::Vertex;
use crate::shade::{SHADES, TINTS};

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
pub(super) type Table = [[u8; 4]; TINTS * SHADES];

/// The last place in it.
pub(super) const LAST: i32 = (TINTS * SHADES - 1) as i32;

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
}

/// How many triangles wait to be painted: few enough to stay close at hand.
const WAITING: usize = 16;

/// Triangles on their way to the canvas. First all is found out about some of them, then they are painted: a machine
/// looks ahead while it counts, and where a row ends it never knows.
#[derive(Debug)]
pub(super) struct Batch<'a> {
    canvas: &'a mut Canvas,
    paint: &'a Paint<'a>,
    waiting: Vec<(Sides, Face)>,
    strokes: Vec<Stroke>,
}

impl<'a> Batch<'a> {
    pub(super) fn new(canvas: &'a mut Canvas, paint: &'a Paint<'a>) -> Self {
        Self { canvas, paint, waiting: Vec::with_capacity(WAITING), strokes: Vec::new() }
    }

    /// Draws a triangle, at the latest when all are done.
    pub(super) fn triangle(&mut self, corners: [&Vertex; 3]) {
        let Some(sides) = Sides::new(corners, self.canvas.height) else { return };
        let [first, end] = sides.rows;
        self.canvas.rows = [self.canvas.rows[0].min(first), self.canvas.rows[1].max(end)];
        self.waiting.push((sides, Face::new(corners, first, self.paint, &mut self.strokes)));
        if self.waiting.len() == WAITING {
            self.done();
        }
    }

    /// Paints all that wait, in the order in which they came.
    #[inline(never)]
    pub(super) fn done(&mut self) {
        let (width, tints) = (self.canvas.width, self.paint.tints);
        let mut sheet = Sheet { pixels: &mut self.canvas.pixels, depths: &mut self.canvas.depth, tints };
        for (sides, face) in &self.waiting {
            let strokes = &self.strokes[face.strokes.clone()];
            if strokes.is_empty() {
                lines::<false>(&mut sheet, width, sides, face, strokes);
            } else {
                lines::<true>(&mut sheet, width, sides, face, strokes);
            }
        }
        self.waiting.clear();
        self.strokes.clear();
    }
}

/// Paints what lies between the sides of a triangle.
#[inline(always)]
fn lines<const INKED: bool>(sheet: &mut Sheet<'_>, width: usize, sides: &Sides, face: &Face, strokes: &[Stroke]) {
    let ([first, end], mut level) = (sides.rows, face.level);
    for four in (first..end).step_by(4) {
        let [from, to] = sides.columns((four - first) as i32, width);
        for (row, (from, to)) in (four..end).zip(from.into_iter().zip(to)) {
            if from < to {
                face.row::<INKED>(sheet, strokes, row * width, [from, to], level);
            }
            level = level + face.down;
        }
    }
}

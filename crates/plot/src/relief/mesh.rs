//! The grid as a mesh: nodes projected and lit, cells split into triangles, cut at the ceiling, drawn front to back.

use super::nodes::Nodes;
use super::outline::Outline;
use super::raster::Batch;
use super::vertex::{FIXED, Vertex};
use crate::camera::Camera;
use crate::shade::{self, Land, Tints};

/// The projected grid.
#[derive(Clone, Debug, Default)]
pub(super) struct Mesh {
    columns: usize,
    rows: usize,
    nodes: Nodes,
    /// Where the columns lie, from -1 to 1.
    across: Vec<f64>,
    vertices: Vec<Vertex>,
    cells: Vec<Cell>,
}

/// What was drawn of a cell: which way it was split and which of its triangles turn their underside to the eye.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cell {
    drawn: bool,
    /// Split from the lower left corner to the upper right one.
    rising: bool,
    /// The lower triangle's side, the upper one's.
    under: [bool; 2],
}

impl Mesh {
    /// Projects and lights every node.
    pub(super) fn build(&mut self, land: &Land<'_>, camera: &Camera, scale: f64) {
        let nodes = self.nodes.of(land, camera.tall as f32);
        (self.columns, self.rows) = (land.heights.columns, land.heights.rows);
        let light = camera.seen(shade::LIGHT).map(|part| part as f32);
        let [left, top] = camera.frame.map(|[from, _]| from);
        let across = |index: usize, count: usize| 2.0 * index as f64 / (count - 1) as f64 - 1.0;
        self.across.clear();
        self.across.extend((0..self.columns).map(|column| across(column, self.columns)));
        self.vertices.clear();
        for (row, nodes) in nodes.chunks_exact(self.columns).enumerate() {
            let v = across(row, self.rows);
            for (node, &u) in nodes.iter().zip(&self.across) {
                let point = [u, v, camera.tall * f64::from(node.rise)];
                let [x, y, depth] = camera.project(point);
                let turn = shade::facing(node.slope, node.normal, light);
                self.vertices.push(Vertex {
                    x: ((x - left) * scale) as f32,
                    y: ((y - top) * scale) as f32,
                    rise: node.rise,
                    level: node.level,
                    parts: [depth as f32, node.height, FIXED * node.tint, FIXED * Tints::shade(turn)],
                });
            }
        }
    }

    /// Draws all cells, near ones first, and lists the edges of what was drawn.
    pub(super) fn draw(&mut self, mut batch: Batch<'_>, outline: &mut Outline, nearer: [bool; 2]) {
        outline.clear();
        self.cells.clear();
        let (wide, long) = (self.columns - 1, self.rows - 1);
        self.cells.resize(wide * long, Cell::default());
        for step in 0..long {
            let row = if nearer[0] { long - 1 - step } else { step };
            for step in 0..wide {
                let column = if nearer[1] { wide - 1 - step } else { step };
                self.cells[row * wide + column] = self.cell(column, row, &mut batch, outline);
            }
        }
        batch.done();
        self.edges(outline);
    }

    fn cell(&self, column: usize, row: usize, batch: &mut Batch<'_>, outline: &mut Outline) -> Cell {
        let [a, b, c, d] = self.corners(column, row);
        let corners = [a, b, c, d];
        // Most cells have neither a hole nor a corner above the ceiling: one look tells.
        let whole = corners.iter().all(|v| v.rise <= 1.0);
        if !whole && (corners.iter().any(|v| v.rise.is_nan()) || corners.iter().all(|v| v.above())) {
            return Cell::default();
        }
        // Split along the flatter diagonal: it follows valleys and ridges instead of sawing through them.
        let rising = (a.rise - c.rise).abs() <= (b.rise - d.rise).abs();
        let halves = if rising { [[a, b, c], [a, c, d]] } else { [[a, b, d], [b, c, d]] };
        for half in halves {
            if whole {
                batch.triangle(half);
                continue;
            }
            match half.iter().filter(|v| v.above()).count() {
                0 => batch.triangle(half),
                3 => {}
                _ => cut(half, batch, outline),
            }
        }
        Cell { drawn: true, rising, under: halves.map(under) }
    }

    /// The corners of a cell, against the clock from the lower left.
    fn corners(&self, column: usize, row: usize) -> [&Vertex; 4] {
        let node = row * self.columns + column;
        [node, node + 1, node + self.columns + 1, node + self.columns].map(|node| &self.vertices[node])
    }

    /// Lists the edges of the land and its folds.
    fn edges(&self, outline: &mut Outline) {
        for row in 0..self.rows - 1 {
            for column in 0..self.columns - 1 {
                let cell = self.at(column, row);
                if !cell.drawn || self.amid(column, row) {
                    continue;
                }
                let corners @ [a, b, c, d] = self.corners(column, row);
                if cell.under[0] != cell.under[1] {
                    let (ends, inner) = if cell.rising { ([a, c], b) } else { ([b, d], a) };
                    border(ends, inner, outline);
                }
                for side in 0..4 {
                    let beside = self.beside(column, row, side);
                    // A fold between two cells is listed once, by the first of them.
                    let fold = side < 2 && beside.is_some_and(|other| other.side((side + 2) % 4) != cell.side(side));
                    if fold || beside.is_none() {
                        let inner = corners[cell.opposite(side)];
                        border([corners[side], corners[(side + 1) % 4]], inner, outline);
                    }
                }
            }
        }
    }

    /// Whether a cell and those around it all show their upper sides: most do, and have no edges.
    #[inline(always)]
    fn amid(&self, column: usize, row: usize) -> bool {
        let (wide, long) = (self.columns - 1, self.rows - 1);
        if column == 0 || row == 0 || column + 1 >= wide || row + 1 >= long {
            return false;
        }
        let at = row * wide + column;
        let up = |at: usize| {
            let cell = self.cells[at];
            cell.drawn & !cell.under[0] & !cell.under[1]
        };
        up(at) & up(at - 1) & up(at + 1) & up(at - wide) & up(at + wide)
    }

    fn at(&self, column: usize, row: usize) -> Cell {
        self.cells[row * (self.columns - 1) + column]
    }

    /// The drawn cell below, right, above or left.
    fn beside(&self, column: usize, row: usize, side: usize) -> Option<Cell> {
        let (column, row) = match side {
            0 => (Some(column), row.checked_sub(1)),
            1 => (Some(column + 1), Some(row)),
            2 => (Some(column), Some(row + 1)),
            _ => (column.checked_sub(1), Some(row)),
        };
        let (column, row) = (column?, row?);
        let inside = column + 1 < self.columns && row + 1 < self.rows;
        inside.then(|| self.at(column, row)).filter(|cell| cell.drawn)
    }
}

impl Cell {
    /// Which of its triangles has a side (below, right, above, left).
    fn half(self, side: usize) -> usize {
        if self.rising { [0, 0, 1, 1][side] } else { [0, 1, 1, 0][side] }
    }

    /// Whether the triangle at a side shows its underside.
    fn side(self, side: usize) -> bool {
        self.under[self.half(side)]
    }

    /// The corner across from a side, in the triangle at that side.
    fn opposite(self, side: usize) -> usize {
        if self.rising { [2, 0, 0, 2][side] } else { [3, 3, 1, 1][side] }
    }
}

/// Whether a triangle, against the clock on the map, runs with it on the picture: then its underside is seen.
fn under([a, b, c]: [&Vertex; 3]) -> bool {
    (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y) > 0.0
}

/// Lists an edge of the land, as far as it is below the ceiling.
fn border([a, b]: [&Vertex; 2], inner: &Vertex, outline: &mut Outline) {
    match (a.above(), b.above()) {
        (false, false) => outline.push([*a, *b], inner),
        (false, true) => outline.push([*a, Vertex::cut(a, b)], inner),
        (true, false) => outline.push([Vertex::cut(b, a), *b], inner),
        (true, true) => {}
    }
}

/// Draws the part of a triangle below the ceiling; the cut is an edge of the land.
fn cut(half: [&Vertex; 3], batch: &mut Batch<'_>, outline: &mut Outline) {
    let first = if half.iter().filter(|v| v.above()).count() == 1 {
        half.iter().position(|v| v.above())
    } else {
        half.iter().position(|v| !v.above())
    };
    let first = first.unwrap_or(0);
    let [lone, next, last] = [0, 1, 2].map(|i| half[(first + i) % 3]);
    if lone.above() {
        let (p, q) = (Vertex::cut(next, lone), Vertex::cut(last, lone));
        batch.triangle([&p, next, last]);
        batch.triangle([&p, last, &q]);
        outline.push([p, q], next);
    } else {
        let (p, q) = (Vertex::cut(lone, next), Vertex::cut(lone, last));
        batch.triangle([lone, &p, &q]);
        outline.push([p, q], lone);
    }
}

//! The edges of the land, smoothed: each pixel on an edge is mixed from both sides by how much of it the land covers
//! (after Persson's geometric post-process anti-aliasing, 2011).

use super::ink::blend;
use super::mesh::Vertex;
use super::raster::Canvas;

/// The edges of the last picture.
#[derive(Clone, Debug, Default)]
pub(super) struct Outline {
    edges: Vec<Edge>,
    changes: Vec<(usize, [u8; 4])>,
}

/// An edge and on which side of it the land lies.
#[derive(Clone, Copy, Debug)]
struct Edge {
    ends: [Vertex; 2],
    inner: [f32; 2],
}

/// How much nearer or farther than an edge, in units of the box, the land beside it may be and still be its own: a
/// fold bends away quickly.
const BEND: f32 = 0.12;

impl Outline {
    pub(super) fn clear(&mut self) {
        self.edges.clear();
        self.changes.clear();
    }

    /// Adds an edge; `inner` is a point of the land on its inner side.
    pub(super) fn push(&mut self, ends: [Vertex; 2], inner: &Vertex) {
        self.edges.push(Edge { ends, inner: [inner.x, inner.y] });
    }

    /// Smooths all edges and draws the rim along them: first looks at the picture as it is, then changes it, so that
    /// the order does not matter.
    pub(super) fn smooth(&mut self, canvas: &mut Canvas, rim: [u8; 4]) {
        for edge in &self.edges {
            edge.walk(canvas, |spot, cover, depth| spot.mix(canvas, rim, cover, depth, &mut self.changes));
        }
        for (index, color) in self.changes.drain(..) {
            canvas.pixels[index] = color;
        }
    }
}

/// A pixel on an edge, with its neighbours on both sides.
#[derive(Clone, Copy)]
struct Spot {
    inside: usize,
    index: usize,
    outside: usize,
}

impl Edge {
    /// Visits each pixel on the edge, along its longer direction: how much of it the land covers, and the edge's depth.
    fn walk(&self, canvas: &Canvas, mut visit: impl FnMut(Spot, f32, f32)) {
        let [a, b] = &self.ends;
        let flat = (b.x - a.x).abs() >= (b.y - a.y).abs();
        let lay = |x: f32, y: f32| if flat { [x, y] } else { [y, x] };
        let (from, to) = (lay(a.x, a.y), lay(b.x, b.y));
        let inner = lay(self.inner[0], self.inner[1]);
        let (size, strides) = if flat {
            ([canvas.width, canvas.height], [1, canvas.width])
        } else {
            ([canvas.height, canvas.width], [canvas.width, 1])
        };
        let lean = (to[1] - from[1]) / (to[0] - from[0]);
        let beyond = inner[1] > from[1] + (inner[0] - from[0]) * lean;
        let (low, high) = if from[0] < to[0] { (from[0], to[0]) } else { (to[0], from[0]) };
        for along in (low + 0.5) as usize..((high + 0.5) as usize).min(size[0]) {
            let step = along as f32 + 0.5 - from[0];
            let across = from[1] + step * lean;
            // One pixel of margin, for the neighbours on both sides.
            if !(across >= 1.0 && across < (size[1] - 1) as f32) {
                continue;
            }
            let depth = a.depth + step / (to[0] - from[0]) * (b.depth - a.depth);
            let row = across as usize;
            let index = along * strides[0] + row * strides[1];
            let part = across - row as f32;
            let (below, above) = (index + strides[1], index - strides[1]);
            let (cover, inside, outside) = if beyond { (1.0 - part, below, above) } else { (part, above, below) };
            visit(Spot { inside, index, outside }, cover, depth);
        }
    }
}

impl Spot {
    /// Mixes land and background by the covered share; the rim reaches one pixel into the land. Nothing happens where
    /// the edge is hidden or only looks like one.
    fn mix(self, canvas: &Canvas, rim: [u8; 4], cover: f32, depth: f32, changes: &mut Vec<(usize, [u8; 4])>) {
        let own = |index: usize| (canvas.depth[index] - depth).abs() < BEND;
        let behind = |index: usize| canvas.depth[index] > depth - 0.02;
        let (front, back) = if cover >= 0.5 { (self.index, self.outside) } else { (self.inside, self.index) };
        if own(front) && behind(back) {
            let front = blend(canvas.pixels[front], rim, 1.0);
            changes.push((self.index, over(front, canvas.pixels[back], cover)));
            if own(self.inside) {
                changes.push((self.inside, blend(canvas.pixels[self.inside], rim, 1.0 - cover)));
            }
        }
    }
}

/// A share of one colour before another; either may be transparent.
fn over(front: [u8; 4], back: [u8; 4], cover: f32) -> [u8; 4] {
    let (near, far) = (f32::from(front[3]) * cover, f32::from(back[3]) * (1.0 - cover));
    let whole = near + far;
    if whole < 0.5 {
        return [0; 4];
    }
    let part = |i: usize| ((f32::from(front[i]) * near + f32::from(back[i]) * far) / whole + 0.5) as u8;
    [part(0), part(1), part(2), (whole + 0.5) as u8]
}

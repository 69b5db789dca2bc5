//! The edges of the land, smoothed: each pixel on an edge is mixed from both sides by how much of it the land covers
//! (after Persson's geometric post-process anti-aliasing, 2011).

use super::ink::blend;
use super::raster::Canvas;
use super::vertex::Vertex;

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
    /// the order does not matter. `steep`: depth per pixel of land seen edge-on.
    pub(super) fn smooth(&mut self, canvas: &mut Canvas, rim: [u8; 4], steep: f32) {
        let trim = Trim { canvas, rim, bend: 0.06 + 3.0 * steep };
        for edge in &self.edges {
            edge.walk(canvas, |spot| trim.mix(spot, &mut self.changes));
        }
        for (index, color) in self.changes.drain(..) {
            canvas.pixels[index] = color;
        }
    }
}

/// A pixel on an edge, with its neighbours on both sides, how much of it the land covers, and the edge's depth there.
#[derive(Clone, Copy)]
struct Spot {
    inside: usize,
    index: usize,
    outside: usize,
    cover: f32,
    depth: f32,
}

impl Edge {
    /// Visits each pixel on the edge, along its longer direction.
    fn walk(&self, canvas: &Canvas, mut visit: impl FnMut(Spot)) {
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
            let depth = a.depth() + step / (to[0] - from[0]) * (b.depth() - a.depth());
            let row = across as usize;
            let index = along * strides[0] + row * strides[1];
            let part = across - row as f32;
            let (below, above) = (index + strides[1], index - strides[1]);
            let (cover, inside, outside) = if beyond { (1.0 - part, below, above) } else { (part, above, below) };
            visit(Spot { inside, index, outside, cover, depth });
        }
    }
}

/// How edges are trimmed.
struct Trim<'a> {
    canvas: &'a Canvas,
    rim: [u8; 4],
    /// How much nearer or farther than an edge the land beside it may be and still be its own: a fold bends away
    /// quickly, and so does land seen edge-on.
    bend: f32,
}

impl Trim<'_> {
    /// Mixes land and background by the covered share; the rim reaches one pixel into the land. Nothing happens where
    /// the edge is hidden or only looks like one.
    fn mix(&self, spot: Spot, changes: &mut Vec<(usize, [u8; 4])>) {
        let Spot { inside, index, outside, cover, depth } = spot;
        let Canvas { pixels, depth: depths, .. } = self.canvas;
        let own = |index: usize| (depths[index] - depth).abs() < self.bend;
        // Whose middle the edge meets is the rasteriser's word: it rounds differently.
        let covered = own(index) && cover > 0.49;
        let (front, back) = if covered { (index, outside) } else { (inside, index) };
        if own(front) && depths[back] > depth - BEHIND {
            let front = blend(pixels[front], self.rim, 1.0);
            changes.push((index, over(front, pixels[back], cover)));
            if own(inside) {
                changes.push((inside, blend(pixels[inside], self.rim, 1.0 - cover)));
            }
        }
    }
}

/// How much nearer than an edge the background may seem and still lie behind it, in units of the box.
const BEHIND: f32 = 0.02;

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

//! The land in three dimensions: a grid of heights drawn into a picture with one depth per pixel.
//!
//! Each cell is two triangles. The edge of the land and its folds are smoothed afterwards, where they are, instead of
//! drawing everything several times as fine.

mod face;
mod four;
mod ink;
mod mesh;
mod nodes;
mod outline;
mod raster;
mod sides;
mod vertex;

use std::rc::Rc;

use crate::camera::Camera;
use crate::shade::{Land, Tints};
use ink::Ink;
use mesh::Mesh;
use outline::Outline;
use raster::Canvas;

/// How far, in units of the box, a point may lie below the drawn land and still count as on it: a path keeps to the
/// true heights, the land to flat triangles between nodes.
const SUNK: f32 = 0.012;

/// The most pixels of a picture.
const MOST: f64 = 16_777_216.0;

/// Draws reliefs, and remembers the last one for questions about its pixels. Its buffers only grow.
#[derive(Clone, Debug, Default)]
pub struct Relief {
    canvas: Canvas,
    /// The pixels of the last picture, for whoever shows it: while nobody does, the next one is drawn into them.
    pixels: Rc<Vec<[u8; 4]>>,
    mesh: Mesh,
    outline: Outline,
    tints: Tints,
    view: Option<(Camera, f64, [[f64; 2]; 2])>,
}

impl Relief {
    /// Draws the land into the camera's frame at `scale` device pixels per CSS pixel (fewer, if that were more pixels
    /// than memory is for). The picture fills the frame, so keep the frame's corners on whole device pixels.
    pub fn render(&mut self, land: &Land<'_>, camera: &Camera, scale: f64) {
        let [wide, high] = camera.frame.map(|[from, to]| (to - from) * scale);
        let scale = if wide * high > MOST { scale * (MOST / (wide * high)).sqrt() } else { scale };
        let side = |[from, to]: [f64; 2]| (((to - from) * scale + 0.5) as usize).clamp(1, MOST as usize);
        self.canvas.pixels = Rc::into_inner(std::mem::take(&mut self.pixels)).unwrap_or_default();
        self.canvas.clear(side(camera.frame[0]), side(camera.frame[1]));
        self.view = Some((*camera, scale, land.heights.window));
        self.mesh.build(land, camera, scale);
        let steep = (camera.steep(4.0) / scale) as f32;
        let inks = &Ink::all(land, scale);
        let paint = raster::Paint { tints: self.tints.of(land.palette), inks, steep };
        self.mesh.draw(raster::Batch::new(&mut self.canvas, &paint), &mut self.outline, camera.nearer());
        self.outline.smooth(&mut self.canvas, land.palette.rim, steep);
        self.pixels = Rc::new(std::mem::take(&mut self.canvas.pixels));
    }

    /// Device pixels from left to right.
    pub fn width(&self) -> usize {
        self.canvas.width
    }

    /// Device pixels from top to bottom.
    pub fn height(&self) -> usize {
        self.canvas.height
    }

    /// Red, green, blue and opacity (not multiplied in) of every pixel, row by row from the top.
    pub fn rgba(&self) -> &[u8] {
        self.pixels[..self.canvas.width * self.canvas.height].as_flattened()
    }

    /// The same, without a copy; some may stand after the last row.
    pub(crate) fn pixels(&self) -> Rc<Vec<[u8; 4]>> {
        Rc::clone(&self.pixels)
    }

    /// All rows with land lie from the one up to the other.
    pub(crate) fn rows(&self) -> [usize; 2] {
        self.canvas.painted()
    }

    /// The depth of the land at a CSS pixel, as [`Camera::project`] measures it; none where there is no land.
    pub fn depth_at(&self, x: f64, y: f64) -> Option<f64> {
        let [column, row] = self.pixel(x, y)?;
        let depth = self.canvas.depth[row * self.canvas.width + column];
        depth.is_finite().then_some(f64::from(depth))
    }

    /// Whether a projected point is not hidden behind the land. A point on the land is visible; beside the land
    /// everything is.
    pub fn visible(&self, [x, y, depth]: [f64; 3]) -> bool {
        let Some([column, row]) = self.pixel(x, y) else { return true };
        // The land within a pixel reaches from the nearest to the farthest depth around; steep ground spans much.
        let mut farthest = f32::NEG_INFINITY;
        for row in row.saturating_sub(1)..(row + 2).min(self.canvas.height) {
            for column in column.saturating_sub(1)..(column + 2).min(self.canvas.width) {
                let here = self.canvas.depth[row * self.canvas.width + column];
                farthest = if here > farthest { here } else { farthest };
            }
        }
        depth as f32 <= farthest + SUNK
    }

    /// The point of the plane whose land is seen at a CSS pixel.
    pub fn pick(&self, x: f64, y: f64) -> Option<[f64; 2]> {
        let (camera, scale, window) = self.view?;
        let [column, row] = self.pixel(x, y)?;
        let depth = self.depth_at(x, y)?;
        let middle = |index: usize, from: f64| from + (index as f64 + 0.5) / scale;
        let point = camera.unproject([middle(column, camera.frame[0][0]), middle(row, camera.frame[1][0]), depth]);
        let place = |axis: usize| {
            let [from, to] = window[axis];
            let place = from + 0.5 * (point[axis] + 1.0) * (to - from);
            if place < from {
                from
            } else if place > to {
                to
            } else {
                place
            }
        };
        Some([place(0), place(1)])
    }

    /// The device pixel at a CSS position.
    fn pixel(&self, x: f64, y: f64) -> Option<[usize; 2]> {
        let (camera, scale, _) = self.view?;
        let (column, row) = ((x - camera.frame[0][0]) * scale, (y - camera.frame[1][0]) * scale);
        let inside =
            column >= 0.0 && row >= 0.0 && column < self.canvas.width as f64 && row < self.canvas.height as f64;
        inside.then_some([column as usize, row as usize])
    }
}

#[cfg(test)]
mod tests;

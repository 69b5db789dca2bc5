//! Two doors that the page's wasm does not have: the page's own level lines for a grid that is handed in, built as the
//! page builds them, and the surface of plotters, which the page does not draw.

use plotters::prelude::{ChartBuilder, Color as _, IntoDrawingArea, RGBColor, ShapeStyle, SurfaceSeries};
use plotters_canvas::CanvasBackend;
use ponder_plot::contour;
use ponder_plot::heights::Heights;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

/// The level lines of a grid over a window, as `ponder_plot` finds them: for each line the number of its points, then
/// their coordinates.
#[wasm_bindgen]
#[must_use]
pub fn lines(values: Vec<f64>, columns: usize, window: &[f64], levels: &[f64]) -> Box<[f64]> {
    let window = [[window[0], window[1]], [window[2], window[3]]];
    let grid = Heights { window, columns, rows: values.len() / columns, values };
    let mut flat = Vec::new();
    for line in levels.iter().flat_map(|&level| contour::lines(&grid, level)) {
        flat.push(line.len() as f64);
        flat.extend_from_slice(line.as_flattened());
    }
    flat.into()
}

/// A height's colour: a table made once, as the other contenders have it.
struct Ramp(Vec<ShapeStyle>);

/// A square grid of heights between 0 and 1, drawn by plotters' `SurfaceSeries`.
#[wasm_bindgen]
pub struct Surface {
    heights: Vec<f64>,
    side: usize,
    ramp: Ramp,
}

#[wasm_bindgen]
impl Surface {
    /// `colors`: red, green, blue of each tint, from the lowest to the highest.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(heights: Vec<f64>, side: usize, colors: &[u8]) -> Self {
        let style = |c: &[u8]| RGBColor(c[0], c[1], c[2]).filled();
        Self { heights, side, ramp: Ramp(colors.chunks_exact(3).map(style).collect()) }
    }

    /// One frame from a direction, in radians.
    ///
    /// # Errors
    /// A canvas without a context; whatever plotters could not draw.
    pub fn draw(&self, canvas: HtmlCanvasElement, yaw: f64, pitch: f64) -> Result<(), String> {
        let area = CanvasBackend::with_canvas_object(canvas).ok_or("no canvas")?.into_drawing_area();
        let said = |error: &dyn std::fmt::Display| error.to_string();
        area.fill(&RGBColor(255, 255, 255)).map_err(|error| said(&error))?;
        let last = self.side - 1;
        let range = 0.0..last as f64;
        let mut chart =
            ChartBuilder::on(&area).build_cartesian_3d(range.clone(), 0.0..1.0, range).map_err(|error| said(&error))?;
        chart.with_projection(|mut projection| {
            (projection.yaw, projection.pitch, projection.scale) = (yaw, pitch, 0.9);
            projection.into_matrix()
        });
        let tints = (self.ramp.0.len() - 1) as f64;
        let style = |height: &f64| self.ramp.0[(height * tints) as usize];
        let nodes = || (0..self.side).map(|node| node as f64);
        let height = |x: f64, z: f64| self.heights[z as usize * self.side + x as usize];
        let series = SurfaceSeries::xoz(nodes(), nodes(), height).style_func(&style);
        chart.draw_series(series).map(drop).map_err(|error| said(&error))
    }
}

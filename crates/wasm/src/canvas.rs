//! plotters on a browser's canvas: plotters-canvas for still pictures, and for moving ones a record of what is to be drawn.
//!
//! It reports a size `GRAIN` times the picture's over a context scaled by 1/`GRAIN`, since plotters' positions are
//! whole pixels; it measures text with `measureText` instead of adding an element to the host page; lines get round
//! joins, letters a halo and any angle; areas may have holes; images are put as they are.

mod pencil;
mod record;

use plotters_canvas::CanvasBackend;
use ponder_plot::{Color, Image, Pen, Pixel, Rect, Role, Size, Target};
use wasm_bindgen::prelude::*;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

use crate::border::throw;
use pencil::Pencil;
use record::Record;

/// Virtual pixels per CSS pixel: motion stays smooth on a screen with three device pixels a CSS pixel.
const GRAIN: f64 = 16.0;

/// Units per CSS pixel of paths that do not go through plotters, so many of them that rounding is not seen: whole
/// numbers reach the canvas without being boxed one by one.
const FINE: f64 = 256.0;

#[wasm_bindgen(module = "/src/canvas/replay.js")]
extern "C" {
    fn open(canvas: &HtmlCanvasElement, printed: bool) -> Option<CanvasRenderingContext2d>;
}

/// A canvas, ready to be painted on.
pub(crate) struct Paper {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    /// Device pixels per CSS pixel.
    scale: f64,
    /// Whether a browser is to print it from the record of what was drawn on it. Images are drawn, too, then: pixels that
    /// are put there end the record, and all of it becomes pixels.
    printed: bool,
    /// What draws the marks of a still picture that go through plotters.
    plotters: Option<CanvasBackend>,
    record: Record,
}

impl Paper {
    /// The canvas, cleared; `scale` device pixels per CSS pixel. One that is to be printed must be new, and is not cleared:
    /// on paper that would wipe away what lies below it.
    pub(crate) fn moving(canvas: &HtmlCanvasElement, scale: f64, printed: bool) -> Result<Self, JsValue> {
        if !(scale > 0.0 && scale <= 16.0) {
            return Err(throw("scale: allowed is a number above 0 up to 16", "scale"));
        }
        let context =
            open(canvas, printed).ok_or_else(|| throw("canvas: its 2d context is not to be had", "canvas"))?;
        Ok(Self { canvas: canvas.clone(), context, scale, printed, plotters: None, record: Record::default() })
    }

    /// The same for a picture that stays.
    pub(crate) fn still(canvas: &HtmlCanvasElement, scale: f64, printed: bool) -> Result<Self, JsValue> {
        let paper = Self::moving(canvas, scale, printed)?;
        Ok(Self { plotters: CanvasBackend::with_canvas_object(canvas.clone()), ..paper })
    }

    /// The size in CSS pixels.
    pub(crate) fn size(&self) -> Size {
        let side = |device: u32| f64::from(device) / self.scale;
        Size { width: side(self.canvas.width()), height: side(self.canvas.height()) }
    }

    /// So many of our units are one CSS pixel from now on.
    fn units(&mut self, per_pixel: f64) -> &mut Record {
        self.record.zoom(self.scale / per_pixel);
        &mut self.record
    }

    /// Draws what was only written down.
    pub(crate) fn finish(&mut self) {
        self.record.play(&self.context);
    }

    /// An image of exactly as many device pixels as its place has is put there as it is, any other is scaled smoothly.
    fn put(&mut self, image: &Image, at: Rect) -> Result<(), JsValue> {
        self.finish();
        let (width, height) = (image.width as u32, image.height as u32);
        let data = ImageData::new_with_u8_clamped_array_and_sh(Clamped(image.rgba()), width, height)?;
        let close = |pixels: usize, css: f64| (pixels as f64 - css * self.scale).abs() < 1.0;
        if !self.printed && close(image.width, at.width) && close(image.height, at.height) {
            let ([x, y], [top, bottom]) =
                ([at.x, at.y].map(|side| (side * self.scale).round()), image.rows.map(|row| row as f64));
            return self.context.put_image_data_with_dirty_x_and_dirty_y_and_dirty_width_and_dirty_height(
                &data,
                x,
                y,
                0.0,
                top,
                f64::from(width),
                bottom - top,
            );
        }
        let Some(document) = self.canvas.owner_document() else { return Ok(()) };
        let aside: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
        let sheet = Self::moving(&aside, 1.0, false)?;
        aside.set_width(width);
        aside.set_height(height);
        sheet.context.put_image_data(&data, 0.0, 0.0)?;
        self.context.set_transform(self.scale, 0.0, 0.0, self.scale, 0.0, 0.0)?;
        self.context.draw_image_with_html_canvas_element_and_dw_and_dh(&aside, at.x, at.y, at.width, at.height)
    }
}

impl Target for Paper {
    type Backend<'a> = Pencil<'a>;

    fn fineness(&self) -> f64 {
        GRAIN
    }

    fn area(&mut self, rings: &[Vec<Pixel>], _: Role, fill: Color) {
        self.units(1.0).fill(rings, fill, 1.0, true);
    }

    // A canvas that fails has nobody to tell: the picture misses a piece.
    fn image(&mut self, image: &Image, at: Rect) {
        let _ = self.put(image, at);
    }

    // Rounded to plotters' pixels, points that are close together turn at every one of them, and each turn is drawn.
    fn stroke(&mut self, points: &[Pixel], color: Color, opacity: f64, width: f64) -> bool {
        let fine = |at: &Pixel| at.map(|css| (css * FINE).round_ties_even());
        self.units(FINE).stroke(points.iter().map(fine), color, opacity, width * FINE);
        true
    }

    fn stamps(&mut self, corners: &[Pixel], radius: f64, places: &[Pixel], fill: Color) -> bool {
        self.units(FINE).stamp([corners, places], radius, FINE, fill);
        true
    }

    fn backend(&mut self, pen: Pen) -> Pencil<'_> {
        let size = self.size();
        self.units(GRAIN);
        if self.plotters.is_some() {
            // What was written down lies below what plotters-canvas draws at once.
            self.finish();
        }
        let side = |css: f64| (css * GRAIN).ceil() as u32;
        let size = (side(size.width), side(size.height));
        Pencil { plotters: self.plotters.as_mut(), record: &mut self.record, context: &self.context, size, pen }
    }
}

//! plotters on a browser's canvas: plotters-canvas, wrapped where it would be coarse, slow or rude.
//!
//! It reports a size `GRAIN` times the picture's over a context scaled by 1/`GRAIN`, since plotters' positions are
//! whole pixels; it measures text with `measureText` instead of adding an element to the host page; lines get round
//! joins, letters a halo and any angle; areas may have holes; images are put as they are.

mod pencil;

use plotters_canvas::CanvasBackend;
use ponder_plot::{Color, Image, Pen, Pixel, Rect, Role, Size, Target};
use wasm_bindgen::prelude::*;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, CanvasWindingRule, HtmlCanvasElement, ImageData};

use crate::border::throw;
use pencil::Pencil;

/// Virtual pixels per CSS pixel: motion stays smooth on a screen with three device pixels a CSS pixel.
const GRAIN: f64 = 16.0;

/// Units per CSS pixel of paths that do not go through plotters, so many of them that rounding is not seen: whole
/// numbers reach the canvas without being boxed one by one.
const FINE: f64 = 256.0;

fn fine(at: Pixel) -> [i32; 2] {
    at.map(|css| (css * FINE).round_ties_even() as i32)
}

// The points are looked at where they lie in wasm's memory: one call for all of them, and no copy.
#[wasm_bindgen(module = "/src/canvas/trace.js")]
extern "C" {
    fn lines(context: &CanvasRenderingContext2d, points: &[i32], each: usize);
    fn circles(context: &CanvasRenderingContext2d, middles: &[i32], radius: f64);
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
}

impl Paper {
    /// The canvas, cleared; `scale` device pixels per CSS pixel. One that is to be printed must be new, and is not cleared:
    /// on paper that would wipe away what lies below it.
    pub(crate) fn new(canvas: &HtmlCanvasElement, scale: f64, printed: bool) -> Result<Self, JsValue> {
        if !(scale > 0.0 && scale <= 16.0) {
            return Err(throw("scale: allowed is a number above 0 up to 16", "scale"));
        }
        let refused = || throw("canvas: its 2d context is not to be had", "canvas");
        let context = canvas.get_context("2d")?.ok_or_else(refused)?;
        let context: CanvasRenderingContext2d = context.dyn_into().map_err(|_| refused())?;
        context.reset_transform()?;
        if !printed {
            context.clear_rect(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
        }
        context.set_line_join("round");
        context.set_line_cap("round");
        Ok(Self { canvas: canvas.clone(), context, scale, printed })
    }

    /// The size in CSS pixels.
    pub(crate) fn size(&self) -> Size {
        let side = |device: u32| f64::from(device) / self.scale;
        Size { width: side(self.canvas.width()), height: side(self.canvas.height()) }
    }

    /// So many of our units are one CSS pixel from now on.
    fn units(&self, per_pixel: f64) -> Result<(), JsValue> {
        let zoom = self.scale / per_pixel;
        self.context.set_transform(zoom, 0.0, 0.0, zoom, 0.0, 0.0)
    }

    fn fill(&self, rings: &[Vec<Pixel>], color: Color) -> Result<(), JsValue> {
        self.units(1.0)?;
        self.context.begin_path();
        for ring in rings {
            for (i, &[x, y]) in ring.iter().enumerate() {
                if i == 0 { self.context.move_to(x, y) } else { self.context.line_to(x, y) }
            }
            self.context.close_path();
        }
        self.context.set_fill_style_str(&color.hex());
        self.context.fill_with_canvas_winding_rule(CanvasWindingRule::Evenodd);
        Ok(())
    }

    fn line(&self, points: &[Pixel], color: Color, opacity: f64, width: f64) -> Result<(), JsValue> {
        self.units(FINE)?;
        self.context.begin_path();
        let points: Vec<[i32; 2]> = points.iter().copied().map(fine).collect();
        lines(&self.context, points.as_flattened(), points.len());
        self.context.set_line_width(width * FINE);
        self.context.set_stroke_style_str(&color.hex());
        if opacity < 1.0 {
            self.context.set_global_alpha(opacity);
        }
        self.context.stroke();
        if opacity < 1.0 {
            self.context.set_global_alpha(1.0);
        }
        Ok(())
    }

    /// One path for all: each call to the canvas costs more than what it draws.
    fn stamp(&self, corners: &[Pixel], radius: f64, places: &[Pixel], color: Color) -> Result<(), JsValue> {
        self.units(FINE)?;
        self.context.begin_path();
        let about = if corners.is_empty() { &[[0.0, 0.0]] } else { corners };
        let mut all: Vec<[i32; 2]> = Vec::with_capacity(places.len() * about.len());
        for [x, y] in places {
            all.extend(about.iter().map(|[dx, dy]| fine([x + dx, y + dy])));
        }
        if corners.is_empty() {
            circles(&self.context, all.as_flattened(), radius * FINE);
        } else {
            lines(&self.context, all.as_flattened(), corners.len());
        }
        self.context.set_fill_style_str(&color.hex());
        self.context.fill();
        Ok(())
    }

    /// An image of exactly as many device pixels as its place has is put there as it is, any other is scaled smoothly.
    fn put(&self, image: &Image, at: Rect) -> Result<(), JsValue> {
        let (width, height) = (image.width as u32, image.height as u32);
        let data = ImageData::new_with_u8_clamped_array_and_sh(Clamped(&image.pixels), width, height)?;
        let close = |pixels: usize, css: f64| (pixels as f64 - css * self.scale).abs() < 1.0;
        if !self.printed && close(image.width, at.width) && close(image.height, at.height) {
            return self.context.put_image_data(&data, (at.x * self.scale).round(), (at.y * self.scale).round());
        }
        let Some(document) = self.canvas.owner_document() else { return Ok(()) };
        let aside: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
        let sheet = Self::new(&aside, 1.0, false)?;
        aside.set_width(width);
        aside.set_height(height);
        sheet.context.put_image_data(&data, 0.0, 0.0)?;
        self.units(1.0)?;
        self.context.draw_image_with_html_canvas_element_and_dw_and_dh(&aside, at.x, at.y, at.width, at.height)
    }
}

impl Target for Paper {
    type Backend<'a> = Pencil;

    fn fineness(&self) -> f64 {
        GRAIN
    }

    // A canvas that fails has nobody to tell: the picture misses a piece.
    fn area(&mut self, rings: &[Vec<Pixel>], _: Role, fill: Color) {
        let _ = self.fill(rings, fill);
    }

    fn image(&mut self, image: &Image, at: Rect) {
        let _ = self.put(image, at);
    }

    // Rounded to plotters' pixels, points that are close together turn at every one of them, and each turn is drawn.
    fn stroke(&mut self, points: &[Pixel], color: Color, opacity: f64, width: f64) -> bool {
        let _ = self.line(points, color, opacity, width);
        true
    }

    fn stamps(&mut self, corners: &[Pixel], radius: f64, places: &[Pixel], fill: Color) -> bool {
        let _ = self.stamp(corners, radius, places, fill);
        true
    }

    fn backend(&mut self, pen: Pen) -> Pencil {
        let _ = self.units(GRAIN);
        let size = self.size();
        let side = |css: f64| (css * GRAIN).ceil() as u32;
        let inner = CanvasBackend::with_canvas_object(self.canvas.clone());
        Pencil { inner, context: self.context.clone(), size: (side(size.width), side(size.height)), pen }
    }
}

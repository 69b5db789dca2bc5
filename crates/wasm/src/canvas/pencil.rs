//! The marks that go through plotters: one pencil a mark.

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use plotters_canvas::CanvasBackend;
use ponder_plot::Pen;
use web_sys::CanvasRenderingContext2d;

use super::GRAIN;

type Done<E> = Result<(), DrawingErrorKind<E>>;
type CanvasError = <CanvasBackend as DrawingBackend>::ErrorType;

/// plotters-canvas for the strokes, fills and letters of one mark. Without a context it draws nothing.
pub(crate) struct Pencil {
    pub(super) inner: Option<CanvasBackend>,
    pub(super) context: CanvasRenderingContext2d,
    pub(super) size: (u32, u32),
    pub(super) pen: Pen,
}

impl Pencil {
    fn with(&mut self, draw: impl FnOnce(&mut CanvasBackend) -> Done<CanvasError>) -> Done<CanvasError> {
        self.inner.as_mut().map_or(Ok(()), draw)
    }

    /// The outline of paper behind letters, which plotters-canvas will put in the same place.
    fn halo<S: BackendTextStyle>(&self, text: &str, style: &S, (x, y): BackendCoord) {
        let Some((color, width)) = self.pen.halo else { return };
        self.set_font(style);
        self.context.set_text_baseline(match style.anchor().v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        });
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Right => "end",
            HPos::Center => "center",
        });
        self.context.set_stroke_style_str(&color.hex());
        self.context.set_line_width(width * GRAIN);
        let _ = self.context.stroke_text(text, f64::from(x), f64::from(y));
    }

    fn set_font<S: BackendTextStyle>(&self, style: &S) {
        let (size, family) = (style.size(), style.family());
        self.context.set_font(&format!("{} {size}px {}", style.style().as_str(), family.as_str()));
    }
}

impl DrawingBackend for Pencil {
    type ErrorType = CanvasError;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Done<CanvasError> {
        Ok(())
    }

    fn present(&mut self) -> Done<CanvasError> {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Done<CanvasError> {
        self.with(|canvas| canvas.draw_pixel(at, color))
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done<CanvasError> {
        // Not its `draw_line`, which shifts level lines by half a pixel.
        self.with(|canvas| canvas.draw_path([from, to], style))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        lower_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done<CanvasError> {
        self.with(|canvas| canvas.draw_rect(upper_left, lower_right, style, fill))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done<CanvasError> {
        self.with(|canvas| canvas.draw_path(path, style))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        middle: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done<CanvasError> {
        self.with(|canvas| canvas.draw_circle(middle, radius, style, fill))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Done<CanvasError> {
        self.with(|canvas| canvas.fill_polygon(corners, style))
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Done<CanvasError> {
        let upright = self.pen.turn == 0.0;
        if !upright {
            let [x, y] = self.pen.about.map(|css| css * GRAIN);
            self.context.save();
            // A transform that fails leaves the text upright.
            let _ = self.context.translate(x, y).and_then(|()| self.context.rotate(self.pen.turn));
            let _ = self.context.translate(-x, -y);
        }
        self.halo(text, style, at);
        let done = self.with(|canvas| canvas.draw_text(text, style, at));
        if !upright {
            self.context.restore();
        }
        done
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<CanvasError>> {
        self.set_font(style);
        let width = self.context.measure_text(text).map_or(0.0, |measure| measure.width());
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}

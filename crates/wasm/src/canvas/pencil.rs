//! The marks that go through plotters: one pencil a mark. In a still picture plotters-canvas draws them; in a moving one,
//! of which there are sixty a second, each of its calls to the canvas would cost more than what it draws, so that they are
//! written down instead.

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use plotters_canvas::CanvasBackend;
use ponder_plot::{Color, Pen, Pixel};
use web_sys::CanvasRenderingContext2d;

use super::GRAIN;
use super::record::Record;

/// Of a circle that comes through plotters; those of marks are stamped, and round.
const CORNERS: i32 = 64;

type CanvasError = <CanvasBackend as DrawingBackend>::ErrorType;
type Done = Result<(), DrawingErrorKind<CanvasError>>;

/// Draws the strokes, fills and letters of one mark, or writes them down.
pub(crate) struct Pencil<'a> {
    /// In a still picture.
    pub(super) plotters: Option<&'a mut CanvasBackend>,
    pub(super) record: &'a mut Record,
    pub(super) context: &'a CanvasRenderingContext2d,
    pub(super) size: (u32, u32),
    pub(super) pen: Pen,
}

fn place((x, y): BackendCoord) -> Pixel {
    [x.into(), y.into()]
}

fn ink(color: BackendColor) -> (Color, f64) {
    let (r, g, b) = color.rgb;
    (Color(r, g, b), color.alpha)
}

fn font<S: BackendTextStyle>(style: &S) -> String {
    format!("{} {}px {}", style.style().as_str(), style.size(), style.family().as_str())
}

impl Pencil<'_> {
    fn letters<S: BackendTextStyle>(&mut self, style: &S) {
        let anchor = style.anchor();
        let side = match anchor.h_pos {
            HPos::Left => "start",
            HPos::Right => "end",
            HPos::Center => "center",
        };
        let height = match anchor.v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        };
        self.record.letters([font(style), side.into(), height.into()]);
    }

    /// Over what was written down for it: plotters-canvas knows neither halos nor any angle.
    fn write<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Done {
        if let Some(canvas) = &mut self.plotters {
            self.record.play(self.context);
            return canvas.draw_text(text, style, at);
        }
        let (color, opacity) = ink(style.color());
        self.record.write(text, place(at), color, opacity);
        Ok(())
    }
}

impl DrawingBackend for Pencil<'_> {
    type ErrorType = CanvasError;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Done {
        if let Some(canvas) = &mut self.plotters {
            return canvas.draw_pixel(at, color);
        }
        self.fill_polygon([at, (at.0 + 1, at.1), (at.0 + 1, at.1 + 1), (at.0, at.1 + 1)], &color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done {
        // Not plotters-canvas' `draw_line`, which shifts level lines by half a pixel.
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        if let Some(canvas) = &mut self.plotters {
            return canvas.draw_path(path, style);
        }
        let points: Vec<Pixel> = path.into_iter().map(place).collect();
        let (color, opacity) = ink(style.color());
        self.record.stroke(points.into_iter(), color, opacity, style.stroke_width().into());
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Done {
        if let Some(canvas) = &mut self.plotters {
            return canvas.fill_polygon(corners, style);
        }
        let (color, opacity) = ink(style.color());
        self.record.fill(&[corners.into_iter().map(place).collect()], color, opacity, false);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        (u, v): BackendCoord,
        style: &S,
        full: bool,
    ) -> Done {
        if let Some(canvas) = &mut self.plotters {
            return canvas.draw_rect((x, y), (u, v), style, full);
        }
        let corners = [(x, y), (u, y), (u, v), (x, v)];
        if full {
            self.fill_polygon(corners, style)
        } else {
            self.draw_path(corners.into_iter().chain([(x, y)]), style)
        }
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, full: bool) -> Done {
        if let Some(canvas) = &mut self.plotters {
            return canvas.draw_circle((x, y), radius, style, full);
        }
        let angle = |i: i32| f64::from(i) * std::f64::consts::TAU / f64::from(CORNERS);
        let out = |share: f64| (f64::from(radius) * share).round() as i32;
        let ring = (0..=CORNERS).map(|i| (x + out(angle(i).cos()), y + out(angle(i).sin())));
        if full { self.fill_polygon(ring, style) } else { self.draw_path(ring, style) }
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Done {
        self.letters(style);
        if self.pen.turn != 0.0 {
            self.record.turn(self.pen.turn, self.pen.about.map(|css| css * GRAIN));
        }
        if let Some((paper, width)) = self.pen.halo {
            self.record.outline(text, place(at), paper, width * GRAIN);
        }
        let done = self.write(text, style, at);
        if self.pen.turn != 0.0 {
            self.record.back();
        }
        done
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<CanvasError>> {
        self.context.set_font(&font(style));
        let width = self.context.measure_text(text).map_or(0.0, |measure| measure.width());
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}

//! The printed form: a figure as SVG, through plotters-svg.
//!
//! plotters-svg writes one element a stroke, with colours but without meaning. [`Sheet`] rewrites its few kinds of
//! element into paths with relative steps (half the bytes), joins neighbours of one style, and gives each its
//! role as a class (`s-…` strokes, `f-…` fills) with the colour as a fallback, so that a page can recolour it.

mod text;

use std::fmt::Write as _;

use base64::Engine as _;
use color_quant::NeuQuant;
use plotters_svg::SVGBackend;

use crate::figure::Figure;
use crate::now::Now;
use crate::paint::{Pen, Target, paint};
use crate::scene::{Band, Image, Pixel, Rect, Scene, Size};
use crate::shape::simplified;
use crate::theme::{Color, Role, SANS, Theme};
use crate::view::View;
use text::{escaped, fill, opacity, points, short, steps, value};

/// Virtual pixels per CSS pixel: a tenth of a pixel is as fine as anyone sees.
const GRAIN: f64 = 10.0;

/// plotters-svg divides every font size by this.
const LETTER_SIZE: f64 = 1.24;

/// Curves are drawn with no more points than this error (in CSS pixels) needs.
const TOLERANCE: f64 = 0.16;

/// A figure at a moment as an SVG document: one scene still, one moving, on no background.
pub fn svg(figure: &mut Figure, view: View, now: &Now, size: Size, theme: Theme) -> String {
    on(figure, view, now, size, theme, false)
}

/// The same on the theme's paper, for a file that stands alone.
pub fn svg_on_paper(figure: &mut Figure, view: View, now: &Now, size: Size, theme: Theme) -> String {
    on(figure, view, now, size, theme, true)
}

fn on(figure: &mut Figure, view: View, now: &Now, size: Size, theme: Theme, paper: bool) -> String {
    let size = size.sane();
    let mut backdrop = Scene::empty(size, Rect::of(size));
    if paper {
        let [right, low] = [size.width, size.height];
        let rings = vec![vec![[0.0, 0.0], [right, 0.0], [right, low], [0.0, low]]];
        backdrop.ground.bands.push(Band { rings, role: Role::Paper });
    }
    let still = figure.printed(view, size, theme);
    let moving = figure.moving(view, size, theme, now);
    let title = figure.title.clone().unwrap_or_else(|| figure.facts.title.to_string());
    let about = figure.alt.clone().unwrap_or_else(|| figure.caption(view, now.step as usize, now.limit));
    document(&[&backdrop, &still, &moving], theme, &title, &about)
}

/// One scene or more, painted over each other, as a whole SVG document.
fn document(scenes: &[&Scene], theme: Theme, title: &str, about: &str) -> String {
    let size = scenes.first().map_or(Size { width: 1.0, height: 1.0 }, |s| s.size);
    let mut sheet = Sheet::new(size);
    for scene in scenes {
        paint(scene, theme, &mut sheet);
    }
    let (width, height) = (short(size.width), short(size.height));
    let (title, about) = (escaped(title), escaped(about));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\">\
         <title>{title}</title><desc>{about}</desc>\
         <g transform=\"scale({})\" fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\" \
         font-family=\"{SANS}\">\n{}</g></svg>\n",
        short(1.0 / GRAIN),
        sheet.finish()
    )
}

/// A plotters target that collects SVG elements.
struct Sheet {
    size: (u32, u32),
    body: String,
    /// What the backend of the present pen has written so far, and that pen.
    raw: String,
    pen: Option<Pen>,
    /// A path that the next stroke may still continue: its attributes and its data.
    path: Option<(String, String)>,
}

impl Sheet {
    fn new(size: Size) -> Self {
        let side = |s: f64| (s * GRAIN).round() as u32;
        let size = (side(size.width), side(size.height));
        Self { size, body: String::new(), raw: String::new(), pen: None, path: None }
    }

    fn finish(mut self) -> String {
        self.tidy();
        self.close();
        self.body
    }

    /// Rewrites what the present pen has drawn.
    fn tidy(&mut self) {
        let raw = std::mem::take(&mut self.raw);
        let Some(pen) = self.pen.take() else { return };
        let mut lines = raw.lines();
        while let Some(line) = lines.next() {
            match line.split_once(' ').map(|(tag, _)| tag) {
                Some("<polyline") => self.stroke(line, pen.role),
                Some("<polygon") => self.polygon(line, pen.role),
                Some("<circle") => self.disc(line, pen.role),
                Some("<text") => self.text(line, lines.next().unwrap_or_default(), pen),
                _ => {}
            }
        }
    }

    fn stroke(&mut self, line: &str, role: Role) {
        let style = format!(
            "class=\"s-{}\" stroke=\"{}\" stroke-width=\"{}\"{}",
            role.word(),
            value(line, "stroke").to_lowercase(),
            value(line, "stroke-width"),
            opacity(line, "stroke")
        );
        self.path(style, &steps(&simplified(&points(line), TOLERANCE * GRAIN)));
    }

    /// Continues the last path, if it has the same style, or begins a new one.
    fn path(&mut self, style: String, data: &str) {
        match &mut self.path {
            Some((last, before)) if *last == style => before.push_str(data),
            _ => {
                self.close();
                self.path = Some((style, data.into()));
            }
        }
    }

    /// Writes the path that has been waiting for more.
    fn close(&mut self) {
        if let Some((style, data)) = self.path.take() {
            let _ = writeln!(self.body, "<path {style} d=\"{data}\"/>");
        }
    }

    fn polygon(&mut self, line: &str, role: Role) {
        self.path(fill(line, role), &(steps(&points(line)) + "z"));
    }

    /// A disc is the round end of a stroke that goes nowhere: many of them make one path.
    fn disc(&mut self, line: &str, role: Role) {
        let [x, y, r] = ["cx", "cy", "r"].map(|key| value(line, key));
        let width = 2 * r.parse::<u32>().unwrap_or(0);
        let (word, hex) = (role.word(), value(line, "fill").to_lowercase());
        let style = format!("class=\"s-{word}\" stroke=\"{hex}\" stroke-width=\"{width}\"{}", opacity(line, "stroke"));
        self.path(style, &format!("M{x} {y}h1"));
    }

    fn text(&mut self, line: &str, words: &str, pen: Pen) {
        let mut style = fill(line, pen.role);
        if let Some((color, width)) = pen.halo {
            style = style.replacen("class=\"", "class=\"s-paper ", 1);
            let width = short(width * GRAIN);
            let _ = write!(style, " stroke=\"{}\" stroke-width=\"{width}\" paint-order=\"stroke\"", color.hex());
        }
        if pen.turn != 0.0 {
            let (x, y) = (short(pen.about[0] * GRAIN), short(pen.about[1] * GRAIN));
            let _ = write!(style, " transform=\"rotate({} {x} {y})\"", short(pen.turn.to_degrees()));
        }
        for key in ["font-family", "font-style", "text-anchor"] {
            let value = value(line, key);
            if ![SANS, "start", ""].contains(&value) {
                let _ = write!(style, " {key}=\"{value}\"");
            }
        }
        let size = short(value(line, "font-size").parse().unwrap_or(0.0));
        let (x, y) = (value(line, "x"), value(line, "y"));
        let place = format!("x=\"{x}\" y=\"{y}\" dy=\".35em\" font-size=\"{size}\"");
        self.push(format_args!("<text {style} {place}>{words}</text>"));
    }

    fn push(&mut self, element: std::fmt::Arguments<'_>) {
        self.close();
        let _ = writeln!(self.body, "{element}");
    }
}

impl Target for Sheet {
    type Backend<'a> = SVGBackend<'a>;

    fn fineness(&self) -> f64 {
        GRAIN
    }

    fn letter_size(&self) -> f64 {
        LETTER_SIZE
    }

    fn area(&mut self, rings: &[Vec<Pixel>], role: Role, fill: Color) {
        self.tidy();
        let rounded = |p: &Pixel| p.map(|c| (c * GRAIN).round());
        let ring = |ring: &Vec<Pixel>| {
            let grid: Vec<Pixel> = ring.iter().map(rounded).collect();
            steps(&simplified(&grid, TOLERANCE * GRAIN)) + "z"
        };
        let data: String = rings.iter().map(ring).collect();
        let (word, hex) = (role.word(), fill.hex());
        self.push(format_args!("<path class=\"f-{word}\" fill=\"{hex}\" fill-rule=\"evenodd\" d=\"{data}\"/>"));
    }

    fn image(&mut self, image: &Image, at: Rect) {
        self.tidy();
        let data = base64::engine::general_purpose::STANDARD.encode(png(image).unwrap_or_default());
        let [x, y, width, height] = [at.x, at.y, at.width, at.height].map(|v| short(v * GRAIN));
        self.push(format_args!(
            "<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" preserveAspectRatio=\"none\" \
             href=\"data:image/png;base64,{data}\"/>"
        ));
    }

    fn backend(&mut self, pen: Pen) -> SVGBackend<'_> {
        self.tidy();
        self.pen = Some(pen);
        SVGBackend::with_string(&mut self.raw, self.size)
    }
}

/// A picture of 256 colours: a sixth of the bytes, and the land is so smooth and pale that nobody can tell.
fn png(image: &Image) -> Result<Vec<u8>, png::EncodingError> {
    const EVERY: i32 = 7;
    let palette = NeuQuant::new(EVERY, 256, &image.pixels);
    let colors = palette.color_map_rgba();
    let index = |pixel: &[u8]| palette.index_of(pixel) as u8;
    let pixels: Vec<u8> = image.pixels.chunks_exact(4).map(index).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, image.width as u32, image.height as u32);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(colors.chunks_exact(4).flat_map(|c| [c[0], c[1], c[2]]).collect::<Vec<u8>>());
    encoder.set_trns(colors.chunks_exact(4).map(|c| c[3]).collect::<Vec<u8>>());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;

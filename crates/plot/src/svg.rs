//! The printed form: a figure as SVG, through plotters-svg.
//!
//! plotters-svg writes one element a stroke, with colours but without meaning. [`Sheet`] rewrites its few kinds of
//! element into paths with relative steps (half the bytes), joins neighbours of one style, and gives each its
//! role as a class (`s-…` strokes, `f-…` fills) with the colour as a fallback, so that a page can recolour it.

mod image;
mod layers;
mod text;

use std::fmt::Write as _;

use base64::Engine as _;
use plotters_svg::SVGBackend;

use crate::figure::Figure;
use crate::now::Now;
use crate::paint::{Pen, Target, paint};
use crate::scene::{Band, Image, Pixel, Rect, Scene, Size};
use crate::shape::simplified;
use crate::theme::{Color, Role, SANS, Theme};
use crate::view::View;
use image::png;
pub use layers::{moving_svg, still_svg};
use text::{escaped, fill, opacity, points, short, steps, value};

/// Virtual pixels per CSS pixel: a tenth of a pixel is as fine as anyone sees.
const GRAIN: f64 = 10.0;

/// plotters-svg divides every font size by this.
const LETTER_SIZE: f64 = 1.24;

/// Curves are drawn with no more points than this error (in CSS pixels) needs.
const TOLERANCE: f64 = 0.25;

/// CSS pixels per inch, by definition.
const INCH: f64 = 96.0;

/// Device pixels per CSS pixel of the relief: in a page, where every byte is downloaded, and in a file, which is 300 dots
/// per inch of the size that it states.
const FINE: [f64; 2] = [0.8, 300.0 / INCH];

/// A figure at a moment as an SVG document: one scene still, one moving, on no background.
pub fn svg(figure: &mut Figure, view: View, now: &Now, size: Size, theme: Theme) -> String {
    let size = size.sane();
    on(figure, view, now, Scene::empty(size, Rect::of(size)), theme, FINE[0])
}

/// The same on the theme's paper, for a file that stands alone: it states its size, 96 CSS pixels an inch.
pub fn svg_on_paper(figure: &mut Figure, view: View, now: &Now, size: Size, theme: Theme) -> String {
    let size @ Size { width, height } = size.sane();
    let made = on(figure, view, now, paper(size), theme, FINE[1]);
    let [wide, high] = [width, height].map(|pixels| short(pixels * 72.0 / INCH));
    made.replacen("<svg ", &format!("<svg width=\"{wide}pt\" height=\"{high}pt\" "), 1)
}

/// Nothing but the theme's paper.
fn paper(size: Size) -> Scene {
    let mut paper = Scene::empty(size, Rect::of(size));
    let rings = vec![vec![[0.0, 0.0], [size.width, 0.0], [size.width, size.height], [0.0, size.height]]];
    paper.ground.bands.push(Band { rings, role: Role::Paper });
    paper
}

fn on(figure: &mut Figure, view: View, now: &Now, backdrop: Scene, theme: Theme, fine: f64) -> String {
    let size = backdrop.size;
    let still = figure.printed(view, size, theme, fine);
    let moving = figure.moving(view, size, theme, now);
    let title = figure.title.clone().unwrap_or_else(|| figure.facts.title.clone());
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

#[cfg(test)]
mod tests;

//! A scene on any plotters backend. Nothing else in this crate knows plotters.
//!
//! plotters positions are whole pixels, so it draws in a virtual grid that is finer than CSS pixels
//! ([`Target::fineness`]); it clamps what leaves the picture, so layers have clipped everything before; and it has
//! no even-odd areas, images, dashes, turned text or halos, which a [`Target`] or [`crate::shape`] adds.

mod axes;

use plotters::element::{Circle, PathElement, Polygon, Text};
use plotters::prelude::{DrawingArea, DrawingBackend, IntoDrawingArea, RGBAColor, ShapeStyle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, FontDesc, FontFamily, FontStyle, TextStyle};

use crate::scene::{Anchor, Image, Mark, Pixel, Rect, Scene};
use crate::shape;
use crate::theme::{Color, Marker, Role, Theme};

/// What the next strokes, fills or letters mean and how they lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pen {
    /// The meaning of their colour: a class, where pictures have classes.
    pub role: Role,
    /// Letters are turned clockwise by so many radians …
    pub turn: f64,
    /// … about this place, in CSS pixels.
    pub about: Pixel,
    /// Letters get an outline of this colour and width (CSS pixels).
    pub halo: Option<(Color, f64)>,
}

/// Where a scene can be painted: a plotters backend, and what plotters cannot do.
pub trait Target {
    /// Draws in virtual pixels: its size is the picture's times [`Target::fineness`].
    type Backend<'a>: DrawingBackend
    where
        Self: 'a;

    /// Virtual pixels per CSS pixel.
    fn fineness(&self) -> f64;

    /// What a font's size must be multiplied by for this backend's letters to have that size in virtual pixels.
    fn letter_size(&self) -> f64 {
        1.0
    }

    /// Fills an even-odd area, in CSS pixels.
    fn area(&mut self, rings: &[Vec<Pixel>], role: Role, fill: Color);

    /// Puts an image into a rectangle of CSS pixels.
    fn image(&mut self, image: &Image, at: Rect);

    /// Strokes a polyline (CSS pixels) in a colour of that opacity and width, if it can do better than its backend, which
    /// gets whole virtual pixels. Whether it did.
    fn stroke(&mut self, _points: &[Pixel], _color: Color, _opacity: f64, _width: f64) -> bool {
        false
    }

    /// Fills the same shape in many places, if it can do that at once: a polygon by its corners about the origin, or
    /// a disc of that radius where there are none. Whether it did; what it did not is drawn one by one.
    fn stamps(&mut self, _corners: &[Pixel], _radius: f64, _places: &[Pixel], _fill: Color) -> bool {
        false
    }

    /// A backend for the strokes, fills and letters of one mark.
    fn backend(&mut self, pen: Pen) -> Self::Backend<'_>;
}

/// Paints a scene: its ground, its axes, its marks.
pub fn paint<T: Target>(scene: &Scene, theme: Theme, target: &mut T) {
    for band in &scene.ground.bands {
        let near = |ring: &&Vec<Pixel>| ring.len() > 2 && ring.iter().flatten().all(|c| c.abs() < FAR);
        let rings: Vec<Vec<Pixel>> = band.rings.iter().filter(near).cloned().collect();
        target.area(&rings, band.role, theme.color(band.role));
    }
    if let Some((image, at)) = &scene.ground.image {
        target.image(image, *at);
    }
    let mut brush = Brush { theme, grain: target.fineness(), target };
    if let Some(axes) = &scene.axes {
        brush.axes(axes, scene.plot);
    }
    for (plot, axes) in &scene.below {
        brush.axes(axes, *plot);
    }
    for alike in scene.marks.chunk_by(alike) {
        brush.dots_or_mark(alike);
    }
}

/// Whether two marks are dots of one kind: those are drawn together.
fn alike(a: &Mark, b: &Mark) -> bool {
    let kind = |mark: &Mark| match *mark {
        Mark::Dot { radius, role, hollow, .. } => Some((radius, role, hollow)),
        _ => None,
    };
    kind(a).is_some() && kind(a) == kind(b)
}

type Area<'a, T> = DrawingArea<<T as Target>::Backend<'a>, plotters::coord::Shift>;
type Dot = (i32, i32);

/// Further out than this nothing is drawn: plotters counts pixels in 32 bits.
const FAR: f64 = 1e6;

/// How strongly a faint mark covers what lies under it.
const FAINT: f64 = 0.3;

/// The ring of paper around a dot, in CSS pixels.
const RING: f64 = 1.25;

struct Brush<'t, T: Target> {
    theme: Theme,
    grain: f64,
    target: &'t mut T,
}

impl<T: Target> Brush<'_, T> {
    fn area(&mut self, role: Role) -> Area<'_, T> {
        let pen = Pen { role, turn: 0.0, about: [0.0, 0.0], halo: None };
        self.target.backend(pen).into_drawing_area()
    }

    fn pixels(&self, length: f64) -> u32 {
        (length * self.grain).round().clamp(1.0, FAR) as u32
    }

    fn dot(&self, [x, y]: Pixel) -> Option<Dot> {
        let (x, y) = ((x * self.grain).round(), (y * self.grain).round());
        (x.abs() < FAR && y.abs() < FAR).then_some((x as i32, y as i32))
    }

    /// All of the points, or nothing: a line that lost a point would lie.
    fn dots(&self, points: &[Pixel]) -> Option<Vec<Dot>> {
        points.iter().map(|p| self.dot(*p)).collect()
    }

    fn ink(&self, role: Role, faint: bool) -> RGBAColor {
        let Color(r, g, b) = self.theme.color(role);
        RGBAColor(r, g, b, if faint { FAINT } else { role.opacity() })
    }

    fn stroke(&mut self, points: &[Pixel], role: Role, faint: bool, width: f64) {
        let near = points.len() > 1 && points.iter().flatten().all(|c| c.abs() * self.grain < FAR);
        let opacity = self.ink(role, faint).3;
        if !near || self.target.stroke(points, self.theme.color(role), opacity, width) {
            return;
        }
        let Some(dots) = self.dots(points) else { return };
        let style = ShapeStyle { color: self.ink(role, faint), filled: false, stroke_width: self.pixels(width) };
        // A backend that fails has nobody to tell: the picture misses a stroke.
        let _ = self.area(role).draw(&PathElement::new(dots, style));
    }

    fn fill(&mut self, points: &[Pixel], role: Role, faint: bool) {
        let Some(dots) = self.dots(points).filter(|d| d.len() > 2) else { return };
        let style = self.ink(role, faint).filled();
        let _ = self.area(role).draw(&Polygon::new(dots, style));
    }

    fn disc(&mut self, at: Pixel, radius: f64, role: Role) {
        let Some(dot) = self.dot(at) else { return };
        let (radius, style) = (self.pixels(radius), self.ink(role, false).filled());
        let _ = self.area(role).draw(&Circle::new(dot, radius, style));
    }

    fn dots_or_mark(&mut self, alike: &[Mark]) {
        let place = |mark: &Mark| if let Mark::Dot { at, .. } = mark { Some(*at) } else { None };
        match alike {
            [Mark::Dot { radius, role, hollow, .. }, _, ..] => {
                let places: Vec<Pixel> = alike.iter().filter_map(place).collect();
                self.markers(&places, *radius, *role, *hollow);
            }
            marks => marks.iter().for_each(|mark| self.mark(mark)),
        }
    }

    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Line { points, role, faint, dashed } => self.line(points, *role, *faint, *dashed),
            Mark::Area { points, role } => self.fill(points, *role, false),
            Mark::Dot { at, radius, role, hollow } => self.markers(&[*at], *radius, *role, *hollow),
            Mark::Arrow { from, to, role, faint } => self.arrow(*from, *to, *role, *faint),
            Mark::Text { at, text, role, anchor, angle } => self.text(*at, text, *role, *anchor, *angle),
        }
    }

    fn line(&mut self, points: &[Pixel], role: Role, faint: bool, dashed: bool) {
        if !dashed {
            return self.stroke(points, role, faint, role.width());
        }
        for piece in shape::dashed(points, role.dashes()) {
            self.stroke(&piece, role, faint, role.width());
        }
    }

    fn arrow(&mut self, from: Pixel, to: Pixel, role: Role, faint: bool) {
        if let Some((shaft, head)) = shape::arrow(from, to, role.width()) {
            self.stroke(&shaft, role, faint, role.width());
            self.fill(&head, role, faint);
        }
    }

    /// Markers with rings of paper around them, all rings first; a hollow one is paper with a ring of its colour.
    fn markers(&mut self, places: &[Pixel], radius: f64, role: Role, hollow: bool) {
        let marker = role.marker();
        let (outer, inner) = if hollow { (role, Role::Paper) } else { (Role::Paper, role) };
        let coats = [(outer, RING, if hollow { 0.0 } else { RING }), (inner, 0.0, if hollow { -1.6 } else { 0.0 })];
        for (coat, wider, larger) in coats {
            for stroke in places.iter().flat_map(|&at| shape::strokes(marker, at, radius)) {
                // Crossed strokes have no inside to leave hollow.
                let coat = if wider > 0.0 { Role::Paper } else { role };
                self.stroke(&stroke, coat, false, role.width() + 2.0 * wider);
            }
            self.bodies(marker, places, radius + larger, coat);
        }
    }

    fn bodies(&mut self, marker: Marker, places: &[Pixel], radius: f64, role: Role) {
        let stamp = shape::corners(marker, [0.0, 0.0], radius);
        let round = marker == Marker::Circle;
        if (!round && stamp.is_empty()) || self.target.stamps(&stamp, radius, places, self.theme.color(role)) {
            return;
        }
        for &at in places {
            match marker {
                Marker::Circle => self.disc(at, radius, role),
                _ => self.fill(&shape::corners(marker, at, radius), role, false),
            }
        }
    }

    fn text(&mut self, at: Pixel, text: &str, role: Role, anchor: Anchor, turn: f64) {
        let Some(dot) = self.dot(at).filter(|_| turn.is_finite() && !text.is_empty()) else { return };
        let font = role.font();
        let slant = if font.italic { FontStyle::Italic } else { FontStyle::Normal };
        let size = font.size * self.grain * self.target.letter_size();
        let across = match anchor {
            Anchor::Left => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::Right => HPos::Right,
        };
        let ink = self.ink(role, false);
        let style = TextStyle::from(FontDesc::new(FontFamily::Name(font.family), size, slant))
            .color(&ink)
            .pos(Pos::new(across, VPos::Center));
        let halo = font.halo.then(|| (self.theme.color(Role::Paper), 3.0));
        let area = self.target.backend(Pen { role, turn, about: at, halo }).into_drawing_area();
        let _ = area.draw(&Text::new(text, dot, style));
    }
}

//! What a picture is made of: marks in CSS pixels, each with the meaning of its colour.
//!
//! Pure data, compared by equality in tests. Layers make it, [`crate::paint()`] draws it; nothing here knows how.

use std::rc::Rc;

use ponder::math::larger;

use crate::theme::Role;

/// A place on the picture, in CSS pixels from its upper left corner.
pub type Pixel = [f64; 2];

/// Pixels made elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// Pixels from left to right.
    pub width: usize,
    /// Pixels from top to bottom.
    pub height: usize,
    /// Red, green, blue and opacity (not multiplied in), row by row from the top; there may be some after the last row.
    pub pixels: Rc<Vec<[u8; 4]>>,
    /// All rows that have something in them lie from the one up to the other.
    pub rows: [usize; 2],
}

impl Image {
    /// All of its pixels, byte by byte.
    pub fn rgba(&self) -> &[u8] {
        self.pixels[..self.width * self.height].as_flattened()
    }
}

/// Width and height in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Size {
    /// What can be drawn on: at least one pixel, at most 16,384, whatever was asked for.
    pub fn sane(self) -> Self {
        let side = |s: f64| if s.is_finite() { s.clamp(1.0, 16_384.0) } else { 1.0 };
        Self { width: side(self.width), height: side(self.height) }
    }
}

/// An upright rectangle in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Rect {
    /// The whole picture.
    pub fn of(size: Size) -> Self {
        Self { x: 0.0, y: 0.0, width: size.width, height: size.height }
    }

    /// Right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Lower edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Whether the pixel lies in it, edges included.
    pub fn holds(&self, [x, y]: Pixel) -> bool {
        x >= self.x && x <= self.right() && y >= self.y && y <= self.bottom()
    }

    /// The same rectangle with `by` more on every side (less, if negative; never inside out).
    pub fn grown(&self, by: f64) -> Self {
        let by = larger(larger(by, -0.5 * self.width), -0.5 * self.height);
        Self { x: self.x - by, y: self.y - by, width: self.width + 2.0 * by, height: self.height + 2.0 * by }
    }

    /// Whether the two share more than an edge.
    pub fn meets(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }
}

/// A mark and a label at a value of an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where on the axis, in CSS pixels (x of the lower axis, y of the left one).
    pub at: f64,
    /// The value as people write it; empty for a tick without a label.
    pub text: String,
}

/// One axis of a plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// What it measures.
    pub label: String,
    /// First and last value.
    pub range: [f64; 2],
    /// Whether equal steps are equal factors.
    pub log: bool,
    /// Where it is marked.
    pub ticks: Vec<Tick>,
}

/// The two axes of a plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Axes {
    /// The lower one.
    pub x: Axis,
    /// The left one.
    pub y: Axis,
    /// Whether fine lines cross the plot at the ticks.
    pub grid: bool,
}

/// An even-odd area of one colour.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Closed rings; a ring inside a ring is a hole.
    pub rings: Vec<Vec<Pixel>>,
    /// Its colour.
    pub role: Role,
}

/// What lies under all marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ground {
    /// Areas, drawn in order.
    pub bands: Vec<Band>,
    /// A picture made elsewhere, and where it goes.
    pub image: Option<(Image, Rect)>,
}

/// Which side of its place a text extends from. Vertically every text is centred on its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The place is at the text's left end.
    Left,
    /// The place is in the text's middle.
    Middle,
    /// The place is at the text's right end.
    Right,
}

/// One thing to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A stroke along points.
    Line {
        /// Where it goes.
        points: Vec<Pixel>,
        /// Its colour and width.
        role: Role,
        /// Drawn weakly: hidden behind the land, or not what is talked about.
        faint: bool,
        /// In the role's dashes (a run's own pattern), or solid.
        dashed: bool,
    },
    /// A filled shape without holes.
    Area {
        /// Its corners.
        points: Vec<Pixel>,
        /// Its colour.
        role: Role,
    },
    /// A marker, in the shape of its role.
    Dot {
        /// Its middle.
        at: Pixel,
        /// Half its width.
        radius: f64,
        /// Its colour and shape.
        role: Role,
        /// Only the outline, filled with paper.
        hollow: bool,
    },
    /// A stroke with a small solid head.
    Arrow {
        /// Its tail.
        from: Pixel,
        /// Its tip.
        to: Pixel,
        /// Its colour.
        role: Role,
        /// Drawn weakly.
        faint: bool,
    },
    /// A line of text.
    Text {
        /// Where it is anchored.
        at: Pixel,
        /// What it says.
        text: String,
        /// Its colour and font.
        role: Role,
        /// Which way it extends.
        anchor: Anchor,
        /// How far it is turned clockwise about its place, in radians.
        angle: f64,
    },
}

impl Mark {
    /// A solid line.
    pub fn line(points: Vec<Pixel>, role: Role) -> Self {
        Self::Line { points, role, faint: false, dashed: false }
    }

    /// An upright text.
    pub fn text(at: Pixel, text: impl Into<String>, role: Role, anchor: Anchor) -> Self {
        Self::Text { at, text: text.into(), role, anchor, angle: 0.0 }
    }
}

/// A picture: ground, axes and marks, in this order.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The picture's size.
    pub size: Size,
    /// Where the data lives.
    pub plot: Rect,
    /// The axes of a plane; the surface draws its own.
    pub axes: Option<Axes>,
    /// Further planes below the first one, each with its plot.
    pub below: Vec<(Rect, Axes)>,
    /// What lies under the marks.
    pub ground: Ground,
    /// What is drawn, in order.
    pub marks: Vec<Mark>,
}

impl Scene {
    /// A picture with nothing on it.
    pub fn empty(size: Size, plot: Rect) -> Self {
        Self { size, plot, axes: None, below: Vec::new(), ground: Ground::default(), marks: Vec::new() }
    }
}

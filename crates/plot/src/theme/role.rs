//! Roles: what marks mean, and how they are told apart without colour: width, dashes, marker, font.

use ponder::note::Part;

use super::Hues;

/// How many pens there are: as many as a recipe may have runs.
pub const PENS: u8 = 16;

/// How many colours they have between them.
pub(super) const COLORS: u8 = 8;

/// How many tints the land has, from its lowest to its highest ground.
pub const TINTS: u8 = 16;

/// The meaning of a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The page itself: rings around markers, halos around text.
    Paper,
    /// What must be read.
    Ink,
    /// What may be read: numbers at ticks.
    Quiet,
    /// The name of an axis.
    AxisName,
    /// Axis lines and ticks.
    Rule,
    /// Lines behind the data.
    Grid,
    /// The land, from 0 (low) to `TINTS - 1` (high).
    Land(u8),
    /// The same in the colours of [`super::Hues::Cividis`].
    Cividis(u8),
    /// A level line.
    Contour,
    /// Every fifth level line.
    ContourHeavy,
    /// The number on a level line.
    ContourName,
    /// The bottom of a valley.
    Minimum,
    /// A run's pen, 0 to `PENS - 1`.
    Run(u8),
    /// The same pen for what belongs to the last parameter, the bias, where all have lines of their own: finer.
    Bias(u8),
    /// A part of a step.
    Part(Part),
    /// A level line of what a rule believes the land to be.
    Model,
    /// The points to be fitted.
    Data,
    /// How far the fit is off.
    Residual,
    /// What the reader answered.
    Guess,
    /// What was right.
    Truth,
    /// The difference of the two.
    Gap,
}

/// The shape of a dot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// Round.
    Circle,
    /// A regular polygon with so many corners, turned by so many degrees.
    Polygon(u8, i16),
    /// A star with so many rays.
    Star(u8),
    /// Two crossing strokes, upright.
    Plus,
    /// Two crossing strokes, slanted.
    Cross,
}

/// How letters are set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// CSS font family.
    pub family: &'static str,
    /// CSS pixels.
    pub size: f64,
    /// Slanted, as variables are.
    pub italic: bool,
    /// Whether letters need an outline of paper, since they stand on the land.
    pub halo: bool,
}

/// Numbers and words on pictures; every name needs no quotes, so that it can stand in an attribute as it is.
pub const SANS: &str = "system-ui, sans-serif";
const SERIF: &str = "Charter, Georgia, serif";

const DASHES: [&[f64]; 8] = [
    &[],
    &[22.0, 5.0],
    &[12.0, 5.0],
    &[16.0, 5.0, 2.0, 5.0],
    &[7.0, 5.0],
    &[22.0, 5.0, 7.0, 5.0],
    &[12.0, 5.0, 2.0, 5.0, 2.0, 5.0],
    &[3.0, 5.0],
];
const MARKERS: [Marker; 8] = [
    Marker::Circle,
    Marker::Polygon(4, 45),
    Marker::Polygon(3, 0),
    Marker::Polygon(4, 0),
    Marker::Polygon(3, 180),
    Marker::Polygon(5, 0),
    Marker::Polygon(6, 30),
    Marker::Star(5),
];

/// Which dashes and which marker the second eight pens have, that repeat the colours of the first: those of a pen whose
/// colour is another one for any eyes, also for those that lack a kind of cone.
const SECOND: [usize; 8] = [1, 0, 4, 5, 2, 3, 7, 6];

fn form(pen: u8) -> usize {
    let place = usize::from(pen) % SECOND.len();
    if (pen / 8).is_multiple_of(2) { place } else { SECOND[place] }
}

impl Role {
    /// The tint of the land at a height between 0 (low) and 1 (high).
    pub fn land(hues: Hues, height: f64) -> Self {
        let tint = (height.clamp(0.0, 1.0) * f64::from(TINTS - 1)).round() as u8;
        match hues {
            Hues::Topographic => Self::Land(tint),
            Hues::Cividis => Self::Cividis(tint),
        }
    }

    /// How strongly it covers what lies under it.
    pub fn opacity(self) -> f64 {
        match self {
            Self::Contour => 0.26,
            Self::ContourHeavy | Self::Model => 0.5,
            _ => 1.0,
        }
    }

    /// The width of its lines in CSS pixels.
    pub fn width(self) -> f64 {
        match self {
            Self::Run(_) => 2.25,
            Self::Part(_) => 1.75,
            Self::Guess | Self::Truth => 2.0,
            Self::Bias(_) => 1.25,
            Self::Contour => 0.75,
            Self::ContourHeavy | Self::Rule | Self::Model => 1.0,
            Self::Grid => 0.75,
            Self::Gap | Self::Residual => 1.25,
            _ => 1.5,
        }
    }

    /// Lengths of strokes and gaps in CSS pixels; empty for a solid line.
    pub fn dashes(self) -> &'static [f64] {
        match self {
            Self::Run(pen) | Self::Bias(pen) => DASHES[form(pen)],
            Self::Gap | Self::Residual => &[3.0, 4.0],
            Self::Model => &[5.0, 4.0],
            _ => &[],
        }
    }

    /// The shape of its dots.
    pub fn marker(self) -> Marker {
        match self {
            Self::Run(pen) | Self::Bias(pen) => MARKERS[form(pen)],
            Self::Minimum => Marker::Plus,
            Self::Guess => Marker::Cross,
            _ => Marker::Circle,
        }
    }

    /// How its text is set.
    pub fn font(self) -> Font {
        let plain = Font { family: SANS, size: 12.0, italic: false, halo: true };
        match self {
            Self::AxisName => Font { family: SERIF, size: 15.0, italic: true, ..plain },
            Self::Quiet => Font { size: 11.0, halo: false, ..plain },
            Self::ContourName => Font { size: 10.0, ..plain },
            _ => plain,
        }
    }

    /// Its word in class names: a stroke has the class `s-…`, a fill `f-…`.
    pub fn word(self) -> String {
        match self {
            Self::Land(tint) => format!("land-{tint}"),
            Self::Cividis(tint) => format!("cividis-{tint}"),
            Self::Run(pen) | Self::Bias(pen) => format!("run-{}", pen % COLORS),
            Self::Paper => "paper".into(),
            Self::Quiet => "quiet".into(),
            Self::Rule => "rule".into(),
            Self::Grid => "grid".into(),
            Self::Part(Part::Gradient) | Self::Truth => "accent".into(),
            Self::Part(Part::Memory) => "memory".into(),
            _ => "ink".into(),
        }
    }
}

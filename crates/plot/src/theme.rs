//! What a role looks like: colour, width, dashes, marker and font, in the light, the dark and the printed theme.
//!
//! The land is quiet, the runs are loud. A run's pen belongs to its method: gradient descent has the colour of the
//! text, momentum is red, Nesterov blue, AdaGrad magenta; each pen also has its own dashes and its own marker, so
//! that nothing is told by colour alone. Contrast is tested below.

use std::borrow::Cow;

use ponder::note::Part;

use crate::shade::{self, Palette};

/// An opaque colour, red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    /// `#rrggbb`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    const fn of(hex: u32) -> Self {
        Self((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
    }
}

/// The light a picture is seen in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Ink on warm paper.
    #[default]
    Light,
    /// A dark page; drawn for itself, not inverted.
    Dark,
    /// Black on white.
    Print,
}

/// Every theme.
pub const THEMES: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Print];

/// How many pens there are: as many as a recipe may have runs.
pub const PENS: u8 = 16;

/// How many tints the land has, from its lowest to its highest ground.
pub const TINTS: u8 = 16;

/// The parts of a step as the reader paces them, with the names they have outside; also arrows and their terms.
pub const PARTS: [(&str, Part); 5] = [
    ("gradient", Part::Gradient),
    ("memory", Part::Memory),
    ("scale", Part::Scale),
    ("look-ahead", Part::LookedAt),
    ("move", Part::Move),
];

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
    /// A part of a step.
    Part(Part),
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

// Colours of a role in the three themes, in the order of `THEMES`.
type Trio = [u32; 3];

const PAPER: Trio = [0xfbfaf6, 0x14161a, 0xffffff];
const INK: Trio = [0x1d1b18, 0xece8df, 0x000000];
const QUIET: Trio = [0x66615a, 0xa5a199, 0x4a4a4a];
const RULE: Trio = [0xa8a298, 0x5b5d60, 0x808080];
const GRID: Trio = [0xe7e3da, 0x25282c, 0xe2e2e2];
const ACCENT: Trio = [0x0f6b6b, 0x5fb8b0, 0x0f5f5f];
const AMBER: Trio = [0x8f4a00, 0xe0a458, 0x7d4100];
const LAND: [[[u8; 3]; 5]; 3] = [
    [[180, 207, 212], [207, 221, 211], [233, 233, 217], [244, 238, 221], [243, 230, 211]],
    [[28, 49, 57], [35, 52, 58], [42, 51, 53], [48, 47, 45], [57, 51, 44]],
    [[211, 226, 230], [226, 234, 228], [240, 241, 232], [248, 245, 236], [250, 243, 232]],
];
const PEN: [Trio; 8] = [
    INK,
    [0xc8322b, 0xff8177, 0xb3241e],
    [0x2a5bd0, 0x86adff, 0x2450b8],
    [0xb8289c, 0xf08ada, 0xa01f87],
    [0x646000, 0xc9c35a, 0x565200],
    [0x1f733c, 0x6fcf8f, 0x196134],
    [0x6b3fb5, 0xbfa3f7, 0x5d35a0],
    [0x7d4630, 0xd9a58e, 0x6d3b28],
];
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

impl Theme {
    /// From its name in a figure.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            "print" => Some(Self::Print),
            _ => None,
        }
    }

    /// The colour of a role.
    pub fn color(self, role: Role) -> Color {
        let trio = match role {
            Role::Land(tint) => return self.land(f64::from(tint) / f64::from(TINTS - 1)),
            Role::Paper => PAPER,
            Role::Quiet => QUIET,
            Role::Rule => RULE,
            Role::Grid => GRID,
            Role::Run(pen) => PEN[usize::from(pen) % PEN.len()],
            Role::Part(Part::Gradient) | Role::Truth => ACCENT,
            Role::Part(Part::Memory) => AMBER,
            _ => INK,
        };
        Color::of(trio[self as usize])
    }

    /// The colour of the land at a height between 0 (low) and 1 (high).
    pub fn land(self, height: f64) -> Color {
        let [r, g, b] = shade::mixed(&LAND[self as usize], height).map(|part| part.round() as u8);
        Color(r, g, b)
    }

    /// The colours of the land where it is drawn as an image.
    pub fn palette(self) -> Palette {
        let kind = if self == Self::Dark { Palette::DARK } else { Palette::LIGHT };
        Palette { stops: Cow::Borrowed(&LAND[self as usize]), ..kind }
    }
}

impl Role {
    /// The tint of the land at a height between 0 (low) and 1 (high).
    pub fn land(height: f64) -> Self {
        Self::Land((height.clamp(0.0, 1.0) * f64::from(TINTS - 1)).round() as u8)
    }

    /// How strongly it covers what lies under it.
    pub fn opacity(self) -> f64 {
        match self {
            Self::Contour => 0.26,
            Self::ContourHeavy => 0.5,
            _ => 1.0,
        }
    }

    /// The width of its lines in CSS pixels.
    pub fn width(self) -> f64 {
        match self {
            Self::Run(_) => 2.25,
            Self::Part(_) => 1.75,
            Self::Contour => 0.75,
            Self::ContourHeavy | Self::Rule => 1.0,
            Self::Grid => 0.75,
            Self::Gap | Self::Residual => 1.25,
            _ => 1.5,
        }
    }

    /// Lengths of strokes and gaps in CSS pixels; empty for a solid line.
    pub fn dashes(self) -> &'static [f64] {
        match self {
            // The second eight pens repeat the colours of the first, so they take the next one's dashes.
            Self::Run(pen) => DASHES[(usize::from(pen) + usize::from(pen / 8)) % DASHES.len()],
            Self::Gap | Self::Residual => &[3.0, 4.0],
            _ => &[],
        }
    }

    /// The shape of its dots.
    pub fn marker(self) -> Marker {
        match self {
            Self::Run(pen) => MARKERS[(usize::from(pen) + usize::from(pen / 8)) % MARKERS.len()],
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
            Self::Run(pen) => format!("run-{}", usize::from(pen) % PEN.len()),
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

/// The colours of one theme as CSS rules for the classes of [`Role::word`], for pictures that stand in a page.
pub fn style_sheet(theme: Theme) -> String {
    let lands = (0..TINTS).map(Role::Land);
    let runs = (0..PEN.len() as u8).map(Role::Run);
    let rest = [Role::Paper, Role::Ink, Role::Quiet, Role::Rule, Role::Grid];
    let parts = [Part::Gradient, Part::Memory].map(Role::Part);
    let rule = |role: Role| {
        let (word, hex) = (role.word(), theme.color(role).hex());
        format!(".f-{word}{{fill:{hex}}}.s-{word}{{stroke:{hex}}}\n")
    };
    lands.chain(runs).chain(rest).chain(parts).map(rule).collect()
}

/// The pen of each method: the course's own first, then the others in the order of the table.
pub fn pen(method: &str) -> u8 {
    const COURSE: [&str; 8] =
        ["gradient-descent", "momentum", "nesterov", "adagrad", "rmsprop", "adadelta", "adam", "newton"];
    let known = COURSE.iter().position(|id| *id == method);
    let later = || ponder::METHODS.iter().filter(|m| !COURSE.contains(&m.id)).position(|m| m.id == method);
    (known.or_else(|| later().map(|i| 8 + i)).unwrap_or(0) % usize::from(PENS)) as u8
}

/// The pens of runs: each method's own, and for a second run of a method the next one that nobody here uses.
pub fn pens<'a>(methods: impl IntoIterator<Item = &'a str>) -> Vec<u8> {
    let wanted: Vec<u8> = methods.into_iter().map(pen).collect();
    let mut given: Vec<u8> = Vec::new();
    for (i, &own) in wanted.iter().enumerate() {
        let free = |p: &u8| !given.contains(p) && !wanted[i + 1..].contains(p);
        let next = if given.contains(&own) { (0..PENS).map(|p| (own + p) % PENS).find(free) } else { None };
        let any = || (0..PENS).find(|p| !given.contains(p));
        given.push(if given.contains(&own) { next.or_else(any).unwrap_or(own) } else { own });
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(Color(r, g, b): Color) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(a: Color, b: Color) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn grounds(theme: Theme) -> impl Iterator<Item = Color> {
        (0..TINTS).map(Role::Land).chain([Role::Paper]).map(move |r| theme.color(r))
    }

    #[test]
    fn text_can_be_read_on_paper_and_labels_on_the_land() {
        for theme in THEMES {
            let paper = theme.color(Role::Paper);
            for role in [Role::Ink, Role::Quiet, Role::AxisName, Role::ContourName, Role::Guess, Role::Truth] {
                let ratio = contrast(theme.color(role), paper);
                assert!(ratio >= 4.5, "{theme:?} {role:?} has {ratio:.2}");
            }
            assert!(grounds(theme).all(|g| contrast(theme.color(Role::ContourName), g) >= 4.5), "{theme:?}");
        }
    }

    #[test]
    fn runs_and_parts_stand_out_from_every_ground() {
        let parts = PARTS.map(|(_, part)| Role::Part(part));
        for theme in THEMES {
            for role in (0..PENS).map(Role::Run).chain(parts) {
                for ground in grounds(theme) {
                    let ratio = contrast(theme.color(role), ground);
                    assert!(ratio >= 3.0, "{theme:?} {role:?} on {} has {ratio:.2}", ground.hex());
                }
            }
        }
    }

    #[test]
    fn no_two_pens_look_the_same_without_colour() {
        let look = |pen| (Role::Run(pen).dashes(), Role::Run(pen).marker());
        for a in 0..8 {
            for b in 0..a {
                assert!(look(a).0 != look(b).0 && look(a).1 != look(b).1, "pens {a} and {b}");
            }
        }
        for pen in 8..PENS {
            assert_ne!(look(pen), look(pen - 8), "pen {pen} repeats its colour");
        }
    }

    #[test]
    fn a_second_run_of_a_method_gets_another_pen() {
        assert_eq!(pens(["gradient-descent", "momentum", "nesterov"]), [0, 1, 2]);
        assert_eq!(pens(["gradient-descent", "gradient-descent", "momentum"]), [0, 2, 1]);
        let all = pens(["adam"; 16]);
        assert!((0..PENS).all(|p| all.contains(&p)), "sixteen runs, sixteen pens: {all:?}");
    }

    #[test]
    fn the_land_rises_from_cool_to_warm() {
        for theme in [Theme::Light, Theme::Dark] {
            let (low, high) = (theme.land(0.0), theme.land(1.0));
            assert!(low.2 > low.0 && high.0 > high.2, "{theme:?}");
        }
    }

    #[test]
    fn the_sheet_names_every_class() {
        let sheet = style_sheet(Theme::Dark);
        for role in [Role::Land(15), Role::Run(7), Role::Paper, Role::Gap, Role::Truth] {
            assert!(sheet.contains(&format!(".f-{}{{", role.word())), "{role:?}");
        }
    }
}

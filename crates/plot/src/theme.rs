//! What a role looks like in the light, the dark and the printed theme.
//!
//! The land is quiet, the runs are loud. A run's pen belongs to its method: gradient descent has the colour of the
//! text, momentum is red, Nesterov blue, AdaGrad magenta; each pen also has its own dashes and its own marker, so
//! that nothing is told by colour alone. Contrast is tested.

use ponder::note::Part;

use crate::shade::{self, Palette};

mod hues;
mod pens;
mod role;

pub use hues::{HUES, Hues};
pub(crate) use pens::pens;
pub use role::{Font, Marker, PENS, Role, SANS, TINTS};

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

// Colours of a role in the three themes, in the order of `THEMES`.
type Trio = [u32; 3];

const PAPER: Trio = [0xfbfaf6, 0x14161a, 0xffffff];
const INK: Trio = [0x1d1b18, 0xece8df, 0x000000];
const QUIET: Trio = [0x66615a, 0xa5a199, 0x4a4a4a];
const RULE: Trio = [0xa8a298, 0x5b5d60, 0x808080];
const GRID: Trio = [0xe7e3da, 0x25282c, 0xe2e2e2];
const ACCENT: Trio = [0x0f6b6b, 0x5fb8b0, 0x0f5f5f];
const AMBER: Trio = [0x8f4a00, 0xe0a458, 0x7d4100];
const PEN: [Trio; role::COLORS as usize] = [
    INK,
    [0xc8322b, 0xff8177, 0xb3241e],
    [0x2a5bd0, 0x86adff, 0x2450b8],
    [0xb8289c, 0xf08ada, 0xa01f87],
    [0x646000, 0xc9c35a, 0x565200],
    [0x1f733c, 0x6fcf8f, 0x196134],
    [0x6b3fb5, 0xbfa3f7, 0x5d35a0],
    [0x7d4630, 0xd9a58e, 0x6d3b28],
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
            Role::Land(tint) => return self.land(Hues::Topographic, f64::from(tint) / f64::from(TINTS - 1)),
            Role::Cividis(tint) => return self.land(Hues::Cividis, f64::from(tint) / f64::from(TINTS - 1)),
            Role::Paper => PAPER,
            Role::Quiet => QUIET,
            Role::Rule => RULE,
            Role::Grid => GRID,
            Role::Run(pen) | Role::Bias(pen) => PEN[usize::from(pen % role::COLORS)],
            Role::Part(Part::Gradient) | Role::Truth => ACCENT,
            Role::Part(Part::Memory) => AMBER,
            _ => INK,
        };
        Color::of(trio[self as usize])
    }

    /// The colour of the land at a height between 0 (low) and 1 (high).
    pub fn land(self, hues: Hues, height: f64) -> Color {
        let [r, g, b] = shade::mixed(&hues.stops(self), height).map(|part| part.round() as u8);
        Color(r, g, b)
    }

    /// The colours of the land where it is drawn as an image.
    pub fn palette(self, hues: Hues) -> Palette {
        let kind = if self == Self::Dark { Palette::DARK } else { Palette::LIGHT };
        Palette { stops: hues.stops(self), ..kind }
    }
}

/// The colours of one theme as CSS rules for the classes of [`Role::word`], for pictures that stand in a page.
pub fn style_sheet(theme: Theme) -> String {
    let lands = (0..TINTS).map(Role::Land).chain((0..TINTS).map(Role::Cividis));
    let runs = (0..role::COLORS).map(Role::Run);
    let rest = [Role::Paper, Role::Ink, Role::Quiet, Role::Rule, Role::Grid];
    let parts = [Part::Gradient, Part::Memory].map(Role::Part);
    let rule = |role: Role| {
        let (word, hex) = (role.word(), theme.color(role).hex());
        format!(".f-{word}{{fill:{hex}}}.s-{word}{{stroke:{hex}}}\n")
    };
    lands.chain(runs).chain(rest).chain(parts).map(rule).collect()
}

#[cfg(test)]
mod tests;

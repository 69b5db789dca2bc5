//! The colours of the land: the quiet ones of a topographic map, or cividis, whose brightness rises evenly for every eye.

use std::borrow::Cow;

use super::Theme;

/// Which colours the land has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hues {
    /// Pale tints from cool low ground to warm high ground.
    #[default]
    Topographic,
    /// Nuñez, Anderton, Renslow 2018, doi:10.1371/journal.pone.0199239: paled on paper and dimmed in the dark, so that
    /// every pen stands out from all of it.
    Cividis,
}

/// Every choice, with its name in a figure.
pub const HUES: [(&str, Hues); 2] = [("topographic", Hues::Topographic), ("cividis", Hues::Cividis)];

const TOPOGRAPHIC: [[[u8; 3]; 5]; 3] = [
    [[180, 207, 212], [207, 221, 211], [233, 233, 217], [244, 238, 221], [243, 230, 211]],
    [[28, 49, 57], [35, 52, 58], [42, 51, 53], [48, 47, 45], [57, 51, 44]],
    [[211, 226, 230], [226, 234, 228], [240, 241, 232], [248, 245, 236], [250, 243, 232]],
];

/// Tints of cividis between which colours are joined smoothly.
const STEPS: usize = 9;

/// How far cividis is mixed with white on paper: for the lowest ground, and how much less for the highest.
const PALE: [f64; 2] = [0.735, 0.3];

/// How bright the highest ground is in the dark, of what it would be.
const DIM: f64 = 0.37;

impl Hues {
    /// Colours at equal steps from the lowest ground to the highest.
    pub(super) fn stops(self, theme: Theme) -> Cow<'static, [[u8; 3]]> {
        match self {
            Self::Topographic => Cow::Borrowed(&TOPOGRAPHIC[theme as usize]),
            Self::Cividis => (0..STEPS).map(|i| cividis(i as f64 / (STEPS - 1) as f64, theme)).collect(),
        }
    }
}

fn cividis(height: f64, theme: Theme) -> [u8; 3] {
    let colorous::Color { r, g, b } = colorous::CIVIDIS.eval_continuous(height);
    let pale = PALE[0] - PALE[1] * height * height;
    [r, g, b].map(|part| {
        let part = f64::from(part);
        let seen = if theme == Theme::Dark { part * libm::pow(DIM, height) } else { part + pale * (255.0 - part) };
        seen.round() as u8
    })
}

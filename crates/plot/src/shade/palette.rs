//! The colours of the land.

use std::borrow::Cow;

/// The colours of a landscape.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    /// Tints at equal steps from the lowest ground to the highest, joined smoothly.
    pub stops: Cow<'static, [[u8; 3]]>,
    /// Level lines, red, green, blue and opacity.
    pub line: [u8; 4],
    /// Heavy level lines.
    pub major: [u8; 4],
    /// The hairline along the edges and folds of the land.
    pub rim: [u8; 4],
    /// What a slope turned fully away from the light is multiplied with (255: nothing changes).
    pub shadow: [u8; 3],
    /// The underside of the land is multiplied with this.
    pub under: [u8; 3],
    /// What a slope turned fully to the light turns towards.
    pub glow: [u8; 3],
    /// How far it turns there, 0 to 1.
    pub shine: f64,
}

impl Palette {
    /// On warm paper.
    pub const LIGHT: Self = Self {
        stops: Cow::Borrowed(&[
            [157, 193, 204],
            [176, 206, 205],
            [198, 218, 206],
            [219, 228, 209],
            [234, 234, 214],
            [241, 234, 215],
            [242, 231, 210],
            [241, 227, 204],
            [240, 224, 199],
        ]),
        line: [92, 84, 68, 120],
        major: [76, 68, 52, 190],
        rim: [92, 84, 68, 88],
        shadow: [204, 208, 212],
        under: [196, 196, 202],
        glow: [255, 254, 250],
        shine: 0.4,
    };

    /// On a dark page, a little lighter than it.
    pub const DARK: Self = Self {
        stops: Cow::Borrowed(&[
            [38, 72, 84],
            [40, 70, 79],
            [43, 67, 73],
            [46, 64, 67],
            [49, 60, 62],
            [52, 58, 58],
            [55, 57, 55],
            [58, 57, 54],
            [61, 58, 53],
        ]),
        line: [214, 222, 214, 66],
        major: [222, 228, 220, 112],
        rim: [214, 222, 214, 50],
        shadow: [172, 175, 181],
        under: [160, 162, 168],
        glow: [190, 205, 205],
        shine: 0.12,
    };
}

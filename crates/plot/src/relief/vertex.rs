//! The corners of triangles.

use crate::shade::Tints;

/// Numbers with 16 binary places: adding them is exact and their whole part is one shift.
pub(super) const FIXED: f32 = 65536.0;

/// A node as it is drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Vertex {
    /// Device pixels from the left of the picture.
    pub(super) x: f32,
    /// Device pixels from its top.
    pub(super) y: f32,
    /// Place between the ground (0) and the ceiling (1); NaN: no land.
    pub(super) rise: f32,
    /// Number of levels at or below it.
    pub(super) level: u32,
    /// What changes evenly between nodes: distance from the eye, height in the unit of the inks, and the places among the
    /// tints and the shades of the upper side, with binary places.
    pub(super) parts: [f32; 4],
}

impl Vertex {
    pub(super) fn above(&self) -> bool {
        self.rise > 1.0
    }

    /// Distance from the eye.
    pub(super) fn depth(&self) -> f32 {
        self.parts[0]
    }

    /// Height in the unit of the inks.
    pub(super) fn height(&self) -> f32 {
        self.parts[1]
    }

    /// Where an edge from a vertex below the ceiling to one above it meets the ceiling.
    pub(super) fn cut(below: &Self, above: &Self) -> Self {
        let share = (1.0 - below.rise) / (above.rise - below.rise);
        let mix = |a: f32, b: f32| a + share * (b - a);
        let [depth, height, _, shade] = [0, 1, 2, 3].map(|part| mix(below.parts[part], above.parts[part]));
        Self {
            x: mix(below.x, above.x),
            y: mix(below.y, above.y),
            rise: 1.0,
            // Between its neighbours' counts; lines look further by themselves.
            level: above.level.min(below.level),
            parts: [depth, height, FIXED * Tints::tint(1.0), shade],
        }
    }
}

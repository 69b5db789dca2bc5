//! The colour of the land: a tint by height, a soft light from the upper left, and the same for the map seen from above.

mod palette;

pub use palette::Palette;

use crate::heights::Heights;
use crate::levels::Levels;

/// What a relief or a map is made from.
#[derive(Clone, Copy)]
pub struct Land<'a> {
    /// The heights at the grid's nodes.
    pub heights: &'a Heights,
    /// A height's place between the ground (0) and the ceiling (1). What is lower lies on the ground, what is higher is
    /// cut off in the relief.
    pub rise: &'a dyn Fn(f64) -> f64,
    /// Where lines run, in the unit of `heights`.
    pub levels: &'a Levels,
    /// Its colours.
    pub palette: &'a Palette,
}

impl std::fmt::Debug for Land<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Land").field("levels", self.levels).field("palette", self.palette).finish_non_exhaustive()
    }
}

impl Land<'_> {
    /// Every node's rise; NaN where there is no land.
    pub(crate) fn rises(&self, into: &mut Vec<f32>) {
        into.clear();
        into.extend(self.heights.values.iter().map(|&height| {
            let rise = if height.is_finite() { (self.rise)(height) } else { f64::NAN };
            if rise.is_finite() { rise.clamp(0.0, 1e3) as f32 } else { f32::NAN }
        }));
    }
}

/// How a node's rise changes per unit of a ground that is 2 × 2, along w and b; across holes it is not asked.
pub(crate) fn slope(rises: &[f32], [columns, rows]: [usize; 2], column: usize, row: usize) -> [f32; 2] {
    let node = row * columns + column;
    let along = |index: usize, count: usize, stride: usize| {
        let before = if index > 0 { rises[node - stride] } else { f32::NAN };
        let after = if index + 1 < count { rises[node + stride] } else { f32::NAN };
        let difference = match (before.is_nan(), after.is_nan()) {
            (false, false) => 0.5 * (after - before),
            (false, true) => rises[node] - before,
            (true, false) => after - rises[node],
            (true, true) => 0.0,
        };
        0.5 * difference * (count - 1) as f32
    };
    [along(column, columns, 1), along(row, rows, columns)]
}

/// How long a line straight up from a slope is, whose upright part is 1.
pub(crate) fn normal(slope: [f32; 2]) -> f32 {
    (1.0 + slope[0] * slope[0] + slope[1] * slope[1]).sqrt()
}

/// How much a slope with such a normal turns to the light: 0 on level ground, -1 to 1, gently.
pub(crate) fn facing(slope: [f32; 2], normal: f32, light: [f32; 3]) -> f32 {
    let lit = (light[2] - slope[0] * light[0] - slope[1] * light[1]) / normal;
    let turn = 2.0 * (lit - light[2]);
    turn / (1.0 + turn * turn).sqrt()
}

/// Columns of the table: tints.
pub(crate) const TINTS: usize = 256;
/// Rows of the table: shades, the underside's, then from dark to bright.
pub(crate) const SHADES: usize = 128;

/// Every tint under every shade, made once for a palette, so that a pixel is one look-up.
#[derive(Clone, Debug)]
pub(crate) struct Tints {
    palette: Option<Palette>,
    table: Box<[[u8; 4]; TINTS * SHADES]>,
}

impl Default for Tints {
    fn default() -> Self {
        let table = vec![[0; 4]; TINTS * SHADES].into_boxed_slice();
        Self {
            palette: None,
            table: table.try_into().unwrap_or_else(|_| unreachable!("the length is that of the type")),
        }
    }
}

impl Tints {
    /// The table of a palette, made anew only if it is another one.
    pub(crate) fn of(&mut self, palette: &Palette) -> &[[u8; 4]; TINTS * SHADES] {
        if self.palette.as_ref() != Some(palette) {
            for tint in 0..TINTS {
                let plain = mixed(&palette.stops, (tint as f64 - 1.0) / (TINTS - 3) as f64);
                for shade in 0..SHADES {
                    self.table[shade * TINTS + tint] = lit(plain, shade as f32, palette);
                }
            }
            self.palette = Some(palette.clone());
        }
        &self.table
    }

    /// A rise as a place among the tints: the ends have room for rounding.
    pub(crate) fn tint(rise: f32) -> f32 {
        1.5 + rise.clamp(0.0, 1.0) * (TINTS - 3) as f32
    }

    /// A turn to the light (-1 to 1) as a place among the shades of the upper side.
    pub(crate) fn shade(turn: f32) -> f32 {
        76.5 + 48.0 * turn.clamp(-1.0, 1.0)
    }

    /// What that place is multiplied with, and what is added then, for the underside: 12.5 where it is level, up to 8
    /// more where it turns away.
    pub(crate) const UNDER: [f32; 2] = [-1.0 / 6.0, 12.5 + 76.5 / 6.0];
}

/// A tint under one of the table's shades.
fn lit(plain: [f64; 3], shade: f32, palette: &Palette) -> [u8; 4] {
    let turn = f64::from(shade - 76.0) / 48.0;
    let part = |i: usize| {
        let times = |factor: u8, share: f64| plain[i] * (1.0 - share * (1.0 - f64::from(factor) / 255.0));
        let color = if shade < 24.0 {
            times(palette.under[i], 0.85 + 0.15 * (12.0 - f64::from(shade)) / 8.0)
        } else if turn < 0.0 {
            times(palette.shadow[i], -turn)
        } else {
            plain[i] + turn * palette.shine * (f64::from(palette.glow[i]) - plain[i])
        };
        (color.clamp(0.0, 255.0) + 0.5) as u8
    };
    [part(0), part(1), part(2), 255]
}

/// The colour at a share of the way along the stops: a Catmull-Rom curve, so that no stop shows as an edge.
pub(crate) fn mixed(stops: &[[u8; 3]], share: f64) -> [f64; 3] {
    let Some(last) = stops.len().checked_sub(1) else { return [0.0; 3] };
    let along = share.clamp(0.0, 1.0) * last as f64;
    let index = (along as usize).min(last.saturating_sub(1));
    let t = along - index as f64;
    let stop = |offset: usize, i: usize| f64::from(stops[(index + offset).saturating_sub(1).min(last)][i]);
    [0, 1, 2].map(|i| {
        let [a, b, c, d] = [0, 1, 2, 3].map(|offset| stop(offset, i));
        let value = b + 0.5 * t * (c - a + t * (2.0 * a - 5.0 * b + 4.0 * c - d + t * (3.0 * (b - c) + d - a)));
        value.clamp(0.0, 255.0)
    })
}

/// Where the light comes from: for the viewer left, away and up.
pub(crate) const LIGHT: [f64; 3] = [-0.53, 0.42, 0.74];

/// The map from above: tints and soft shade without lines, red, green, blue and opacity row by row from the top (b
/// falling). Meant to be small and scaled up smoothly; what is above the ceiling has the highest tint.
pub fn flat(land: &Land<'_>, tall: f64, width: usize, height: usize) -> Vec<[u8; 4]> {
    let (mut rises, mut tints) = (Vec::new(), Tints::default());
    land.rises(&mut rises);
    let Heights { columns, rows, window, .. } = *land.heights;
    let light = LIGHT.map(|part| part as f32);
    let turns = (0..rises.len()).map(|node| {
        let rise = slope(&rises, [columns, rows], node % columns, node / columns).map(|part| part * tall as f32);
        f64::from(facing(rise, normal(rise), light))
    });
    let turns = Heights { window, columns, rows, values: turns.collect() };
    let rises = Heights { window, columns, rows, values: rises.iter().map(|&rise| f64::from(rise)).collect() };
    let table = tints.of(land.palette);
    let mut pixels = Vec::with_capacity(width * height);
    for row in 0..height {
        let up = (rows - 1) as f64 * (1.0 - (row as f64 + 0.5) / height as f64);
        for column in 0..width {
            let [w, b] = rises.place((columns - 1) as f64 * (column as f64 + 0.5) / width as f64, up);
            let (rise, turn) = (rises.at(w, b) as f32, turns.at(w, b) as f32);
            let index = Tints::shade(turn) as usize * TINTS + Tints::tint(rise) as usize;
            pixels.push(if rise.is_nan() { [0; 4] } else { table[index] });
        }
    }
    pixels
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: [[f64; 2]; 2] = [[-1.0, 1.0], [-1.0, 1.0]];

    fn map(heights: &Heights, palette: &Palette, side: usize) -> Vec<[u8; 4]> {
        let land = Land { heights, rise: &|height| height, levels: &Levels::default(), palette };
        flat(&land, 0.8, side, side)
    }

    fn brightness(pixel: [u8; 4]) -> i32 {
        pixel[..3].iter().map(|&part| i32::from(part)).sum()
    }

    #[test]
    fn the_light_comes_from_the_upper_left() {
        let hill = Heights::sample(WINDOW, 65, 65, |w, b| 0.6 * libm::exp(-4.0 * (w * w + b * b)));
        for palette in [Palette::LIGHT, Palette::DARK] {
            let map = map(&hill, &palette, 64);
            let at = |column: usize, row: usize| brightness(map[row * 64 + column]);
            assert!(at(22, 22) > at(42, 42) + 8, "the first row is the top: {} {}", at(22, 22), at(42, 42));
        }
    }

    #[test]
    fn flat_ground_has_its_plain_tint() {
        for rise in [0.0, 0.25, 0.5, 1.0] {
            let ground = Heights::sample(WINDOW, 5, 5, |_, _| rise);
            let plain = mixed(&Palette::LIGHT.stops, rise);
            for pixel in map(&ground, &Palette::LIGHT, 4) {
                assert!((0..3).all(|i| (f64::from(pixel[i]) - plain[i]).abs() < 1.6), "{rise}: {pixel:?} {plain:?}");
            }
        }
    }

    #[test]
    fn a_hole_is_transparent_and_a_ceiling_is_a_plateau() {
        let grid = Heights::sample(WINDOW, 9, 9, |w, b| if w > 0.0 { f64::NAN } else { 5.0 + b });
        let map = map(&grid, &Palette::DARK, 16);
        assert!(map.iter().enumerate().all(|(i, pixel)| pixel[3] == if i % 16 < 8 { 255 } else { 0 }));
    }

    #[test]
    fn the_curve_through_the_stops_meets_them() {
        let stops = [[10, 20, 30], [90, 80, 70], [60, 200, 0], [255, 255, 255]];
        for (i, stop) in stops.iter().enumerate() {
            let found = mixed(&stops, i as f64 / 3.0);
            assert!((0..3).all(|c| (found[c] - f64::from(stop[c])).abs() < 1e-9), "{found:?}");
        }
        assert_eq!(mixed(&[], 0.5), [0.0; 3]);
        assert_eq!(mixed(&[[1, 2, 3]], 0.7), [1.0, 2.0, 3.0]);
    }

    #[test]
    fn one_sided_slopes_at_borders_and_holes() {
        let rises = [0.0, 0.5, 1.0, f32::NAN, 0.0, 0.5, 1.0, 1.5];
        assert_eq!(slope(&rises, [4, 2], 0, 0), [0.75, 0.0]);
        assert_eq!(slope(&rises, [4, 2], 2, 0)[0], 0.75, "beside the hole");
        assert_eq!(slope(&rises, [4, 2], 3, 1)[1], 0.0);
    }

    #[test]
    fn a_table_is_made_for_its_palette() {
        let mut tints = Tints::default();
        let light = *tints.of(&Palette::LIGHT);
        assert_ne!(tints.of(&Palette::DARK), &light);
        assert_eq!(tints.of(&Palette::LIGHT), &light);
        for shade in [-9.0, 0.0, 9.0].map(Tints::shade) {
            let under = shade * Tints::UNDER[0] + Tints::UNDER[1];
            assert!((28.0..SHADES as f32 - 1.0).contains(&shade) && (4.0..21.0).contains(&under));
        }
        assert!((1.0..TINTS as f32 - 1.0).contains(&Tints::tint(1e9)) && Tints::tint(-1.0) >= 1.0);
    }
}

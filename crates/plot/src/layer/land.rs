//! The land itself: tinted areas on paper, a softly lit image on a screen, the relief on the surface.

use std::rc::Rc;

use super::{Draw, Layer, Stage};
use crate::contour;
use crate::scene::{Band, Ground, Image, Pixel};
use crate::shade;
use crate::theme::Role;
use crate::view::View;

pub(super) const ENTRY: Layer = Layer::new("land", true, &[View::Contour, View::Surface], Draw::Ground(ground));

/// Seen from above the land is lit as if it were this high on a ground of 2 × 2: a hint of relief under the lines.
const SOFT: f64 = 0.35;

/// The map's image has this many pixels a side; it is soft, so it may be scaled up.
const PIXELS: usize = 256;

fn ground(stage: &Stage) -> Ground {
    match &stage.scape {
        Some(scape) => Ground { bands: Vec::new(), image: scape.image() },
        None if stage.vector => Ground { bands: bands(stage), image: None },
        None => Ground { bands: Vec::new(), image: Some((map(stage), stage.plane.rect)) },
    }
}

fn map(stage: &Stage) -> Image {
    let land = stage.land;
    let palette = stage.theme.palette(stage.hues);
    let rise = |height| land.rise(height);
    let made = shade::Land { heights: &land.heights, rise: &rise, levels: &land.levels, palette: &palette };
    let pixels = Rc::new(shade::flat(&made, SOFT, PIXELS, PIXELS));
    Image { width: PIXELS, height: PIXELS, pixels, rows: [0, PIXELS] }
}

/// All land in the lowest tint, and on it, level by level, whatever is higher: no seams can show between them.
fn bands(stage: &Stage) -> Vec<Band> {
    let land = stage.land;
    let rings = |level: f64| -> Vec<Vec<Pixel>> {
        let ring = |ring: Vec<[f64; 2]>| ring.into_iter().map(|p| stage.plane.place(p)).collect();
        contour::bands(&land.heights, level).into_iter().map(ring).collect()
    };
    let tint = |from: f64, to: f64| Role::land(stage.hues, 0.5 * (land.share(from) + land.share(to)));
    let [low, high] = land.range;
    let levels = &land.levels.values;
    let above = |i: usize| levels.get(i).copied().unwrap_or(high);
    let mut bands = vec![Band { rings: rings(f64::MIN), role: tint(low, above(0)) }];
    for (i, &level) in levels.iter().enumerate() {
        let role = tint(level, above(i + 1));
        // Two levels in one tint need no border.
        if bands.last().is_none_or(|below| below.role != role) {
            bands.push(Band { rings: rings(level), role });
        }
    }
    bands.retain(|band| !band.rings.is_empty());
    bands
}

//! From where a surface is best seen first: where least of its low ground and none of its minima are hidden.

use crate::camera::Camera;
use crate::heights::Heights;
use crate::land::Land;
use crate::levels::Levels;
use crate::relief::Relief;
use crate::scape::TALL;
use crate::shade::{self, Palette};

/// How steeply one looks when a figure does not say: 34°.
pub(crate) const PITCH: f64 = 0.593_411_945_678_072;

/// Directions that are tried, all of them aslant of both axes, the first the most usual one.
const YAWS: [f64; 8] = [-30.0, 30.0, -60.0, 60.0, 120.0, -120.0, 150.0, -150.0];

/// Nodes a side and the size of the picture that is taken from each direction.
const NODES: usize = 33;
const FRAME: [[f64; 2]; 2] = [[0.0, 200.0], [0.0, 150.0]];

/// The best of a few directions, in radians.
pub(crate) fn yaw(land: &Land, places: &[[f64; 2]]) -> f64 {
    let window = land.heights.window;
    let heights = Heights::sample(window, NODES, NODES, |w, b| land.heights.at(w, b));
    let mut relief = Relief::default();
    let mut best = (f64::NEG_INFINITY, 0.0);
    for yaw in YAWS.map(f64::to_radians) {
        let camera = Camera::new(yaw, PITCH, TALL, FRAME);
        take(&mut relief, land, &heights, &camera);
        let score = score(&relief, land, &heights, &camera, places);
        if score > best.0 {
            best = (score, yaw);
        }
    }
    best.1
}

fn take(relief: &mut Relief, land: &Land, heights: &Heights, camera: &Camera) {
    let rise = |height| land.rise(height);
    let (levels, palette) = (Levels::default(), Palette::LIGHT);
    relief.render(&shade::Land { heights, rise: &rise, levels: &levels, palette: &palette }, camera, 1.0);
}

/// What can be seen: the lower the ground the more it counts, and every place counts as much as a tenth of all ground.
fn score(relief: &Relief, land: &Land, heights: &Heights, camera: &Camera, places: &[[f64; 2]]) -> f64 {
    let seen = |at: [f64; 2]| {
        let share = land.share(heights.at(at[0], at[1]));
        let [x, y] =
            [0, 1].map(|i| 2.0 * (at[i] - heights.window[i][0]) / (heights.window[i][1] - heights.window[i][0]) - 1.0);
        let visible = relief.visible(camera.project([x, y, TALL * share]));
        if visible { 1.0 - share } else { 0.0 }
    };
    let nodes = (0..NODES * NODES).map(|node| heights.place((node % NODES) as f64, (node / NODES) as f64));
    let ground: f64 = nodes.map(seen).filter(|s| s.is_finite()).sum();
    let marked: f64 = places.iter().map(|at| seen(*at)).filter(|s| s.is_finite()).sum();
    ground + 0.1 * (NODES * NODES) as f64 * marked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Spec;

    #[test]
    fn a_slope_is_seen_from_below() {
        let figure = crate::testing::figure(
            r#"{"surface": {"model": "sigmoid-neuron", "data": "two-points"}, "steps": 3,
                "runs": [{"method": "gradient-descent", "learning_rate": 1}]}"#,
        );
        let plan = ponder::check(&figure).unwrap();
        let facts = plan.surface().facts();
        let land = Land::new(plan.surface(), &facts, &Spec::default());
        let yaw = yaw(&land, &facts.minima);
        // The minimum lies to the lower right of the map: the eye must be on that side.
        let toward_eye = [libm::sin(yaw), -libm::cos(yaw)];
        assert!(toward_eye[0] > 0.0 && toward_eye[1] < 0.0, "{}", yaw.to_degrees());
    }
}

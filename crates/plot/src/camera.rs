//! An orthographic camera on the unit box `[-1, 1]² × [0, tall]`: w to the right, b away, heights up, at yaw 0.
//!
//! Lengths stay comparable everywhere, and what is hidden can be decided by one depth per pixel.

use crate::clip::Frame;

/// A point of the box: w and b scaled to -1 … 1, height to 0 … `tall`.
pub type Point = [f64; 3];

/// How steeply one may look: 5° to 85°, in radians.
pub const PITCH: [f64; 2] = [0.08726646259971647, 1.4835298641951802];

/// Looks at the middle of the box from a direction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Height of the box; its ground is 2 × 2.
    pub tall: f64,
    /// Where the picture goes, in CSS pixels.
    pub frame: Frame,
    /// CSS pixels per unit of the box.
    pub scale: f64,
    turn: [f64; 2],
    tilt: [f64; 2],
}

/// An edge of the box that carries an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// Where the axis has its lowest value.
    pub from: Point,
    /// Where it has its highest.
    pub to: Point,
    /// A direction away from the box, of length 1: ticks and labels go there.
    pub out: Point,
}

/// The three edges to label: two of the ground, nearest to the eye, and the leftmost upright one, which no land covers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axes {
    /// First parameter.
    pub w: Edge,
    /// Second parameter.
    pub b: Edge,
    /// Height.
    pub height: Edge,
}

impl Camera {
    /// Fits the box into the frame. The size does not depend on the yaw, so a turn never makes the land breathe.
    pub fn new(yaw: f64, pitch: f64, tall: f64, frame: Frame) -> Self {
        let yaw = if yaw.is_finite() { yaw } else { 0.0 };
        let pitch = if pitch.is_nan() { PITCH[0] } else { pitch.clamp(PITCH[0], PITCH[1]) };
        let turn = [libm::cos(yaw), libm::sin(yaw)];
        let tilt = [libm::cos(pitch), libm::sin(pitch)];
        let wide = 0.5 * (frame[0][1] - frame[0][0]) / core::f64::consts::SQRT_2;
        let high = 0.5 * (frame[1][1] - frame[1][0]) / (core::f64::consts::SQRT_2 * tilt[1] + 0.5 * tall * tilt[0]);
        Self { tall, frame, scale: if wide < high { wide } else { high }, turn, tilt }
    }

    /// CSS pixels to the right and down, and the distance from the eye in units of the box (only differences mean
    /// anything; larger is farther).
    pub fn project(&self, [x, y, z]: Point) -> [f64; 3] {
        let [cos, sin] = self.turn;
        let (right, away, up) = (cos * x + sin * y, cos * y - sin * x, z - 0.5 * self.tall);
        let centre = self.centre();
        let sx = centre[0] + self.scale * right;
        let sy = centre[1] - self.scale * (away * self.tilt[1] + up * self.tilt[0]);
        [sx, sy, away * self.tilt[0] - up * self.tilt[1]]
    }

    /// The point of the box at a pixel and a depth: the inverse of [`Self::project`].
    pub fn unproject(&self, [sx, sy, depth]: [f64; 3]) -> Point {
        let [cos, sin] = self.turn;
        let centre = self.centre();
        let (right, above) = ((sx - centre[0]) / self.scale, (centre[1] - sy) / self.scale);
        let away = above * self.tilt[1] + depth * self.tilt[0];
        let up = above * self.tilt[0] - depth * self.tilt[1];
        [cos * right - sin * away, sin * right + cos * away, up + 0.5 * self.tall]
    }

    /// A unit vector of the box that lies `right`, `away` and `up` for the viewer, whatever the pitch.
    pub fn seen(&self, [right, away, up]: Point) -> Point {
        let [cos, sin] = self.turn;
        [cos * right - sin * away, sin * right + cos * away, up]
    }

    /// Whether rows of rising b, and columns of rising w, come nearer to the eye.
    pub(crate) fn nearer(&self) -> [bool; 2] {
        [self.turn[0] < 0.0, self.turn[1] > 0.0]
    }

    /// Depth per CSS pixel of land seen edge-on: a slope of the depth of `least`, more if even the ground is steeper.
    pub(crate) fn steep(&self, least: f64) -> f64 {
        let ground = 1.25 * self.tilt[0] / self.tilt[1];
        if ground > least { ground / self.scale } else { least / self.scale }
    }

    /// Which edges carry the axes.
    pub fn axes(&self) -> Axes {
        let [cos, sin] = self.turn;
        let front = [if sin >= 0.0 { 1.0 } else { -1.0 }, if cos >= 0.0 { -1.0 } else { 1.0 }];
        let left = [if cos >= 0.0 { -1.0 } else { 1.0 }, if sin >= 0.0 { -1.0 } else { 1.0 }];
        Axes {
            w: Edge { from: [-1.0, front[1], 0.0], to: [1.0, front[1], 0.0], out: [0.0, front[1], 0.0] },
            b: Edge { from: [front[0], -1.0, 0.0], to: [front[0], 1.0, 0.0], out: [front[0], 0.0, 0.0] },
            height: Edge { from: [left[0], left[1], 0.0], to: [left[0], left[1], self.tall], out: [-cos, -sin, 0.0] },
        }
    }

    /// The twelve edges of the box, each with whether the box itself would hide it (the three at the far lower corner).
    pub fn edges(&self) -> [([Point; 2], bool); 12] {
        let axes = self.axes();
        let far = [-axes.b.from[0], -axes.w.from[1], 0.0];
        let mut edges = [([[0.0; 3]; 2], false); 12];
        const ROUND: [[f64; 2]; 5] = [[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0], [-1.0, -1.0]];
        for (i, side) in ROUND.windows(2).enumerate() {
            let at = |end: usize, z: f64| [side[end][0], side[end][1], z];
            let (low, high) = (at(0, 0.0), at(0, self.tall));
            for (j, edge) in [[low, at(1, 0.0)], [high, at(1, self.tall)], [low, high]].into_iter().enumerate() {
                edges[3 * i + j] = (edge, edge.contains(&far));
            }
        }
        edges
    }

    fn centre(&self) -> [f64; 2] {
        self.frame.map(|[from, to]| 0.5 * (from + to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = [[40.0, 1000.0], [20.0, 740.0]];

    fn cameras() -> impl Iterator<Item = Camera> {
        (0..24).flat_map(|turn| {
            [0.1, 0.5, 0.9, 1.4].map(|pitch| Camera::new(f64::from(turn) * 0.261_799_387_8, pitch, 0.8, FRAME))
        })
    }

    fn corners(camera: &Camera) -> Vec<Point> {
        camera.edges().iter().flat_map(|(edge, _)| *edge).collect()
    }

    #[test]
    fn unprojecting_gives_the_point_back() {
        for camera in cameras() {
            for point in [[0.3, -0.9, 0.1], [-1.0, 1.0, 0.8], [0.0, 0.0, 0.0]] {
                let back = camera.unproject(camera.project(point));
                for axis in 0..3 {
                    assert!((back[axis] - point[axis]).abs() < 1e-12, "{camera:?}: {point:?} became {back:?}");
                }
            }
        }
    }

    #[test]
    fn the_box_fits_and_fills_at_every_angle() {
        for camera in cameras() {
            let seen: Vec<[f64; 3]> = corners(&camera).into_iter().map(|p| camera.project(p)).collect();
            for [x, y, _] in &seen {
                assert!(*x >= FRAME[0][0] - 1e-9 && *x <= FRAME[0][1] + 1e-9, "{camera:?}: {x}");
                assert!(*y >= FRAME[1][0] - 1e-9 && *y <= FRAME[1][1] + 1e-9, "{camera:?}: {y}");
            }
            assert!(camera.scale > 200.0, "small: {camera:?}");
        }
    }

    #[test]
    fn a_turn_does_not_change_the_size() {
        let sizes: Vec<f64> = (0..50).map(|i| Camera::new(f64::from(i) * 0.2, 0.6, 0.8, FRAME).scale).collect();
        assert!(sizes.iter().all(|s| s == &sizes[0]));
    }

    #[test]
    fn pitch_is_clamped_and_nothing_panics() {
        let flat = Camera::new(0.3, -4.0, 0.8, FRAME);
        assert_eq!(flat, Camera::new(0.3, PITCH[0], 0.8, FRAME));
        assert_eq!(Camera::new(0.3, 9.0, 0.8, FRAME), Camera::new(0.3, PITCH[1], 0.8, FRAME));
        assert_eq!(Camera::new(f64::NAN, f64::NAN, 0.8, FRAME), Camera::new(0.0, PITCH[0], 0.8, FRAME));
    }

    #[test]
    fn what_is_above_is_nearer_and_higher_on_the_picture() {
        for camera in cameras() {
            let (low, high) = (camera.project([0.2, 0.3, 0.0]), camera.project([0.2, 0.3, 0.5]));
            assert!(high[1] < low[1] && high[2] < low[2] && (high[0] - low[0]).abs() < 1e-9);
        }
    }

    #[test]
    fn axes_are_the_nearest_ground_edges_and_the_leftmost_upright_one() {
        for camera in cameras() {
            let axes = camera.axes();
            let depth = |e: &Edge| camera.project(e.from)[2] + camera.project(e.to)[2];
            for edge in [axes.w, axes.b] {
                let other = Edge { from: reflect(edge.from, edge.out), to: reflect(edge.to, edge.out), ..edge };
                assert!(depth(&edge) <= depth(&other) + 1e-9, "{camera:?}: {edge:?}");
            }
            let left = camera.project(axes.height.from)[0];
            assert!(corners(&camera).into_iter().all(|p| camera.project(p)[0] >= left - 1e-9), "{camera:?}");
        }
    }

    #[test]
    fn three_edges_are_behind_the_box_and_they_are_the_farthest() {
        for camera in cameras() {
            let middle = |edge: &[Point; 2]| camera.project(edge[0])[2] + camera.project(edge[1])[2];
            let edges = camera.edges();
            assert_eq!(edges.iter().filter(|e| e.1).count(), 3);
            let ground = |e: &&([Point; 2], bool)| e.0[0][2] == 0.0 && e.0[1][2] == 0.0;
            let hidden = edges
                .iter()
                .filter(ground)
                .filter(|e| e.1)
                .map(|e| middle(&e.0))
                .fold(9.0, |a, b| if b < a { b } else { a });
            let shown = edges
                .iter()
                .filter(ground)
                .filter(|e| !e.1)
                .map(|e| middle(&e.0))
                .fold(-9.0, |a, b| if b > a { b } else { a });
            assert!(hidden >= shown - 1e-9, "{camera:?}");
        }
    }

    fn reflect(p: Point, out: Point) -> Point {
        [if out[0] == 0.0 { p[0] } else { -p[0] }, if out[1] == 0.0 { p[1] } else { -p[1] }, p[2]]
    }
}

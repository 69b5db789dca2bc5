//! Level lines in a picture from the side: where a point over the plane lies in it.

use super::sight::{Sight, Window};
use super::stroke;

/// Where a point over the plane lies in the picture: the camera is orthographic, so pixels are linear in (w, b, height).
pub(super) struct Space {
    plane: [[f64; 3]; 3],
    up: f64,
}

impl Space {
    /// From three corners of the window, and the point that lies farthest off their plane.
    pub(super) fn of(front: &Sight, window: Window) -> Self {
        let [[left, right], [low, high]] = window;
        let linear = |of: &dyn Fn([f64; 2]) -> f64| {
            let (o, w, b) = (of([left, low]), of([right, low]), of([left, high]));
            let (dw, db) = ((w - o) / (right - left), (b - o) / (high - low));
            [o - dw * left - db * low, dw, db]
        };
        let plane = [linear(&|at| front.place(at)[0]), linear(&|at| front.place(at)[1]), linear(&|at| front.value(at))];
        let space = Self { plane, up: 0.0 };
        let (w, b) = (f64::midpoint(left, right), f64::midpoint(low, high));
        let off = |at: &[f64; 2]| front.value(*at) - space.on(2, *at);
        let candidates = [[w, b], [left, b], [w, low], [right, b], [w, high]];
        let most = candidates.into_iter().max_by(|p, q| off(p).abs().total_cmp(&off(q).abs())).unwrap_or([w, b]);
        Self { up: (front.place(most)[1] - space.on(1, most)) / off(&most), ..space }
    }

    fn on(&self, i: usize, [w, b]: [f64; 2]) -> f64 {
        let [o, dw, db] = self.plane[i];
        o + dw * w + db * b
    }

    pub(super) fn pixel(&self, at: [f64; 2], height: f64) -> [f64; 2] {
        [self.on(0, at), self.on(1, at) + self.up * (height - self.on(2, at))]
    }
}

/// Level lines as path data.
pub(super) fn trace(lines: &[Vec<[f64; 2]>], pixel: impl Fn([f64; 2]) -> [f64; 2]) -> String {
    lines.iter().map(|points| stroke::path(points.iter().map(|&at| pixel(at)))).collect()
}

//! The way of a run on the map, with marks along it. As long as time goes on and nothing else changes, only its end is new.

use crate::path::Path;
use crate::plane::Plane;
use crate::scene::Pixel;

/// Steps closer than this on the picture, in pixels, are not marked one by one.
const APART: f64 = 9.0;

/// What is drawn of a way.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Drawn {
    /// Its pieces on the map.
    pub pieces: Vec<Vec<Pixel>>,
    /// The points between its ends that are far enough from the ones before.
    pub steps: Vec<Pixel>,
}

/// A way as it was last drawn.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trail(Option<Known>);

#[derive(Clone, Debug)]
struct Known {
    plane: Plane,
    path: Path,
    /// How many points the path has.
    points: usize,
    /// How many of them were looked at as steps, the first one left out.
    inner: usize,
    steps: Vec<Pixel>,
    /// The step marked last, or the start.
    last: Pixel,
}

impl Trail {
    /// What is drawn of these points and of a place beyond them that is under way to the next.
    pub(crate) fn drawn(
        &mut self,
        plane: Plane,
        points: impl ExactSizeIterator<Item = [f64; 2]> + Clone,
        head: Option<[f64; 2]>,
    ) -> Drawn {
        let (count, mut all) = (points.len(), points.clone());
        let Some(first) = all.next() else { return Drawn::default() };
        let inner = (count + usize::from(head.is_some())).saturating_sub(2);
        let goes_on = |known: &Known| known.plane == plane && known.points <= count && known.inner <= inner;
        let known = self.0.take().filter(goes_on).unwrap_or_else(|| Known::start(plane, first));
        let known = self.0.insert(known);
        points.skip(known.points).for_each(|at| known.path.add(at));
        known.points = count;
        all.take(inner).skip(known.inner).for_each(|at| known.step(at));
        known.inner = inner;
        Drawn { pieces: known.pieces(head), steps: known.steps.clone() }
    }
}

impl Known {
    fn start(plane: Plane, first: [f64; 2]) -> Self {
        let path = Path::on(plane);
        Self { plane, path, points: 0, inner: 0, steps: Vec::new(), last: plane.place(first) }
    }

    fn step(&mut self, at: [f64; 2]) {
        if !self.plane.holds(at) {
            return;
        }
        let at = self.plane.place(at);
        let [across, along] = [at[0] - self.last[0], at[1] - self.last[1]];
        if across * across + along * along >= APART * APART {
            self.steps.push(at);
            self.last = at;
        }
    }

    fn pieces(&self, head: Option<[f64; 2]>) -> Vec<Vec<Pixel>> {
        let Some(head) = head else { return self.path.pieces() };
        let mut path = self.path.clone();
        path.add(head);
        path.pieces()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Rect, Size};

    fn spiral(t: usize) -> [f64; 2] {
        let angle = 0.37 * t as f64;
        [libm::cos(angle), libm::sin(angle)].map(|side| side * (1.6 - 0.008 * t as f64))
    }

    #[test]
    fn a_way_that_goes_on_or_back_is_drawn_like_a_new_one() {
        let plane = |right| {
            let rect = Rect { x: 20.0, y: 10.0, ..Rect::of(Size { width: right, height: 300.0 }) };
            Plane { window: [[-1.0, 1.0], [-1.0, 1.0]], rect, log: false }
        };
        let mut trail = Trail::default();
        let moments = [(0, 0.0), (0, 0.5), (1, 0.0), (40, 0.25), (40, 0.5), (40, 0.0), (90, 0.9), (91, 0.0), (7, 0.1)];
        for (whole, share) in moments.into_iter().cycle().take(20) {
            for plane in [plane(400.0), plane(401.0)] {
                let points = (0..whole + 1).map(spiral);
                let head = (share > 0.0).then(|| {
                    let (from, to) = (spiral(whole), spiral(whole + 1));
                    [0, 1].map(|i| from[i] + share * (to[i] - from[i]))
                });
                let fresh = Trail::default().drawn(plane, points.clone(), head);
                assert_eq!(trail.drawn(plane, points.clone(), head), fresh, "{whole} + {share}");
            }
        }
    }
}

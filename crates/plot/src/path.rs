//! A path on a plane, point by point: cut at the window, and without points that no eye could tell apart.

use crate::clip;
use crate::plane::Plane;
use crate::scene::Pixel;

/// Points closer than this to the last one kept are left out, in pixels; both ends of a piece stay.
const CLOSE: f64 = 0.2;

/// The visible pieces of a path that grows.
#[derive(Clone, Debug)]
pub(crate) struct Path {
    plane: Plane,
    /// The same with y as it is drawn.
    linear: Plane,
    /// The last point that was added.
    last: Option<[f64; 2]>,
    /// Whether it lies on the last piece.
    open: bool,
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
struct Piece {
    kept: Vec<Pixel>,
    /// Where it ends, in the data and on the picture.
    end: ([f64; 2], Pixel),
}

impl Piece {
    fn pixels(&self) -> Vec<Pixel> {
        let (_, end) = self.end;
        let rest = self.kept.last().filter(|last| **last != end).map(|_| end);
        self.kept.iter().copied().chain(rest).collect()
    }
}

impl Path {
    /// One without points.
    pub(crate) fn on(plane: Plane) -> Self {
        let linear = Plane { window: plane.sides(), log: false, ..plane };
        Self { plane, linear, last: None, open: false, pieces: Vec::new() }
    }

    /// Goes on to a point of the data, inside the window or beyond.
    pub(crate) fn add(&mut self, at: [f64; 2]) {
        let at = self.plane.scaled(at);
        let Some(last) = self.last.replace(at) else { return };
        let Some([from, to]) = clip::segment(last, at, self.linear.window) else {
            self.open = false;
            return;
        };
        if !self.open || self.pieces.last().is_none_or(|piece| piece.end.0 != from) {
            let pixel = self.linear.place(from);
            self.pieces.push(Piece { kept: vec![pixel], end: (from, pixel) });
        }
        self.open = to == at;
        self.reach(to);
    }

    fn reach(&mut self, to: [f64; 2]) {
        let (Some(piece), pixel) = (self.pieces.last_mut(), self.linear.place(to)) else { return };
        piece.end = (to, pixel);
        let far = |last: &Pixel| (pixel[0] - last[0]).abs() > CLOSE || (pixel[1] - last[1]).abs() > CLOSE;
        if piece.kept.last().is_none_or(far) {
            piece.kept.push(pixel);
        }
    }

    /// What can be seen of it, piece by piece.
    pub(crate) fn pieces(&self) -> Vec<Vec<Pixel>> {
        self.pieces.iter().map(Piece::pixels).filter(|piece| piece.len() > 1).collect()
    }
}

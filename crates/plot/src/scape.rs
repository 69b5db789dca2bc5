//! The land in three dimensions as layers see it: where a point of the plane is, and what hides it.

mod lines;

use std::rc::Rc;

use ponder::math::{larger, smaller};

use crate::camera::Camera;
use crate::clip::{self, Frame};
use crate::land::Land;
use crate::relief::Relief;
use crate::scene::{Image, Pixel, Rect, Size};

/// Height of the box; its ground is 2 × 2.
pub(crate) const TALL: f64 = 0.95;

/// Room around the land for its numbers and names, in CSS pixels: beside it, above it, below it.
const MARGIN: [f64; 3] = [40.0, 28.0, 32.0];

/// Where on a picture the land goes: on whole pixels, and never of no size.
pub(crate) fn frame(size: Size) -> Frame {
    let [beside, above, below] = MARGIN.map(|m: f64| smaller(m, 0.12 * smaller(size.width, size.height)).floor());
    [[beside, larger(size.width - beside, beside + 1.0)], [above, larger(size.height - below, above + 1.0)]]
}

/// A projected path: pixels, and whether the land hides them.
pub(crate) type Stretch = (Vec<Pixel>, bool);

/// The land of a figure, a camera, and the picture the camera has taken, if it has.
#[derive(Clone, Debug)]
pub(crate) struct Scape<'a> {
    /// The heights.
    pub land: &'a Land,
    /// Where the eye is.
    pub camera: Camera,
    /// The picture from there, and its device pixels per CSS pixel; without one nothing is known to be hidden.
    pub relief: Option<(Rc<Relief>, f64)>,
}

impl Scape<'_> {
    /// Where a point of the plane lies on the picture, if it is in the window and has a height.
    pub(crate) fn place(&self, at: [f64; 2]) -> Option<Pixel> {
        self.project(at).map(|[x, y, _]| [x, y])
    }

    /// Whether a point of the plane is hidden behind the land.
    pub(crate) fn hides(&self, at: [f64; 2]) -> bool {
        !self.project(at).is_some_and(|point| self.sees(point))
    }

    /// Where the land may be.
    pub(crate) fn frame(&self) -> Rect {
        let [[x, right], [y, bottom]] = self.camera.frame;
        Rect { x, y, width: right - x, height: bottom - y }
    }

    /// The picture and its place.
    pub(crate) fn image(&self) -> Option<(Image, Rect)> {
        let (relief, scale) = self.relief.as_ref()?;
        let (width, height) = (relief.width(), relief.height());
        let [[x, _], [y, _]] = self.camera.frame;
        let place = Rect { x, y, width: width as f64 / scale, height: height as f64 / scale };
        Some((Image { width, height, pixels: relief.pixels(), rows: relief.rows() }, place))
    }

    fn sees(&self, point: [f64; 3]) -> bool {
        self.relief.as_ref().is_none_or(|(relief, _)| relief.visible(point))
    }

    /// A path laid over the land, in stretches that are seen or hidden, one after another.
    pub(crate) fn drape(&self, path: &[[f64; 2]]) -> Vec<Stretch> {
        let pieces = clip::polyline(path, self.land.heights.window);
        let mut found = Vec::new();
        for piece in &pieces {
            found.append(&mut self.stretches(&self.fine(piece)));
        }
        found
    }

    /// The same path in steps as short as the grid's, so that it follows the land.
    fn fine(&self, piece: &[[f64; 2]]) -> Vec<[f64; 2]> {
        let grid = &self.land.coarse;
        let cell = |axis: usize, nodes: usize| (grid.window[axis][1] - grid.window[axis][0]) / (nodes - 1) as f64;
        let cells = [cell(0, grid.columns), cell(1, grid.rows)];
        let mut fine = vec![piece[0]];
        for pair in piece.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let reach = (0..2).map(|i| (to[i] - from[i]).abs() / cells[i]).fold(0.0, larger);
            let count = reach.ceil().clamp(1.0, 1000.0) as usize;
            let at = |k: usize| [0, 1].map(|i| from[i] + (to[i] - from[i]) * (k as f64 / count as f64));
            fine.extend((1..count).map(at));
            fine.push(to);
        }
        fine
    }

    fn stretches(&self, path: &[[f64; 2]]) -> Vec<Stretch> {
        let mut found: Vec<Stretch> = Vec::new();
        let mut last: Option<[f64; 3]> = None;
        for point in path.iter().map(|at| self.project(*at)) {
            let Some(point @ [x, y, _]) = point else {
                last = None;
                continue;
            };
            let near = last.is_some_and(|[u, v, _]| (x - u).abs() < 0.3 && (y - v).abs() < 0.3);
            if near {
                continue;
            }
            let hidden = !self.sees(point);
            match (found.last_mut(), last) {
                (Some((pixels, was)), Some(_)) if *was == hidden => pixels.push([x, y]),
                (_, Some([u, v, _])) => found.push((vec![[u, v], [x, y]], hidden)),
                (_, None) => found.push((vec![[x, y]], hidden)),
            }
            last = Some(point);
        }
        found.retain(|(pixels, _)| pixels.len() > 1);
        found
    }

    /// Pixel and depth of a point of the plane on its land. What is above the ceiling is drawn at the ceiling.
    fn project(&self, at: [f64; 2]) -> Option<[f64; 3]> {
        let height = self.land.coarse.at(at[0], at[1]);
        let rise = self.land.share(height);
        height.is_finite().then(|| self.camera.project(self.corner(at, rise)))
    }

    /// The point of the box over a point of the plane, at a share of its height.
    pub(crate) fn corner(&self, at: [f64; 2], rise: f64) -> [f64; 3] {
        let window = self.land.heights.window;
        let [x, y] = [0, 1].map(|i| 2.0 * (at[i] - window[i][0]) / (window[i][1] - window[i][0]) - 1.0);
        [x, y, TALL * rise]
    }
}

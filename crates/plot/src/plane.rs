//! A window of the data on a rectangle of the picture: the map both ways, its axes and the room they need.

use ponder::math::{larger, smaller};

use crate::format;
use crate::path::Path;
use crate::scene::{Axes, Axis, Pixel, Rect, Size};

/// A linear map from a window to a rectangle, y upwards; y may be the logarithm of the data.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Plane {
    /// `[[x0, x1], [y0, y1]]`, rising; y as it is in the data, even when it is drawn as a logarithm.
    pub window: [[f64; 2]; 2],
    /// Where it is drawn.
    pub rect: Rect,
    /// Whether equal factors of y are equal heights.
    pub log: bool,
}

impl Plane {
    /// Where a point of the data lies on the picture. What has no logarithm is nowhere (NaN).
    pub(crate) fn place(&self, at: [f64; 2]) -> Pixel {
        let ([x, y], [across, along]) = (self.scaled(at), self.sides());
        let share = |v: f64, [from, to]: [f64; 2]| (v - from) / (to - from);
        [self.rect.x + self.rect.width * share(x, across), self.rect.bottom() - self.rect.height * share(y, along)]
    }

    /// The point of the data at a pixel, inside the plot or beyond.
    pub(crate) fn locate(&self, [x, y]: Pixel) -> [f64; 2] {
        let [across, along] = self.sides();
        let value = |share: f64, [from, to]: [f64; 2]| from * (1.0 - share) + to * share;
        let x = value((x - self.rect.x) / self.rect.width, across);
        let y = value((self.rect.bottom() - y) / self.rect.height, along);
        [x, if self.log { libm::pow(10.0, y) } else { y }]
    }

    /// The visible pieces of a path, without points that no eye could tell apart.
    // Copied to wherever it is called, it would only be more to download.
    #[inline(never)]
    pub(crate) fn path(&self, points: &[[f64; 2]]) -> Vec<Vec<Pixel>> {
        let mut path = Path::on(*self);
        points.iter().for_each(|at| path.add(*at));
        path.pieces()
    }

    /// Whether a point of the data lies in the window.
    pub(crate) fn holds(&self, at: [f64; 2]) -> bool {
        (0..2).all(|i| at[i] >= self.window[i][0] && at[i] <= self.window[i][1])
    }

    /// The window with y as it is drawn.
    pub(crate) fn sides(&self) -> [[f64; 2]; 2] {
        [self.window[0], if self.log { self.window[1].map(libm::log10) } else { self.window[1] }]
    }

    pub(crate) fn scaled(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        [x, if self.log { libm::log10(y) } else { y }]
    }
}

/// What stands around a plane.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame<'a> {
    /// Names of the two axes.
    pub names: [&'a str; 2],
    /// Whether fine lines cross the plot.
    pub grid: bool,
    /// The window of a map where a unit must be as long upwards as sideways, so that right angles are right. The plot
    /// stays where that window has it as long as there is room for the numbers of the one that is shown.
    pub square: Option<[[f64; 2]; 2]>,
    /// Room kept free on the right for labels of lines that end there.
    pub right: f64,
}

/// From the plot to tick labels: the tick and a gap.
pub(crate) const TICK: f64 = 4.0;
/// From tick labels to the middle of the name of an upright axis.
pub(crate) const NAME: f64 = 13.0;

/// Where numbers need more room than usual they get so much more at once, in pixels: the plot seldom moves.
const ROOMIER: f64 = 32.0;

/// Room for the numbers and the name of the upright axis.
fn margin(window: [[f64; 2]; 2], log: bool, size: Size, frame: &Frame) -> f64 {
    let rough = Plane { window, rect: Rect::of(size).grown(-24.0), log };
    let name = if is_symbol(frame.names[1]) { 2.0 * NAME } else { 8.0 };
    labels_width(&axes(&rough, frame)) + 2.0 * TICK + name
}

/// What a margin leaves of a picture.
fn room(left: f64, size: Size, frame: &Frame) -> Rect {
    let (top, bottom) = (if is_symbol(frame.names[1]) { 10.0 } else { 26.0 }, 42.0);
    Rect {
        x: left,
        y: top,
        width: larger(size.width - left - larger(frame.right, 12.0), 1.0),
        height: larger(size.height - top - bottom, 1.0),
    }
}

/// Lays a window out on a picture: the plane, and its axes with their ticks.
pub(crate) fn layout(window: [[f64; 2]; 2], log: bool, size: Size, frame: Frame) -> (Plane, Axes) {
    let left = |window| margin(window, log, size, &frame);
    let rect = match frame.square {
        None => room(left(window), size, &frame),
        Some(home) => {
            let (usual, wanted) = (squared(home, room(left(home), size, &frame)), left(window));
            let stepped = (wanted / ROOMIER).ceil() * ROOMIER;
            if usual.x >= wanted { usual } else { squared(home, room(stepped, size, &frame)) }
        }
    };
    let plane = Plane { window, rect, log };
    (plane, axes(&plane, &frame))
}

/// One or two letters: a variable, set in italics beside its axis; a word stands above it.
pub(crate) fn is_symbol(name: &str) -> bool {
    name.chars().count() <= 2
}

/// How wide the labels of the upright axis are.
pub(crate) fn labels_width(axes: &Axes) -> f64 {
    axes.y.ticks.iter().map(|tick| format::width(&tick.text, 11.0)).fold(0.0, larger)
}

/// The axes of a plane, with ticks as it has room for.
pub(crate) fn axes(plane: &Plane, frame: &Frame) -> Axes {
    let Plane { window: [across, along], rect, log } = *plane;
    let x = |v| plane.place([v, along[0]])[0];
    let y = |v| plane.place([across[0], v])[1];
    // A low panel, too, says how far apart its numbers are.
    let rows = larger(rect.height / 48.0, smaller(rect.height / 20.0, 3.0)) as usize;
    let columns = (rect.width / 52.0) as usize;
    let [first, second] = frame.names.map(String::from);
    Axes {
        x: Axis { label: first, range: across, log: false, ticks: format::ticks(across, false, columns.max(3), x) },
        y: Axis { label: second, range: along, log, ticks: format::ticks(along, log, rows.max(2), y) },
        grid: frame.grid,
    }
}

/// The largest rectangle in a room with the window's own shape, in its middle; the whole room for a window so long
/// that little would be seen of it.
fn squared(window: [[f64; 2]; 2], room: Rect) -> Rect {
    let spans = window.map(|[from, to]| to - from);
    let shape = spans[0] / spans[1];
    if !(0.3..=3.3).contains(&shape) {
        return room;
    }
    let width = smaller(room.width, room.height * shape);
    let height = width / shape;
    let (spare_x, spare_y) = (room.width - width, room.height - height);
    Rect { x: room.x + 0.5 * spare_x, y: room.y + 0.5 * spare_y, width, height }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size { width: 640.0, height: 480.0 };
    const HOME: [[f64; 2]; 2] = [[-6.0, 6.0], [-6.0, 6.0]];
    const FRAME: Frame = Frame { names: ["w", "b"], grid: false, square: Some(HOME), right: 0.0 };

    #[test]
    fn the_plot_stays_while_a_reader_comes_closer() {
        let deep = [[1.0, 1.0001], [-2.0, -1.9999]];
        let plot = |window, size| layout(window, false, size, FRAME).0.rect;
        assert_eq!(plot(deep, SIZE), plot(HOME, SIZE), "numbers reach into what is free beside it");
        let narrow = Size { width: 320.0, height: 480.0 };
        let (near, far) = (plot(deep, narrow), plot(HOME, narrow));
        assert!(near.x > far.x, "or get a margin");
        assert_eq!(plot([[1.0, 1.0003], [-2.0, -1.9997]], narrow), near);
    }

    #[test]
    fn there_and_back_is_the_identity() {
        for log in [false, true] {
            let plane = Plane { window: [[-6.0, 6.0], [0.01, 100.0]], rect: Rect::of(SIZE), log };
            for at in [[-6.0, 0.01], [0.5, 3.0], [6.0, 100.0]] {
                let back = plane.locate(plane.place(at));
                assert!((back[0] - at[0]).abs() < 1e-9 && (back[1] / at[1] - 1.0).abs() < 1e-9, "{at:?} {back:?}");
            }
        }
    }

    #[test]
    fn a_square_window_is_square_on_every_picture() {
        for size in [SIZE, Size { width: 300.0, height: 900.0 }] {
            let (plane, _) = layout([[-6.0, 6.0], [-6.0, 6.0]], false, size, FRAME);
            assert!((plane.rect.width - plane.rect.height).abs() < 1e-9);
            assert!(Rect::of(size).holds([plane.rect.x, plane.rect.y]) && plane.rect.right() <= size.width);
        }
    }

    #[test]
    fn a_path_is_cut_at_the_window_and_thinned() {
        let (plane, _) = layout([[0.0, 1.0], [0.0, 1.0]], false, SIZE, FRAME);
        let pieces = plane.path(&[[0.5, 0.5], [0.5, 1e300], [f64::NAN, 0.0], [0.2, 0.2], [0.2, 0.2], [0.9, 0.2]]);
        assert_eq!(pieces.len(), 2);
        assert!(pieces.iter().flatten().all(|p| plane.rect.grown(1e-6).holds(*p)), "{pieces:?}");
        assert_eq!(pieces[1].len(), 2);
        let many: Vec<[f64; 2]> = (0..10_000).map(|i| [0.5 + 1e-5 * f64::from(i), 0.5]).collect();
        let thin = plane.path(&many);
        assert!(thin[0].len() < 400, "{}", thin[0].len());
        assert_eq!(thin[0].last(), Some(&plane.place(many[9999])));
    }

    #[test]
    fn the_smallest_picture_has_a_plot() {
        let size = Size { width: 1.0, height: 1.0 };
        let (plane, _) = layout([[-6.0, 6.0], [-6.0, 6.0]], false, size, FRAME);
        assert!(plane.rect.width > 0.0 && plane.rect.height > 0.0);
    }
}

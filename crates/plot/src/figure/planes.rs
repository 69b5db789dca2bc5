//! Where the planes of a figure lie on its pictures.

use ponder::math::{larger, smaller};

use super::Figure;
use crate::curves::{Strip, stack};
use crate::plane::{self, Frame, Plane};
use crate::ranges;
use crate::scene::{Axes, Size};
use crate::track::Track;
use crate::view::View;

/// What the plane of a view depends on: the window that is shown, the one that it comes back to, the picture, and the room
/// for names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Site {
    window: [[f64; 2]; 2],
    home: Option<[[f64; 2]; 2]>,
    size: Size,
    right: f64,
}

impl Figure {
    /// The map of a view. Numbers at axes take longer than all else in a frame, so it is laid out when something changes.
    pub(super) fn plane(&self, view: View, size: Size, limit: usize) -> Plane {
        if view == View::Curves {
            return self.stacked(size, limit).swap_remove(0).0;
        }
        let (site, place) = (self.site(view, size), view as usize);
        let mut known = self.planes.borrow_mut();
        match known[place] {
            Some((before, plane)) if before == site => plane,
            _ => known[place].insert((site, laid(view, site).0)).1,
        }
    }

    /// The axes around the map of a view without panels.
    pub(super) fn axes(&self, view: View, size: Size) -> Axes {
        laid(view, self.site(view, size)).1
    }

    fn site(&self, view: View, size: Size) -> Site {
        let (window, map) = match view {
            View::Surface => (self.land.heights.window, true),
            View::Contour => (self.map().heights.window, true),
            View::Fit | View::Curves => (self.data_window(), false),
        };
        let right = if map { 0.0 } else { smaller(self.names_width(), 0.38 * size.width) };
        Site { window, home: map.then_some(self.land.heights.window), size, right }
    }

    /// The panels of the curves from above, the loss first if it is there.
    pub(crate) fn stacked(&self, size: Size, limit: usize) -> Vec<(Plane, Axes)> {
        let ([steps, range], log) = ranges::losses(&self.tracks, &self.land, self.steps(), limit);
        let panels = self.curves.panels();
        let loss = (self.curves.has_loss() || panels.is_empty()).then_some(Strip {
            label: self.tongue.say("loss"),
            range,
            log,
            weight: 1.6,
        });
        let below = panels.iter().map(|p| Strip { label: &p.label, range: p.range, log: p.log, weight: 1.0 });
        let strips: Vec<Strip> = loss.into_iter().chain(below).collect();
        let ends = panels.iter().flat_map(|panel| &panel.lines).filter(|line| !line.name.is_empty());
        let width = ends.map(|line| crate::format::width(&line.name, 12.0) + 16.0).fold(self.names_width(), larger);
        stack(self.tongue.say("step"), &strips, steps, size, smaller(width, 0.38 * size.width))
    }

    /// Room for the longest name beside the end of its curve.
    fn names_width(&self) -> f64 {
        let width = |track: &Track| crate::format::width(&track.name, 12.0) + 16.0;
        if self.runs() < 2 { 0.0 } else { self.tracks.iter().map(width).fold(0.0, larger) }
    }
}

fn laid(view: View, Site { window, home, size, right }: Site) -> (Plane, Axes) {
    let names = if view == View::Fit { ["x", "y"] } else { ["w", "b"] };
    plane::layout(window, false, size, Frame { names, grid: home.is_none(), square: home, right })
}

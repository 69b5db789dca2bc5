//! The pictures of surfaces that are kept: few, and shared by all figures of a thread, as their buffers are large.
//!
//! A figure whose picture had to make room for another's takes it again when it is next asked about it.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use crate::camera::Camera;
use crate::relief::Relief;
use crate::theme::Theme;

/// How many are kept: more surfaces than that hardly move on one screen.
const KEPT: usize = 2;

thread_local! {
    /// The one that was used last stands at the end.
    static SHELF: RefCell<Vec<Rc<Relief>>> = const { RefCell::new(Vec::new()) };
}

/// What a picture shows: from where, in which light, in how many device pixels per CSS pixel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Shot {
    pub camera: Camera,
    pub theme: Theme,
    pub scale: f64,
    /// Whether the level lines are in it.
    pub lined: bool,
}

/// A figure's picture, if it has been taken; it may be gone from the shelf.
#[derive(Debug, Default)]
pub(crate) struct Picture {
    last: Cell<Option<Shot>>,
    relief: RefCell<Weak<Relief>>,
}

impl Picture {
    /// What it showed last.
    pub(crate) fn last(&self) -> Option<Shot> {
        self.last.get()
    }

    /// The same figure with other land: what is on the shelf shows it no more, but its place stays ours.
    pub(crate) fn spoil(&self) {
        self.last.set(None);
    }

    /// The picture of a shot: the one on the shelf, or one that is drawn into its buffers.
    pub(crate) fn of(&self, shot: Shot, draw: impl FnOnce(&mut Relief)) -> Rc<Relief> {
        let mut ours = self.relief.borrow_mut();
        let known = if self.last.get() == Some(shot) { ours.upgrade() } else { None };
        let relief = SHELF.with_borrow_mut(|shelf| {
            let own = shelf.iter().position(|kept| Rc::as_ptr(kept) == ours.as_ptr());
            let place = own.or_else(|| (shelf.len() >= KEPT).then_some(0));
            let buffers = place.map(|place| shelf.remove(place));
            let relief = known.unwrap_or_else(|| {
                let mut relief = buffers.and_then(Rc::into_inner).unwrap_or_default();
                draw(&mut relief);
                Rc::new(relief)
            });
            shelf.push(Rc::clone(&relief));
            relief
        });
        *ours = Rc::downgrade(&relief);
        self.last.set(Some(shot));
        relief
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heights::Heights;
    use crate::levels::Levels;
    use crate::shade::{Land, Palette};

    fn shot(yaw: f64) -> Shot {
        let camera = Camera::new(yaw, 0.6, 0.9, [[0.0, 40.0], [0.0, 30.0]]);
        Shot { camera, theme: Theme::Light, scale: 1.0, lined: true }
    }

    fn drawn(picture: &Picture, shot: Shot, times: &Cell<usize>) -> Rc<Relief> {
        picture.of(shot, |relief| {
            times.set(times.get() + 1);
            let heights = Heights::sample([[-1.0, 1.0]; 2], 9, 9, |w, b| 0.5 + 0.2 * w * b);
            let (levels, palette) = (Levels::default(), Palette::LIGHT);
            let land = Land { heights: &heights, rise: &|height| height, levels: &levels, palette: &palette };
            relief.render(&land, &shot.camera, shot.scale);
        })
    }

    #[test]
    fn few_are_kept_and_a_lost_one_is_the_same_when_it_is_drawn_again() {
        let (times, figures) = (Cell::new(0), [(); 5].map(|()| Picture::default()));
        let first = drawn(&figures[0], shot(0.1), &times).rgba().to_vec();
        for figure in &figures[1..] {
            drawn(figure, shot(0.5), &times);
        }
        assert_eq!(SHELF.with_borrow(Vec::len), KEPT);
        assert_eq!(times.get(), 5);
        drawn(&figures[4], shot(0.5), &times);
        assert_eq!(times.get(), 5, "what is on the shelf is not drawn again");
        assert_eq!(drawn(&figures[0], shot(0.1), &times).rgba(), first, "it had made room");
        assert_eq!(times.get(), 6);
    }

    #[test]
    fn a_moving_camera_stays_in_its_buffers() {
        let (times, figure) = (Cell::new(0), Picture::default());
        let place = |relief: &Relief| relief.rgba().as_ptr();
        let first = place(&drawn(&figure, shot(0.0), &times));
        for step in 1..50 {
            assert_eq!(place(&drawn(&figure, shot(0.1 * f64::from(step)), &times)), first);
        }
        assert_eq!((times.get(), SHELF.with_borrow(Vec::len)), (50, 1));
    }

    #[test]
    fn what_is_spoilt_is_drawn_again_in_the_same_place() {
        let (times, figure) = (Cell::new(0), Picture::default());
        let first = drawn(&figure, shot(0.3), &times).rgba().as_ptr();
        figure.spoil();
        assert_eq!(figure.last(), None);
        assert_eq!(drawn(&figure, shot(0.3), &times).rgba().as_ptr(), first);
        assert_eq!(times.get(), 2);
    }
}

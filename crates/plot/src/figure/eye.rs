//! From where a figure's surface is seen, how high it rises, and the picture of it.

use std::cell::OnceCell;
use std::rc::Rc;

use ponder::Height;

use super::Figure;
use crate::camera::{Camera, PITCH};
use crate::front;
use crate::land::Land;
use crate::levels::Levels;
use crate::relief::Relief;
use crate::scape::{self, Scape};
use crate::scene::Size;
use crate::shade;
use crate::studio::Shot;
use crate::theme::Theme;

impl Figure {
    /// Where the eye is: yaw and pitch in radians.
    pub fn camera(&self) -> [f64; 2] {
        let start = || <[f64; 2]>::try_from(self.facts.start.as_slice()).ok();
        let places = || start().into_iter().chain(self.facts.minima.iter().copied()).collect::<Vec<_>>();
        [*self.yaw.get_or_init(|| front::yaw(&self.land, &places())), self.pitch]
    }

    /// Looks from elsewhere: yaw and pitch in radians. What is no direction changes nothing.
    pub fn turn(&mut self, yaw: f64, pitch: f64) {
        if yaw.is_finite() {
            self.yaw = OnceCell::from(yaw % std::f64::consts::TAU);
        }
        if pitch.is_finite() {
            self.pitch = pitch.clamp(PITCH[0], PITCH[1]);
        }
    }

    /// Draws heights as they are or as logarithms, until told again, seen from where one stands.
    pub fn rise(&mut self, height: Height) {
        let [yaw, pitch] = self.camera();
        self.turn(yaw, pitch);
        self.height = Some(height);
        self.spec.height = Some(height);
        self.land = Land::new(self.plan.surface(), &self.facts, &self.spec);
        self.picture.spoil();
        // What is seen through the lens has the heights of the land.
        let window = self.lens.take().map(|land| land.heights.window);
        self.look(window, false);
    }

    pub(super) fn eye(&self, size: Size) -> Camera {
        let [yaw, pitch] = self.camera();
        Camera::new(yaw, pitch, scape::TALL, scape::frame(size))
    }

    pub(super) fn scape(&self, size: Size) -> Scape<'_> {
        Scape { land: &self.land, camera: self.eye(size), relief: self.pictured(size) }
    }

    /// The picture of what would be seen now, and its scale; none before the surface was drawn for the first time.
    pub(super) fn pictured(&self, size: Size) -> Option<(Rc<Relief>, f64)> {
        let last = self.picture.last()?;
        Some((self.shoot(Shot { camera: self.eye(size), ..last }), last.scale))
    }

    pub(super) fn take_picture(&self, size: Size, theme: Theme, scale: f64, lined: bool) {
        let scale = if scale.is_finite() { scale.clamp(0.25, 4.0) } else { 1.0 };
        self.shoot(Shot { camera: self.eye(size), theme, scale, lined });
    }

    fn shoot(&self, shot: Shot) -> Rc<Relief> {
        self.picture.of(shot, |relief| {
            let (palette, rise) = (shot.theme.palette(self.spec.hues), |height| self.land.rise(height));
            let (heights, none) = (&self.land.coarse, Levels::default());
            let levels = if shot.lined { &self.land.levels } else { &none };
            relief.render(&shade::Land { heights, rise: &rise, levels, palette: &palette }, &shot.camera, shot.scale);
        })
    }
}

//! Axes around a plane: ticks, numbers, names, and fine lines across.

use super::{Brush, Target};
use crate::plane::{self, NAME, TICK};
use crate::scene::{Anchor, Axes, Pixel, Rect};
use crate::theme::Role;

/// From the plot to the middle of the lower axis's name.
const NAME_BELOW: f64 = 30.0;

impl<T: Target> Brush<'_, T> {
    pub(super) fn axes(&mut self, axes: &Axes, plot: Rect) {
        for tick in &axes.x.ticks {
            let (top, low) = (if axes.grid { plot.y } else { plot.bottom() }, plot.bottom());
            self.tick([tick.at, top], [tick.at, low], [0.0, TICK]);
            self.text([tick.at, low + TICK + 9.0], &tick.text, Role::Quiet, Anchor::Middle, 0.0);
        }
        for tick in &axes.y.ticks {
            let (left, right) = (plot.x, if axes.grid { plot.right() } else { plot.x });
            self.tick([right, tick.at], [left, tick.at], [-TICK, 0.0]);
            self.text([left - TICK - 4.0, tick.at], &tick.text, Role::Quiet, Anchor::Right, 0.0);
        }
        if axes.grid {
            let corner = [[plot.x, plot.y], [plot.x, plot.bottom()], [plot.right(), plot.bottom()]];
            self.stroke(&corner, Role::Rule, false, Role::Rule.width());
        }
        self.names(axes, plot);
    }

    /// A grid line from `far` to the axis at `near`, and a tick that goes on from there by `out`.
    fn tick(&mut self, far: Pixel, near: Pixel, out: Pixel) {
        if far != near {
            self.stroke(&[far, near], Role::Grid, false, Role::Grid.width());
        }
        self.stroke(&[near, [near[0] + out[0], near[1] + out[1]]], Role::Rule, false, Role::Rule.width());
    }

    fn names(&mut self, axes: &Axes, plot: Rect) {
        let below = [plot.x + 0.5 * plot.width, plot.bottom() + NAME_BELOW];
        let role = if plane::is_symbol(&axes.x.label) { Role::AxisName } else { Role::Quiet };
        self.text(below, &axes.x.label, role, Anchor::Middle, 0.0);
        if plane::is_symbol(&axes.y.label) {
            let beside = [plot.x - 2.0 * TICK - plane::labels_width(axes) - NAME, plot.y + 0.5 * plot.height];
            self.text(beside, &axes.y.label, Role::AxisName, Anchor::Middle, 0.0);
        } else {
            self.text([plot.x - 2.0 * TICK, plot.y - 15.0], &axes.y.label, Role::Quiet, Anchor::Left, 0.0);
        }
    }
}

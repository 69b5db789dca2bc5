//! From a figure to its scenes: the still one and one for each moment.

use ponder::Entry;
use ponder::math::{larger, smaller};

use super::Figure;
use crate::layer::{Draw, LAYERS, Layer, Stage};
use crate::now::Now;
use crate::plane::{self, Frame, Plane};
use crate::ranges;
use crate::scene::{Axes, Rect, Scene, Size};
use crate::theme::Theme;
use crate::track::Track;
use crate::view::View;

/// Device pixels per CSS pixel of the relief in a document.
#[cfg(not(target_arch = "wasm32"))]
const PRINTED: f64 = 1.5;

impl Figure {
    /// All that does not move: the land and its lines, labels, axes. `scale` device pixels are one CSS pixel.
    pub fn still(&mut self, view: View, size: Size, theme: Theme, scale: f64) -> Scene {
        let size = size.sane();
        if view == View::Surface {
            self.take_picture(size, theme, scale);
        }
        self.still_scene(view, size, theme, false)
    }

    /// The same as areas and lines alone, but for the surface, whose relief is an image.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn printed(&mut self, view: View, size: Size, theme: Theme) -> Scene {
        if view == View::Surface {
            self.take_picture(size.sane(), theme, PRINTED);
        }
        self.still_scene(view, size.sane(), theme, true)
    }

    fn still_scene(&self, view: View, size: Size, theme: Theme, vector: bool) -> Scene {
        if !self.draws(view) {
            return Scene::empty(size, Rect::of(size));
        }
        let now = Now::default();
        let (stage, axes) = self.stage(view, size, theme, &now, &[]);
        let stage = Stage { vector, ..stage };
        let mut scene = self.scene(&stage, true);
        // The range of the losses depends on the moment, so their axes are drawn with it.
        scene.axes = axes.filter(|_| view != View::Curves);
        scene
    }

    /// What one moment shows: the ways so far, heads, arrows, the current curve, answers.
    pub fn moving(&mut self, view: View, size: Size, theme: Theme, now: &Now) -> Scene {
        let (size, now) = (size.sane(), now.within(self.steps()));
        self.limit = now.limit;
        if !self.draws(view) {
            return Scene::empty(size, Rect::of(size));
        }
        let t = now.step as usize;
        // The update that leaves point t shows point t + 1.
        let shown = view == View::Contour && t < now.limit && self.wants_arrows(&now);
        let entries: Vec<_> = (0..self.runs()).map(|run| if shown { self.entry(run, t) } else { None }).collect();
        let (stage, axes) = self.stage(view, size, theme, &now, &entries);
        let mut scene = self.scene(&stage, false);
        scene.axes = axes.filter(|_| view == View::Curves);
        scene
    }

    /// The map of a view and the axes around it.
    pub(super) fn plane(&self, view: View, size: Size, limit: usize) -> (Plane, Axes) {
        let names: [&str; 2] = match view {
            View::Surface | View::Contour => ["w", "b"],
            View::Fit => ["x", "y"],
            View::Curves => ["step", "loss"],
        };
        let (window, log) = match view {
            View::Surface | View::Contour => (self.land.heights.window, false),
            View::Fit => (ranges::data(self.plan.surface()), false),
            View::Curves => ranges::losses(&self.tracks, &self.land, self.steps(), limit),
        };
        let map = matches!(view, View::Surface | View::Contour);
        let right = if !map { smaller(self.names_width(), 0.38 * size.width) } else { 0.0 };
        plane::layout(window, log, size, Frame { names, grid: !map, square: map, right })
    }

    /// Room for the longest name beside the end of its curve.
    fn names_width(&self) -> f64 {
        let width = |track: &Track| crate::format::width(&track.name, 12.0) + 16.0;
        if self.runs() < 2 { 0.0 } else { self.tracks.iter().map(width).fold(0.0, larger) }
    }

    fn stage<'a>(
        &'a self,
        view: View,
        size: Size,
        theme: Theme,
        now: &'a Now,
        entries: &'a [Option<Entry>],
    ) -> (Stage<'a>, Option<Axes>) {
        let (plane, axes) = self.plane(view, size, now.limit);
        let solid = view == View::Surface;
        let stage = Stage {
            view,
            size,
            theme,
            vector: false,
            plane,
            surface: self.plan.surface(),
            facts: &self.facts,
            land: &self.land,
            scape: solid.then(|| self.scape(size)),
            tracks: &self.tracks,
            entries,
            listed: self.spec.layers.is_some(),
            now,
        };
        (stage, (!solid).then_some(axes))
    }

    fn scene(&self, stage: &Stage, still: bool) -> Scene {
        let plot = stage.scape.as_ref().map_or(stage.plane.rect, |scape| scape.frame());
        let mut scene = Scene::empty(stage.size, plot);
        for layer in LAYERS.iter().filter(|layer| layer.still == still && self.shows(layer, stage)) {
            match layer.draw {
                Draw::Ground(draw) => scene.ground = draw(stage),
                Draw::Marks(draw) => scene.marks.extend(draw(stage)),
            }
        }
        scene
    }

    fn shows(&self, layer: &Layer, stage: &Stage) -> bool {
        let asked = match &self.spec.layers {
            Some(chosen) => layer.always || chosen.iter().any(|other| other.id == layer.id),
            None => !layer.on_demand && (!layer.arrows || self.wants_arrows(stage.now)),
        };
        asked && layer.views.contains(&stage.view)
    }

    /// Arrows of several runs at once are a thicket: they come when asked for, part by part.
    fn wants_arrows(&self, now: &Now) -> bool {
        self.runs() == 1 || now.part.is_some() || self.spec.layers.is_some()
    }
}

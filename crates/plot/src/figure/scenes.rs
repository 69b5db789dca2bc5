//! From a figure to its scenes: the still one and one for each moment.

use ponder::Entry;
use ponder::note::Part;

use super::{Figure, pick};
use crate::layer::{Draw, LAYERS, Layer, Stage};
use crate::now::Now;
use crate::order;
use crate::scene::{Axes, Rect, Scene, Size};
use crate::theme::Theme;
use crate::view::View;
use crate::words;

impl Figure {
    /// All that does not move: the land and its lines, labels, axes. `scale` device pixels are one CSS pixel.
    pub fn still(&mut self, view: View, size: Size, theme: Theme, scale: f64) -> Scene {
        let size = size.sane();
        if view == View::Surface {
            self.take_picture(size, theme, scale, true);
        }
        self.stood(view, size, theme, false)
    }

    /// The same as areas and lines alone, but for the surface, whose land is an image below its lines: without them it
    /// is so smooth that it takes few bytes.
    pub(crate) fn printed(&mut self, view: View, size: Size, theme: Theme, scale: f64) -> Scene {
        if view == View::Surface {
            self.take_picture(size.sane(), theme, scale, false);
        }
        let mut scene = self.stood(view, size.sane(), theme, true);
        if view == View::Surface && scene.ground.image.is_some() {
            scene.marks.splice(0..0, self.scape(scene.size).lines());
        }
        scene
    }

    /// What moves keeps clear of the words that stand on the map.
    fn stood(&mut self, view: View, size: Size, theme: Theme, vector: bool) -> Scene {
        let scene = self.still_scene(view, size, theme, vector);
        if view == View::Contour {
            self.words = scene.marks.iter().filter_map(words::place).collect();
        }
        scene
    }

    pub(super) fn still_scene(&self, view: View, size: Size, theme: Theme, vector: bool) -> Scene {
        // The range of the losses depends on the moment, so the curves are drawn with it, axes and all.
        if !self.draws(view) || view == View::Curves {
            return Scene::empty(size, Rect::of(size));
        }
        let now = Now::default();
        let (stage, _) = self.stage(view, size, theme, &now, &[]);
        let stage = Stage { vector, ..stage };
        let mut scene = self.scene(&stage, true);
        scene.axes = (view != View::Surface).then(|| self.axes(view, size));
        scene
    }

    /// What one moment shows: the ways so far, heads, arrows, the current curve, answers.
    pub fn moving(&mut self, view: View, size: Size, theme: Theme, now: &Now) -> Scene {
        let (size, now) = (size.sane(), now.within(self.steps()));
        self.limit = now.limit;
        if !self.draws(view) {
            return Scene::empty(size, Rect::of(size));
        }
        if view == View::Curves {
            self.curves.reach(&self.plan, now.limit);
        }
        let entries = self.entries(view, &now);
        let (stage, axes) = self.stage(view, size, theme, &now, &entries);
        let mut scene = self.scene(&stage, false);
        if view == View::Curves {
            let mut axes = axes.into_iter();
            scene.axes = axes.next().map(|(_, axes)| axes);
            scene.below = axes.collect();
        }
        scene
    }

    /// Every run's present update, where its arrows are drawn.
    pub(super) fn entries(&mut self, view: View, now: &Now) -> Vec<Option<Entry>> {
        let t = now.step as usize;
        // The update that leaves point t shows point t + 1, and is not what has arrived at t.
        let next = t < now.limit && now.part != Some(Part::Arrived);
        let shown = view == View::Contour && next && self.wants_arrows(now);
        (0..self.runs()).map(|run| if shown { self.entry(run, t) } else { None }).collect()
    }

    /// What layers are functions of, and on the curves the axes of all panels: they move.
    pub(super) fn stage<'a>(
        &'a self,
        view: View,
        size: Size,
        theme: Theme,
        now: &'a Now,
        entries: &'a [Option<Entry>],
    ) -> (Stage<'a>, Vec<(Rect, Axes)>) {
        let curves = if view == View::Curves { self.stacked(size, now.limit) } else { Vec::new() };
        let below = curves.iter().map(|(plane, _)| *plane).skip(usize::from(self.curves.has_loss()));
        let panels = if view == View::Curves { below.zip(self.curves.panels()).collect() } else { Vec::new() };
        let stage = Stage {
            view,
            size,
            theme,
            hues: self.spec.hues,
            vector: false,
            plane: curves.first().map_or_else(|| self.plane(view, size, now.limit), |(plane, _)| *plane),
            panels,
            surface: self.plan.surface(),
            facts: &self.facts,
            land: if view == View::Contour { self.map() } else { &self.land },
            scape: (view == View::Surface).then(|| self.scape(size)),
            tracks: &self.tracks,
            entries,
            listed: self.spec.layers.is_some(),
            words: if view == View::Contour { &self.words } else { &[] },
            now,
            tongue: &self.tongue,
        };
        (stage, curves.into_iter().map(|(plane, axes)| (plane.rect, axes)).collect())
    }

    fn scene(&self, stage: &Stage, still: bool) -> Scene {
        let plot = stage.scape.as_ref().map_or(stage.plane.rect, |scape| scape.frame());
        let (mut scene, mut names) = (Scene::empty(stage.size, plot), Vec::new());
        for layer in in_order(stage).into_iter().filter(|layer| layer.still == still && self.shows(layer, stage)) {
            match layer.draw {
                Draw::Ground(draw) => scene.ground = draw(stage),
                Draw::Marks(draw) => {
                    let marks = draw(stage);
                    names.extend(pick::name(layer, stage, &marks));
                    scene.marks.extend(marks);
                }
            }
        }
        scene.marks.extend(names);
        scene
    }

    pub(super) fn shows(&self, layer: &Layer, stage: &Stage) -> bool {
        let asked = match &self.spec.layers {
            _ if layer.is_looked_at(stage) => true,
            Some(chosen) => layer.always || chosen.iter().any(|other| other.id == layer.id),
            None => !layer.on_demand && (!layer.arrows || self.wants_arrows(stage.now)),
        };
        // Without its panel nothing of the loss is drawn.
        let lossless = stage.view == View::Curves && !self.curves.has_loss();
        asked && layer.views.contains(&stage.view) && (layer.always || !lossless)
    }

    /// Arrows of several runs at once are a thicket: they come when asked for, part by part.
    fn wants_arrows(&self, now: &Now) -> bool {
        self.runs() == 1 || now.part.is_some() || self.spec.layers.is_some()
    }
}

/// The layers from below, what draws the part that is looked at above those of the other parts.
fn in_order(stage: &Stage) -> Vec<&'static Layer> {
    let above = LAYERS.iter().rposition(|layer| layer.part.is_some()).unwrap_or_default();
    let mut layers: Vec<_> = LAYERS.iter().copied().enumerate().collect();
    let key =
        |(place, layer): &(usize, &Layer)| if layer.is_looked_at(stage) { (above, true) } else { (*place, false) };
    order::in_order(&mut layers, |a, b| key(a) <= key(b));
    layers.into_iter().map(|(_, layer)| layer).collect()
}

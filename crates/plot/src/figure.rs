//! The façade: a recipe and its view become still and moving scenes, pixels become points, moments become numbers.
//!
//! Whatever is asked is clamped, never refused: a figure that exists can be drawn at any size and any moment. No scene
//! and no range depends on a step after [`Now::limit`].

use ponder::{Entry, Facts, Faults, Outcome, Plan, Tree, check};

use crate::camera::{Camera, PITCH};
use crate::land::Land;
use crate::layer::{Draw, LAYERS, Layer, Stage};
use crate::now::Now;
use crate::plane::{self, Frame, Plane};
use crate::ranges;
use crate::relief::Relief;
use crate::replay::Replay;
use crate::scape::{self, Scape};
use crate::scene::{Axes, Scene, Size};
use crate::shade;
use crate::theme::Theme;
use crate::track::Track;
use crate::view::{Spec, View};

/// A figure: a checked recipe with its view, run once, ready to be drawn at any moment.
#[derive(Debug)]
pub struct Figure {
    pub(crate) plan: Plan,
    pub(crate) spec: Spec,
    pub(crate) facts: Facts,
    pub(crate) tracks: Vec<Track>,
    pub(crate) land: Land,
    /// What the land was made of.
    ground: [Option<Tree>; 2],
    pub(crate) title: Option<String>,
    pub(crate) alt: Option<String>,
    replays: Vec<Replay>,
    yaw: f64,
    pitch: f64,
    relief: Relief,
    /// What the relief shows, if anything: from where, in which light, how finely.
    taken: Option<(Camera, Theme, f64)>,
    /// The limit that the loss curves were last drawn with.
    limit: usize,
}

fn checked(tree: &Tree) -> Result<(Plan, Spec), Faults> {
    match (check(tree), Spec::read(tree)) {
        (Ok(plan), Ok(spec)) => Ok((plan, spec)),
        (plan, spec) => {
            let faults = [plan.err(), spec.err()].into_iter().flatten().flat_map(|faults| faults.0);
            Err(Faults(faults.collect()))
        }
    }
}

fn ground(tree: &Tree) -> [Option<Tree>; 2] {
    ["surface", "view"].map(|key| tree.get(key).cloned())
}

fn text(tree: &Tree, key: &str) -> Option<String> {
    tree.get(key).and_then(Tree::text).map(String::from)
}

fn replays(plan: &Plan) -> Vec<Replay> {
    (0..plan.runs().len()).map(Replay::new).collect()
}

impl Figure {
    /// Checks recipe and view, and runs the recipe.
    ///
    /// # Errors
    /// Everything that is wrong, with its place and what is allowed there.
    pub fn new(tree: &Tree) -> Result<Self, Faults> {
        let (plan, spec) = checked(tree)?;
        let facts = plan.surface().facts();
        let land = Land::new(plan.surface(), &facts, &spec);
        let [yaw, pitch] = spec.camera;
        Ok(Self {
            facts,
            land,
            ground: ground(tree),
            title: text(tree, "title"),
            alt: text(tree, "alt"),
            tracks: Track::all(&plan),
            replays: replays(&plan),
            yaw,
            pitch,
            relief: Relief::default(),
            taken: None,
            limit: plan.steps(),
            plan,
            spec,
        })
    }

    /// Another recipe in the same figure, seen from the same side; where it is wrong, the old one stays. What depends
    /// only on the surface and the view, the costly part, is kept.
    ///
    /// # Errors
    /// Everything that is wrong, with its place and what is allowed there.
    pub fn change(&mut self, tree: &Tree) -> Result<(), Faults> {
        let [yaw, pitch] = self.camera();
        if self.ground == ground(tree) {
            let (plan, spec) = checked(tree)?;
            (self.title, self.alt) = (text(tree, "title"), text(tree, "alt"));
            (self.tracks, self.replays, self.limit) = (Track::all(&plan), replays(&plan), plan.steps());
            (self.plan, self.spec) = (plan, spec);
        } else {
            *self = Self::new(tree)?;
            self.turn(yaw, pitch);
        }
        Ok(())
    }

    /// The rows of one run, parameters and loss of every point; empty without such a run.
    pub fn points(&self, run: usize) -> &[f64] {
        self.tracks.get(run).map_or(&[], |track| track.rows())
    }

    /// The number of steps of every run.
    pub fn steps(&self) -> usize {
        self.plan.steps()
    }

    /// The number of runs.
    pub fn runs(&self) -> usize {
        self.plan.runs().len()
    }

    /// The checked recipe.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The checked view.
    pub fn spec(&self) -> &Spec {
        &self.spec
    }

    /// Where the eye is: yaw and pitch in radians.
    pub fn camera(&self) -> [f64; 2] {
        [self.yaw, self.pitch]
    }

    /// Looks from elsewhere: yaw and pitch in radians. What is no direction changes nothing.
    pub fn turn(&mut self, yaw: f64, pitch: f64) {
        if yaw.is_finite() {
            self.yaw = yaw % std::f64::consts::TAU;
        }
        if pitch.is_finite() {
            self.pitch = pitch.clamp(PITCH[0], PITCH[1]);
        }
    }

    /// Point `t` of a run and the update that leaves it.
    pub fn entry(&mut self, run: usize, t: usize) -> Option<Entry> {
        self.replays.get_mut(run)?.entry(&self.plan, t)
    }

    /// How a run ends.
    pub fn outcome(&self, run: usize) -> Option<Outcome> {
        self.tracks.get(run).and_then(|track| Outcome::of(&self.plan, run, track.rows()))
    }

    /// All that does not move: the land and its lines, labels, axes. `scale` device pixels are one CSS pixel.
    pub fn still(&mut self, view: View, size: Size, theme: Theme, scale: f64) -> Scene {
        let size = size.sane();
        if view == View::Surface {
            self.take_picture(size, theme, scale);
        }
        self.still_scene(view, size, theme, false)
    }

    /// The same as areas and lines alone, but for the surface, whose relief is an image.
    pub(crate) fn printed(&mut self, view: View, size: Size, theme: Theme) -> Scene {
        if view == View::Surface {
            self.take_picture(size.sane(), theme, 1.0);
        }
        self.still_scene(view, size.sane(), theme, true)
    }

    fn still_scene(&self, view: View, size: Size, theme: Theme, vector: bool) -> Scene {
        let now = Now::start(self.steps());
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
        let t = now.step as usize;
        // The update that leaves point t shows point t + 1.
        let shown = view == View::Contour && t < now.limit && self.wants_arrows(&now);
        let entries: Vec<_> = (0..self.runs()).map(|run| if shown { self.entry(run, t) } else { None }).collect();
        let (stage, axes) = self.stage(view, size, theme, &now, &entries);
        let mut scene = self.scene(&stage, false);
        scene.axes = axes.filter(|_| view == View::Curves);
        scene
    }

    /// The point of the data at a pixel: (w, b); (x, y) in the fit; step and loss on the curves. None beside the plot,
    /// or beside the land of the surface.
    pub fn locate(&self, view: View, size: Size, x: f64, y: f64) -> Option<[f64; 2]> {
        let size = size.sane();
        if view == View::Surface {
            return self.pictured(size).and_then(|_| self.relief.pick(x, y));
        }
        let (plane, _) = self.plane(view, size, self.limit);
        plane.rect.holds([x, y]).then(|| plane.locate([x, y]))
    }

    /// Where a point of the data is on a picture, if it is in its window.
    pub fn place(&self, view: View, size: Size, at: [f64; 2]) -> Option<[f64; 2]> {
        let size = size.sane();
        if view == View::Surface {
            return self.scape(size).place(at);
        }
        let (plane, _) = self.plane(view, size, self.limit);
        plane.holds(at).then(|| plane.place(at))
    }

    /// The map of a view and the axes around it.
    fn plane(&self, view: View, size: Size, limit: usize) -> (Plane, Axes) {
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
        let right = if !map { self.names_width().min(0.3 * size.width) } else { 0.0 };
        plane::layout(window, log, size, Frame { names, grid: !map, square: map, right })
    }

    /// Room for the longest name beside the end of its curve.
    fn names_width(&self) -> f64 {
        let width = |track: &Track| crate::format::width(&track.name, 12.0) + 16.0;
        if self.runs() < 2 { 0.0 } else { self.tracks.iter().map(width).fold(0.0, f64::max) }
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
            None => !layer.arrows || self.wants_arrows(stage.now),
        };
        asked && layer.views.contains(&stage.view)
    }

    /// Arrows of several runs at once are a thicket: they come when asked for, part by part.
    fn wants_arrows(&self, now: &Now) -> bool {
        self.runs() == 1 || now.part.is_some() || self.spec.layers.is_some()
    }

    fn eye(&self, size: Size) -> Camera {
        Camera::new(self.yaw, self.pitch, scape::TALL, scape::frame(size))
    }

    fn scape(&self, size: Size) -> Scape<'_> {
        Scape {
            land: &self.land,
            camera: self.eye(size),
            relief: self.pictured(size).map(|scale| (&self.relief, scale)),
        }
    }

    /// The scale of the picture that was taken, if it shows what would be seen now.
    fn pictured(&self, size: Size) -> Option<f64> {
        self.taken.filter(|(camera, ..)| *camera == self.eye(size)).map(|(_, _, scale)| scale)
    }

    fn take_picture(&mut self, size: Size, theme: Theme, scale: f64) {
        let scale = if scale.is_finite() { scale.clamp(0.25, 4.0) } else { 1.0 };
        let picture = (self.eye(size), theme, scale);
        if self.taken == Some(picture) {
            return;
        }
        let palette = theme.palette();
        let rise = |height| self.land.rise(height);
        let land =
            shade::Land { heights: &self.land.heights, rise: &rise, levels: &self.land.levels, palette: &palette };
        self.relief.render(&land, &picture.0, scale);
        self.taken = Some(picture);
    }
}

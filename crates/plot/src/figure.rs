//! The façade: a recipe and its view become still and moving scenes, pixels become points, moments become numbers.
//!
//! Whatever is asked is clamped, never refused: a figure that exists can be drawn at any size and any moment. No scene
//! and no range depends on a step after [`crate::Now::limit`].

mod check;
mod eye;
mod goal;
mod lens;
mod pick;
mod planes;
mod race;
mod scenes;

use std::cell::{OnceCell, RefCell};

use ponder::analysis::fairness::Prices;
use ponder::{Entry, Facts, Faults, Height, Outcome, Plan, Tree};

pub use check::check_figure;
use check::checked;
use planes::Site;

use crate::curves::{Curve, Curves};
use crate::front;
use crate::land::Land;
use crate::plane::Plane;
use crate::ranges;
use crate::replay::Replay;
use crate::scape::Scape;
use crate::scene::{Rect, Size};
use crate::studio::Picture;
use crate::tongue::Tongue;
use crate::track::Track;
use crate::view::{Spec, VIEWS, View};

/// A figure: a checked recipe with its view, run once, ready to be drawn at any moment.
#[derive(Debug)]
pub struct Figure {
    pub(crate) plan: Plan,
    pub(crate) spec: Spec,
    pub(crate) facts: Facts,
    pub(crate) tracks: Vec<Track>,
    pub(crate) land: Land,
    /// What the map shows instead of it, while a reader looks closer or farther.
    lens: Option<Land>,
    /// The window of the data as the figure came: it stays where it is while a reader moves the data in it.
    home: [[f64; 2]; 2],
    /// What the land was made of.
    ground: [Option<Tree>; 2],
    pub(crate) title: Option<String>,
    pub(crate) alt: Option<String>,
    replays: Vec<Replay>,
    prices: Prices,
    /// The same, for results: they are asked for at another step than the race.
    paid: Prices,
    pub(crate) curves: Curves,
    /// Found out when it is first asked for: only the surface needs it.
    yaw: OnceCell<f64>,
    pitch: f64,
    /// How the reader wants heights to be drawn, whatever the recipe says.
    height: Option<Height>,
    picture: Picture,
    /// Where the planes of its views were when they were last asked for.
    planes: RefCell<[Option<(Site, Plane)>; VIEWS.len()]>,
    /// Where the map's own words stand, as it was drawn last.
    words: Vec<Rect>,
    /// The limit that the loss curves were last drawn with.
    limit: usize,
    pub(crate) tongue: Tongue,
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
        Self::speaking(tree, Tongue::default())
    }

    /// The same with other words on its pictures.
    ///
    /// # Errors
    /// As for [`Figure::new`].
    pub fn speaking(tree: &Tree, tongue: Tongue) -> Result<Self, Faults> {
        Self::with(tree, None, tongue)
    }

    fn with(tree: &Tree, height: Option<Height>, tongue: Tongue) -> Result<Self, Faults> {
        let (plan, mut spec) = checked(tree)?;
        spec.height = height.or(spec.height);
        let facts = plan.surface().facts();
        let land = Land::new(plan.surface(), &facts, &spec);
        let [yaw, pitch] = spec.camera;
        Ok(Self {
            facts,
            land,
            lens: None,
            home: ranges::data(plan.surface()),
            ground: ground(tree),
            title: text(tree, "title"),
            alt: text(tree, "alt"),
            tracks: Track::all(&plan, &tongue),
            replays: replays(&plan),
            prices: Prices::new(&plan),
            paid: Prices::new(&plan),
            curves: Curves::new(&plan, spec.curves.as_deref(), &tongue),
            yaw: yaw.map_or_else(OnceCell::new, OnceCell::from),
            pitch: pitch.unwrap_or(front::PITCH),
            height,
            picture: Picture::default(),
            planes: RefCell::default(),
            words: Vec::new(),
            limit: plan.steps(),
            plan,
            spec,
            tongue,
        })
    }

    /// Another recipe in the same figure, seen from the same side and, as long as its data are in there, through the same
    /// window; where it is wrong, the old one stays. What depends only on the surface and the view, the costly part, is
    /// kept.
    ///
    /// # Errors
    /// Everything that is wrong, with its place and what is allowed there.
    pub fn change(&mut self, tree: &Tree) -> Result<(), Faults> {
        let [yaw, pitch] = self.camera();
        let shown = self.curves.shown().to_vec();
        if self.ground == ground(tree) {
            let (plan, spec) = checked(tree)?;
            (self.title, self.alt) = (text(tree, "title"), text(tree, "alt"));
            (self.tracks, self.replays, self.limit) = (Track::all(&plan, &self.tongue), replays(&plan), plan.steps());
            (self.prices, self.paid) = (Prices::new(&plan), Prices::new(&plan));
            self.curves = Curves::new(&plan, None, &self.tongue);
            (self.plan, self.spec) = (plan, spec);
        } else {
            let window = self.lens.as_ref().map(|land| land.heights.window);
            let next = Self::with(tree, self.height, self.tongue.clone())?;
            self.picture.spoil();
            *self = Self { home: self.home, picture: std::mem::take(&mut self.picture), ..next };
            self.turn(yaw, pitch);
            self.look(window, false);
        }
        self.curves.show(&shown);
        Ok(())
    }

    /// The rows of one run, parameters and loss of every point; empty without such a run.
    pub fn points(&self, run: usize) -> &[f64] {
        self.tracks.get(run).map_or(&[], |track| track.rows())
    }

    /// The points to be fitted; empty without data of one input.
    pub fn data(&self) -> &[[f64; 2]] {
        self.plan.surface().fit().map(|fit| fit.data).unwrap_or_default()
    }

    /// The window `[[x0, x1], [y0, y1]]` in which they are drawn.
    pub fn data_window(&self) -> [[f64; 2]; 2] {
        ranges::around_data(self.plan.surface(), self.home)
    }

    /// Whether there is such a picture of it: without a plane there are only the curves.
    pub fn draws(&self, view: View) -> bool {
        view == View::Curves || self.plan.surface().plane().is_some()
    }

    /// Draws other kinds of curves over the steps, until told again; what these runs do not have is left out.
    pub fn show(&mut self, curves: &[Curve]) {
        self.curves.show(curves);
        self.curves.reach(&self.plan, self.limit);
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

    /// Point `t` of a run and the update that leaves it.
    pub fn entry(&mut self, run: usize, t: usize) -> Option<Entry> {
        self.replays.get_mut(run)?.entry(&self.plan, t)
    }

    /// How a run ends.
    pub fn outcome(&self, run: usize) -> Option<Outcome> {
        self.tracks.get(run).and_then(|track| Outcome::of(&self.plan, run, track.rows()))
    }

    /// The point of the data at a pixel: (w, b); (x, y) in the fit; step and loss on the curves. None beside the plot,
    /// or beside the land of the surface.
    pub fn locate(&self, view: View, size: Size, x: f64, y: f64) -> Option<[f64; 2]> {
        let size = size.sane();
        match view {
            _ if !self.draws(view) => return None,
            View::Surface => return self.pictured(size).and_then(|(relief, _)| relief.pick(x, y)),
            View::Contour | View::Fit | View::Curves => {}
        }
        let plane = self.plane(view, size, self.limit);
        plane.rect.holds([x, y]).then(|| plane.locate([x, y]))
    }

    /// Where a point of the data is on a picture, if it is in its window.
    pub fn place(&self, view: View, size: Size, at: [f64; 2]) -> Option<[f64; 2]> {
        let size = size.sane();
        match view {
            _ if !self.draws(view) => return None,
            View::Surface => return Scape { land: &self.land, camera: self.eye(size), relief: None }.place(at),
            View::Contour | View::Fit | View::Curves => {}
        }
        let plane = self.plane(view, size, self.limit);
        plane.holds(at).then(|| plane.place(at))
    }

    /// The limit that the curves were last drawn with.
    pub(crate) fn limit(&self) -> usize {
        self.limit
    }
}

#[cfg(test)]
mod label_tests;
#[cfg(test)]
mod tests;

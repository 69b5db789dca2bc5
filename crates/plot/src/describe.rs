//! What a figure says in words: its facts, and the numbers of a moment as keys and values for a spoken sentence.

use ponder::math::within;
use ponder::text::human;
use ponder::{Knob, Tree};

use crate::curves::Curve;
use crate::figure::Figure;
use crate::scene::{Pixel, Size};
use crate::theme::{Role, THEMES, Theme};
use crate::track::Track;

impl Figure {
    /// The numbers of one run at a step, rounded for people, in the order in which they are spoken: `t`, the
    /// parameters by name, `loss`, `gradient` (its length), `move` (how far the step before went), `outcome` at the end. Nothing that
    /// lies after the limit.
    pub fn describe(&mut self, run: usize, step: usize, limit: usize) -> Vec<(&'static str, String)> {
        let (steps, t) = (self.steps(), step.min(limit).min(self.steps()));
        let Some(track) = self.tracks.get(run) else { return Vec::new() };
        let mut said = vec![("t", t.to_string())];
        if let Some(at) = track.point(t) {
            let surface = self.plan.surface();
            said.extend(surface.parameters().iter().copied().zip(at.iter().map(|value| human(*value))));
            said.push(("loss", human(track.loss(t))));
            said.push(("gradient", human(length(&surface.gradient(at)))));
            if let Some(before) = t.checked_sub(1).and_then(|t| track.point(t)) {
                let moved: Vec<f64> = at.iter().zip(before).map(|(to, from)| to - from).collect();
                said.push(("move", human(length(&moved))));
            }
        }
        if t == steps
            && let Some(outcome) = self.outcome(run)
        {
            said.push(("outcome", outcome.kind.name().into()));
        }
        said
    }

    /// What stands above and below a pixel of the curves: the step there, no later than `step`, and each line's name
    /// and value. None beside the panels.
    pub fn reading(&self, size: Size, [x, y]: Pixel, step: f64) -> Option<(usize, Vec<(&str, f64)>)> {
        let planes = self.stacked(size.sane(), self.limit());
        let place = planes.iter().position(|(plane, _)| plane.rect.holds([x, y]))?;
        // A step that is no number is none that may be shown.
        let last = if step.is_nan() { 0.0 } else { within(step, [0.0, self.limit() as f64]) };
        let t = within(planes[place].0.locate([x, y])[0], [0.0, last]).round();
        let below = if self.curves.has_loss() { place.checked_sub(1) } else { Some(place) };
        let Some(panel) = below.and_then(|i| self.curves.panels().get(i)) else {
            let several = self.runs() > 1;
            let named = self
                .tracks
                .iter()
                .map(|track| (if several { track.name.as_str() } else { self.tongue.say("loss") }, track));
            return Some((t as usize, named.map(|(name, track)| (name, track.loss(t as usize))).collect()));
        };
        let values = panel.lines.iter().filter_map(|line| {
            let name = if line.name.is_empty() { &panel.label } else { &line.name };
            Some((name.as_str(), line.at(t)?))
        });
        Some((t as usize, values.collect()))
    }

    /// The pixel at which a step is read off the uppermost panel of the curves.
    pub fn mark(&self, size: Size, step: f64) -> Option<Pixel> {
        let (plane, _) = self.stacked(size.sane(), self.limit()).into_iter().next()?;
        let x = plane.place([step, plane.window[1][1]])[0];
        Some([x, plane.rect.y + 0.5 * plane.rect.height]).filter(|at| plane.rect.holds(*at))
    }

    /// What a page wants to know before anything is drawn.
    pub fn facts(&self) -> Tree {
        let facts = &self.facts;
        let pairs = |list: &[[f64; 2]]| Tree::List(list.iter().map(|pair| Tree::numbers(pair)).collect());
        let surface = Tree::map([
            ("title", facts.title.as_str().into()),
            ("formula", facts.formula.as_str().into()),
            ("parameters", Tree::List(self.plan.surface().parameters().iter().map(|name| (*name).into()).collect())),
            ("domain", facts.domain.map(|domain| pairs(&domain)).into()),
            ("start", Tree::numbers(&facts.start)),
            ("minima", pairs(&facts.minima)),
            ("knobs", Tree::List(self.plan.surface().knobs().into_iter().map(knob).collect())),
            ("model", Tree::Bool(self.plan.surface().fit().is_some())),
        ]);
        let [yaw, pitch] = self.camera();
        Tree::map([
            ("surface", surface),
            ("curves", self.curves_facts()),
            ("window", pairs(&self.land.heights.window)),
            ("fit", self.plan.surface().fit().map(|_| pairs(&self.data_window())).into()),
            ("camera", Tree::map([("yaw", yaw.into()), ("pitch", pitch.into())])),
            ("height", (if self.land.is_log() { "log" } else { "linear" }).into()),
            ("runs", Tree::List(self.tracks.iter().enumerate().map(|(i, track)| self.run_facts(i, track)).collect())),
        ])
    }

    /// Which kinds of curves there are, which are shown, on how many panels.
    fn curves_facts(&self) -> Tree {
        let names = |curves: &[Curve]| Tree::List(curves.iter().map(|curve| curve.name().into()).collect());
        Tree::map([
            ("known", names(&self.curves.known())),
            ("shown", names(self.curves.shown())),
            ("panels", (self.curves.count() as f64).into()),
        ])
    }

    fn run_facts(&self, run: usize, track: &Track) -> Tree {
        let plan = &self.plan.runs()[run];
        let color = |theme: Theme| Tree::Text(theme.color(Role::Run(track.pen)).hex());
        let [light, dark, print] = THEMES.map(color);
        Tree::map([
            ("name", track.name.as_str().into()),
            ("method", plan.method().id.into()),
            ("convention", plan.convention().into()),
            ("conventions", Tree::List(plan.method().forms.iter().map(|form| form.convention.into()).collect())),
            ("formula", Tree::List(plan.writing().formula.iter().map(|line| (*line).into()).collect())),
            ("knobs", Tree::List(plan.knobs().map(knob).collect())),
            ("start", Tree::numbers(plan.start())),
            ("color", Tree::map([("light", light), ("dark", dark), ("print", print)])),
        ])
    }
}

impl Figure {
    /// The picture in one sentence, for readers who do not see it.
    pub(crate) fn caption(&mut self, view: crate::View, step: usize, limit: usize) -> String {
        let runs: Vec<String> = (0..self.runs()).map(|run| self.spoken(run, step, limit)).collect();
        let kind = match view {
            crate::View::Surface => "Loss surface in three dimensions",
            crate::View::Contour => "Contour map of the loss",
            crate::View::Fit => "The data and the curve of the neuron",
            crate::View::Curves => return format!("{}. {}", self.over_the_steps(), runs.join(" ")),
        };
        format!("{kind}. {}", runs.join(" "))
    }

    fn over_the_steps(&self) -> String {
        let loss = self.curves.has_loss().then_some("loss");
        let all = loss.into_iter().chain(self.curves.panels().iter().map(|panel| panel.label.as_str()));
        let mut words = all.collect::<Vec<_>>().join(", ") + " over the steps";
        words[..1].make_ascii_uppercase();
        words
    }

    fn spoken(&mut self, run: usize, step: usize, limit: usize) -> String {
        let said = self.describe(run, step, limit);
        let value = |key| said.iter().find(|(k, _)| *k == key).map(|(_, value)| value.as_str());
        let (name, t) = (&self.tracks[run].name, value("t").unwrap_or("0"));
        let names = self.plan.surface().parameters().iter();
        let place: Option<Vec<String>> = names.map(|name| Some(format!("{name} = {}", value(name)?))).collect();
        match (place, value("loss")) {
            (Some(place), Some(loss)) => format!("{name} at step {t}: {}, loss {loss}.", place.join(", ")),
            _ => format!("{name} has left the finite numbers by step {t}."),
        }
    }
}

/// The Euclidean length of a vector.
fn length(vector: &[f64]) -> f64 {
    vector.iter().copied().fold(0.0, libm::hypot)
}

/// A knob of a surface or a rule, and its present value.
fn knob((knob, value): (&Knob, f64)) -> Tree {
    Tree::map([("knob", knob.tree()), ("value", knob.written(value))])
}

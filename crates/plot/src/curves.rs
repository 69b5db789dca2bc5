//! What the curves can show beside the loss: rates, the schedule, its sum, memories, each on a panel of its own.
//!
//! Panels are made of what the updates before the limit noted, and made anew only when the limit or the choice is
//! another one. No range depends on a later update.

mod stack;
mod trace;

use ponder::Plan;

use crate::names::names;
use crate::order::in_order;
use crate::ranges;
use crate::tongue::Tongue;
pub(crate) use stack::{Strip, stack};
use trace::{Key, Line, Trace};

/// One kind of curve over the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Curve {
    /// The loss.
    Loss,
    /// The effective learning rate of each parameter; the rate itself where a rule notes no other.
    Rates,
    /// The learning rate of each update.
    Schedule,
    /// The sum of the learning rates so far.
    Sum,
    /// What a rule remembers, a panel for each memory.
    Memory,
}

/// Every kind, with its name in figures, in the order in which they stand below each other.
pub const CURVES: [(&str, Curve); 5] = [
    ("loss", Curve::Loss),
    ("rates", Curve::Rates),
    ("schedule", Curve::Schedule),
    ("sum", Curve::Sum),
    ("memory", Curve::Memory),
];

impl Curve {
    /// From its name.
    pub fn named(name: &str) -> Option<Self> {
        CURVES.iter().find(|(known, _)| *known == name).map(|(_, curve)| *curve)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        CURVES[self as usize].0
    }
}

/// One panel below the loss.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Panel {
    /// What it measures.
    pub label: String,
    /// The lowest and the highest value it has room for.
    pub range: [f64; 2],
    /// Whether equal steps upwards are equal factors.
    pub log: bool,
    /// Its lines, run after run.
    pub lines: Vec<Course>,
}

/// One line of a panel.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Course {
    /// Whose it is.
    pub run: usize,
    /// What stands beside its end; nothing where the panel has only this one.
    pub name: String,
    /// Whether it is that of the last parameter, the bias, which is drawn weakly beside the others.
    pub bias: bool,
    /// Step and value.
    pub points: Vec<[f64; 2]>,
}

impl Course {
    /// The line up to a step, and the place between two points that a fraction leads to.
    pub(crate) fn so_far(&self, step: f64) -> Vec<[f64; 2]> {
        let count = self.points.partition_point(|point| point[0] <= step);
        let mut way = self.points[..count].to_vec();
        if let (Some(from), Some(to)) = (way.last().copied(), self.points.get(count))
            && from[0] < step
        {
            let share = (step - from[0]) / (to[0] - from[0]);
            way.push([step, from[1] + share * (to[1] - from[1])]);
        }
        way
    }

    /// Its value at the last point that is not after a step.
    pub(crate) fn at(&self, step: f64) -> Option<f64> {
        let count = self.points.partition_point(|point| point[0] <= step);
        self.points[..count].last().map(|point| point[1])
    }
}

/// All that the runs of a figure have noted so far, and the panels made of it.
#[derive(Debug)]
pub(crate) struct Curves {
    shown: Vec<Curve>,
    /// What there is, in the order of the panels.
    keys: Vec<Key>,
    traces: Vec<Trace>,
    panels: Vec<Panel>,
    /// The limit that the panels were made for.
    made: Option<usize>,
    tongue: Tongue,
}

impl Curves {
    /// Nothing walked yet; of each run the first update is looked at, for what it can show.
    pub(crate) fn new(plan: &Plan, shown: Option<&[Curve]>, tongue: &Tongue) -> Self {
        let mut keys: Vec<Key> = Vec::new();
        for key in (0..plan.runs().len()).flat_map(|run| trace::keys(plan, run)) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        in_order(&mut keys, |a, b| a.curve() as usize <= b.curve() as usize);
        let traces = (0..plan.runs().len()).map(|run| Trace::new(plan, run)).collect();
        let tongue = tongue.clone();
        let mut curves = Self { shown: Vec::new(), keys, traces, panels: Vec::new(), made: None, tongue };
        curves.show(shown.unwrap_or(&[Curve::Loss]));
        curves
    }

    /// Shows other panels; the loss where nothing that there is was chosen.
    pub(crate) fn show(&mut self, shown: &[Curve]) {
        self.shown = self.known().into_iter().filter(|curve| shown.contains(curve)).collect();
        if self.shown.is_empty() {
            self.shown.push(Curve::Loss);
        }
        self.made = None;
    }

    /// The kinds that are chosen.
    pub(crate) fn shown(&self) -> &[Curve] {
        &self.shown
    }

    /// The kinds that these runs have.
    pub(crate) fn known(&self) -> Vec<Curve> {
        let there = |curve: &Curve| *curve == Curve::Loss || self.keys.iter().any(|key| key.curve() == *curve);
        CURVES.iter().map(|(_, curve)| *curve).filter(there).collect()
    }

    /// Whether the loss is among them.
    pub(crate) fn has_loss(&self) -> bool {
        self.shown.contains(&Curve::Loss)
    }

    /// How many panels there are, that of the loss included.
    pub(crate) fn count(&self) -> usize {
        usize::from(self.has_loss()) + self.wanted().count()
    }

    /// The panels below the loss, as they were last made.
    pub(crate) fn panels(&self) -> &[Panel] {
        &self.panels
    }

    fn wanted(&self) -> impl Iterator<Item = Key> + '_ {
        self.keys.iter().copied().filter(|key| self.shown.contains(&key.curve()))
    }

    /// Makes the panels of the updates before the limit.
    pub(crate) fn reach(&mut self, plan: &Plan, limit: usize) {
        if self.made == Some(limit) {
            return;
        }
        if self.wanted().next().is_some() {
            self.traces.iter_mut().for_each(|trace| trace.advance(plan, limit));
        }
        let names = names(plan.runs(), &self.tongue);
        let mut panels = Vec::new();
        for key in self.wanted() {
            panels.push(self.panel(key, plan, &names, limit));
        }
        self.panels = panels;
        self.made = Some(limit);
    }

    fn panel(&self, key: Key, plan: &Plan, names: &[String], limit: usize) -> Panel {
        let parameters = plan.surface().parameters();
        let several = names.len() > 1;
        let mut lines: Vec<Course> = Vec::new();
        for (run, trace) in self.traces.iter().enumerate() {
            let own = apart(trace.lines(key), key, limit);
            let many = own.len() > 1;
            lines.extend(own.into_iter().enumerate().map(|(i, points)| {
                let words = [several.then(|| names[run].as_str()), many.then(|| parameters[i])];
                let name = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
                Course { run, name, bias: many && i + 1 == parameters.len(), points }
            }));
        }
        let mut values = Vec::new();
        for line in &lines {
            values.extend(line.points.iter().map(|point| point[1]));
        }
        let (range, log) = ranges::curve(values);
        Panel { label: key.label(&self.tongue), range, log, lines }
    }
}

/// The lines of one run, those of all parameters as one where they are the same.
fn apart<'a>(lines: impl Iterator<Item = &'a Line>, key: Key, limit: usize) -> Vec<Vec<[f64; 2]>> {
    let known = |line: &Line| line.points[..line.points.partition_point(|point| key.known(point[0], limit))].to_vec();
    let mut all: Vec<Vec<[f64; 2]>> = lines.map(known).collect();
    // By their bits: a value that is no number is the same as itself.
    let same = |a: &[[f64; 2]], b: &[[f64; 2]]| {
        a.iter().flatten().map(|v| v.to_bits()).eq(b.iter().flatten().map(|v| v.to_bits()))
    };
    if all.windows(2).all(|pair| same(&pair[0], &pair[1])) {
        all.truncate(1);
    }
    all
}

#[cfg(test)]
mod tests;

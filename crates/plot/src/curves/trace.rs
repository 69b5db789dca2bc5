//! One walk along a run that keeps what the curves need: every k-th update, so that no more than [`SAMPLES`] are kept.
//!
//! Rates stand at the point that their update leaves; sums and memories at the point that it makes.

use ponder::note::Part;
use ponder::run::Update;
use ponder::{Plan, Run};

use super::Curve;
use crate::tongue::Tongue;

/// About how many updates of a run are kept, however long it is.
pub(super) const SAMPLES: usize = 2_000;

/// What the lines of one panel are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Rates,
    Schedule,
    Sum,
    /// A memory under its symbol. One of squares is no neighbour of one of steps, though both may be called v.
    Memory {
        symbol: &'static str,
        squares: bool,
    },
}

impl Key {
    pub(super) fn curve(self) -> Curve {
        match self {
            Self::Rates => Curve::Rates,
            Self::Schedule => Curve::Schedule,
            Self::Sum => Curve::Sum,
            Self::Memory { .. } => Curve::Memory,
        }
    }

    /// What the panel is called.
    pub(super) fn label(self, tongue: &Tongue) -> String {
        match self {
            Self::Rates => tongue.say("effective learning rate").into(),
            Self::Schedule => tongue.say("learning rate").into(),
            Self::Sum => tongue.say("sum of learning rates").into(),
            Self::Memory { symbol, .. } => format!("{} {}", tongue.say("memory"), plain(symbol)),
        }
    }

    /// The step at which what update t noted stands.
    fn step(self, t: usize) -> f64 {
        match self {
            Self::Rates | Self::Schedule => t as f64,
            Self::Sum | Self::Memory { .. } => (t + 1) as f64,
        }
    }

    /// Whether what stands at a step comes from an update before the limit.
    pub(super) fn known(self, step: f64, limit: usize) -> bool {
        step < self.step(limit)
    }
}

/// A symbol of a formula in letters: `\bar{v}` is v with a bar above it.
fn plain(symbol: &str) -> String {
    match symbol.strip_prefix(r"\bar{").and_then(|rest| rest.strip_suffix('}')) {
        Some(letter) => format!("{letter}\u{304}"),
        None => symbol.into(),
    }
}

/// One number of a run over the steps.
#[derive(Debug)]
pub(super) struct Line {
    key: Key,
    parameter: usize,
    /// Step and value.
    pub points: Vec<[f64; 2]>,
}

/// A run, walked as far as it was asked for.
#[derive(Debug)]
pub(super) struct Trace {
    walk: Option<Run>,
    /// The next update.
    t: usize,
    /// One of so many updates is kept, and the last.
    every: usize,
    steps: usize,
    sum: f64,
    kind: Kind,
    lines: Vec<Line>,
}

/// What of a run's numbers means something.
#[derive(Clone, Copy, Debug)]
struct Kind {
    run: usize,
    parameters: usize,
    /// Whether its memories are of squares: who divides by their root keeps from dividing by zero.
    squares: bool,
}

impl Kind {
    fn of(plan: &Plan, run: usize) -> Self {
        let recipe = &plan.runs()[run];
        Self { run, parameters: plan.parameters(), squares: recipe.form().knob("epsilon").is_some() }
    }

    /// All that an update tells, and the sum of the rates up to it.
    fn read(self, update: &Update, sum: f64) -> Vec<(Key, Vec<f64>)> {
        let rate = update.rate;
        let scale = update.part(Part::Scale).map(<[f64]>::to_vec);
        let rates = scale.or_else(|| rate.map(|rate| vec![rate; self.parameters]));
        let memory = |symbol| Key::Memory { symbol, squares: self.squares };
        let memories = update.parts.iter().filter(|(part, ..)| *part == Part::Memory);
        let known = [(Key::Rates, rates), (Key::Schedule, rate.map(|r| vec![r])), (Key::Sum, rate.map(|_| vec![sum]))];
        let known = known.into_iter().filter_map(|(key, value)| Some((key, value?)));
        known.chain(memories.map(|(_, symbol, value)| (memory(symbol), value.clone()))).collect()
    }
}

/// What a run can show, as its first update tells.
pub(super) fn keys(plan: &Plan, run: usize) -> Vec<Key> {
    let first = Run::new(plan, run).and_then(|mut walk| walk.next()).and_then(|entry| entry.update);
    let kind = Kind::of(plan, run);
    first.map(|update| kind.read(&update, 0.0).into_iter().map(|(key, _)| key).collect()).unwrap_or_default()
}

impl Trace {
    /// Not begun yet.
    pub(super) fn new(plan: &Plan, run: usize) -> Self {
        let steps = plan.steps();
        let every = steps.div_ceil(SAMPLES).max(1);
        Self { walk: None, t: 0, every, steps, sum: 0.0, kind: Kind::of(plan, run), lines: Vec::new() }
    }

    /// Walks on through all updates before the limit; never back, as what was kept stays.
    pub(super) fn advance(&mut self, plan: &Plan, limit: usize) {
        if self.t == 0 {
            self.walk = Run::new(plan, self.kind.run);
        }
        while self.t < limit.min(self.steps) {
            let Some(update) = self.walk.as_mut().and_then(Iterator::next).and_then(|entry| entry.update) else {
                // Diverged, or over.
                self.t = self.steps;
                return;
            };
            self.sum += update.factor();
            if self.t.is_multiple_of(self.every) || self.t + 1 == self.steps {
                self.keep(&update);
            }
            self.t += 1;
        }
    }

    fn keep(&mut self, update: &Update) {
        for (key, values) in self.kind.read(update, self.sum) {
            for (parameter, value) in values.into_iter().enumerate() {
                let t = self.t;
                self.line(key, parameter).points.push([key.step(t), value]);
            }
        }
    }

    fn line(&mut self, key: Key, parameter: usize) -> &mut Line {
        let found = self.lines.iter().position(|line| line.key == key && line.parameter == parameter);
        let place = found.unwrap_or_else(|| {
            // Before the first update the sum is nothing.
            let points = if key == Key::Sum { vec![[0.0, 0.0]] } else { Vec::new() };
            self.lines.push(Line { key, parameter, points });
            self.lines.len() - 1
        });
        &mut self.lines[place]
    }

    /// The lines of a panel, first parameter first.
    pub(super) fn lines(&self, key: Key) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.key == key)
    }
}

//! What stands around a rule's lines in its loop: rate and momentum of the update, its batch, its noise.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::code::{calls, number, with_math};
use crate::RunPlan;
use crate::batch::{BatchPlan, Order};
use crate::noise::NoisePlan;
use crate::schedule::Law;
use crate::tempo::{Scheduled, TempoPlan, Unit};

/// What a recipe says about a run besides its rule.
pub(super) struct Around<'a> {
    tempo: &'a TempoPlan,
    batch: Option<BatchPlan>,
    noise: Option<NoisePlan>,
    /// One number a parameter.
    parameters: usize,
}

/// Lines before the loop, and at the head of every update.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub(super) before: Vec<String>,
    pub(super) each: Vec<String>,
}

impl<'a> Around<'a> {
    pub(super) fn of(run: &'a RunPlan) -> Self {
        let batch = run.batch().filter(|batch| !batch.is_full()).copied();
        Self { tempo: run.tempo(), batch, noise: run.noise().copied(), parameters: run.start().len() }
    }

    /// Whether a schedule multiplies its rate.
    pub(super) fn schedules_rate(&self) -> bool {
        self.tempo.schedule.is_some()
    }

    /// Whether something outside the rule moves its rate.
    pub(super) fn moves_rate(&self) -> bool {
        self.schedules_rate() || !self.tempo.changes.is_empty()
    }

    /// Whether something outside the rule gives its momentum.
    pub(super) fn moves_momentum(&self) -> bool {
        self.tempo.momentum_schedule.is_some()
    }

    /// Whether the momentum is above 0 in every update: schedules of it go one way only.
    pub(super) fn keeps_momentum(&self, steps: usize) -> bool {
        let ends = |scheduled: &Scheduled| match scheduled.schedule.law {
            Law::Time { factor, .. } => [0, steps].iter().all(|t| factor(&scheduled.knobs, *t as f64) > 0.0),
            Law::Losses { .. } => false,
        };
        self.tempo.momentum_schedule.as_ref().is_none_or(ends)
    }

    /// Everything that happens before the rule's own lines.
    pub(super) fn lines(&self, validated: bool) -> Lines {
        let mut lines = Lines::default();
        self.changes(&mut lines);
        if let Some(schedule) = &self.tempo.schedule {
            match schedule.schedule.law {
                Law::Time { python, .. } => {
                    lines.before.extend(definition("schedule", schedule, python));
                    lines.each.push(format!("lr = learning_rate * schedule({})", self.time(schedule)));
                }
                Law::Losses { python, .. } => self.losses(schedule, python, validated, &mut lines),
            }
        }
        if let Some(schedule) = &self.tempo.momentum_schedule
            && let Law::Time { python, .. } = schedule.schedule.law
        {
            lines.before.extend(definition("momentum_schedule", schedule, python));
            lines.each.push(format!("mu = momentum_schedule({})", self.time(schedule)));
        }
        self.batch(&mut lines);
        if let Some(NoisePlan { deviation, seed }) = self.noise {
            lines.before.push(format!("noise = normals({seed}, {})", self.parameters));
            lines.before.push(format!("deviation = {}", number(deviation)));
        }
        lines
    }

    fn changes(&self, lines: &mut Lines) {
        if self.tempo.changes.is_empty() {
            return;
        }
        let changes: Vec<_> = self.tempo.changes.iter().map(|(t, rate)| format!("{t}: {}", number(*rate))).collect();
        let rate = if self.tempo.schedule.is_some() { "learning_rate" } else { "lr" };
        lines.before.push(format!("changes = {{{}}}  # from these updates on, counted from 0", changes.join(", ")));
        lines.each.push(format!("{rate} = changes.get(t - 1, {rate})"));
    }

    fn losses(&self, schedule: &Scheduled, [before, ended]: [&str; 2], validated: bool, lines: &mut Lines) {
        let knobs =
            schedule.settings().map(|(knob, value)| format!("{} = {}  # {}", knob.id, number(value), knob.about));
        lines.before.push(format!("# {}: {}", schedule.schedule.title, schedule.schedule.about));
        lines.before.extend(knobs);
        lines.before.extend(["scale = 1.0".to_string(), with_math(before, &[])]);
        let rows = if validated { ", VALIDATION" } else { "" };
        lines.each.push(match self.updates() {
            1 => "if t > 1:".to_string(),
            updates => format!("if t > 1 and (t - 1) % {updates} == 0:  # an epoch has ended"),
        });
        lines.each.push(format!("    loss = float(f(p{rows}))"));
        lines.each.extend(ended.lines().map(|line| format!("    {line}")));
        lines.each.push("lr = learning_rate * scale".to_string());
    }

    fn batch(&self, lines: &mut Lines) {
        let Some(batch) = self.batch else { return };
        lines.before.push(match batch.order() {
            Order::Cyclic => format!("batches = cyclic({})", batch.size()),
            Order::Shuffled => format!("batches = shuffled({}, {})", batch.size(), batch.seed()),
        });
        lines.each.push("rows = next(batches)".to_string());
    }

    fn updates(&self) -> usize {
        self.batch.map_or(1, |batch| batch.updates_per_epoch())
    }

    /// What a schedule counts, from 0.
    fn time(&self, schedule: &Scheduled) -> String {
        match (schedule.unit, self.updates()) {
            (Unit::Step, _) | (Unit::Epoch, 1) => "t - 1".to_string(),
            (Unit::Epoch, updates) => format!("(t - 1) // {updates}"),
        }
    }

    /// A rule's line whose every look sees this update's batch, and noise in gradients.
    pub(super) fn seen(&self, line: &str) -> String {
        let rows = if self.batch.is_some() { ", rows" } else { "" };
        let looked = ["f", "hess"]
            .iter()
            .fold(line.to_string(), |line, function| calls(&line, function, |p| format!("{function}({p}{rows})")));
        let whole = line == "g = grad(p)";
        calls(&looked, "grad", |p| match self.noise {
            None => format!("grad({p}{rows})"),
            Some(_) if whole => format!("grad({p}{rows}) + deviation * next(noise)"),
            Some(_) => format!("(grad({p}{rows}) + deviation * next(noise))"),
        })
    }

    /// Whether every gradient is shaken.
    pub(super) fn is_noisy(&self) -> bool {
        self.noise.is_some()
    }
}

/// A schedule of the time alone, its knobs as the defaults of arguments.
fn definition(name: &str, schedule: &Scheduled, python: &str) -> Vec<String> {
    let knob = |id: &str| if id == "from" { "from_".to_string() } else { id.to_string() };
    let knobs = schedule.settings().map(|(k, value)| format!(", {}={}", knob(k.id), number(value)));
    let about = schedule.schedule;
    let mut lines = Vec::from([String::new(), format!("def {name}(u{}):", knobs.collect::<String>())]);
    lines.push(format!("    \"\"\"{}: {}.\"\"\"", about.title, about.about));
    for case in with_math(python, &[]).split(" else ") {
        match case.split_once(" if ") {
            Some((value, when)) => lines.extend([format!("    if {when}:"), format!("        return {value}")]),
            None => lines.push(format!("    return {case}")),
        }
    }
    lines.push(String::new());
    lines
}

//! `schedule`, `momentum_schedule` and `changes` of a run.
//!
//! ```
//! use ponder::recipe::{fields::Fields, tempo};
//! use ponder::{Tree, tempo::Tempo};
//!
//! let schedule = Tree::map([("kind", "step".into()), ("factor", 0.5.into()), ("every", 5.0.into())]);
//! let (run, mut faults) = (Tree::map([("schedule", schedule)]), Vec::new());
//! let mut fields = Fields::of(&run, "runs[0]", &mut faults).unwrap();
//! let plan = tempo::read(&mut fields, tempo::Moves { method: "momentum", rate: true, momentum: true });
//! assert_eq!(Tempo::new(&plan, 1.0, 0.9, 1).pace(12), (0.25, 0.9));
//! ```

use alloc::format;
use alloc::vec::Vec;

use super::MAX_STEPS;
use super::fields::Fields;
use crate::catalogue::{self, Knob};
use crate::fault::Fault;
use crate::schedule::{MOMENTUM_SCHEDULES, SCHEDULES, Schedule};
use crate::tempo::{Scheduled, TempoPlan, Unit};
use crate::tree::Tree;

/// What there is to move in a run's method.
#[derive(Clone, Copy, Debug)]
pub struct Moves {
    /// The method's id.
    pub method: &'static str,
    /// Whether it has a learning rate.
    pub rate: bool,
    /// Whether it has a momentum.
    pub momentum: bool,
}

const UNITS: &[(&str, Unit)] = &[("step", Unit::Step), ("epoch", Unit::Epoch)];

/// Reads the three keys of a run's `fields`. What is wrong becomes a fault and is left out of the plan.
pub fn read(fields: &mut Fields, moves: Moves) -> TempoPlan {
    let schedule = of_rate(fields, "schedule", "schedule", moves);
    let schedule = schedule.and_then(|tree| scheduled(fields, "schedule", tree, SCHEDULES));
    // Not even asked for where there is no momentum, so that such a method does not know it.
    let momentum = if moves.momentum { fields.any("momentum_schedule") } else { None };
    let momentum = momentum.and_then(|tree| scheduled(fields, "momentum_schedule", tree, MOMENTUM_SCHEDULES));
    let changes = of_rate(fields, "changes", "change", moves).and_then(|tree| changes(fields, tree));
    TempoPlan { changes: changes.unwrap_or_default(), schedule, momentum_schedule: momentum }
}

/// The value under a key that needs a method with a learning rate.
fn of_rate<'t>(fields: &mut Fields<'t, '_>, key: &'static str, verb: &str, moves: Moves) -> Option<&'t Tree> {
    let tree = fields.any(key);
    if !moves.rate {
        fields.forget(key);
    }
    let tree = tree?;
    if !moves.rate {
        fields.wrong(key, tree, format!("{} has no learning rate to {verb}", moves.method));
    }
    moves.rate.then_some(tree)
}

fn scheduled(fields: &mut Fields, key: &str, tree: &Tree, table: &[&'static Schedule]) -> Option<Scheduled> {
    let path = fields.path(key);
    let mut fields = Fields::of(tree, &path, fields.faults())?;
    let schedule = kind(&mut fields, table)?;
    // Every knob is read before the first fault counts, so that all faults are told.
    let knobs: Vec<_> = schedule.knobs.iter().map(|knob| number(&mut fields, schedule, knob)).collect();
    let unit = match fields.any("unit") {
        Some(_) => fields.word("unit", UNITS),
        None => Some(Unit::default()),
    };
    fields.finish(schedule.id);
    Some(Scheduled { schedule, knobs: knobs.into_iter().collect::<Option<_>>()?, unit: unit? })
}

fn kind(fields: &mut Fields, table: &[&'static Schedule]) -> Option<&'static Schedule> {
    let names = || catalogue::list(table.iter().map(|schedule| schedule.id));
    let tree = fields.required("kind", &names())?;
    let found = tree.text().and_then(|id| catalogue::find(table, id).ok());
    if found.is_none() {
        fields.wrong("kind", tree, format!("allowed is {}", names()));
    }
    found
}

fn number(fields: &mut Fields, schedule: &Schedule, knob: &Knob) -> Option<f64> {
    let positive = schedule.divisors.contains(&knob.id);
    let (within, least, range): (fn(f64) -> bool, _, _) = match knob {
        _ if positive => (|n| n > 0.0, knob.min, " above 0"),
        Knob { min, .. } if *min < 0.0 => (|_| true, f64::MIN, ""),
        _ => (|n| n >= 0.0, 0.0, " from 0 up"),
    };
    let Some(tree) = fields.any(knob.id) else {
        if knob.default.is_none() {
            let path = fields.path(knob.id);
            fields.faults().push(Fault::missing(path, format!("needed is a finite number{range}")));
        }
        return knob.default;
    };
    let found = tree.number().filter(|n| n.is_finite() && within(*n));
    if found.is_none() {
        fields.outside(knob.id, tree, [least, f64::MAX], format!("allowed is a finite number{range}"));
    }
    found
}

fn changes(fields: &mut Fields, tree: &Tree) -> Option<Vec<(usize, f64)>> {
    let Some(list) = tree.list().filter(|list| !list.is_empty()) else {
        fields.wrong("changes", tree, "allowed is a list of one or more changes [t, learning_rate]");
        return None;
    };
    let path = fields.path("changes");
    let faults = fields.faults();
    let (before, mut read) = (faults.len(), Vec::<(usize, f64)>::with_capacity(list.len()));
    for (i, item) in list.iter().enumerate() {
        match change(item, &format!("{path}[{i}]"), read.last().map(|(t, _)| *t)) {
            Ok(change) => read.push(change),
            Err(fault) => faults.push(fault),
        }
    }
    (faults.len() == before).then_some(read)
}

/// One change at `path`, after one at update `last`.
fn change(item: &Tree, path: &str, last: Option<usize>) -> Result<(usize, f64), Fault> {
    let Some([t, rate]) = item.list() else {
        return Err(Fault::wrong(path, item.glimpse(), "allowed is a change [t, learning_rate]"));
    };
    let least = last.map_or(0, |last| last + 1);
    let whole = |n: &f64| *n >= least as f64 && *n <= MAX_STEPS as f64 && *n as usize as f64 == *n;
    let Some(from) = t.number().filter(whole) else {
        let increasing = if last.is_some() { ", as t increases" } else { "" };
        let allowed = format!("allowed is a whole number from {least} to {MAX_STEPS}{increasing}");
        let fault = Fault::wrong(format!("{path}[0]"), t.glimpse(), allowed);
        let room = least <= MAX_STEPS;
        return Err(if room { fault.whole_within([least as f64, MAX_STEPS as f64], t.number()) } else { fault });
    };
    match rate.number().filter(|rate| rate.is_finite() && *rate >= 0.0) {
        Some(rate) => Ok((from as usize, rate)),
        None => {
            let fault = Fault::wrong(format!("{path}[1]"), rate.glimpse(), "allowed is a finite number from 0 up");
            Err(fault.within([0.0, f64::MAX], rate.number()))
        }
    }
}

#[cfg(test)]
mod tests;

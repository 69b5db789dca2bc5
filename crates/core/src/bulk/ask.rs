//! What is asked for, read from a tree like a recipe.
//!
//! `{"kind": "basins" | "rates" | "phase", "run": 0, "window": [[w0, w1], [b0, b1]], "size": [columns, rows],
//! "within": d, "below": loss, "rates": {"from", "to", "count"}, "momenta": {"from", "to", "count"}}`, and but for the
//! kind all of it may be left out.

use alloc::format;
use alloc::vec::Vec;

use super::grid::{Grid, MAX_RATES, MAX_SIDE, spread};
use crate::analysis::fairness;
use crate::fault::{Fault, Faults};
use crate::recipe::fields::{Fields, numbers};
use crate::recipe::{Plan, RunPlan};
use crate::{Knob, Tree};

/// What is asked for.
#[derive(Debug)]
pub(super) struct Ask {
    pub(super) run: usize,
    pub(super) grid: Grid,
    /// How near to a minimum is near.
    pub(super) within: Option<f64>,
    /// The loss whose first step is wanted.
    pub(super) below: Option<f64>,
}

#[derive(Clone, Copy)]
enum Kind {
    Basins,
    Rates,
    Phase,
}

const KINDS: [(&str, Kind); 3] = [("basins", Kind::Basins), ("rates", Kind::Rates), ("phase", Kind::Phase)];
/// Cells a side of a map of basins that nobody has sized.
const SIDE: usize = 128;
/// Rates and momenta of a phase map that nobody has sized.
const PHASE: [usize; 2] = [37, 25];
/// The largest momentum there: at 1 nothing ever comes to rest.
const MOST: f64 = 0.99;

pub(super) fn read(plan: &Plan, tree: &Tree) -> Result<Ask, Faults> {
    let mut faults = Vec::new();
    let ask = Fields::of(tree, "", &mut faults).and_then(|fields| ask(plan, fields));
    match ask {
        Some(ask) if faults.is_empty() => Ok(ask),
        _ => Err(Faults(faults)),
    }
}

fn ask(plan: &Plan, mut fields: Fields) -> Option<Ask> {
    let kind = fields.required("kind", "basins, rates or phase").and_then(|_| fields.word("kind", &KINDS));
    let run = fields.whole("run", 0, plan.runs().len() - 1).unwrap_or(0);
    let within = fields.number("within", 0.0);
    let below = fields.number("below", f64::NEG_INFINITY);
    let grid = match kind {
        Some(Kind::Basins) => basins(plan, &mut fields),
        Some(Kind::Rates) => rates(plan, run, &mut fields).map(Grid::Rates),
        Some(Kind::Phase) => phase(plan, run, &mut fields),
        None => return None,
    };
    fields.finish("this kind of job");
    Some(Ask { run, grid: grid?, within, below })
}

fn basins(plan: &Plan, fields: &mut Fields) -> Option<Grid> {
    let size = fields.any("size").map_or(Some([SIDE; 2]), |tree| sides(tree, fields));
    let own = plan.surface().facts().domain;
    let window = fields.any("window").map_or(own, |tree| window(tree, fields));
    if plan.surface().plane().is_none() {
        fields.faults().push(Fault::wrong("kind", "basins", "allowed where the parameters are w and b"));
    }
    Some(Grid::Starts { window: window?, size: size? })
}

/// `n` or `[columns, rows]`.
fn sides(tree: &Tree, fields: &mut Fields) -> Option<[usize; 2]> {
    let side = |tree: &Tree| {
        tree.number().filter(|n| (1.0..=MAX_SIDE as f64).contains(n) && *n as usize as f64 == *n).map(|n| n as usize)
    };
    let sides = match tree.list() {
        Some([columns, rows]) => side(columns).zip(side(rows)),
        _ => side(tree).map(|side| (side, side)),
    };
    if sides.is_none() {
        fields.wrong("size", tree, format!("allowed is a whole number from 1 to {MAX_SIDE}, or two in a list"));
    }
    sides.map(|(columns, rows)| [columns, rows])
}

fn window(tree: &Tree, fields: &mut Fields) -> Option<[[f64; 2]; 2]> {
    let mut faults = Vec::new();
    let range = |tree: &Tree| numbers(tree, "window", 2, &mut faults).filter(|r| r[0] < r[1]).map(|r| [r[0], r[1]]);
    let ranges: Option<Vec<_>> = tree.list().filter(|list| list.len() == 2).and_then(|l| l.iter().map(range).collect());
    if ranges.is_none() {
        fields.wrong("window", tree, "allowed is [[w0, w1], [b0, b1]] with w0 < w1 and b0 < b1");
    }
    ranges.map(|ranges| [ranges[0], ranges[1]])
}

fn rates(plan: &Plan, run: usize, fields: &mut Fields) -> Option<Vec<f64>> {
    let about = &plan.runs()[run];
    if about.learning_rate().is_none() {
        let path = format!("runs[{run}].method");
        fields.faults().push(Fault::wrong(path, about.method().id, "allowed is a method with a learning rate"));
    }
    match fields.any("rates") {
        Some(tree) => {
            let (from, to, count) = range(tree, "rates", [1e-4, 100.0], fairness::grid().len(), fields)?;
            if from <= 0.0 {
                fields.wrong("rates", tree, "allowed are rates above 0");
                return None;
            }
            Some(spread([from, to], count))
        }
        None => Some(fairness::grid()),
    }
}

fn phase(plan: &Plan, run: usize, fields: &mut Fields) -> Option<Grid> {
    let rates = rates(plan, run, fields);
    let about = &plan.runs()[run];
    let Some(knob) = second(about) else {
        let path = format!("runs[{run}].method");
        fields.faults().push(Fault::wrong(path, about.method().id, "allowed is a method with momentum or beta1"));
        return None;
    };
    if about.tempo().momentum_schedule.is_some() {
        let path = format!("runs[{run}].momentum_schedule");
        fields.faults().push(Fault::wrong(path, "a schedule", "allowed is one momentum for all updates"));
    }
    let (from, to, count) = match fields.any("momenta") {
        Some(tree) => range(tree, "momenta", [0.0, MOST], PHASE[1], fields)?,
        None => (0.0, MOST, PHASE[1]),
    };
    if from < 0.0 || to >= 1.0 {
        fields.broken("allowed are momenta from 0 up to, but not, 1");
    }
    let part = |i: usize| from + i as f64 / (count - 1).max(1) as f64 * (to - from);
    Some(Grid::Phase { rates: rates?, knob, values: (0..count).map(part).collect() })
}

/// What a rule remembers gradients with.
fn second(run: &RunPlan) -> Option<&'static str> {
    [Knob::MOMENTUM.id, Knob::BETA1.id].into_iter().find(|id| run.settings().get(id).is_some())
}

/// `{"from", "to", "count"}`.
fn range(
    tree: &Tree,
    key: &'static str,
    [low, high]: [f64; 2],
    most: usize,
    fields: &mut Fields,
) -> Option<(f64, f64, usize)> {
    let path = fields.path(key);
    let mut inner = Fields::of(tree, &path, fields.faults())?;
    let (from, to) = (inner.number("from", f64::NEG_INFINITY), inner.number("to", f64::NEG_INFINITY));
    let count = inner.whole("count", 1, MAX_RATES).unwrap_or(most);
    let (from, to) = (from.unwrap_or(low), to.unwrap_or(high));
    if from > to {
        inner.broken("allowed is from <= to");
    }
    inner.finish(key);
    (from <= to).then_some((from, to, count))
}

//! What is asked for across the border, checked: plans, runs and places; errors as JavaScript sees them.

use ponder::{Fault, Plan, Tree};
use ponder_plot::check_figure;
use wasm_bindgen::prelude::*;

pub(crate) use ponder_border::{join, refuse, throw, tree};

/// The checked recipe.
pub(crate) fn plan(recipe: JsValue) -> Result<Plan, JsValue> {
    check_figure(&tree(&recipe)?).map_err(|faults| refuse(&faults))
}

/// A whole number from 0 to `count` − 1.
pub(crate) fn index(name: &str, n: f64, count: usize) -> Result<usize, JsValue> {
    if n >= 0.0 && n < count as f64 && n as usize as f64 == n {
        return Ok(n as usize);
    }
    let given = ponder::text::shortest(n);
    Err(refuse(&Fault::wrong(name, given, format!("allowed is a whole number from 0 to {}", count - 1)).into()))
}

/// Run number `run` of the plan, at its start.
pub(crate) fn run(plan: &Plan, run: f64) -> Result<ponder::Run, JsValue> {
    let run = index("run", run, plan.runs().len())?;
    ponder::Run::new(plan, run).ok_or_else(|| throw("run: there is none", "run"))
}

/// A fault as JavaScript sees it.
pub(crate) fn fault(fault: &Fault) -> Tree {
    let text = |t: &str| Tree::from(t);
    Tree::map([
        ("path", text(&fault.path)),
        ("kind", text(fault.kind.name())),
        ("given", text(&fault.given)),
        ("allowed", text(&fault.allowed)),
        ("message", text(&fault.to_string())),
    ])
}

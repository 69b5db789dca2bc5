//! What crosses the border between JavaScript and Rust, and what may not.

use js_sys::{Error, Reflect};
use ponder::{Fault, Plan, Tree};
use ponder_plot::check_figure;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Deserializer, Serializer};
use wasm_bindgen::prelude::*;

use crate::refuse;

#[wasm_bindgen]
extern "C" {
    /// A getter or a proxy that throws does it here, where it is caught, and not in the middle of one of our calls.
    #[wasm_bindgen(catch, js_name = structuredClone)]
    fn copied(value: &JsValue) -> Result<JsValue, JsValue>;
}

/// What cannot be copied is no plain data.
fn uncopied(error: &JsValue) -> JsValue {
    let why = error.dyn_ref::<Error>().map(|error| String::from(error.message())).unwrap_or_default();
    throw(&format!("recipe: not plain data: {why}"), "")
}

/// A JavaScript value as a tree, so that keys nobody knows stay visible.
pub(crate) trait JsTree {
    /// The value, if it is plain data.
    fn tree(self) -> Result<Tree, JsValue>;
}

impl JsTree for JsValue {
    fn tree(self) -> Result<Tree, JsValue> {
        let message = |error: serde_wasm_bindgen::Error| throw(&format!("recipe: not plain data: {error}"), "");
        let copy = copied(&self).map_err(|error| uncopied(&error))?;
        Tree::deserialize(Deserializer::from(copy)).map_err(message)
    }
}

/// A tree as a plain JavaScript object; numbers that are not finite become null.
pub(crate) fn join(tree: &Tree) -> Result<JsValue, JsValue> {
    tree.serialize(&Serializer::json_compatible()).map_err(|error| throw(&error.to_string(), ""))
}

/// A JavaScript `Error` with a `path`.
pub(crate) fn throw(message: &str, path: &str) -> JsValue {
    let error = JsValue::from(Error::new(message));
    // Setting a property of a fresh error cannot fail.
    let _ = Reflect::set(&error, &"path".into(), &path.into());
    error
}

/// The checked recipe.
pub(crate) fn plan(recipe: JsValue) -> Result<Plan, JsValue> {
    check_figure(&recipe.tree()?).map_err(|faults| refuse(&faults))
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

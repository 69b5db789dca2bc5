//! What crosses the border between JavaScript and Rust: plain data in both directions, and errors that say where.

mod plain;

use js_sys::{Error, Reflect};
use ponder::tree::MAX_DEPTH;
use ponder::{Faults, Tree};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A getter or a proxy that throws does it here, where it is caught, and not in the middle of one of our calls.
    #[wasm_bindgen(catch, js_name = structuredClone)]
    fn copied(value: &JsValue) -> Result<JsValue, JsValue>;
}

/// A JavaScript value as a tree, so that keys nobody knows stay visible.
///
/// # Errors
/// What cannot be copied is no plain data; neither is a function or a symbol inside of it.
pub fn tree(value: &JsValue) -> Result<Tree, JsValue> {
    let copy = copied(value).map_err(|error| {
        let why = error.dyn_ref::<Error>().map(|error| String::from(error.message())).unwrap_or_default();
        throw(&format!("recipe: not plain data: {why}"), "")
    })?;
    plain::read(&copy, MAX_DEPTH).map_err(|why| throw(&format!("recipe: not plain data: {why}"), ""))
}

/// A tree as a plain JavaScript object; numbers that are not finite become null.
///
/// # Errors
/// Where the browser refuses to make one.
pub fn join(tree: &Tree) -> Result<JsValue, JsValue> {
    tree.serialize(&Serializer::json_compatible()).map_err(|error| throw(&error.to_string(), ""))
}

/// A JavaScript `Error` with core's message, and the place of the first fault as its `path`.
#[must_use]
pub fn refuse(faults: &Faults) -> JsValue {
    throw(&faults.to_string(), faults.0.first().map_or("", |fault| fault.path.as_str()))
}

/// A JavaScript `Error` with a `path`.
#[must_use]
pub fn throw(message: &str, path: &str) -> JsValue {
    let error = JsValue::from(Error::new(message));
    // Setting a property of a fresh error cannot fail.
    let _ = Reflect::set(&error, &"path".into(), &path.into());
    error
}

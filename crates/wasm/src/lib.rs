//! Ponder for JavaScript. No logic: every function parses its input, calls core or plot, and hands back the result.
//!
//! Bad input becomes a JavaScript `Error` whose message says where and what is allowed. A call that traps is dealt
//! with on the other side (`www/engine.js`), the one place that may call these exports.

mod border;
mod canvas;
#[cfg(feature = "whole")]
mod data;
mod figure;
#[cfg(feature = "whole")]
mod rest;
mod sweep;
#[cfg(feature = "whole")]
mod tables;
mod types;

use js_sys::Float64Array;
use ponder::Tree;
use ponder_plot::check_figure;
use wasm_bindgen::prelude::*;

use border::{fault, join, plan, tree};

#[cfg(feature = "whole")]
pub use data::{make_data, read_data, write_data};
pub use figure::Figure;
#[cfg(feature = "whole")]
pub use rest::{decode, encode, methods};
pub use sweep::Sweep;
#[cfg(feature = "whole")]
pub use tables::{expression, tables};

/// The whole trajectory: runs × (steps + 1) × (P + 1) numbers, parameters then loss; point t of run r begins at
/// (r (steps + 1) + t)(P + 1). From the first row that is not finite on, rows are NaN.
///
/// # Errors
/// Everything that is wrong with the recipe.
#[wasm_bindgen]
pub fn trajectory(#[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue) -> Result<Float64Array, JsValue> {
    Ok(Float64Array::from(plan(recipe)?.trajectory().as_slice()))
}

/// Point `t` of run `run` and the update that leaves it, in parts.
///
/// # Errors
/// Everything that is wrong with the recipe; a run or a step that it does not have.
#[wasm_bindgen(unchecked_return_type = "Entry")]
pub fn step(
    #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
    run: f64,
    t: f64,
) -> Result<JsValue, JsValue> {
    let plan = plan(recipe)?;
    let t = border::index("t", t, plan.steps() + 1)?;
    let entry = border::run(&plan, run)?.nth(t);
    join(&entry.map(|entry| entry.tree()).into())
}

/// Everything that is wrong with a recipe; an empty list if nothing is.
///
/// # Errors
/// Only when `recipe` is not plain data.
#[wasm_bindgen(js_name = check, unchecked_return_type = "Fault[]")]
pub fn check_recipe(#[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue) -> Result<JsValue, JsValue> {
    let faults = check_figure(&tree(&recipe)?).err().map_or_else(Vec::new, |faults| faults.0);
    join(&Tree::List(faults.iter().map(fault).collect()))
}

/// The version of this package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// A run that is followed point by point.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Run(ponder::Run);

#[wasm_bindgen]
impl Run {
    /// Run number `run` of a recipe; its first `from` points are passed over.
    ///
    /// # Errors
    /// Everything that is wrong with the recipe; a run that it does not have.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue,
        run: f64,
        from: Option<f64>,
    ) -> Result<Self, JsValue> {
        let plan = plan(recipe)?;
        let from = border::index("from", from.unwrap_or(0.0), plan.steps() + 2)?;
        let mut walk = border::run(&plan, run)?;
        walk.by_ref().take(from).for_each(drop);
        Ok(Self(walk))
    }

    /// The next point, null after the last.
    ///
    /// # Errors
    /// Never.
    #[wasm_bindgen(unchecked_return_type = "Entry | null")]
    #[expect(clippy::should_implement_trait, reason = "the name that JavaScript's iterators have")]
    pub fn next(&mut self) -> Result<JsValue, JsValue> {
        join(&self.0.next().map(|entry| entry.tree()).into())
    }
}

/// Panics, so that tests can see how the page survives it.
///
/// # Panics
/// Always.
#[cfg(feature = "panic-button")]
#[wasm_bindgen]
pub fn boom() {
    panic!("the panic button was pressed");
}

/// Takes memory until there is none, so that tests can see how the page survives that.
#[cfg(feature = "panic-button")]
#[wasm_bindgen]
pub fn exhaust() {
    std::iter::repeat_with(|| Vec::<u8>::with_capacity(1 << 28)).for_each(std::mem::forget);
}

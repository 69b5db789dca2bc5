//! A sweep of learning rates, slice by slice.

use ponder::Tree;
use ponder::analysis::fairness;
use wasm_bindgen::prelude::*;

use crate::border::{join, plan};

/// Every run of a recipe at every rate of one grid.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Sweep(fairness::Sweep);

#[wasm_bindgen]
impl Sweep {
    /// A sweep that has tried nothing yet.
    ///
    /// # Errors
    /// Everything that is wrong with the recipe.
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "Recipe")] recipe: JsValue) -> Result<Self, JsValue> {
        Ok(Self(fairness::Sweep::new(&plan(recipe)?)))
    }

    /// Goes on for about so many looks at data points; true once all is tried.
    pub fn advance(&mut self, looks: u32) -> bool {
        self.0.advance(looks.into())
    }

    /// The looks at data points that all of it takes, at most.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn looks(&self) -> f64 {
        self.0.looks() as f64
    }

    /// What was found, run by run; null for a rule without a rate.
    ///
    /// # Errors
    /// Never.
    #[wasm_bindgen(unchecked_return_type = "(Swept | null)[]")]
    pub fn found(&self) -> Result<JsValue, JsValue> {
        join(&Tree::List(self.0.found().iter().map(|found| found.map(|found| found.tree()).into()).collect()))
    }

    /// The rates that are tried, from the lowest.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn grid(&self) -> Box<[f64]> {
        fairness::grid().into()
    }
}

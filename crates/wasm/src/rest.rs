//! What a page asks for beside its figures: links, the list of methods, results.

use ponder::{METHODS, Tree, link};
use ponder_plot::check_figure;
use wasm_bindgen::prelude::*;

use crate::border::{self, join, refuse, tree};
use crate::figure::Figure;

/// The link to a figure, opened at step `at` where one is given.
///
/// # Errors
/// Everything that is wrong with the figure; a step that it does not have.
#[wasm_bindgen]
pub fn encode(
    #[wasm_bindgen(unchecked_param_type = "FigureRecipe")] figure: JsValue,
    at: Option<f64>,
) -> Result<String, JsValue> {
    let figure = tree(&figure)?;
    let plan = check_figure(&figure).map_err(|faults| refuse(&faults))?;
    let at = at.map(|at| border::index("at", at, plan.steps() + 1)).transpose()?;
    link::encode(&figure, at).map_err(|faults| refuse(&faults))
}

/// What a link says: the figure, the step of its reader, and notes on what was not right.
///
/// # Errors
/// Everything that a figure cannot do without.
#[wasm_bindgen(unchecked_return_type = "Opened")]
pub fn decode(text: &str) -> Result<JsValue, JsValue> {
    let opened = link::decode(text, &|figure| check_figure(figure).map(drop)).map_err(|faults| refuse(&faults))?;
    join(&opened.tree())
}

/// Every optimizer with its formula, source and knobs.
///
/// # Errors
/// Never.
#[wasm_bindgen(unchecked_return_type = "MethodInfo[]")]
pub fn methods() -> Result<JsValue, JsValue> {
    join(&Tree::List(METHODS.iter().map(|method| method.tree()).collect()))
}

#[wasm_bindgen]
impl Figure {
    /// What became of each run, nothing after `limit`; `below` is the loss that they are to reach.
    ///
    /// # Errors
    /// A step that the figure does not have.
    #[wasm_bindgen(unchecked_return_type = "RunResult[]")]
    pub fn results(&mut self, limit: f64, below: f64) -> Result<JsValue, JsValue> {
        let limit = border::index("limit", limit, self.steps() + 1)?;
        join(&Tree::List(self.0.results(limit, below).iter().map(|result| result.tree()).collect()))
    }
}

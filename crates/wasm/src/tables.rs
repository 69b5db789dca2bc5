//! What a recipe can name, for tools that let a reader choose; and a text as a function, or what is wrong with it.

use ponder::data::{DATA_SETS, DataSet};
use ponder::recipe::surface::{models, reductions};
use ponder::schedule::{MOMENTUM_SCHEDULES, SCHEDULES, Schedule};
use ponder::surface::Analytic;
use ponder::{Expression, SURFACES, Tree};
use wasm_bindgen::prelude::*;

use crate::border::join;

/// Every surface, model, data set and schedule that a recipe can name.
///
/// # Errors
/// Never.
#[wasm_bindgen(unchecked_return_type = "Tables")]
pub fn tables() -> Result<JsValue, JsValue> {
    let words = |words: Vec<&str>| Tree::List(words.into_iter().map(Tree::from).collect());
    join(&Tree::map([
        ("surfaces", trees(SURFACES, Analytic::tree)),
        (
            "models",
            Tree::List(models().map(|(id, sample)| Tree::map([("id", id.into()), ("sample", sample)])).collect()),
        ),
        ("reductions", words(reductions().collect())),
        ("data", trees(DATA_SETS, DataSet::tree)),
        ("schedules", trees(SCHEDULES, Schedule::tree)),
        ("momentum_schedules", trees(MOMENTUM_SCHEDULES, Schedule::tree)),
    ]))
}

fn trees<T>(table: &[&'static T], tree: fn(&T) -> Tree) -> Tree {
    Tree::List(table.iter().map(|entry| tree(entry)).collect())
}

/// A text as a function of w and b: `{tex, plain}`, or the first mistake: `{mistake, column, width, found, allowed}`,
/// columns in characters from 1.
///
/// # Errors
/// Never.
#[wasm_bindgen(unchecked_return_type = "Parsed")]
pub fn expression(text: &str) -> Result<JsValue, JsValue> {
    join(&match Expression::parse(text) {
        Ok(read) => Tree::map([("tex", read.tex().as_str().into()), ("plain", read.to_string().as_str().into())]),
        Err(error) => Tree::map([
            ("mistake", error.mistake.name().into()),
            ("column", (error.column as f64).into()),
            ("width", (error.width as f64).into()),
            ("found", error.found.as_str().into()),
            ("allowed", error.allowed.as_str().into()),
        ]),
    })
}

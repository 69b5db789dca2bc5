//! A reader's own data: out of text, into text, made to order, named.

use ponder::csv;
use ponder::data::{DATA_SETS, Made};
use ponder::{Tree, catalogue};
use wasm_bindgen::prelude::*;

use crate::border::{JsTree, join, throw};
use crate::refuse;

/// Rows of so many columns out of text, `{rows, notes}`; or what cannot be read, `{problems}`.
///
/// # Errors
/// Never.
#[wasm_bindgen(unchecked_return_type = "Sheet | { problems: SheetProblem[] }")]
pub fn read_data(text: &str, columns: usize) -> Result<JsValue, JsValue> {
    let problems = |list: Vec<csv::Problem>| Tree::List(list.iter().map(csv::Problem::tree).collect());
    match csv::read(text, columns) {
        Ok(sheet) => join(&sheet.tree()),
        Err(list) => join(&Tree::map([("problems", problems(list))])),
    }
}

/// Rows as CSV: numbers one after another, so many a row.
///
/// # Errors
/// Columns that the numbers do not fill.
#[wasm_bindgen]
pub fn write_data(numbers: &[f64], columns: usize) -> Result<String, JsValue> {
    if columns == 0 || !numbers.len().is_multiple_of(columns) {
        return Err(throw("columns: allowed is a number that divides the rows", "columns"));
    }
    Ok(csv::write(&numbers.chunks_exact(columns).collect::<Vec<_>>()))
}

/// Data made to order, as a list of rows.
///
/// # Errors
/// Everything that is wrong with the order.
#[wasm_bindgen(unchecked_return_type = "number[][]")]
pub fn make_data(#[wasm_bindgen(unchecked_param_type = "MadeData")] order: JsValue) -> Result<JsValue, JsValue> {
    let made = Made::read(&order.tree()?).map_err(|faults| refuse(&faults))?;
    join(&Tree::List(made.rows().iter().map(|row| Tree::numbers(row)).collect()))
}

/// The named data sets, `{id, title, count}`.
///
/// # Errors
/// Never.
#[wasm_bindgen(unchecked_return_type = "{ id: string; title: string; count: number }[]")]
pub fn data_sets() -> Result<JsValue, JsValue> {
    let told = |set: &&ponder::data::DataSet| {
        Tree::map([("id", set.id.into()), ("title", set.title.into()), ("count", set.rows.len().into())])
    };
    join(&Tree::List(DATA_SETS.iter().map(told).collect()))
}

/// The rows of a named data set.
///
/// # Errors
/// A name that no set has.
#[wasm_bindgen(unchecked_return_type = "number[][]")]
pub fn data_set(id: &str) -> Result<JsValue, JsValue> {
    let set = catalogue::find(DATA_SETS, id).map_err(|names| throw(&format!("data: allowed is {names}"), "data"))?;
    join(&Tree::List(set.rows.iter().map(|row| Tree::numbers(row)).collect()))
}

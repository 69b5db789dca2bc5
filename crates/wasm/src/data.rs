//! A reader's own data: out of text, into text, made to order.

use ponder::Tree;
use ponder::csv;
use ponder::data::Made;
use wasm_bindgen::prelude::*;

use crate::border::{join, refuse, throw, tree};

/// No data of ours have more columns.
const MOST: usize = 64;

/// Rows of so many columns out of text, `{rows, notes}`; or what cannot be read, `{problems}`.
///
/// # Errors
/// So many columns that nobody has them, or none.
#[wasm_bindgen(unchecked_return_type = "Sheet | { problems: SheetProblem[] }")]
pub fn read_data(text: &str, columns: usize) -> Result<JsValue, JsValue> {
    if !(1..=MOST).contains(&columns) {
        return Err(throw(&format!("columns: allowed is a whole number from 1 to {MOST}"), "columns"));
    }
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
    let made = Made::read(&tree(&order)?).map_err(|faults| refuse(&faults))?;
    join(&Tree::List(made.rows().iter().map(|row| Tree::numbers(row)).collect()))
}

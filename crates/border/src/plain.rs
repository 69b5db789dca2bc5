//! From plain data of JavaScript to a tree. Not by serde, which could say in words what else a value is: that alone is a
//! share of what a page downloads.

use js_sys::{Array, ArrayBuffer, Map, Object, Symbol};
use ponder::Tree;
use ponder::tree::MAX_DEPTH;
use wasm_bindgen::prelude::*;

/// A value that is its own copy, no deeper than `depth`; or what it is not.
pub(crate) fn read(value: &JsValue, depth: usize) -> Result<Tree, String> {
    if value.is_null() || value.is_undefined() {
        Ok(Tree::Null)
    } else if let Some(yes) = value.as_bool() {
        Ok(Tree::Bool(yes))
    } else if let Some(n) = value.as_f64() {
        // A zero has no sign here.
        Ok(Tree::Number(n + 0.0))
    } else if let Some(text) = value.as_string() {
        Ok(Tree::Text(text))
    } else if value.is_bigint() {
        whole(value)
    } else if Array::is_array(value) {
        value
            .unchecked_ref::<Array>()
            .iter()
            .map(|item| read(&item, below(depth)?))
            .collect::<Result<_, _>>()
            .map(Tree::List)
    } else {
        let pairs = pairs(value).ok_or("allowed are objects, lists, texts, numbers, true, false and null")?;
        pairs.iter().map(|pair| keyed(&Array::from(&pair), below(depth)?)).collect::<Result<_, _>>().map(Tree::Map)
    }
}

/// A key and what stands under it.
fn keyed(pair: &Array, depth: usize) -> Result<(String, Tree), String> {
    let key = pair.get(0).as_string().ok_or("a key is a text")?;
    Ok((key, read(&pair.get(1), depth)?))
}

fn below(depth: usize) -> Result<usize, String> {
    depth.checked_sub(1).ok_or_else(|| format!("nested deeper than {MAX_DEPTH} levels"))
}

fn whole(value: &JsValue) -> Result<Tree, String> {
    let n = i64::try_from(value.clone()).map(|n| n as f64);
    let n = n.or_else(|value| u64::try_from(value).map(|n| n as f64));
    n.map(Tree::Number).map_err(|_| "a whole number of more than 64 bits".to_owned())
}

/// The keys and values of an object that is no collection of anything else.
fn pairs(value: &JsValue) -> Option<Array> {
    if value.is_instance_of::<Map>() {
        return Some(Array::from(value));
    }
    let collection = value.is_instance_of::<ArrayBuffer>() || Symbol::iterator().js_in(value);
    (!collection).then(|| Object::entries(value.unchecked_ref()))
}

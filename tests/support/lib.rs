//! What the integration tests share: recipes from JSON text, runs as rows, closeness.

#[cfg(not(target_arch = "wasm32"))]
pub mod command;
pub mod dice;
pub mod ground;
pub mod recipes;
#[cfg(not(target_arch = "wasm32"))]
pub mod snapshot;
pub mod style;
pub mod tempo;
pub mod tex;
pub mod walked;

use ponder::{Plan, Tree, check};

/// A recipe from JSON text.
///
/// # Panics
/// When the text is not JSON: the test is wrong.
#[must_use]
pub fn tree(json: &str) -> Tree {
    serde_json::from_str(json).expect("the test's recipe is JSON")
}

/// An object from its keys.
pub fn object<'a>(keys: impl IntoIterator<Item = (&'a str, Tree)>) -> Tree {
    Tree::Map(keys.into_iter().map(|(key, value)| (key.into(), value)).collect())
}

/// A checked recipe from JSON text.
///
/// # Panics
/// When the recipe is wrong: the test is wrong.
#[must_use]
pub fn plan(json: &str) -> Plan {
    check(&tree(json)).unwrap_or_else(|faults| panic!("{faults}"))
}

/// The course's two points from (−2, −2), rate 1: `method` with the keys in `more`, as JSON text.
#[must_use]
pub fn two_points(method: &str, more: &str, steps: usize) -> String {
    let run = format!(r#"{{"method":"{method}","start":[-2,-2],"learning_rate":1{more}}}"#);
    format!(r#"{{"surface":{{"model":"sigmoid-neuron","data":"two-points"}},"runs":[{run}],"steps":{steps}}}"#)
}

/// The first run of a recipe as rows `[w, b, loss]`.
#[must_use]
pub fn rows(json: &str) -> Vec<[f64; 3]> {
    let plan = plan(json);
    plan.trajectory()[..plan.stride()].chunks_exact(3).map(|row| [row[0], row[1], row[2]]).collect()
}

/// The number rounded to as many digits as `printed` shows, so that both can be compared as text:
/// `as_printed(0.41482, ".4148")` is `".4148"`.
#[must_use]
pub fn as_printed(n: f64, printed: &str) -> String {
    match printed.split_once('e') {
        Some((mantissa, _)) => format!("{n:.*e}", mantissa.split_once('.').map_or(0, |(_, d)| d.len())),
        None => {
            let text = format!("{n:.*}", printed.split_once('.').map_or(0, |(_, d)| d.len()));
            if printed.starts_with('.') { text.trim_start_matches('0').to_owned() } else { text }
        }
    }
}

/// Asserts that a number, rounded to as many digits, is the one printed.
///
/// # Panics
/// When it is not.
#[track_caller]
pub fn assert_printed(n: f64, printed: &str) {
    assert_eq!(as_printed(n, printed), printed, "{n}");
}

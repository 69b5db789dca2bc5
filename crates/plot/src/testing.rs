//! What tests of several files need.

use ponder::Tree;

/// A figure from JSON.
pub(crate) fn figure(json: &str) -> Tree {
    serde_json::from_str(json).expect("the test's JSON is right")
}

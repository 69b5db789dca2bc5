//! `cargo xtask soak`: the long form of every promise, by `tests/soak/run.js`.

use crate::build::{build, glue_that_panics};
use crate::process::run;
use crate::serve::background;
use crate::shop::Shop;
use crate::tools;

/// Builds, serves, and runs the promises named, or all of them; `words` are the script's own.
pub(crate) fn soak(shop: &Shop, words: &[String]) -> Result<(), String> {
    build(shop)?;
    let mut node = tools::node(shop)?;
    node.arg(shop.root.join("tests/soak/run.js")).args(words);
    node.env("PONDER_CHROMIUM", tools::browser()?.chromium);
    node.env("PONDER_URL", background(shop.site())?);
    node.env("PONDER_PANIC", glue_that_panics(shop)?);
    // Scripts are among what some promises run; without it the tests that need it fail, and say so.
    if let Ok(python) = tools::python(shop) {
        node.env("PONDER_PYTHON", python);
    }
    run(&mut node)
}

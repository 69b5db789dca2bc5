//! `cargo xtask bench`: the built site against its contenders, by `tests/bench/run.js`.

use crate::build::{build, contenders};
use crate::process::run;
use crate::shop::Shop;
use crate::tools;

/// Builds, then runs the comparisons named, or all of them; `words` are the script's own.
pub(crate) fn bench(shop: &Shop, words: &[String]) -> Result<(), String> {
    build(shop)?;
    contenders(shop)?;
    tools::packages(shop, &shop.root.join("tests/bench"))?;
    let chromium = tools::browser()?.chromium;
    run(tools::node(shop)?.arg(shop.root.join("tests/bench/run.js")).args(words).env("PONDER_CHROMIUM", chromium))
}

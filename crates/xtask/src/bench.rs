//! `cargo xtask bench`: the built site against its contenders, by `tests/bench/run.js`.

use crate::build::{build, contenders};
use crate::process::run;
use crate::shop::Shop;
use crate::tools;

/// Runs the comparisons named, or all of them; with `--guard` counts instructions instead.
pub(crate) fn bench(shop: &Shop, words: &[String]) -> Result<(), String> {
    if words == ["--guard"] { guard(shop) } else { compare(shop, words) }
}

/// Builds, then runs the comparisons; `words` are the script's own.
fn compare(shop: &Shop, words: &[String]) -> Result<(), String> {
    build(shop)?;
    contenders(shop)?;
    tools::packages(shop, &shop.root.join("tests/bench"))?;
    let chromium = tools::browser()?.chromium;
    run(tools::node(shop)?.arg(shop.root.join("tests/bench/run.js")).args(words).env("PONDER_CHROMIUM", chromium))
}

/// Counts the instructions of the hot paths, natively.
fn guard(shop: &Shop) -> Result<(), String> {
    let valgrind = tools::valgrind()?;
    run(shop
        .cargo(&[
            "build",
            "--quiet",
            "--locked",
            "--release",
            "--example",
            "guard",
            "--features",
            "guard",
            "--target-dir",
        ])
        .arg(&shop.target))?;
    let program = shop.target.join("release/examples").join(format!("guard{}", std::env::consts::EXE_SUFFIX));
    let script = shop.root.join("tests/bench/guard.js");
    run(tools::node(shop)?.arg(script).env("PONDER_GUARD", program).env("PONDER_VALGRIND", valgrind))
}

//! `cargo xtask snapshots`: what others rely on is stored anew in `tests/snapshots`, after a change that is meant.

use crate::build::build;
use crate::process::run;
use crate::serve::background;
use crate::shop::Shop;
use crate::tools;
use std::process::Command;

/// Runs the tests that compare with what is stored, and has them store what they find.
pub(crate) fn snapshots(shop: &Shop) -> Result<(), String> {
    const STORED: &str = "links_are_written_as_they_were";
    build(shop)?;
    let store = |command: &mut Command| run(command.env("PONDER_SNAPSHOTS", "store"));
    store(&mut shop.cargo(&["test", "--quiet", "--locked", "--package", "ponder", "--lib", STORED]))?;
    let tests = ["catalogue", "help", "scripts"].into_iter().flat_map(|name| ["--test", name]);
    store(shop.cargo(&["test", "--quiet", "--locked"]).args(tests))?;
    let mut node = tools::node(shop)?;
    node.args(["--test", "tests/e2e/interface.test.js"]);
    node.env("PONDER_CHROMIUM", tools::browser()?.chromium).env("PONDER_URL", background(shop.site())?);
    store(&mut node)?;
    println!("tests/snapshots/ is as things are now; look at what git says of it");
    Ok(())
}

//! `cargo xtask dist`: the site, and what is handed out: the package for npm and the single file.

use crate::build::build;
use crate::process::run;
use crate::shop::Shop;
use crate::tools;

/// Builds, then packs by `crates/xtask/dist.mjs`.
pub(crate) fn dist(shop: &Shop) -> Result<(), String> {
    build(shop)?;
    let out = shop.root.join("dist");
    let script = shop.root.join("crates/xtask/dist.mjs");
    run(tools::node(shop)?.arg(script).arg(shop.site()).arg(out).arg(env!("CARGO_PKG_VERSION")))
}

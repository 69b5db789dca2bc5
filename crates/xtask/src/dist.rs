//! `cargo xtask dist`: the site, and what is handed out: the package for npm and the single file.

use crate::build::build;
use crate::process::run;
use crate::shop::Shop;
use crate::tools;

/// Builds, then packs for a site that will lie at the path `base` of its host.
pub(crate) fn dist(shop: &Shop, base: &str) -> Result<(), String> {
    build(shop)?;
    pack(shop, base)
}

/// Packs what is built, by `crates/xtask/dist.mjs`.
pub(crate) fn pack(shop: &Shop, base: &str) -> Result<(), String> {
    let out = shop.root.join("dist");
    let script = shop.root.join("crates/xtask/dist.mjs");
    run(tools::node(shop)?.arg(script).arg(shop.site()).arg(out).args([env!("CARGO_PKG_VERSION"), base]))
}

//! `cargo xtask size`: what a reader of the built site downloads, by `crates/xtask/size.mjs`.

use crate::build::build;
use crate::process::run;
use crate::shop::Shop;
use crate::tools;

/// Builds, then measures; `flags` are the script's own.
pub(crate) fn size(shop: &Shop, flags: &[String]) -> Result<(), String> {
    build(shop)?;
    run(tools::node(shop)?.arg(shop.root.join("crates/xtask/size.mjs")).arg(shop.site()).args(flags))
}

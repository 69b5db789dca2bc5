//! The wasm and the JavaScript that loads it.

use super::{lock, unreadable};
use crate::process::run;
use crate::shop::Shop;
use crate::stamp::{Inputs, once};
use crate::tools::{self, WASM_BINDGEN};
use std::fs;
use std::path::{Path, PathBuf};

const TARGET: &str = "wasm32-unknown-unknown";
const CARGO: &[&str] = &["build", "--quiet", "--locked", "-p", "ponder-wasm", "--target", TARGET];

/// The instance can be replaced after a trap, and there is no `import.meta`, so that both kinds of bundle can take it.
const GLUE: &[&str] = &["--target", "web", "--experimental-reset-state-function", "--omit-default-module-path"];

/// What rustc's wasm uses by default, and the effort.
const SHRINK: &[&str] = &[
    "-O3",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What is shipped, in `target/ponder/glue`.
pub(super) fn glue(shop: &Shop) -> Result<(), String> {
    let module = compile(shop, "release", &["--release"])?;
    let out = shop.work().join("glue");
    let wasm = out.join("ponder_wasm_bg.wasm");
    bind(shop, &module, &out, || {
        let whole = shop.work().join("ponder_wasm_whole.wasm");
        fs::rename(&wasm, &whole).map_err(|error| format!("cannot move {}: {error}", wasm.display()))?;
        run(tools::tool(shop, "binaryen/bin/wasm-opt")?.args(SHRINK).arg(whole).arg("-o").arg(&wasm))
    })
}

/// The same with an export that panics, for the tests of recovery; gives its folder.
pub(crate) fn glue_that_panics(shop: &Shop) -> Result<PathBuf, String> {
    let module = compile(shop, "debug", &["--features", "panic-button"])?;
    let out = shop.work().join("panic");
    bind(shop, &module, &out, || Ok(()))?;
    Ok(out)
}

fn compile(shop: &Shop, profile: &str, how: &[&str]) -> Result<PathBuf, String> {
    tools::wasm_target(shop)?;
    run(shop.cargo(CARGO).args(how).arg("--target-dir").arg(&shop.target))?;
    Ok(shop.target.join(TARGET).join(profile).join("ponder_wasm.wasm"))
}

/// Runs wasm-bindgen and what comes after it, if the module is not the one it was last time.
fn bind(shop: &Shop, module: &Path, out: &Path, after: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    let bindgen = WASM_BINDGEN.get(shop)?;
    let inputs = Inputs::default().text(&format!("{WASM_BINDGEN:?} {GLUE:?} {SHRINK:?}"));
    let inputs = inputs.path(module).and_then(|inputs| lock(shop, inputs)).map_err(unreadable)?;
    let outputs = ["ponder_wasm_bg.wasm", "ponder_wasm.js", "ponder_wasm.d.ts"].map(|name| out.join(name));
    once(&out.with_extension("stamp"), &inputs, &outputs, || {
        run(shop.program(bindgen).args(GLUE).arg("--out-dir").arg(out).arg(module))?;
        after()
    })
}

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

/// Only what is small is copied to where it is called, a seventh of what rustc thinks: that is a tenth less to download,
/// and costs no time, as what is hot is marked so in the code.
const LEAN: &str = "target.wasm32-unknown-unknown.rustflags=['-C', 'llvm-args=-inline-threshold=40']";

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
    let module = compile(shop, "release", &["--release", "--config", LEAN])?;
    shrunk(shop, &module, &shop.work().join("glue"))
}

/// What the benchmarks need besides, made the same way, in `target/bench/contenders`.
pub(crate) fn contenders(shop: &Shop) -> Result<(), String> {
    tools::wasm_target(shop)?;
    let cargo = &mut shop.cargo(&["build", "--quiet", "--locked", "--release", "--target", TARGET]);
    run(cargo.args(["--manifest-path", "tests/bench/wasm/Cargo.toml", "--target-dir"]).arg(&shop.target))?;
    let module = shop.target.join(TARGET).join("release/contenders.wasm");
    shrunk(shop, &module, &shop.root.join("target/bench/contenders"))
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

/// Runs wasm-bindgen and then wasm-opt.
fn shrunk(shop: &Shop, module: &Path, out: &Path) -> Result<(), String> {
    let [wasm, ..] = bound(module, out);
    bind(shop, module, out, || {
        let whole = out.with_extension("whole.wasm");
        fs::rename(&wasm, &whole).map_err(|error| format!("cannot move {}: {error}", wasm.display()))?;
        run(tools::tool(shop, "binaryen/bin/wasm-opt")?.args(SHRINK).arg(whole).arg("-o").arg(&wasm))
    })
}

/// What wasm-bindgen makes of a module.
fn bound(module: &Path, out: &Path) -> [PathBuf; 3] {
    let name = module.file_stem().unwrap_or_default().to_string_lossy();
    ["_bg.wasm", ".js", ".d.ts"].map(|end| out.join(format!("{name}{end}")))
}

/// Runs wasm-bindgen and what comes after it, if the module is not the one it was last time.
fn bind(shop: &Shop, module: &Path, out: &Path, after: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    let bindgen = WASM_BINDGEN.get(shop)?;
    let inputs = Inputs::default().text(&format!("{WASM_BINDGEN:?} {GLUE:?} {SHRINK:?}"));
    let inputs = inputs.path(module).and_then(|inputs| lock(shop, inputs)).map_err(unreadable)?;
    once(&out.with_extension("stamp"), &inputs, &bound(module, out), || {
        run(shop.program(bindgen).args(GLUE).arg("--out-dir").arg(out).arg(module))?;
        after()
    })
}

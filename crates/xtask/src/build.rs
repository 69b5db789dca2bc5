//! `cargo xtask build`: from Rust and JavaScript to a static site in `dist/site/`.
//!
//! Cargo decides for itself what to compile; the steps after it are skipped while their inputs are the same.

use crate::process::run;
use crate::shop::Shop;
use crate::stamp::{Inputs, files, once};
use crate::tools::{self, WASM_BINDGEN};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const TARGET: &str = "wasm32-unknown-unknown";

/// Separate instance state per load, and no `import.meta` in the glue, so that both kinds of bundle can take it.
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

const BUNDLES: &[&str] = &["ponder.js", "ponder.classic.js", "ponder_wasm_bg.wasm"];

/// Builds the whole site, or what has changed of it.
pub(crate) fn build(shop: &Shop) -> Result<(), String> {
    tools::wasm_target(shop)?;
    let module = compile(shop)?;
    glue(shop, &module)?;
    bundles(shop)?;
    pages(shop)
}

fn compile(shop: &Shop) -> Result<PathBuf, String> {
    let mut cargo = shop.cargo(&["build", "--quiet", "--release", "--locked", "-p", "ponder-wasm", "--target", TARGET]);
    run(cargo.arg("--target-dir").arg(&shop.target))?;
    Ok(shop.target.join(TARGET).join("release/ponder_wasm.wasm"))
}

fn glue(shop: &Shop, module: &Path) -> Result<(), String> {
    let bindgen = WASM_BINDGEN.get(shop)?;
    let out = shop.work().join("glue");
    let wasm = out.join("ponder_wasm_bg.wasm");
    let inputs = Inputs::default().text(&format!("{WASM_BINDGEN:?} {GLUE:?} {SHRINK:?}"));
    let inputs = inputs.path(module).and_then(|inputs| lock(shop, inputs)).map_err(unreadable)?;
    let outputs = [wasm.clone(), out.join("ponder_wasm.js"), out.join("ponder_wasm.d.ts")];
    once(&shop.work().join("glue.stamp"), &inputs, &outputs, || {
        run(shop.program(bindgen).args(GLUE).arg("--out-dir").arg(&out).arg(module))?;
        let whole = shop.work().join("ponder_wasm_whole.wasm");
        fs::rename(&wasm, &whole).map_err(|error| format!("cannot move {}: {error}", wasm.display()))?;
        run(tools::tool(shop, "binaryen/bin/wasm-opt")?.args(SHRINK).arg(whole).arg("-o").arg(&wasm))
    })
}

fn bundles(shop: &Shop) -> Result<(), String> {
    let out = shop.work().join("bundle");
    let script = shop.root.join("crates/xtask/bundle.mjs");
    let mut inputs = lock(shop, Inputs::default()).map_err(unreadable)?;
    for path in [&script, &shop.root.join("package.json"), &shop.root.join("www"), &shop.work().join("glue")] {
        inputs = inputs.path(path).map_err(unreadable)?;
    }
    let outputs: Vec<_> = BUNDLES.iter().map(|name| out.join(name)).collect();
    once(&shop.work().join("bundle.stamp"), &inputs, &outputs, || run(tools::node(shop)?.arg(&script).arg(&out)))
}

fn pages(shop: &Shop) -> Result<(), String> {
    run(shop
        .cargo(&["build", "--quiet", "--release", "--locked", "-p", "ponder-site", "--target-dir"])
        .arg(&shop.target))?;
    let program = shop.target.join("release").join(format!("ponder-site{}", std::env::consts::EXE_SUFFIX));
    let (bundle, site) = (shop.work().join("bundle"), shop.site());
    let mut inputs = Inputs::default();
    for path in [&program, &shop.root.join("www"), &bundle] {
        inputs = inputs.path(path).map_err(unreadable)?;
    }
    let outputs: Vec<_> = BUNDLES.iter().copied().chain(["index.html"]).map(|name| site.join(name)).collect();
    once(&shop.work().join("site.stamp"), &inputs, &outputs, || {
        // Made beside the old site and put in its place whole: a page that is gone goes, a failed build changes nothing.
        let fresh = shop.root.join("dist/site.new");
        empty(&fresh).map_err(unwritable)?;
        run(shop.program(&program).arg(&fresh))?;
        copy(&bundle, &fresh).and_then(|()| replace(&fresh, &site)).map_err(unwritable)
    })
}

/// The lock file of the JavaScript tools stands for their versions.
fn lock(shop: &Shop, inputs: Inputs) -> io::Result<Inputs> {
    inputs.path(&shop.root.join("package-lock.json"))
}

fn empty(folder: &Path) -> io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for file in files(from)? {
        let place = to.join(file.strip_prefix(from).unwrap_or(&file));
        place.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::copy(&file, place)?;
    }
    Ok(())
}

fn replace(fresh: &Path, old: &Path) -> io::Result<()> {
    empty(old)?;
    fs::remove_dir(old)?;
    fs::rename(fresh, old)
}

fn unreadable(error: io::Error) -> String {
    format!("cannot read what goes into the site: {error}")
}

fn unwritable(error: io::Error) -> String {
    format!("cannot write the site: {error}")
}

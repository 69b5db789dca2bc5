//! `cargo xtask build`: from Rust and JavaScript to a static site in `dist/site/`.
//!
//! Cargo decides for itself what to compile; the steps after it are skipped while their inputs are the same.

mod glue;
mod mute;

pub(crate) use glue::{contenders, glue_that_panics};

use crate::process::run;
use crate::shop::Shop;
use crate::stamp::{Inputs, files, once};
use crate::tools;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;

const BUNDLES: &[&str] = &[
    "ponder.js",
    "ponder.classic.js",
    "exhibits.js",
    "style.css",
    "exhibits.css",
    "page.js",
    "workbench.js",
    "recall.js",
    "embed.js",
    "embed-parent.js",
    "ponder.html",
    "anywidget.js",
    "ponder_lean_bg.wasm",
    "ponder_wasm_bg.wasm",
    "ponder-whole.js",
    "film.js",
    "film_bg.wasm",
    "bulk.js",
    "bulk_bg.wasm",
    "press.js",
    "press_bg.wasm",
];

/// Builds the whole site, or what has changed of it.
pub(crate) fn build(shop: &Shop) -> Result<(), String> {
    let writer = writer(shop)?;
    glue::glue(shop)?;
    bundles(shop)?;
    pages(shop, &writer)
}

/// The program that writes the pages. It comes first, as another cargo that compiles for debugging, that of a test, would
/// keep it waiting later.
fn writer(shop: &Shop) -> Result<PathBuf, String> {
    // Not in release: the program runs for a fraction of a second, optimising it takes half a minute.
    plain(shop, "ponder-site")
}

/// The command, for tests of what agrees with it.
pub(crate) fn command(shop: &Shop) -> Result<PathBuf, String> {
    plain(shop, "ponder")
}

/// A program of ours, not optimised; with the features of the whole workspace, so that the tests do not compile the same
/// crates again.
fn plain(shop: &Shop, name: &str) -> Result<PathBuf, String> {
    let cargo = &mut shop.cargo(&["build", "--quiet", "--locked", "--workspace", "--bin", name, "--target-dir"]);
    run(cargo.arg(&shop.target))?;
    Ok(shop.target.join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}

fn bundles(shop: &Shop) -> Result<(), String> {
    let out = shop.work().join("bundle");
    let script = shop.root.join("crates/xtask/bundle.mjs");
    let mut inputs = lock(shop, Inputs::default()).map_err(unreadable)?;
    for part in ["single.mjs", "gzip.mjs"] {
        inputs = inputs.path(&script.with_file_name(part)).map_err(unreadable)?;
    }
    for path in [&script, &shop.root.join("package.json"), &shop.root.join("www"), &shop.work().join("glue")] {
        inputs = inputs.path(path).map_err(unreadable)?;
    }
    let outputs: Vec<_> = BUNDLES.iter().map(|name| out.join(name)).collect();
    once(&shop.work().join("bundle.stamp"), &inputs, &outputs, || run(tools::node(shop)?.arg(&script).arg(&out)))
}

fn pages(shop: &Shop, program: &Path) -> Result<(), String> {
    let (bundle, site) = (shop.work().join("bundle"), shop.site());
    let mut inputs = Inputs::default();
    let sources = ["www", "tests/course", "CITATION.cff"].map(|name| shop.root.join(name));
    for path in sources.iter().map(PathBuf::as_path).chain([program, &bundle]) {
        inputs = inputs.path(path).map_err(unreadable)?;
    }
    let outputs: Vec<_> = BUNDLES.iter().copied().chain(["index.html"]).map(|name| site.join(name)).collect();
    once(&shop.work().join("site.stamp"), &inputs, &outputs, || {
        // Made beside the old site and put in its place whole: a page that is gone goes, a failed build changes nothing.
        let fresh = shop.root.join("dist/site.new");
        empty(&fresh).map_err(unwritable)?;
        run(shop.program(program).arg(&fresh).stdout(Stdio::null()))?;
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

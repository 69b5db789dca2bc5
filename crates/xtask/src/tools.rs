//! The outside tools: found where they are, installed once where their own client can, else named with the command.
//!
//! What cargo builds is kept outside the repository, in a folder per tool and version, because a fresh clone has
//! no `target/` and these builds take minutes.

mod browser;
mod crates;
mod debian;
mod engines;
mod hosts;
mod java;
mod node;
mod python;
mod valgrind;

pub(crate) use browser::{browser, shell};
pub(crate) use crates::{CARGO_DENY, CARGO_MUTANTS, MDBOOK, WASM_BINDGEN, WASM_PACK, wasm_target};
pub(crate) use engines::{Firefox, firefox, webkit};
pub(crate) use hosts::{hugo, pandoc, python_hosts};
pub(crate) use java::java;
pub(crate) use node::{node, packages, tool};
pub(crate) use python::python;
pub(crate) use valgrind::valgrind;

use std::fs::File;

/// Steps run side by side, but only one of them installs at a time: held until what comes back is dropped. Where there can
/// be no such file nobody waits.
fn alone() -> Option<File> {
    let file = File::create(std::env::temp_dir().join("ponder-installs")).ok()?;
    file.lock().ok().map(|()| file)
}

/// Says what is being installed, so that a long silence has a name.
fn say(what: &str) {
    println!("xtask: {what}");
}

//! Hosts of figures that come through pip and Debian.

use super::python::{environment, program};
use super::{debian, say};
use crate::process::{ask, find, run};
use crate::shop::Shop;
use std::path::{Path, PathBuf};
use std::process::Command;

/// In one environment: they get on with each other.
const PACKAGES: &[&str] = &["sphinx==9.0.4", "mkdocs==1.6.1", "nbconvert==7.17.2", "anywidget==0.11.0"];

/// A Python with Sphinx, MkDocs, nbconvert and anywidget, made first if need be.
pub(crate) fn python_hosts(shop: &Shop) -> Result<PathBuf, String> {
    let home = shop.cache.join("python-hosts-1");
    let python = program(&home);
    if !has_all(&python) {
        say("installing Sphinx, MkDocs, nbconvert and anywidget with pip, about a minute, once");
        run(environment(&home)?.args(PACKAGES))?;
    }
    if has_all(&python) {
        Ok(python)
    } else {
        Err(format!("{} lacks one of {}", python.display(), PACKAGES.join(", ")))
    }
}

fn has_all(python: &Path) -> bool {
    ask(Command::new(python).args(["-c", "import sphinx, mkdocs, nbconvert, anywidget; print(1)"])).as_deref()
        == Some("1")
}

/// Hugo, from Debian where we may install it.
pub(crate) fn hugo() -> Result<PathBuf, String> {
    of_debian("Hugo", "hugo", "https://gohugo.io/installation")
}

/// Pandoc, with which Quarto renders.
pub(crate) fn pandoc() -> Result<PathBuf, String> {
    of_debian("Pandoc", "pandoc", "https://pandoc.org/installing.html")
}

/// A program whose Debian package has its name.
fn of_debian(what: &str, name: &str, home: &str) -> Result<PathBuf, String> {
    if let Some(found) = find(&[name]) {
        return Ok(found);
    }
    debian::install(what, &[name])?;
    find(&[name]).ok_or_else(|| format!("{what} is needed on the search path: {home}, or `apt-get install {name}`"))
}

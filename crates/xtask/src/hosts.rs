//! `cargo xtask test-hosts`: a figure in real hosts, each built by its own program and opened in Chromium; the step `hosts`
//! of `cargo xtask test` is some of them.
//!
//! What is compared is said in `tests/hosts`. A host that cannot be had is a failure that names what is missing.

use crate::dist::{dist, pack};
use crate::process::run;
use crate::shop::Shop;
use crate::tools;
use std::path::PathBuf;
use std::process::Command;

/// The hosts that every `test` tries: one of each kind, and none that takes long.
const USUAL: &[&str] = &["plain", "iframe", "mdbook", "reveal", "sphinx", "nbconvert", "vitepress"];

/// Packs the package, sees to the hosts' programs, runs the named hosts or all.
pub(crate) fn hosts(shop: &Shop, names: &[String]) -> Result<(), String> {
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    dist(shop, "/")?;
    run(&mut command(shop, &names)?)
}

/// The same for the hosts that every `test` tries, to be run; the site has been built.
pub(crate) fn usual(shop: &Shop) -> Result<Command, String> {
    pack(shop, "/")?;
    command(shop, USUAL)
}

fn command(shop: &Shop, names: &[&str]) -> Result<Command, String> {
    let folder = shop.root.join("tests/hosts");
    tools::packages(shop, &folder)?;
    let mut node = tools::node(shop)?;
    node.args(["--test", "--test-reporter=spec"])
        .arg(folder.join("hosts.test.js"))
        .env("PONDER_HOSTS", names.join(" "));
    node.env("PONDER_CHROMIUM", tools::browser()?.chromium);
    let wanted = |users: &[&str]| names.is_empty() || names.iter().any(|name| users.contains(name));
    if wanted(&["mdbook"]) {
        tell(&mut node, "PONDER_MDBOOK", tools::MDBOOK.get(shop));
    }
    if wanted(&["sphinx", "mkdocs", "nbconvert", "anywidget"]) {
        tell(&mut node, "PONDER_HOSTS_PYTHON", tools::python_hosts(shop));
    }
    if wanted(&["hugo"]) {
        tell(&mut node, "PONDER_HUGO", tools::hugo());
    }
    if wanted(&["pandoc"]) {
        tell(&mut node, "PONDER_PANDOC", tools::pandoc());
    }
    Ok(node)
}

/// Where a program is, or why it is nowhere.
fn tell(command: &mut Command, variable: &str, found: Result<PathBuf, String>) {
    match found {
        Ok(path) => command.env(variable, path),
        Err(why) => command.env(format!("{variable}_WHY"), why),
    };
}

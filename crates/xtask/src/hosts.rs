//! `cargo xtask test-hosts`: a figure in real hosts, each built by its own program and opened in Chromium.
//!
//! What is compared is said in `tests/hosts`. A host that cannot be had is a failure that names what is missing.

use crate::dist::dist;
use crate::process::run;
use crate::shop::Shop;
use crate::tools;
use std::path::PathBuf;
use std::process::Command;

/// Packs the package, sees to the hosts' programs, runs the named hosts or all.
pub(crate) fn hosts(shop: &Shop, names: &[String]) -> Result<(), String> {
    dist(shop)?;
    let folder = shop.root.join("tests/hosts");
    tools::packages(shop, &folder)?;
    let mut node = tools::node(shop)?;
    node.args(["--test", "--test-reporter=spec"])
        .arg(folder.join("hosts.test.js"))
        .env("PONDER_HOSTS", names.join(" "));
    node.env("PONDER_CHROMIUM", tools::browser()?.chromium);
    let wanted = |users: &[&str]| names.is_empty() || names.iter().any(|name| users.contains(&name.as_str()));
    if wanted(&["mdbook"]) {
        tell(&mut node, "PONDER_MDBOOK", tools::MDBOOK.get(shop));
    }
    if wanted(&["sphinx", "mkdocs", "nbconvert", "anywidget"]) {
        tell(&mut node, "PONDER_HOSTS_PYTHON", tools::python_hosts(shop));
    }
    if wanted(&["hugo"]) {
        tell(&mut node, "PONDER_HUGO", tools::hugo());
    }
    run(&mut node)
}

/// Where a program is, or why it is nowhere.
fn tell(command: &mut Command, variable: &str, found: Result<PathBuf, String>) {
    match found {
        Ok(path) => command.env(variable, path),
        Err(why) => command.env(format!("{variable}_WHY"), why),
    };
}

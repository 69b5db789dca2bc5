//! Node.js and the packages of the lock file.

use super::say;
use crate::process::{ask, run};
use crate::shop::Shop;
use crate::stamp::{Inputs, once};
use std::path::Path;
use std::process::Command;

const OLDEST: u32 = 20;
const NEEDED: &str =
    "Node.js 20.11 or newer with npm is needed on the search path: https://nodejs.org, or `apt-get install nodejs npm`";

/// `node`, with the packages of the lock file in place.
pub(crate) fn node(shop: &Shop) -> Result<Command, String> {
    let version = ask(shop.program("node").arg("--version")).ok_or(NEEDED)?;
    if major(&version).is_none_or(|major| major < OLDEST) {
        return Err(format!("{NEEDED}; found {version}"));
    }
    packages(shop, &shop.root)?;
    Ok(shop.program("node"))
}

/// `node node_modules/SCRIPT`: a tool of the lock file, without the shell shims that differ by system.
pub(crate) fn tool(shop: &Shop, script: &str) -> Result<Command, String> {
    let mut command = node(shop)?;
    command.arg(shop.root.join("node_modules").join(script));
    Ok(command)
}

/// `npm ci` in a folder, when its lock file is not the one that was installed last.
pub(crate) fn packages(shop: &Shop, folder: &Path) -> Result<(), String> {
    let told = |error: std::io::Error| format!("cannot read package-lock.json: {error}");
    let inputs = Inputs::default().path(&folder.join("package-lock.json")).map_err(told)?;
    // npm empties node_modules first, so a stamp inside it never vouches for a broken install.
    let modules = folder.join("node_modules");
    once(&modules.join(".ponder-stamp"), &inputs, &[modules.join(".package-lock.json")], || {
        say(&format!("installing the packages of {} with npm, a few seconds", folder.display()));
        run(npm(shop).current_dir(folder)).map_err(|why| format!("{why}\n{NEEDED}"))
    })
}

fn npm(shop: &Shop) -> Command {
    let mut command = shop.program(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    command
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn node_tells_its_major_version() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major("what"), None);
    }
}

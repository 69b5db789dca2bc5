//! The steps `bits` and `engines`, in Chromium, Firefox and WebKitGTK as far as they can be had: the same two hundred
//! recipes natively, unoptimised and as released, in Node and in every browser; and every page of the site. What is
//! done there is said in `tests/bits/bits.rs` and `tests/engines`.

use super::Outcome;
use super::count::Tally;
use super::steps::{counted, scripts};
use crate::serve::background;
use crate::shop::Shop;
use crate::tools;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How a line of the report begins that names an engine that could not be had.
const NOT_RUN: &str = "not run: ";

pub(super) fn bits(shop: &Shop) -> Outcome {
    reported(shop, "bits", |folder| {
        // Nothing is fused or reordered where nothing is optimised: what all others are compared with.
        let plain = native(shop, &[], &[("CARGO_PROFILE_DEV_OPT_LEVEL", "0")], &folder.join("plain.json"));
        let released = native(shop, &["--release"], &QUICKLY, &folder.join("released.json"));
        let engines = scripts(shop, "tests/engines/bits", |command| tell(shop, folder, command));
        vec![plain, released, engines]
    })
}

pub(super) fn pages(shop: &Shop) -> Outcome {
    reported(shop, "engines", |folder| {
        let pages = scripts(shop, "tests/engines/pages", |command| {
            command.env("PONDER_URL", background(shop.site())?);
            tell(shop, folder, command)
        });
        vec![pages]
    })
}

/// With an empty folder, in which the scripts leave a report: a line an engine, with the reason where it was not run.
fn reported(shop: &Shop, name: &str, work: impl FnOnce(&Path) -> Vec<Outcome>) -> Outcome {
    let folder: PathBuf = shop.work().join(name);
    if let Err(error) = fs::remove_dir_all(&folder).or(Ok(())).and_then(|()| fs::create_dir_all(&folder)) {
        return Outcome::failed(&format!("cannot make {}: {error}", folder.display()));
    }
    let tally = work(&folder).into_iter().fold(Tally::default(), |sum, outcome| sum + tally(outcome));
    let report = fs::read_to_string(folder.join("report.txt")).unwrap_or_default();
    report.lines().filter(|line| !line.starts_with(NOT_RUN)).for_each(|line| println!("{line}"));
    Outcome::Part(tally, left_out(&report))
}

/// As optimised as what is released, but each crate for itself, in parts: the whole would take a minute longer to compile.
const QUICKLY: [(&str, &str); 2] =
    [("CARGO_PROFILE_RELEASE_LTO", "off"), ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")];

fn native(shop: &Shop, how: &[&str], profile: &[(&str, &str)], file: &Path) -> Outcome {
    let mut command = shop.cargo(&["test", "--quiet", "--locked", "-p", "ponder-bits"]);
    counted(command.args(how).envs(profile.iter().copied()).env("PONDER_BITS", file))
}

/// What the scripts in `tests/engines` are told: where things are, and why others are not.
fn tell(shop: &Shop, folder: &Path, command: &mut Command) -> Result<(), String> {
    command.env("PONDER_REPORT", folder);
    if shop.all_engines {
        command.env("PONDER_ALL_ENGINES", "1");
    }
    let chromium = tools::browser()?;
    command.env("PONDER_CHROMIUM", chromium.chromium).env("PONDER_CHROMEDRIVER", chromium.driver);
    match tools::firefox(shop) {
        Ok(found) => command.env("PONDER_FIREFOX", found.firefox).env("PONDER_GECKODRIVER", found.driver),
        Err(why) => command.env("PONDER_NO_FIREFOX", why),
    };
    match tools::webkit() {
        Ok(found) => command.env("PONDER_XVFB", found.screen).env("PONDER_WEBKITDRIVER", found.driver),
        Err(why) => command.env("PONDER_NO_WEBKITGTK", why),
    };
    Ok(())
}

fn tally(outcome: Outcome) -> Tally {
    match outcome {
        Outcome::Ran(tally) | Outcome::Part(tally, _) => tally,
        Outcome::Absent(_) => Tally::default(),
    }
}

/// The engines that the scripts' report says were not run.
fn left_out(report: &str) -> Vec<String> {
    report.lines().filter_map(|line| line.strip_prefix(NOT_RUN)).map(String::from).collect()
}

#[cfg(test)]
mod tests {
    use super::left_out;

    #[test]
    fn what_was_not_run_is_told_apart_from_what_was() {
        let report = "WebKitGTK 2.50: 18 pages\nnot run: Firefox, a smoke: not installed\n";
        assert_eq!(left_out(report), ["Firefox, a smoke: not installed"]);
    }
}

//! The step `bits`: the same two hundred recipes natively, unoptimised and as released, in Node and in every browser
//! that can be had. What is compared is said in `tests/bits.rs` and `tests/engines`.

use super::Outcome;
use super::count::Tally;
use super::steps::{counted, scripts};
use crate::shop::Shop;
use crate::tools;
use std::fs;
use std::path::Path;
use std::process::Command;

pub(super) fn bits(shop: &Shop) -> Outcome {
    let folder = shop.work().join("bits");
    if let Err(error) = fs::remove_dir_all(&folder).or(Ok(())).and_then(|()| fs::create_dir_all(&folder)) {
        return Outcome::failed(&format!("cannot make {}: {error}", folder.display()));
    }
    // Nothing is fused or reordered where nothing is optimised: what all others are compared with.
    let plain = native(shop, &[], &folder.join("plain.json"));
    let released = native(shop, &["--release"], &folder.join("released.json"));
    let engines = scripts(shop, "tests/engines", |command| engines(shop, &folder, command));
    let tally = [plain, released, engines].into_iter().fold(Tally::default(), |sum, outcome| sum + tally(outcome));
    Outcome::Part(tally, left_out(&folder.join("report.txt")))
}

fn native(shop: &Shop, how: &[&str], file: &Path) -> Outcome {
    let mut command = shop.cargo(&["test", "--quiet", "--locked", "--test", "bits"]);
    counted(command.args(how).env("CARGO_PROFILE_DEV_OPT_LEVEL", "0").env("PONDER_BITS", file))
}

/// What the scripts in `tests/engines` are told: where things are, and why others are not.
fn engines(shop: &Shop, folder: &Path, command: &mut Command) -> Result<(), String> {
    command.env("PONDER_BITS", folder);
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
fn left_out(report: &Path) -> Vec<String> {
    let report = fs::read_to_string(report).unwrap_or_default();
    report.lines().filter_map(|line| line.strip_prefix("not run: ")).map(String::from).collect()
}

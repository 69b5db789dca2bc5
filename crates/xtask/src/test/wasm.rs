//! The step `wasm`: the tests that run in a page, in Chromium and in Firefox, through wasm-pack.

use super::Outcome;
use super::count::Tally;
use super::steps::counted;
use crate::process::path_with;
use crate::shop::Shop;
use crate::tools::{self, Firefox, WASM_BINDGEN, WASM_PACK};
use std::path::Path;
use std::process::Command;

pub(super) fn wasm(shop: &Shop) -> Outcome {
    let firefox = tools::firefox(shop);
    let tally = match command(shop, firefox.as_ref().ok()) {
        Ok(mut command) => counted(&mut command),
        Err(why) => return Outcome::failed(&why),
    };
    match (tally, firefox) {
        (Outcome::Ran(tally), Err(why)) => without_firefox(tally, &why, shop.all_engines),
        (outcome, _) => outcome,
    }
}

/// Chromium is promised; Firefox is where it can be had, or where every engine is asked for.
fn without_firefox(tally: Tally, why: &str, all: bool) -> Outcome {
    let left_out = vec![format!("Firefox, wasm-pack test: {why}")];
    if all { Outcome::Part(tally + Tally::one(false), left_out) } else { Outcome::Part(tally, left_out) }
}

fn command(shop: &Shop, firefox: Option<&Firefox>) -> Result<Command, String> {
    tools::wasm_target(shop)?;
    let (bindgen, pack) = (WASM_BINDGEN.get(shop)?, WASM_PACK.get(shop)?);
    let browser = tools::browser()?;
    let mut command = shop.program(pack);
    // Nothing is left to be installed, and nothing may be downloaded behind our back.
    command.args(["test", "--headless", "--chrome", "--mode", "no-install"]);
    let mut programs = vec![&bindgen, &browser.chromium];
    if let Some(Firefox { firefox, driver }) = firefox {
        command.arg("--firefox").env("GECKODRIVER", driver);
        programs.extend([driver, firefox]);
    }
    let folders: Vec<_> = programs.into_iter().map(|program| program.parent().unwrap_or(Path::new("."))).collect();
    command.env("PATH", path_with(&folders)).env("CHROMEDRIVER", &browser.driver);
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "120").env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::{Outcome, Tally, without_firefox};

    #[test]
    fn a_firefox_that_cannot_be_had_is_named_and_fails_where_all_are_asked_for() {
        for (all, failed) in [(false, 0), (true, 1)] {
            let Outcome::Part(tally, left_out) = without_firefox(Tally::one(true), "not installed", all) else {
                panic!("it is told")
            };
            assert_eq!(tally, Tally { passed: 1, failed });
            assert_eq!(left_out, ["Firefox, wasm-pack test: not installed"]);
        }
    }
}

//! The steps, in the order in which failures are cheapest to find.

use super::Outcome;
use super::count::Tally;
use super::engines::{bits, pages};
use super::lanes::HALF;
use super::wasm::wasm;
use crate::build::{self, build, glue_that_panics};
use crate::dist::pack;
use crate::hosts::usual;
use crate::process::{run, watch};
use crate::serve::background;
use crate::shop::Shop;
use crate::stamp::files;
use crate::tidy;
use crate::tools::{self, CARGO_DENY};
use std::collections::BTreeSet;
use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

/// A named part of the tests.
pub(super) struct Step {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    /// It looks at what `build` makes.
    pub(super) on_site: bool,
    pub(super) run: fn(&Shop) -> Outcome,
}

impl Step {
    /// Its turn: first what others wait for, then what takes longest, so that nothing long is left for the end.
    pub(super) fn turn(&self, later: bool) -> usize {
        const LONG: &[(&str, bool)] =
            &[(BUILD, false), (LONGEST, false), ("clippy", false), ("native", false), (LONGEST, true)];
        LONG.iter().position(|long| *long == (self.name, later)).unwrap_or(LONG.len())
    }
}

/// The step that makes what others look at.
pub(super) const BUILD: &str = "build";

/// The step that takes longest.
pub(super) const LONGEST: &str = "e2e";

pub(super) const STEPS: &[Step] = &[
    Step { name: "fmt", on_site: false, about: "the formatting of Rust", run: |shop| one(fmt(shop)) },
    Step { name: "clippy", on_site: false, about: "clippy, natively and for wasm", run: |shop| one(clippy(shop)) },
    Step { name: "tidy", on_site: false, about: "the repository itself", run: |shop| one(tidy::tidy(shop)) },
    Step {
        name: "deny",
        on_site: false,
        about: "licences and sources of what we depend on",
        run: |shop| one(deny(shop)),
    },
    Step { name: "native", on_site: false, about: "cargo test --workspace", run: native },
    Step { name: "doc", on_site: false, about: "cargo doc without warnings", run: |shop| one(doc(shop)) },
    Step { name: "wasm", on_site: false, about: "wasm-pack test --headless --chrome --firefox", run: wasm },
    Step { name: BUILD, on_site: false, about: "the static site", run: |shop| one(build(shop)) },
    Step { name: "types", on_site: true, about: "the types of JavaScript", run: |shop| one(types(shop)) },
    Step { name: "html", on_site: true, about: "the HTML of every page", run: html },
    Step { name: "js", on_site: true, about: "node --test tests/js", run: js },
    Step { name: "dist", on_site: true, about: "node --test tests/dist, what is handed out", run: packed },
    Step {
        name: "hosts",
        on_site: true,
        about: "a figure in real hosts, opened in Chromium",
        run: |shop| prepared(usual(shop)),
    },
    Step { name: "bits", on_site: true, about: "the same bits natively and in every engine", run: bits },
    Step { name: "engines", on_site: true, about: "every page in Chromium, Firefox and WebKitGTK", run: pages },
    Step {
        name: LONGEST,
        on_site: true,
        about: "node --test tests/e2e, in the browser against the built site",
        run: e2e,
    },
];

/// Longer than a quiet compilation and than Node's own limit below; a test that hangs must not hang the rest.
const PATIENCE: Duration = Duration::from_secs(900);

/// The packages that also run in the browser.
const WASM_PACKAGES: &str =
    "-p ponder -p ponder-plot -p ponder-wasm -p ponder-film -p ponder-press --target wasm32-unknown-unknown";

/// What formats everything.
const FORMAT: &str = "find crates tests -name '*.rs' | xargs rustfmt --edition 2024";

/// File by file, as `cargo fmt` does not find the modules that a macro declares.
fn fmt(shop: &Shop) -> Result<(), String> {
    let paths = tidy::paths(shop)?.into_iter().filter(|path| path.ends_with(".rs"));
    let mut rustfmt = shop.program("rustfmt");
    rustfmt.args(["--check", "-l", "--edition", "2024"]).args(paths).stderr(Stdio::inherit());
    let install = "to install it: rustup component add rustfmt";
    let output = rustfmt.output().map_err(|error| format!("cannot run rustfmt: {error}; {install}"))?;
    // A file is named once for itself and once for each module above it.
    let named = String::from_utf8_lossy(&output.stdout);
    named.lines().collect::<BTreeSet<_>>().iter().for_each(|path| println!("{path}"));
    if output.status.success() { Ok(()) } else { Err(format!("some Rust is not formatted; to format it: {FORMAT}")) }
}

fn clippy(shop: &Shop) -> Result<(), String> {
    tools::wasm_target(shop)?;
    let clippy = |packages: &str| {
        let words: Vec<_> = packages.split(' ').collect();
        run(shop.cargo(&["clippy", "--locked"]).args(words).args(["--", "-D", "warnings"]))
    };
    let native = clippy("--workspace --all-targets");
    clippy(WASM_PACKAGES).and(native)
}

/// Without the advisories, which need the network and fail without anything having changed here. What only other systems
/// compile is looked at, too, and fetched for that if nothing has yet.
fn deny(shop: &Shop) -> Result<(), String> {
    let deny = CARGO_DENY.get(shop)?;
    run(&mut shop.cargo(&["fetch", "--locked", "--quiet"]))?;
    run(shop.program(deny).args([
        "--locked",
        "--offline",
        "check",
        "--hide-inclusion-graph",
        "licenses",
        "bans",
        "sources",
    ]))
}

fn native(shop: &Shop) -> Outcome {
    let mut command = shop.cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]);
    // Without it the tests that need it fail, and the others are run all the same.
    match tools::python(shop) {
        Ok(python) => drop(command.env("PONDER_PYTHON", python)),
        Err(why) => println!("xtask: {why}"),
    }
    counted(&mut command)
}

fn doc(shop: &Shop) -> Result<(), String> {
    run(shop.cargo(&["doc", "--workspace", "--no-deps", "--locked"]).env("RUSTDOCFLAGS", "-D warnings"))
}

fn types(shop: &Shop) -> Result<(), String> {
    run(tools::tool(shop, "typescript/bin/tsc")?.args(["--project", "www"]))
}

/// The checker of the W3C's validator, over every page of the site; left out, and said so, where there is no Java.
fn html(shop: &Shop) -> Outcome {
    let java = match tools::java() {
        Ok(java) => java,
        Err(why) => return Outcome::Part(Tally::default(), vec![why]),
    };
    one(tools::node(shop).and_then(|_| {
        let checker = shop.root.join("node_modules/vnu-jar/build/dist/vnu.jar");
        run(shop.program(java).arg("-jar").arg(checker).arg("--skip-non-html").arg(shop.site()))
    }))
}

fn js(shop: &Shop) -> Outcome {
    scripts(shop, "tests/js", |_| Ok(()))
}

fn packed(shop: &Shop) -> Outcome {
    scripts(shop, "tests/dist", |_| pack(shop, "/"))
}

fn e2e(shop: &Shop) -> Outcome {
    scripts(shop, "tests/e2e", |command| {
        command.env("PONDER_CHROMIUM", tools::shell()?);
        command.env("PONDER_URL", background(shop.site())?);
        command.env("PONDER_PANIC", glue_that_panics(shop)?);
        command.env("PONDER_COMMAND", build::command(shop)?);
        command.env("PONDER_PYTHON", tools::python(shop)?);
        Ok(())
    })
}

/// Node's own test runner over every `*.test.js` of a folder. Named one by one, as its idea of a folder changed
/// between releases.
pub(super) fn scripts(shop: &Shop, folder: &str, set_up: impl FnOnce(&mut Command) -> Result<(), String>) -> Outcome {
    let tests: Vec<PathBuf> = files(&shop.root.join(folder)).unwrap_or_default();
    let tests: Vec<_> = tests.into_iter().filter(|path| path.to_string_lossy().ends_with(".test.js")).collect();
    if tests.is_empty() {
        return Outcome::Absent(format!("{folder} holds no *.test.js"));
    }
    let ready = || {
        let mut command = tools::node(shop)?;
        command.args(["--test", "--test-reporter=spec", "--test-timeout=300000"]);
        command.args(env::var(HALF).map(|half| format!("--test-shard={half}"))).args(tests);
        set_up(&mut command)?;
        Ok(command)
    };
    prepared(ready())
}

fn prepared(command: Result<Command, String>) -> Outcome {
    match command {
        Ok(mut command) => counted(&mut command),
        Err(why) => Outcome::failed(&why),
    }
}

/// Runs a program that counts its own tests. One that fails without counting a failure, or counts nothing, has failed.
pub(super) fn counted(command: &mut Command) -> Outcome {
    let mut tally = Tally::default();
    let result = watch(command, PATIENCE, |line| tally = tally.read(line));
    let silent = match result {
        Err(why) => Some(why).filter(|_| tally.failed == 0),
        Ok(()) => Some(String::from("no test was run")).filter(|_| tally == Tally::default()),
    };
    if let Some(why) = &silent {
        println!("xtask: {why}");
    }
    Outcome::Ran(if silent.is_some() { tally + Tally::one(false) } else { tally })
}

/// A step that counts as one test.
fn one(result: Result<(), String>) -> Outcome {
    result.map_or_else(|why| Outcome::failed(&why), |()| Outcome::Ran(Tally::one(true)))
}

#[cfg(test)]
mod tests {
    use super::{Outcome, Tally, counted, one};
    use std::process::Command;

    fn tally(outcome: Outcome) -> Tally {
        let Outcome::Ran(tally) = outcome else { panic!("it ran") };
        tally
    }

    #[test]
    fn a_program_that_counts_nothing_has_failed() {
        assert_eq!(tally(counted(Command::new("rustc").arg("--version"))), Tally::one(false));
        assert_eq!(tally(counted(&mut Command::new("/no/such/program"))), Tally::one(false));
    }

    #[test]
    fn a_plain_step_is_one_test() {
        assert_eq!(tally(one(Ok(()))), Tally { passed: 1, failed: 0 });
        assert_eq!(tally(one(Err(String::from("why")))), Tally { passed: 0, failed: 1 });
    }
}

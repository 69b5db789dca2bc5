//! `cargo xtask mutants`: what if a line of core were another one? cargo-mutants makes them so, one by one, and asks the
//! tests whether they notice.
//!
//! It works in a copy, `target/mutants/copy`. There the modules that `table!` declares are written out, as cargo-mutants
//! does not look into macros and would leave out every method, schedule and surface; and there is nothing but core and
//! those tests that need no more than it, as everything that depends on it is built again for each mutant.

use crate::process::run;
use crate::shop::Shop;
use crate::tidy;
use crate::tools::CARGO_MUTANTS;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Tests of the root package that ask core and nothing else, and are quick; besides them its own, `--lib`.
const ASKED: &str = "bits bulk catalogue conventions defaults derivatives exp formulas golden laws minima models \
                     recipes rprop scripts tempo";

/// One of them asks the command instead.
const LEFT_OUT: &[&str] = &["--", "--skip", "as_the_command_prints_it"];

/// Runs cargo-mutants; `words` are its own, such as `--shard 3/20` or `--file 'crates/core/src/method/*'`.
pub(crate) fn mutants(shop: &Shop, words: &[String]) -> Result<(), String> {
    let program = CARGO_MUTANTS.get(shop)?;
    let work = shop.root.join("target/mutants");
    copy(shop, &work.join("copy"))?;
    let asked: Vec<_> = ["--lib"].into_iter().chain(ASKED.split(' ').flat_map(|name| ["--test", name])).collect();
    // Nobody looks at a mutant with a debugger.
    let there = |command: &mut Command| {
        command.current_dir(work.join("copy")).env("CARGO_TARGET_DIR", work.join("build"));
        run(command.env("CARGO_PROFILE_DEV_DEBUG", "none"))
    };
    // Its own trial without a mutant knows no tests of another package.
    there(shop.cargo(&["test", "--quiet", "--workspace"]).args(&asked).args(LEFT_OUT))?;
    let mut mutants = shop.program(program);
    mutants.args(["mutants", "--in-place", "--package", "ponder", "--test-workspace", "true"]);
    mutants.args(["--baseline", "skip", "--timeout", "40", "--output"]).arg(&work).args(words);
    there(mutants.arg("--").args(&asked).args(LEFT_OUT))
}

/// Brings the copy up to date; a file that is as it was is not touched, so that little is compiled again.
fn copy(shop: &Shop, to: &Path) -> Result<(), String> {
    for path in tidy::paths(shop)?.iter().filter(|path| wanted(path)) {
        let told = |error: std::io::Error| format!("cannot copy {path}: {error}");
        let mut bytes = fs::read(shop.root.join(path)).map_err(told)?;
        if path == "Cargo.toml" || path.starts_with("crates/core/src/") {
            let text = String::from_utf8(bytes).map_err(|error| format!("{path}: {error}"))?;
            bytes = if path == "Cargo.toml" { alone(&text) } else { written_out(&text) }.into_bytes();
        }
        let file = to.join(path);
        if fs::read(&file).is_ok_and(|old| old == bytes) {
            continue;
        }
        file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&file, bytes)).map_err(told)?;
    }
    Ok(())
}

/// Core, and of the tests those that are asked with what they read.
fn wanted(path: &str) -> bool {
    let test = path.strip_prefix("tests/").and_then(|path| path.strip_suffix(".rs"));
    let target = test.and_then(|name| if name.contains('/') { name.strip_suffix("/main") } else { Some(name) });
    let kept =
        !path.contains('/') || ["crates/core/", "tests/", ".cargo/"].iter().any(|folder| path.starts_with(folder));
    kept && target.is_none_or(|name| name.contains('/') || ASKED.split(' ').any(|asked| asked == name))
}

/// The manifest of a workspace of core and the tests.
fn alone(manifest: &str) -> String {
    let kept = manifest.lines().filter(|line| !line.starts_with("ponder-"));
    kept.map(|line| format!("{line}\n").replace("crates/*", "crates/core")).collect()
}

/// A file of core with its tables' modules as plain lines, and the macro without them.
fn written_out(file: &str) -> String {
    let mut text: String = file
        .lines()
        .filter(|line| !(line.trim_start().starts_with("$(") && line.contains("mod $")))
        .map(|line| format!("{line}\n"))
        .collect();
    let tables = file.split("\ntable! {").skip(1).filter_map(|rest| rest.split_once("\n}").map(|(table, _)| table));
    for words in tables.filter_map(|table| table.split_once(" =\n").map(|(_, words)| words)) {
        let modules = words.split_whitespace().filter(|word| !matches!(*word, ";" | "whole") && !word.ends_with(':'));
        text.extend(modules.map(|module| format!("mod {module};\n")));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{alone, wanted, written_out};

    #[test]
    fn tables_are_written_out() {
        let table = "use x;\n\ntable! {\n    /// Some.\n    SOME: Thing =\n        one\n        ; whole MORE:\n        two\n}\n";
        assert_eq!(written_out(table), format!("{table}mod one;\nmod two;\n"));
        let rule = "    => {\n        $(mod $word;)+\n        $($(#[cfg(feature = \"whole\")] mod $more;)+)?\n\n";
        assert_eq!(written_out(rule), "    => {\n\n");
    }

    #[test]
    fn only_core_and_what_asks_it_are_copied() {
        let copied =
            ["Cargo.toml", "crates/core/src/jet.rs", "tests/golden.rs", "tests/laws/main.rs", "tests/laws/rest.rs"];
        assert_eq!(copied.map(wanted), [true; 5]);
        assert_eq!(
            ["crates/plot/src/lib.rs", "tests/film.rs", "tests/robust/main.rs", "www/page.js"].map(wanted),
            [false; 4]
        );
        assert_eq!(
            alone("members = [\"crates/*\"]\nponder-plot = 1\nponder = 2\n"),
            "members = [\"crates/core\"]\nponder = 2\n"
        );
    }
}

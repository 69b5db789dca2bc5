//! What every command says of itself, to the letter: scripts and lecture notes are written from it.
#![cfg(not(target_arch = "wasm32"))]

use ponder_tests::command::ponder;
use ponder_tests::snapshot;

/// What `ponder WORDS… --help` prints.
fn help(words: &[&str]) -> String {
    let output = ponder(&[words, &["--help"]].concat(), "");
    assert!(output.status.success(), "ponder {words:?} --help");
    // Blank lines of it may be made of spaces.
    let lines = std::str::from_utf8(&output.stdout).expect("text").lines();
    lines.flat_map(|line| [line.trim_end(), "\n"]).collect()
}

/// The commands that a help lists.
fn listed(help: &str) -> Vec<&str> {
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    lines.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").collect()
}

#[test]
fn the_help_of_every_command_is_as_it_was() {
    let whole = help(&[]);
    let commands = listed(&whole);
    assert!(commands.len() >= 10, "{commands:?}");
    let each = commands.iter().map(|name| format!("\n$ ponder {name} --help\n{}", help(&[name])));
    snapshot::same("help.txt", &format!("$ ponder --help\n{whole}{}", each.collect::<String>()));
}

//! The `ponder` command, as a shell would call it.

use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use crate::tree;

/// Builds the command once, as another package's binary has no `CARGO_BIN_EXE_…` here; with the features that the whole
/// workspace has, which is compiled already where all tests run.
fn built() -> &'static str {
    static DONE: OnceLock<String> = OnceLock::new();
    DONE.get_or_init(|| {
        let cargo = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--locked", "--workspace", "--bin", "ponder", "--message-format", "json"])
            .output()
            .expect("cargo runs");
        let messages = String::from_utf8(cargo.stdout).expect("text");
        let mut made = messages.lines().filter_map(|line| Some(tree(line).get("executable")?.text()?.to_owned()));
        made.next_back().expect("cargo made the command")
    })
}

/// Runs `ponder` with these arguments and this standard input, to its end.
///
/// # Panics
/// When it cannot be built or started.
#[must_use]
pub fn ponder(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(built())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    // A command that refuses its arguments does not read its input.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    child.wait_with_output().expect("the command ends")
}

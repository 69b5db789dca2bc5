//! Counting tests from what the test programs print.

use std::fmt;
use std::ops::Add;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) passed: u32,
    pub(super) failed: u32,
}

impl Tally {
    /// A step that counts as one test.
    pub(super) fn one(ok: bool) -> Self {
        Self { passed: ok.into(), failed: (!ok).into() }
    }

    /// The line that this program ends with.
    pub(super) fn whole(line: &str) -> Option<Self> {
        let (passed, failed) = line.strip_suffix(" failed")?.split_once(" passed, ")?;
        Some(Self { passed: passed.parse().ok()?, failed: failed.parse().ok()? })
    }

    /// Reads one line of output; lines that close no count change nothing.
    pub(super) fn read(self, line: &str) -> Self {
        self + cargo(line).or_else(|| node(line)).unwrap_or_default()
    }
}

impl Add for Tally {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// `test result: ok. 3 passed; 0 failed; …`, natively and in the browser.
fn cargo(line: &str) -> Option<Tally> {
    let counts = line.trim_start().strip_prefix("test result: ")?.split_once(". ")?.1;
    let number = |word| counts.split("; ").find_map(|part| part.strip_suffix(word)?.trim().parse().ok());
    Some(Tally { passed: number(" passed")?, failed: number(" failed")? })
}

/// `# pass 3` and `# fail 0`, or with `ℹ`, by the reporter. A test that was cut off did not pass.
fn node(line: &str) -> Option<Tally> {
    let (word, number) = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ "))?.split_once(' ')?;
    let number = number.parse().ok()?;
    match word {
        "pass" => Some(Tally { passed: number, failed: 0 }),
        "fail" | "cancelled" => Some(Tally { passed: 0, failed: number }),
        _ => None,
    }
}

/// The test that a line says has failed: `test NAME ... FAILED` or `✖ NAME (3 ms)`.
pub(super) fn failed(line: &str) -> Option<&str> {
    let cargo = || line.strip_prefix("test ")?.strip_suffix(" ... FAILED");
    let node = || Some(line.trim_start().strip_prefix("✖ ")?.rsplit_once(" (")?.0);
    cargo().or_else(node)
}

/// The tests that have failed, each with the beginning of what was said of it.
pub(super) fn red(said: &[String]) -> Vec<String> {
    let mut red: Vec<(&str, String)> = Vec::new();
    for (i, line) in said.iter().enumerate() {
        let Some(name) = failed(line).or_else(|| headed(line)) else { continue };
        let why = if line.starts_with("test ") { String::new() } else { why(&said[i + 1..]) };
        match red.iter_mut().find(|(known, _)| *known == name) {
            Some((_, said)) if why.is_empty() || !said.is_empty() => {}
            Some((_, said)) => *said = why,
            None => red.push((name, why)),
        }
    }
    red.into_iter().map(|(name, why)| if why.is_empty() { name.into() } else { format!("{name}: {why}") }).collect()
}

/// The test whose output cargo shows below a line.
fn headed(line: &str) -> Option<&str> {
    line.strip_prefix("---- ")?.strip_suffix(" stdout ----")
}

/// How much of a reason is told again at the end.
const WORDS: usize = 600;

/// What stands below a name, up to where it was called from.
fn why(lines: &[String]) -> String {
    let lines = lines.iter().map(|line| line.trim()).skip_while(|line| line.is_empty());
    let ends = ["at ", "note: ", "stack backtrace", "ℹ", "✔", "✖", "﹣"];
    let end = |line: &str| ends.iter().any(|begin| line.starts_with(begin));
    let told =
        lines.take_while(|line| !end(line)).filter(|line| !line.is_empty()).take(12).collect::<Vec<_>>().join(" ");
    told.chars().take(WORDS).collect()
}

#[cfg(test)]
mod tests {
    use super::{Tally, failed, red};

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(String::from).collect()
    }

    #[test]
    fn what_failed_is_told_once_with_its_reason() {
        let node = "✖ a page (31.5ms)\n✔ another (2ms)\nℹ tests 2\n✖ failing tests:\n\n\
            test at a.js:1:1\n✖ a page (31.5ms)\n  AssertionError: one\n  \n  1 !== 2\n      at file:///a.js:3\n";
        assert_eq!(red(&lines(node)), ["a page: AssertionError: one 1 !== 2"]);
        let cargo = "test sums ... FAILED\ntest parts ... ok\n\nfailures:\n\n---- sums stdout ----\n\n\
            thread 'sums' panicked at a.rs:9:5:\nnot even\nnote: run with `RUST_BACKTRACE=1`\n";
        assert_eq!(red(&lines(cargo)), ["sums: thread 'sums' panicked at a.rs:9:5: not even"]);
    }

    fn tally(text: &str) -> Tally {
        text.lines().fold(Tally::default(), Tally::read)
    }

    #[test]
    fn cargo_counts_are_summed() {
        let text = "running 3 tests\n...\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 10 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s\n";
        assert_eq!(tally(text), Tally { passed: 13, failed: 2 });
        assert_eq!(
            tally("test result: ok. 4 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.01s"),
            Tally { passed: 4, failed: 0 }
        );
    }

    #[test]
    fn node_counts_are_summed_from_both_reporters() {
        assert_eq!(tally("# tests 5\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 0"), Tally { passed: 3, failed: 2 });
        assert_eq!(tally("ℹ tests 7\nℹ pass 7\nℹ fail 0\nℹ duration_ms 51.2"), Tally { passed: 7, failed: 0 });
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(tally("# pass the salt\ntest result of mine: 3 passed\nok 1 - a\n"), Tally::default());
    }

    #[test]
    fn what_failed_has_a_name() {
        assert_eq!(failed("test robust::link ... FAILED"), Some("robust::link"));
        assert_eq!(
            failed("✖ R6: a figure goes (without a trace) (31.5ms)"),
            Some("R6: a figure goes (without a trace)")
        );
        assert_eq!(failed("✖ failing tests:"), None);
        assert_eq!(failed("test robust::link ... ok"), None);
    }

    #[test]
    fn a_tally_reads_as_one_line() {
        let tally = Tally::one(true) + Tally::one(false) + Tally::one(true);
        assert_eq!(tally.to_string(), "2 passed, 1 failed");
        assert_eq!(Tally::whole(&tally.to_string()), Some(tally));
        assert_eq!(Tally::whole("== js: 2 passed, 1 failed, 3.0 s"), None);
    }
}

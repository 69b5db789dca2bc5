//! `cargo xtask tidy`: what the compiler cannot say about the repository itself.
//!
//! A rule is a function from all source files to findings; each stands in a file of its own with a sample that
//! breaks it.

mod alone;
mod borders;
mod catalogue;
mod code;
mod example;
mod length;
mod opening;
mod page;
mod purity;
mod text;
mod words;
mod worked;

use crate::process::ask;
use crate::shop::Shop;
use crate::stamp::files;
use std::fmt;
use std::fs;
use std::path::PathBuf;

/// A text file of the repository.
#[derive(Debug)]
struct Source {
    /// From the root, with `/`.
    path: String,
    text: String,
}

/// A breach of a rule, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    path: String,
    line: usize,
    what: String,
    /// Said, but no failure.
    mild: bool,
}

/// What .gitignore names.
const MADE: &[&str] = &[".git", "target", "dist", "node_modules"];

type Rule = fn(&[Source]) -> Vec<Finding>;

const RULES: &[Rule] = &[
    text::rule,
    opening::rule,
    length::rule,
    words::rule,
    catalogue::rule,
    alone::rule,
    worked::rule,
    example::rule,
    purity::rule,
    borders::rule,
    page::rule,
];

/// Prints every finding; fails if one is more than a warning.
pub(crate) fn tidy(shop: &Shop) -> Result<(), String> {
    let sources = read(shop)?;
    let mut findings: Vec<_> = RULES.iter().flat_map(|rule| rule(&sources)).collect();
    findings.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
    findings.iter().for_each(|finding| println!("{finding}"));
    match findings.iter().filter(|finding| !finding.mild).count() {
        0 => Ok(()),
        1 => Err(String::from("one untidy place")),
        count => Err(format!("{count} untidy places")),
    }
}

/// Texts that a machine made to be taken as they are.
const CORPUS: &str = "tests/fuzz/corpus/";

/// All text files that are tracked or would be.
fn read(shop: &Shop) -> Result<Vec<Source>, String> {
    let written = |path: &String| !path.starts_with(CORPUS);
    let load = |path: String| Some(Source { text: fs::read_to_string(shop.root.join(&path)).ok()?, path });
    Ok(paths(shop)?.into_iter().filter(written).filter_map(load).collect())
}

/// All files that are tracked or would be, and are there, from the root with `/`.
pub(crate) fn paths(shop: &Shop) -> Result<Vec<String>, String> {
    let paths = listed(shop).map_or_else(|| walked(shop), Ok)?;
    Ok(paths.into_iter().filter(|path| shop.root.join(path).is_file()).collect())
}

/// What git lists, also where the clone belongs to somebody else.
fn listed(shop: &Shop) -> Option<Vec<String>> {
    let words = ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let listed = ask(shop.program("git").args(words))?;
    Some(listed.split('\0').filter(|path| !path.is_empty()).map(String::from).collect())
}

/// Every file, in a copy that is no clone.
fn walked(shop: &Shop) -> Result<Vec<String>, String> {
    let told = |error: std::io::Error| format!("cannot read the repository: {error}");
    let mut paths = Vec::new();
    for entry in fs::read_dir(&shop.root).map_err(told)? {
        let entry = entry.map_err(told)?;
        if MADE.iter().all(|made| entry.file_name() != *made) {
            paths.extend(files(&entry.path()).map_err(told)?);
        }
    }
    let relative = |path: &PathBuf| path.strip_prefix(&shop.root).unwrap_or(path).to_string_lossy().replace('\\', "/");
    Ok(paths.iter().map(relative).collect())
}

impl Source {
    fn is(&self, kinds: &[&str]) -> bool {
        kinds.contains(&self.path.rsplit_once('.').map_or("", |(_, kind)| kind))
    }

    fn under(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    fn finding(&self, line: usize, what: impl Into<String>) -> Finding {
        Finding { path: self.path.clone(), line, what: what.into(), mild: false }
    }

    fn warning(&self, line: usize, what: impl Into<String>) -> Finding {
        Finding { mild: true, ..self.finding(line, what) }
    }

    /// A finding for every line that `bad` dislikes.
    fn lines(&self, text: &str, bad: impl Fn(&str) -> Option<String>) -> Vec<Finding> {
        let numbered = text.lines().enumerate();
        numbered.filter_map(|(at, line)| Some(self.finding(at + 1, bad(line)?))).collect()
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mildly = if self.mild { "warning: " } else { "" };
        write!(f, "{mildly}{}:{}: {}", self.path, self.line, self.what)
    }
}

/// Whether `word` stands in `text` and is not a part of a longer name.
fn names(text: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(at, _)| !text[..at].ends_with(part) && !text[at + word.len()..].starts_with(part))
}

/// What a rule finds in one sample, as `line: what`.
#[cfg(test)]
fn found(rule: Rule, files: &[(&str, &str)]) -> Vec<String> {
    let source = |&(path, text): &(&str, &str)| Source { path: path.into(), text: text.into() };
    let sources: Vec<_> = files.iter().map(source).collect();
    rule(&sources).iter().map(|finding| format!("{}: {}", finding.line, finding.what)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Source, names};

    #[test]
    fn a_name_is_whole() {
        assert!(names("use wasm_bindgen::prelude", "wasm_bindgen"));
        assert!(!names("use wasm_bindgen_test::x; my_wasm_bindgen", "wasm_bindgen"));
    }

    #[test]
    fn a_finding_is_one_line() {
        let source = Source { path: "a/b.rs".into(), text: String::new() };
        assert_eq!(source.finding(3, "no").to_string(), "a/b.rs:3: no");
        assert_eq!(source.warning(3, "no").to_string(), "warning: a/b.rs:3: no");
    }
}

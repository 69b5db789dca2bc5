//! Reading and writing lines of Python, as far as rules and surfaces need it.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A number that Python reads back as the same double.
pub(super) fn number(n: f64) -> String {
    format!("{n:?}")
}

/// `[1.0, 2.0]`.
pub(super) fn list(numbers: &[f64]) -> String {
    let numbers: Vec<_> = numbers.iter().map(|n| number(*n)).collect();
    format!("[{}]", numbers.join(", "))
}

/// Words of a recipe as part of a comment: one line, whatever stands in them.
pub(super) fn comment(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// The names that a line of Python reads or sets. Attributes, keyword arguments, numbers and texts are none.
pub(super) fn names(line: &str) -> Vec<&str> {
    let (mut found, mut rest, mut before) = (Vec::new(), code(line), ' ');
    while let Some(next) = rest.chars().next() {
        let part = |c: char| c.is_alphanumeric() || c == '_';
        let length = match next {
            '"' => rest[1..].find('"').map_or(rest.len(), |at| at + 2),
            c if part(c) => rest.find(|c: char| !part(c) && (c != '.' || !next.is_ascii_digit())).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (word, after) = rest.split_at(length);
        let keyword = after.starts_with('=') && !after.starts_with("==");
        if part(next) && !next.is_ascii_digit() && before != '.' && !keyword {
            found.push(word);
        }
        (rest, before) = (after, next);
    }
    found
}

/// The line without its comment.
fn code(line: &str) -> &str {
    line.split("  #").next().unwrap_or(line)
}

/// What a line sets: the names left of ` = `, none in other lines.
fn targets(line: &str) -> (Vec<&str>, &str) {
    match line.split_once(" = ") {
        Some((left, right)) if left.trim().chars().all(|c| c.is_alphanumeric() || "_, ".contains(c)) => {
            (names(left), right)
        }
        _ => (Vec::new(), line),
    }
}

/// What lines that are run again and again remember from one time to the next: names that are read before they are set.
pub(super) fn remembered<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let (mut read, mut set) = (Vec::new(), Vec::new());
    for line in lines {
        let (targets, right) = targets(line);
        read.extend(names(right).into_iter().filter(|name| !set.contains(name)));
        set.extend(targets);
    }
    let mut kept: Vec<&str> = Vec::new();
    for name in set {
        if name != "p" && read.contains(&name) && !kept.contains(&name) {
            kept.push(name);
        }
    }
    kept
}

/// Every call of `function` in a line, its arguments rewritten: `calls("2*f(p)", "f", |p| format!("h({p})"))`.
pub(super) fn calls(line: &str, function: &str, rewrite: impl Fn(&str) -> String) -> String {
    let (mut done, mut rest) = (String::new(), line);
    while let Some(at) = rest.find(&format!("{function}(")) {
        let (before, call) = rest.split_at(at);
        let longer = before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.');
        let open = function.len() + 1;
        done.push_str(before);
        match close(&call[open..]) {
            Some(end) if !longer => {
                done.push_str(&rewrite(&call[open..open + end]));
                rest = &call[open + end + 1..];
            }
            _ => {
                done.push_str(&call[..open]);
                rest = &call[open..];
            }
        }
    }
    done + rest
}

/// Where the bracket closes that was opened before this text.
fn close(text: &str) -> Option<usize> {
    let mut depth = 1;
    text.char_indices().find_map(|(at, c)| {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        (depth == 0).then_some(at)
    })
}

/// The names that the code so far speaks of.
#[derive(Clone, Debug, Default)]
pub(super) struct Needs(BTreeSet<String>);

impl Needs {
    /// With the names of another block.
    pub(super) fn and(mut self, block: &str) -> Self {
        self.0.extend(block.lines().filter(|line| !line.trim_start().starts_with("\"\"\"")).flat_map(names).map(str::to_owned));
        self
    }

    /// Whether a name is spoken of.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }
}

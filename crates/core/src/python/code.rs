//! Reading and writing lines of Python, as far as rules, schedules and surfaces need it.

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

/// Lines one step further in.
pub(super) fn indented(code: &str) -> String {
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("    {line}") };
    let lines: Vec<_> = code.lines().map(line).collect();
    lines.join("\n")
}

/// Items side by side in square brackets, on as many lines as they need.
pub(super) fn bracketed(items: &[String]) -> String {
    const WIDTH: usize = 96;
    let one = format!("[{}]", items.join(", "));
    if one.len() <= WIDTH - 20 {
        return one;
    }
    let mut lines: Vec<String> = Vec::new();
    for item in items {
        match lines.last_mut() {
            Some(line) if line.len() + item.len() < WIDTH => *line += &format!(" {item},"),
            _ => lines.push(format!("    {item},")),
        }
    }
    format!("[\n{}\n]", lines.join("\n"))
}

/// The line cut into names and what stands between them. Attributes, keyword arguments, numbers, texts and comments
/// are no names.
fn pieces(line: &str) -> Vec<(bool, &str)> {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    let (mut found, mut rest, mut before) = (Vec::new(), line, ' ');
    while let Some(next) = rest.chars().next() {
        let digit = next.is_ascii_digit();
        let length = match next {
            '#' => rest.len(),
            '"' => rest[1..].find('"').map_or(rest.len(), |at| at + 2),
            c if part(c) => rest.find(|c: char| !part(c) && (c != '.' || !digit)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (word, after) = rest.split_at(length);
        let keyword = after.starts_with('=') && !after.starts_with("==");
        found.push((part(next) && !digit && before != '.' && !keyword, word));
        (rest, before) = (after, next);
    }
    found
}

/// The names that a line reads or sets.
pub(super) fn names(line: &str) -> impl Iterator<Item = &str> {
    pieces(line).into_iter().filter_map(|(name, word)| name.then_some(word))
}

/// The line with names replaced.
pub(super) fn renamed(line: &str, new: impl Fn(&str) -> Option<String>) -> String {
    pieces(line)
        .into_iter()
        .map(|(name, word)| Some(word).filter(|_| name).and_then(&new).unwrap_or(word.to_owned()))
        .collect()
}

/// Names that both dialects take from Python's `math`.
const MATH: &[&str] = &["cos", "e", "exp", "floor", "inf", "pi"];

/// The line with the names of Python's `math` under their full names, so that none is mistaken for an array's.
pub(super) fn with_math(line: &str, taken: &[&str]) -> String {
    renamed(line, |name| (MATH.contains(&name) && !taken.contains(&name)).then(|| format!("math.{name}")))
}

/// What a line sets, and the rest of it: the names left of ` = `, none in other lines.
fn targets(line: &str) -> (Vec<&str>, &str) {
    match line.split_once(" = ") {
        Some((left, right)) if left.chars().all(|c| c.is_alphanumeric() || "_, ".contains(c)) => {
            (names(left).collect(), right)
        }
        _ => (Vec::new(), line),
    }
}

/// What lines that are run again and again remember from one time to the next: names that are read before they are set.
pub(super) fn remembered<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let (mut read, mut set) = (Vec::new(), Vec::new());
    for line in lines {
        let (targets, right) = targets(line);
        read.extend(names(right).filter(|name| !set.contains(name)));
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

/// Every call of `function` in a line, rewritten from its arguments.
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
    let closes = |(_, c): &(usize, char)| {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth == 0
    };
    text.char_indices().find(closes).map(|(at, _)| at)
}

/// The names that the code so far speaks of.
#[derive(Clone, Debug, Default)]
pub(super) struct Needs(BTreeSet<String>);

impl Needs {
    /// With the names of another block.
    #[must_use]
    pub(super) fn and(mut self, block: &str) -> Self {
        let told = |line: &&str| !line.trim_start().starts_with("\"\"\"");
        self.0.extend(block.lines().filter(told).flat_map(names).map(str::to_owned));
        self
    }

    /// Whether a name is spoken of.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list_of(line: &str) -> Vec<&str> {
        names(line).collect()
    }

    #[test]
    fn names_are_no_numbers_attributes_keywords_or_comments() {
        assert_eq!(list_of("x = 1e-4*a + .5*b2**t  # c"), ["x", "a", "b2", "t"]);
        assert_eq!(list_of("torch.optim.SGD([p], lr=rate, on=t == 1)"), ["torch", "p", "rate", "t"]);
        assert_eq!(list_of("p = f(\"q r\") if h<=k else 0x1f"), ["p", "f", "if", "h", "k", "else"]);
    }

    #[test]
    fn memories_are_read_before_they_are_set() {
        assert_eq!(remembered(&["v = mu*v + lr*g", "p = p - v"]), ["v"]);
        assert_eq!(remembered(&["x = sqrt(s)*g", "s = s + x", "p = p - x"]), ["s"]);
        assert_eq!(remembered(&["h = lr if t == 1 else h", "z = sign(g*q)", "q = where(z < 0, 0, g)"]), ["h", "q"]);
        assert_eq!(remembered(&["p = p - lr*g"]), [""; 0]);
    }

    #[test]
    fn a_line_sets_the_names_left_of_its_equals_sign() {
        assert_eq!(targets("best, bad_2 = v, w"), (Vec::from(["best", "bad_2"]), "v, w"));
        for line in ["say(a = b)", "p[0] = a", "a == b"] {
            assert_eq!(targets(line), (Vec::new(), line));
        }
    }

    #[test]
    fn a_call_is_rewritten_with_its_inner_brackets() {
        let with_rows = |line| calls(line, "grad", |inside| format!("grad({inside}, rows)"));
        assert_eq!(with_rows("v = lr*grad(p - (mu)*v) + 1"), "v = lr*grad(p - (mu)*v, rows) + 1");
        assert_eq!(with_rows("a.grad(p) + mygrad(p)"), "a.grad(p) + mygrad(p)");
    }

    #[test]
    fn mathematics_gets_its_full_name() {
        assert_eq!(with_math("(1 + cos(pi * u)) / 2", &[]), "(1 + math.cos(math.pi * u)) / 2");
        assert_eq!(with_math("exp(e)", &["exp"]), "exp(math.e)");
    }

    #[test]
    fn what_a_recipe_says_stays_in_its_comment() {
        assert_eq!(comment("a\nimport os\r\u{c}\u{85}b"), "a import os   b");
    }

    #[test]
    fn long_lists_are_broken_between_items() {
        let items: Vec<String> = (0..40).map(|i| format!("[{i}.0, 0.5]")).collect();
        let text = bracketed(&items);
        assert!(text.lines().count() > 4 && text.lines().all(|line| line.len() <= 97), "{text}");
        assert_eq!(bracketed(&items[..2]), "[[0.0, 0.5], [1.0, 0.5]]");
    }
}

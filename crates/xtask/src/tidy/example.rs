//! The diffs that ARCHITECTURE.md shows as examples are in the files that they name.
//!
//! `+++ path` names a file, `@@` is a gap; the lines between are lines of the file as they stand, each behind a sign.

use super::{Finding, Source};

pub(super) fn rule(sources: &[Source]) -> Vec<Finding> {
    let guide = sources.iter().filter(|source| source.path == "ARCHITECTURE.md");
    guide.flat_map(|guide| hunks(&guide.text).into_iter().filter_map(|hunk| check(&hunk, guide, sources))).collect()
}

/// Lines of a file, as a diff shows them.
struct Hunk {
    /// Where it begins in the text.
    line: usize,
    path: String,
    text: String,
}

fn hunks(text: &str) -> Vec<Hunk> {
    let (mut hunks, mut path, mut within) = (Vec::new(), String::new(), false);
    for (at, line) in text.lines().enumerate() {
        let named = line.strip_prefix("+++ ");
        match line {
            "```diff" => within = true,
            _ if line.starts_with("```") => within = false,
            _ if !within => {}
            _ if named.is_some() || line.starts_with("@@") => {
                path = named.map_or(path, String::from);
                hunks.push(Hunk { line: at + 1, path: path.clone(), text: String::new() });
            }
            _ => hunks.last_mut().into_iter().for_each(|hunk: &mut Hunk| {
                hunk.text += line.get(1..).unwrap_or_default();
                hunk.text.push('\n');
            }),
        }
    }
    hunks
}

fn check(hunk: &Hunk, guide: &Source, sources: &[Source]) -> Option<Finding> {
    let real = sources.iter().any(|source| source.path == hunk.path && source.text.contains(&hunk.text));
    (!real).then(|| guide.finding(hunk.line, format!("this is not how {} reads: show it as it is", hunk.path)))
}

#[cfg(test)]
mod tests {
    use super::{super::found, rule};

    #[test]
    fn an_example_that_is_not_so_is_found() {
        let file = ("a/b.rs", "one\ntwo\nthree\nfour\n");
        let guide = |diff: &str| format!("# A\n\n```diff\n+++ a/b.rs\n{diff}```\n\n+++ c.rs\n+five\n");
        let seen = |diff: &str| found(rule, &[file, ("ARCHITECTURE.md", &guide(diff))]);
        assert_eq!(seen(" one\n+two\n@@ on it goes\n+four\n"), [""; 0]);
        assert_eq!(seen(" one\n+three\n"), ["4: this is not how a/b.rs reads: show it as it is"]);
        assert_eq!(seen("+one\n@@\n+five\n"), ["6: this is not how a/b.rs reads: show it as it is"]);
        assert_eq!(found(rule, &[("ARCHITECTURE.md", &guide("+one\n"))]).len(), 1, "the file is gone");
    }
}

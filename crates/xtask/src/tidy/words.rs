//! The repository speaks of the product alone.

use super::{Finding, Source};

pub(super) fn rule(sources: &[Source]) -> Vec<Finding> {
    sources.iter().flat_map(|source| source.lines(&source.text, check)).collect()
}

fn check(line: &str) -> Option<String> {
    if line.contains(concat!("https://", "registry.")) {
        Some("a registry's address: leave it to the reader's own settings".into())
    } else if line.contains(concat!("../", "shared")) || line.contains(concat!("/work/", "shared")) {
        Some("a path outside the repository: say what is meant".into())
    } else {
        numbered(line).then(|| "the number of an issue: say what is meant".into())
    }
}

/// The word "issue" and a number after it.
fn numbered(line: &str) -> bool {
    let line = line.to_lowercase();
    let mut after = line.match_indices("issue").map(|(at, word)| &line[at + word.len()..]);
    after.any(|rest| {
        let rest = rest.trim_start_matches('s').strip_prefix(' ').map(|rest| rest.trim_start_matches('#'));
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::{super::found, rule};

    #[test]
    fn foreign_words_are_found() {
        let well = "an issue with 2 sides\nhttps://example.org/registry.html\ntissue paper\n";
        assert_eq!(found(rule, &[("a.md", well)]), [""; 0]);
        for bad in [
            concat!("see Issue", " 12"),
            concat!("issues", " #3"),
            concat!("\"resolved\": \"https://", "registry.example/x\""),
            concat!("../", "shared/a.md"),
        ] {
            assert_eq!(found(rule, &[("a.md", bad)]).len(), 1, "{bad}");
        }
    }
}

//! White space: none at a line's end, a newline at the file's end, no tabs where code is indented.

use super::{Finding, Source};

pub(super) fn rule(sources: &[Source]) -> Vec<Finding> {
    sources.iter().flat_map(lines).chain(sources.iter().filter_map(ending)).collect()
}

fn lines(source: &Source) -> Vec<Finding> {
    let no_tabs = source.is(&["rs", "js", "mjs", "css", "md", "html", "toml", "json"]);
    source.lines(&source.text, |line| {
        let trailing = line.ends_with([' ', '\t']).then_some("white space at the end of the line: remove it");
        let tab = (no_tabs && line.contains('\t')).then_some("a tab: indent with spaces");
        let windows = line.ends_with('\r').then_some("a carriage return: end lines with a newline alone");
        Some(String::from(trailing.or(tab).or(windows)?))
    })
}

fn ending(source: &Source) -> Option<Finding> {
    let end = source.text.lines().count();
    let well = source.text.is_empty() || source.text.ends_with('\n') && !source.text.ends_with("\n\n");
    (!well).then(|| source.finding(end, "end the file with exactly one newline"))
}

#[cfg(test)]
mod tests {
    use super::{super::found, rule};

    #[test]
    fn white_space_is_found() {
        assert_eq!(found(rule, &[("a.rs", "fn a() {}\n"), ("b.svg", "\t<g/>\n"), ("c.md", "")]), [""; 0]);
        assert_eq!(found(rule, &[("a.txt", "a \n")]), ["1: white space at the end of the line: remove it"]);
        assert_eq!(found(rule, &[("a.js", "a\n\tb\n")]), ["2: a tab: indent with spaces"]);
        assert_eq!(found(rule, &[("a.rs", "a")]), ["1: end the file with exactly one newline"]);
        assert_eq!(found(rule, &[("a.rs", "a\n\n")]).len(), 1);
    }
}

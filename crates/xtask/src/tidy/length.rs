//! Rooms stay small.

use super::{Finding, Source};

const LONG: usize = 250;
const TOO_LONG: usize = 400;

pub(super) fn rule(sources: &[Source]) -> Vec<Finding> {
    sources.iter().filter(|source| source.is(&["rs", "js", "mjs"])).filter_map(check).collect()
}

fn check(source: &Source) -> Option<Finding> {
    match source.text.lines().count() {
        lines if lines > TOO_LONG => Some(source.finding(lines, format!("over {TOO_LONG} lines: split the file"))),
        lines if lines > LONG => Some(source.warning(lines, format!("over {LONG} lines: does it hold two things?"))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::found, Source, rule};

    #[test]
    fn long_files_are_found() {
        let of = |lines: usize| "x\n".repeat(lines);
        assert_eq!(found(rule, &[("a.rs", &of(250)), ("a.json", &of(999))]), [""; 0]);
        assert_eq!(found(rule, &[("a.rs", &of(401))]), ["401: over 400 lines: split the file"]);
        let warned = rule(&[Source { path: "a.js".into(), text: of(251) }]);
        assert!(warned[0].mild);
    }
}

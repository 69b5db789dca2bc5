//! Every module opens by saying what it is.

use super::{Finding, Source};

pub(super) fn rule(sources: &[Source]) -> Vec<Finding> {
    sources.iter().filter_map(check).collect()
}

fn check(source: &Source) -> Option<Finding> {
    let (mark, what) = match source.path.as_str() {
        path if path.ends_with(".rs") => ("//! ", "open the module with `//!` and what it is"),
        path if path.ends_with(".js") || path.ends_with(".mjs") => ("// ", "open the file with `//` and what it is"),
        _ => return None,
    };
    let first = source.text.lines().find(|line| !line.starts_with("#!")).unwrap_or_default();
    (!first.starts_with(mark)).then(|| source.finding(1, what))
}

#[cfg(test)]
mod tests {
    use super::{super::found, rule};

    #[test]
    fn a_module_without_an_opening_is_found() {
        let well = [("a.rs", "//! A.\n"), ("a.js", "#!/usr/bin/env node\n// A.\n"), ("a.css", "a {}\n")];
        assert_eq!(found(rule, &well), [""; 0]);
        assert_eq!(found(rule, &[("a.rs", "use b;\n")]), ["1: open the module with `//!` and what it is"]);
        assert_eq!(found(rule, &[("www/a.js", "import 'b';\n")]), ["1: open the file with `//` and what it is"]);
        assert_eq!(found(rule, &[("a.rs", "")]).len(), 1);
    }
}

//! Every public module of core shows how it is used, in an example that is run as a test.

use super::code::Keep;
use super::{Finding, Source};

const ROOT: &str = "crates/core/src/lib.rs";

pub(super) fn rule(sources: &[Source]) -> Vec<Finding> {
    let core = sources.iter().filter(|source| source.under("crates/core/src/") && source.is(&["rs"]));
    let public = core.flat_map(|source| modules(source).into_iter().flat_map(|paths| file(sources, &paths)));
    let bare = public.filter(|source| !is_worked(&source.text));
    bare.map(|source| source.finding(1, "no example: show this module at work in a doctest with an assertion"))
        .collect()
}

/// The two files that each `pub mod` of a source may mean.
fn modules(source: &Source) -> Vec<[String; 2]> {
    let folder = if source.path == ROOT { "crates/core/src" } else { source.path.trim_end_matches(".rs") };
    let folder = folder.trim_end_matches("/mod");
    let code = source.code(Keep::Code);
    let names = code.lines().filter_map(|line| line.trim().strip_prefix("pub mod ")?.strip_suffix(';'));
    names.map(|name| [format!("{folder}/{name}.rs"), format!("{folder}/{name}/mod.rs")]).collect()
}

fn file<'a>(sources: &'a [Source], paths: &[String; 2]) -> Option<&'a Source> {
    sources.iter().find(|source| paths.contains(&source.path))
}

/// Whether a block of the documentation is Rust and asserts something.
fn is_worked(text: &str) -> bool {
    let doc =
        |line: &str| Some(line.trim().strip_prefix("//!").or_else(|| line.trim().strip_prefix("///"))?.to_owned());
    let docs = text.lines().filter_map(doc).collect::<Vec<_>>().join("\n");
    docs.split("```").skip(1).step_by(2).any(|block| block.starts_with('\n') && block.contains("assert"))
}

#[cfg(test)]
mod tests {
    use super::{super::found, ROOT, rule};

    #[test]
    fn a_public_module_without_an_example_is_found() {
        let root = (ROOT, "pub mod run;\nmod walker;\n// pub mod old;\n");
        let walker = ("crates/core/src/walker.rs", "//! Walks.\n");
        let run = "crates/core/src/run.rs";
        let well = ["//! Runs.\n//!\n//! ```\n//! assert!(true);\n//! ```\n", "    /// ```\n    /// assert!(true);\n"];
        for text in well {
            assert_eq!(found(rule, &[root, walker, (run, text)]), [""; 0]);
        }
        for text in [
            "//! Runs.\n",
            "//! ```text\n//! assert\n//! ```\n//! assert\n",
            "//! ```\n//! run();\n//! ```\n",
            "// ```\n// assert!(true);\n",
        ] {
            let what = "1: no example: show this module at work in a doctest with an assertion";
            assert_eq!(found(rule, &[root, walker, (run, text)]), [what], "{text}");
        }
    }

    #[test]
    fn so_is_one_that_lies_deeper() {
        let within = ("crates/core/src/analysis.rs", "pub mod path;\n");
        for file in ["crates/core/src/analysis/path.rs", "crates/core/src/analysis/path/mod.rs"] {
            assert_eq!(found(rule, &[within, (file, "//! Paths.\n")]).len(), 1);
        }
        assert_eq!(found(rule, &[("crates/plot/src/lib.rs", "pub mod a;\n"), ("crates/plot/src/a.rs", "")]), [""; 0]);
    }
}

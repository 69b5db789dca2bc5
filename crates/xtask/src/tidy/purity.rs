//! The numbers are the same bits everywhere: core has no std, no unsafe code and no fused arithmetic.
//!
//! What clippy can say is said by the `disallowed-methods` of `crates/core` and `crates/plot`; here is the rest.

use super::code::Keep;
use super::{Finding, Source, names};

const CORE: &str = "crates/core/src/";
const ROOT: &str = "crates/core/src/lib.rs";
const CONFIGURED: &[&str] = &["crates/core/clippy.toml", "crates/plot/clippy.toml"];

/// Each with what to use in its place.
const FORBIDDEN: &[(&str, &str)] = &[
    ("mul_add", "`a * b + c`, as it rounds alike everywhere"),
    ("fma", "`a * b + c`, as it rounds alike everywhere"),
    ("thread_rng", "a seeded generator"),
    ("HashMap", "a sorted map, as its order is the same everywhere"),
    ("HashSet", "a sorted set, as its order is the same everywhere"),
    ("Instant", "nothing: core has no clock"),
    ("SystemTime", "nothing: core has no clock"),
];

pub(super) fn rule(sources: &[Source]) -> Vec<Finding> {
    let core = || sources.iter().filter(|source| source.under(CORE) && source.is(&["rs"]));
    let promises = core().filter(|source| source.path == ROOT).flat_map(promises);
    promises.chain(core().flat_map(numbers)).chain(settings(sources)).collect()
}

fn promises(root: &Source) -> Vec<Finding> {
    let code = root.code(Keep::Code);
    let wanted = ["#![no_std]", "#![forbid(unsafe_code)]"];
    let missing = wanted.iter().filter(|promise| !code.contains(**promise));
    missing.map(|promise| root.finding(1, format!("core must say `{promise}`"))).collect()
}

fn numbers(source: &Source) -> Vec<Finding> {
    source.lines(&source.code(Keep::Code), |line| {
        let (name, instead) = FORBIDDEN.iter().find(|(name, _)| names(line, name))?;
        Some(format!("`{name}` in core: use {instead}"))
    })
}

/// Without its clippy.toml a crate would lose its ban on platform mathematics in silence.
fn settings(sources: &[Source]) -> Vec<Finding> {
    let crates = sources.iter().filter(|source| source.is(&["toml"]) && source.path.ends_with("/Cargo.toml"));
    let wanted = crates.filter_map(|manifest| {
        let settings = manifest.path.replace("Cargo.toml", "clippy.toml");
        let bans = |source: &Source| source.path == settings && source.text.contains("disallowed-methods");
        (CONFIGURED.contains(&settings.as_str()) && !sources.iter().any(bans)).then(|| {
            manifest.finding(1, format!("{settings} must list the disallowed-methods of platform mathematics"))
        })
    });
    wanted.collect()
}

#[cfg(test)]
mod tests {
    use super::{super::found, CORE, ROOT, rule};

    #[test]
    fn core_keeps_its_promises() {
        assert_eq!(found(rule, &[(ROOT, "//! C.\n#![no_std]\n#![forbid(unsafe_code)]\n")]), [""; 0]);
        assert_eq!(found(rule, &[(ROOT, "//! C, #![no_std]\n")]).len(), 2);
    }

    #[test]
    fn numbers_that_differ_are_found() {
        let file = format!("{CORE}a.rs");
        assert_eq!(found(rule, &[(&file, "// no mul_add\nlet schema = sofmap(a);\n")]), [""; 0]);
        assert_eq!(found(rule, &[(&file, "\na.mul_add(b, c)\n")]).len(), 1);
        assert_eq!(found(rule, &[(&file, "libm::fma(a, b, c)\n")]).len(), 1);
        assert_eq!(found(rule, &[("crates/cli/src/a.rs", "a.mul_add(b, c)\n")]), [""; 0]);
    }

    #[test]
    fn a_lost_clippy_toml_is_found() {
        let manifest = ("crates/core/Cargo.toml", "[package]\n");
        assert_eq!(found(rule, &[manifest]).len(), 1);
        assert_eq!(found(rule, &[manifest, ("crates/core/clippy.toml", "disallowed-methods = []\n")]), [""; 0]);
    }
}

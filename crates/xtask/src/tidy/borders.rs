//! Platform dirt stays in its rooms: plotters' backend, wasm-bindgen, loops behind the border.

use super::code::Keep;
use super::{Finding, Source, names};

const PAINTERS: &[&str] =
    &["crates/plot/src/paint.rs", "crates/plot/src/svg.rs", CANVAS, "crates/wasm/src/canvas/pencil.rs"];
const BINDERS: &[&str] = &["crates/border/", "crates/wasm/", "crates/film/", "crates/bulk/", "crates/press/"];
const CANVAS: &str = "crates/wasm/src/canvas.rs";

pub(super) fn rule(sources: &[Source]) -> Vec<Finding> {
    let rust = sources.iter().filter(|source| source.under("crates/") && source.is(&["rs"]));
    rust.flat_map(|source| source.lines(&source.code(Keep::Code), |line| check(&source.path, line))).collect()
}

fn check(path: &str, line: &str) -> Option<String> {
    let backend = names(line, "DrawingBackend") && !PAINTERS.contains(&path);
    let binding = names(line, "wasm_bindgen") && !BINDERS.iter().any(|folder| path.starts_with(folder));
    let looping = path.starts_with("crates/wasm/src/") && path != CANVAS && loops(line);
    if backend {
        Some(format!("`DrawingBackend` outside {}: make a Scene and let them draw it", PAINTERS.join(", ")))
    } else if binding {
        Some(format!("`wasm_bindgen` outside {}: keep this crate free of the browser", BINDERS.join(", ")))
    } else {
        looping.then(|| "a loop in crates/wasm: move the work to core or plot".into())
    }
}

/// A loop starts on this line. `impl A for B` has no `in`.
fn loops(line: &str) -> bool {
    let counted = line.trim_start().starts_with("for ") || line.contains("{ for ") || line.contains(": for ");
    names(line, "while") || names(line, "loop") || counted && names(line, "in")
}

#[cfg(test)]
mod tests {
    use super::{super::found, CANVAS, rule};

    #[test]
    fn a_backend_outside_the_painters_is_found() {
        let text = "use plotters::prelude::DrawingBackend;\n";
        assert_eq!(found(rule, &[("crates/plot/src/paint.rs", text)]), [""; 0]);
        assert_eq!(found(rule, &[("crates/plot/src/layer/path.rs", text)]).len(), 1);
        assert_eq!(found(rule, &[("crates/plot/src/scene.rs", "//! No DrawingBackend.\n")]), [""; 0]);
    }

    #[test]
    fn wasm_bindgen_elsewhere_is_found() {
        let text = "use wasm_bindgen::prelude::*;\n";
        assert_eq!(found(rule, &[("crates/wasm/src/lib.rs", text), ("tests/web.rs", text)]), [""; 0]);
        assert_eq!(found(rule, &[("crates/core/src/run.rs", text)]).len(), 1);
    }

    #[test]
    fn a_loop_behind_the_border_is_found() {
        let lib = "crates/wasm/src/lib.rs";
        for text in ["for a in b {\n", "let a = loop {\n", "while a {\n", "'a: for a in b {\n"] {
            assert_eq!(found(rule, &[(lib, text)]).len(), 1, "{text}");
            assert_eq!(found(rule, &[(CANVAS, text)]), [""; 0]);
        }
        assert_eq!(found(rule, &[(lib, "impl A for B {\n// for a in b\nfn f(a: impl for<'a> F) {\n")]), [""; 0]);
    }
}

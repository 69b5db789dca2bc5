//! What stands before and after: imports, what rules call by name, the loop that prints.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::Dialect;
use super::code::Needs;
use super::ground::Land;
use crate::Plan;

/// What rules call by the library's own names; `abs` and `sum` are Python's.
const ELEMENTWISE: &[&str] = &["clip", "maximum", "sign", "sqrt", "where"];

const NUMPY: &str = r#"np.seterr(all="ignore")  # a run that leaves the finite numbers is a result, not an error"#;
const TORCH: &str = "torch.set_default_dtype(torch.float64)";

/// The script's own words, its imports and its settings.
pub(super) fn head(plan: &Plan, dialect: Dialect, needs: &Needs, land: &Land) -> String {
    let (library, import, setting) = match dialect {
        Dialect::NumPy => ("numpy", "import numpy as np", NUMPY),
        Dialect::PyTorch => ("torch", "import torch", TORCH),
    };
    let mut mathematics = land.constants.clone();
    mathematics.push("isfinite");
    mathematics.sort_unstable();
    let called = |name: &&&str| needs.has(name) && !land.functions.contains(*name);
    let elementwise: Vec<_> = ELEMENTWISE.iter().filter(called).filter(|name| !lifted(dialect, name)).copied().collect();
    let mut lines = Vec::from([
        format!("\"\"\"{}: every point of every run as CSV.", land.title),
        String::new(),
        format!("Written by Ponder {}. Needs {library} and nothing else.", env!("CARGO_PKG_VERSION")),
        "\"\"\"".to_string(),
        String::new(),
        format!("from math import {}", mathematics.join(", ")),
        String::new(),
        import.to_string(),
    ]);
    if !elementwise.is_empty() {
        lines.push(format!("from {library} import {}", elementwise.join(", ")));
    }
    lines.extend([String::new(), setting.to_string(), String::new(), format!("STEPS = {}", plan.steps())]);
    lines.join("\n")
}

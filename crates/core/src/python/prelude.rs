//! What stands before and after: imports, what rules and runs call by name, the loop that prints.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::Dialect;
use super::code::{Needs, comment};
use super::functions;
use super::land::Land;
use crate::Plan;

/// What rules call by the library's own names; `abs` and `sum` are Python's.
const ELEMENTWISE: &[&str] = &["clip", "maximum", "sign", "sqrt", "where"];

const NUMPY: &str = r#"np.seterr(all="ignore")  # a run that leaves the finite numbers is a result, not an error"#;
const TORCH: &str = "torch.set_default_dtype(torch.float64)";

/// The script's own words, its imports, settings and constants.
pub(super) fn head(plan: &Plan, dialect: Dialect, needs: &Needs, land: &Land) -> String {
    let (library, import, setting) = match dialect {
        Dialect::NumPy => ("numpy", "import numpy as np", NUMPY),
        Dialect::PyTorch => ("torch", "import torch", TORCH),
    };
    let title = format!("\"\"\"{}: every point of every run as CSV.\n", comment(&land.title));
    let version = env!("CARGO_PKG_VERSION");
    let words = format!(
        "Written by Ponder {version}. Needs {library} and nothing else; prints what `ponder trajectory` prints, up to rounding.\n\"\"\"\n"
    );
    let mut lines = Vec::from([title, words, "import math\n".to_string(), import.to_string()]);
    let lifted = lifted(dialect, needs, land);
    let apart = |name: &&str| needs.has(name) && !land.functions.contains(name) && !lifted.contains(name);
    let taken: Vec<_> = ELEMENTWISE.iter().copied().filter(apart).collect();
    if !taken.is_empty() {
        lines.push(format!("from {library} import {}", taken.join(", ")));
    }
    lines.push(format!("\n{setting}\n\nSTEPS = {}", plan.steps()));
    lines.extend(land.constants.iter().cloned());
    lines.join("\n")
}

/// PyTorch's functions that must take plain numbers too: the surface's, and the root, which rules take of 1 − βᵗ.
fn lifted(dialect: Dialect, needs: &Needs, land: &Land) -> Vec<&'static str> {
    let root = Some("sqrt").filter(|root| needs.has(root) && !land.functions.contains(root));
    match dialect {
        Dialect::NumPy => Vec::new(),
        Dialect::PyTorch => land.functions.iter().copied().chain(root).collect(),
    }
}

const SOLVE_NUMPY: &str = "\
def solve(A, b):
    try:
        return np.linalg.solve(A, b)
    except np.linalg.LinAlgError:  # A is singular
        return np.full_like(b, np.nan)";

const SOLVE_TORCH: &str = "\
def solve(A, b):
    try:
        return torch.linalg.solve(A, b)
    except torch.linalg.LinAlgError:  # A is singular
        return torch.full_like(b, torch.nan)";

/// Functions that rules and runs call.
pub(super) fn helpers(dialect: Dialect, needs: &Needs, land: &Land) -> Vec<String> {
    let mut blocks = functions::lifted(&lifted(dialect, needs, land));
    let solve = if dialect == Dialect::NumPy { SOLVE_NUMPY } else { SOLVE_TORCH };
    let random = needs.has("shuffled") || needs.has("normals");
    let optional = [
        (needs.has("solve"), solve),
        (random, include_str!("pcg64.py")),
        (needs.has("cyclic"), include_str!("cyclic.py")),
        (needs.has("shuffled"), include_str!("shuffled.py")),
        (needs.has("normals"), include_str!("normals.py")),
    ];
    let kept = optional.into_iter().filter(|(needed, _)| *needed);
    let here = |text: &str| match dialect {
        Dialect::NumPy => text.trim_end().to_string(),
        Dialect::PyTorch => text.trim_end().replace("np.array", "torch.tensor"),
    };
    blocks.extend(kept.map(|(_, text)| here(text)));
    blocks
}

const REPORT: &str = "\
def report(run, points):
    \"\"\"Prints a run as CSV. From its first point on that is not finite, everything is NaN.\"\"\"
    finite = True
    for step in range(STEPS + 1):
        if finite:
            p = next(points)
            row = [*p.tolist(), float(f(p))]
            finite = all(map(math.isfinite, row))
        print(run, step, *(row if finite else [\"NaN\"] * len(row)), sep=\",\")";

/// What prints everything.
pub(super) fn report(plan: &Plan) -> String {
    let parameters = plan.surface().parameters().join(",");
    let runs: Vec<_> = (0..plan.runs().len()).map(|i| format!("run{i}")).collect();
    format!(
        "{REPORT}\n\n\nprint(\"run,step,{parameters},loss\")\nfor i, run in enumerate([{}]):\n    report(i, run())",
        runs.join(", ")
    )
}

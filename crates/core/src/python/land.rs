//! The surface: f(p), and its gradient and Hessian where a run asks for them.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::Dialect;
use super::code::{Needs, names, number, with_math};
use super::functions;
use super::model::{self, Model};
use crate::catalogue::Knob;
use crate::{Plan, Surface};

/// A surface as Python.
#[derive(Debug, Default)]
pub(super) struct Land {
    /// What it is, in words.
    pub(super) title: String,
    /// Functions that it defines, and so need not be imported.
    pub(super) functions: Vec<&'static str>,
    /// Its constants and data.
    pub(super) constants: Vec<String>,
    /// Its functions.
    pub(super) blocks: Vec<String>,
}

/// The surface of a plan, with the derivatives that `needs` names.
pub(super) fn land(plan: &Plan, dialect: Dialect, needs: &Needs) -> Land {
    let mut land = match plan.surface() {
        Surface::Analytic(ground) => formula(ground.python(), &plan.surface().knobs(), dialect, needs),
        Surface::Expression(expression) => formula(&[&expression.python()], &[], dialect, needs),
        _ => Land::default(),
    };
    let mut rows = model::ALL;
    if let Some(model) = Model::of(plan, needs) {
        (land.constants, land.blocks, rows) = (model.constants(dialect), model.blocks(dialect, needs), model.rows());
    }
    land.title = plan.surface().facts().title;
    if dialect == Dialect::PyTorch {
        land.blocks.extend(autograd(rows).into_iter().filter(|(name, _)| needs.has(name)).map(|(_, text)| text));
    }
    land
}

/// PyTorch's own differentiation of f.
fn autograd([given, passed, _]: [&str; 3]) -> [(&'static str, String); 2] {
    let detached = "    p = p.detach().requires_grad_()\n";
    let grad = format!("def grad(p{given}):\n{detached}    return torch.autograd.grad(f(p{passed}), p)[0]");
    let hess = format!("def hess(p{given}):\n    return torch.autograd.functional.hessian(lambda q: f(q{passed}), p)");
    [("grad", grad), ("hess", hess)]
}

const GRADIENT: &str = "\
def grad(p):
    return np.array([slope(f, p, i) for i in range(len(p))])";

const HESSIAN: &str = "\
def hess(p):
    parameters = range(len(p))
    return np.array([[slope(lambda q: slope(f, q, i), p, j) for j in parameters] for i in parameters])";

/// A function of w and b, the last of its lines an expression.
fn formula(lines: &[&str], knobs: &[(&Knob, f64)], dialect: Dialect, needs: &Needs) -> Land {
    let used: Vec<_> = lines.iter().flat_map(|line| names(line)).collect();
    let knobs = knobs.iter().filter(|(knob, _)| used.contains(&knob.id));
    let constants = knobs.map(|(knob, value)| format!("{} = {}  # {}", knob.id, number(*value), knob.about)).collect();
    let f = value(lines, &used);
    if dialect == Dialect::PyTorch {
        let blocks = functions::constants(&used, 1).chain([f]).collect();
        return Land { constants, functions: functions::called(lines), blocks, ..Land::default() };
    }
    let functions = functions::differentiated(lines);
    let mut blocks = functions::dual(&functions, &used);
    blocks.extend([f, GRADIENT.to_string()]);
    blocks.extend(needs.has("hess").then(|| HESSIAN.to_string()));
    Land { constants, functions, blocks, ..Land::default() }
}

fn value(lines: &[&str], used: &[&str]) -> String {
    let functions = functions::called(lines);
    let (last, before) = lines.split_last().unwrap_or((&"0.0", &[]));
    let mut body: Vec<_> = before.iter().map(|line| format!("    {}\n", with_math(line, &functions))).collect();
    // What is the same everywhere has a slope all the same.
    let flat = if used.contains(&"w") || used.contains(&"b") { "" } else { " + 0 * w" };
    body.push(format!("    return {}{flat}", with_math(last, &functions)));
    format!("def f(p):\n    w, b = p\n{}", body.concat())
}

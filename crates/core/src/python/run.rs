//! One run as a generator of its points: start, knobs, memories, and the rule's own lines in a loop.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::Dialect;
use super::code::{self, list, names, number, remembered};
use crate::RunPlan;
use crate::catalogue::{Knob, Scale};

/// The whole function: `def run0():` and what it yields.
pub(super) fn block(i: usize, run: &RunPlan, dialect: Dialect) -> String {
    let named = (run.name() != run.method().title).then(|| format!("# {}\n", code::comment(run.name())));
    let head = [format!("def run{i}():"), format!("    \"\"\"{}.\"\"\"", about(run)), format!("    # {}", run.method().source)];
    let body = match library(run, dialect) {
        Some(optimizer) => by_library(run, optimizer),
        None => by_hand(run, dialect),
    };
    let lines: Vec<_> = head.into_iter().chain(body.into_iter().map(|line| format!("    {line}"))).collect();
    named.unwrap_or_default() + &lines.join("\n")
}

fn about(run: &RunPlan) -> String {
    let whose = match run.convention() {
        "pytorch" => "PyTorch",
        "optax" => "Optax",
        "keras" => "Keras",
        _ => "the course",
    };
    format!("{}, as {whose} has it", run.method().title)
}

/// The library's optimizer that is this rule, if it takes these values.
fn library(run: &RunPlan, dialect: Dialect) -> Option<&'static str> {
    let takes = |(id, value): &(&str, f64)| match *id {
        "beta1" | "beta2" => *value < 1.0,
        "decay" => *value <= 1.0,
        "eta_minus" => *value > 0.0 && *value < 1.0,
        "eta_plus" => *value > 1.0,
        "momentum" => *value > 0.0,
        _ => true,
    };
    let optimizer = run.form().torch.filter(|_| dialect == Dialect::PyTorch)?;
    run.settings().all().iter().all(takes).then_some(optimizer)
}

/// The rule as its lines.
fn by_hand(run: &RunPlan, dialect: Dialect) -> Vec<String> {
    let rule = run.writing().python;
    let mut lines = knobs(run, rule, dialect);
    lines.push(format!("p = {}", dialect.array(&list(run.start()))));
    let kept = remembered(rule);
    if !kept.is_empty() {
        lines.push(format!("{} = {}.zeros({})", kept.join(" = "), dialect.library(), run.start().len()));
    }
    let looks = rule.iter().any(|line| names(line).contains(&"g"));
    let mut update = vec!["yield p".to_string()];
    update.extend(looks.then(|| "g = grad(p)".to_string()));
    update.extend(rule.iter().map(ToString::to_string));
    repeat(lines, update, "yield p")
}

/// The rule as the library's optimizer.
fn by_library(run: &RunPlan, optimizer: &str) -> Vec<String> {
    let mut lines = knobs(run, &[optimizer], Dialect::PyTorch);
    lines.push(format!("p = torch.tensor({}, requires_grad=True)", list(run.start())));
    lines.push(format!("optimizer = {optimizer}"));
    let update = ["yield p.detach()", "optimizer.zero_grad()", "f(p).backward()", "optimizer.step()"];
    repeat(lines, update.map(String::from).into(), "yield p.detach()")
}

fn repeat(mut lines: Vec<String>, update: Vec<String>, last: &str) -> Vec<String> {
    lines.push("for t in range(1, STEPS + 1):".to_string());
    lines.extend(update.iter().map(|line| format!("    {line}")));
    lines.push(last.to_string());
    lines
}

/// A line for every knob that the rule's lines read.
fn knobs(run: &RunPlan, rule: &[&str], dialect: Dialect) -> Vec<String> {
    let used: Vec<&str> = rule.iter().flat_map(|line| names(line)).collect();
    let knobs = run.form().knobs.iter().filter(|knob| used.contains(&short(knob.id)));
    knobs.map(|knob| format!("{} = {}  # {}", short(knob.id), value(run, knob, dialect), knob.about)).collect()
}

/// What a rule's lines call a knob.
fn short(id: &'static str) -> &'static str {
    match id {
        "learning_rate" => "lr",
        "momentum" => "mu",
        "lambda" => "lambda_",
        other => other,
    }
}

fn value(run: &RunPlan, knob: &Knob, dialect: Dialect) -> String {
    let value = run.settings().of(knob.id);
    match knob.scale {
        Scale::Flag => (if value == 0.0 { "False" } else { "True" }).to_string(),
        Scale::Words(words) => format!("{:?}", words.get(value as usize).copied().unwrap_or_default()),
        // Where 1 − βᵗ is nothing, a plain number would refuse to be divided by it.
        _ if knob.id.starts_with("beta") && value >= 1.0 => match dialect {
            Dialect::NumPy => format!("np.float64({})", number(value)),
            Dialect::PyTorch => format!("torch.tensor({})", number(value)),
        },
        _ => number(value),
    }
}

//! One run as a generator of its points: start, knobs, memories, and the rule's own lines in a loop.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::Dialect;
use super::around::{Around, Lines};
use super::code::{self, indented, list, names, number, remembered};
use crate::catalogue::{Knob, Scale};
use crate::{Plan, RunPlan};

/// The whole function: `def run0():` and the points that it yields.
pub(super) fn block(plan: &Plan, i: usize, run: &RunPlan, dialect: Dialect) -> String {
    let named =
        if run.name() == run.method().title { String::new() } else { format!("# {}\n", code::comment(run.name())) };
    let around = Around::of(run);
    let lines = around.lines(plan.validation().is_some());
    let mut body = match library(run, &around, plan.steps(), dialect) {
        Some(optimizer) => by_library(run, optimizer, &around, lines),
        None => by_hand(run, &around, lines, dialect),
    };
    body.dedup_by(|next, line| next.is_empty() && line.is_empty());
    let about = format!("\"\"\"{}.\"\"\"\n# {}", about(run), run.method().source);
    format!("{named}def run{i}():\n{}", indented(&format!("{about}\n{}", body.join("\n"))))
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

/// PyTorch's optimizer that is this rule, if it takes these values. Without momentum it would keep no memory at all,
/// and begin one when the momentum rises.
fn library(run: &RunPlan, around: &Around, steps: usize, dialect: Dialect) -> Option<&'static str> {
    let takes = |(id, value): &(&str, f64)| match *id {
        "beta1" | "beta2" => *value < 1.0,
        "decay" => *value <= 1.0,
        "eta_minus" => *value > 0.0 && *value < 1.0,
        "eta_plus" => *value > 1.0,
        "momentum" => *value > 0.0 || around.moves_momentum(),
        _ => true,
    };
    let optimizer = run.form().torch.filter(|_| dialect == Dialect::PyTorch)?;
    (run.settings().all().iter().all(takes) && around.keeps_momentum(steps)).then_some(optimizer)
}

/// The rule as its lines.
fn by_hand(run: &RunPlan, around: &Around, Lines { before, each }: Lines, dialect: Dialect) -> Vec<String> {
    let rule = run.writing().python;
    let mut lines = knobs(run, around, rule, dialect);
    lines.extend(before);
    lines.push(format!("p = {}", dialect.array(&list(run.start()))));
    let kept = remembered(rule);
    if !kept.is_empty() {
        lines.push(format!("{} = {}.zeros({})", kept.join(" = "), dialect.library(), run.start().len()));
    }
    let looks = rule.iter().any(|line| names(line).any(|name| name == "g"));
    let update = Some("g = grad(p)").filter(|_| looks).into_iter().chain(rule.iter().copied());
    let update = each.into_iter().chain(update.map(|line| around.seen(line)));
    repeat(lines, "yield p", update)
}

/// The rule as PyTorch's optimizer.
fn by_library(run: &RunPlan, optimizer: &str, around: &Around, Lines { before, each }: Lines) -> Vec<String> {
    let mut lines = knobs(run, around, &[optimizer], Dialect::PyTorch);
    lines.extend(before);
    lines.push(format!("p = torch.tensor({}, requires_grad=True)", list(run.start())));
    let now = |name: &str| match name {
        "lr" if around.schedules_rate() => Some("learning_rate".to_string()),
        "mu" if around.moves_momentum() => Some("momentum_schedule(0)".to_string()),
        _ => None,
    };
    lines.push(format!("optimizer = {}", code::renamed(optimizer, now)));
    let mut update = each;
    let moved = [(around.moves_rate(), "lr", "lr"), (around.moves_momentum(), "momentum", "mu")];
    let set = |(_, key, name)| format!("optimizer.param_groups[0][\"{key}\"] = {name}");
    update.extend(moved.into_iter().filter(|(moves, ..)| *moves).map(set));
    update.extend(["optimizer.zero_grad()".to_string(), around.seen("f(p).backward()")]);
    update.extend(around.is_noisy().then(|| "p.grad += deviation * next(noise)".to_string()));
    update.push("optimizer.step()".to_string());
    repeat(lines, "yield p.detach()", update)
}

fn repeat(mut lines: Vec<String>, stand: &str, update: impl IntoIterator<Item = String>) -> Vec<String> {
    lines.push("for t in range(1, STEPS + 1):".to_string());
    lines.push(format!("    {stand}"));
    lines.extend(update.into_iter().map(|line| format!("    {line}")));
    lines.push(stand.to_string());
    lines
}

/// A line for every knob that the rule's lines read.
fn knobs(run: &RunPlan, around: &Around, rule: &[&str], dialect: Dialect) -> Vec<String> {
    let used: Vec<&str> = rule.iter().flat_map(|line| names(line)).collect();
    let line = |knob: &Knob, name| format!("{name} = {}  # {}", value(run, knob, dialect), knob.about);
    let knobs = run.form().knobs.iter().filter_map(|knob| match knob.id {
        "learning_rate" if !used.contains(&"lr") => None,
        "learning_rate" if around.schedules_rate() => Some(line(knob, "learning_rate")),
        "learning_rate" => Some(line(knob, "lr")),
        "momentum" => (used.contains(&"mu") && !around.moves_momentum()).then(|| line(knob, "mu")),
        "lambda" => used.contains(&"lambda_").then(|| line(knob, "lambda_")),
        id => used.contains(&id).then(|| line(knob, id)),
    });
    knobs.collect()
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

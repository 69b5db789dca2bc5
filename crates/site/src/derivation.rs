//! Derivations: every line in TeX, its reason in words, and an expression that must have the same value as the line before.
//!
//! ```text
//! title: The slope of one point
//! at: w = -2, b = -2
//! let: x = 2.5, y = 0.9, f = sigmoid(w*x + b)
//!
//! $ \nabla w = \frac{\partial}{\partial w} \tfrac12 (f - y)^2
//! = slope_w((f - y)^2 / 2)
//! This is what the gradient along w means.
//!
//! $ = (f - y) \, \frac{\partial f}{\partial w}
//! = (f - y) * slope_w(f)
//! Chain rule. The target y does not depend on w.
//! ```

use ponder::{Dual, Number};

use crate::arithmetic::{Names, evaluate};
use crate::fence::Fence;
use crate::problem::{Problem, Source};

/// Lines of a derivation may differ by this share: they are the same number, rounded in different orders.
const SAME: f64 = 1e-12;

/// A derivation whose lines were found to agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Derivation {
    /// What it derives.
    pub title: String,
    /// The numbers at which its lines were checked: `w = −2, b = −2, x = 2.5`.
    pub numbers: String,
    /// The value that every line has there.
    pub value: f64,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// One line of a derivation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The formula.
    pub tex: String,
    /// Why it follows from the line before.
    pub reason: String,
}

/// Reads and checks a derivation.
pub fn read(source: &Source, fence: &Fence<'_>) -> Result<Derivation, Problem> {
    let first = source.line(fence.offset);
    let lines: Vec<_> = (first..).zip(fence.text.lines()).collect();
    let mut blocks = lines.split(|(_, text)| text.trim().is_empty()).filter(|block| !block.is_empty());
    let wrong = |line, message: &str| source.problem_on(line, message);
    let head = blocks.next().ok_or_else(|| wrong(first, "a derivation opens with title:, at: and let:"))?;
    let [title, at, given] = ["title", "at", "let"].map(|key| {
        let found = head.iter().find_map(|(_, text)| text.strip_prefix(key)?.strip_prefix(':'));
        found
            .map(str::trim)
            .ok_or_else(|| wrong(first, &format!("{key}: missing; a derivation opens with title:, at:, let:")))
    });
    let (title, at, given) = (title?, at?, given?);
    let names = names(at, given).map_err(|message| wrong(first, &message))?;
    let mut derived: Vec<Line> = Vec::new();
    let mut value = f64::NAN;
    for block in blocks {
        let (line, read, expression) = one(source, block)?;
        let here = evaluate(expression, &names).map_err(|message| wrong(line + 1, &message))?.value();
        if !derived.is_empty() && ((here - value).abs() > SAME * value.abs() || here.is_nan()) {
            return Err(wrong(
                line + 1,
                &format!("this line is {here}, the line before {value}; all lines must be equal"),
            ));
        }
        value = here;
        derived.push(read);
    }
    if derived.len() < 2 {
        return Err(wrong(first, "a derivation has at least two lines"));
    }
    let typed = |definition: &&str| !definition.contains(|c: char| "(*/".contains(c));
    let numbers: Vec<_> = at.split(',').chain(given.split(',')).filter(typed).map(str::trim).collect();
    let numbers = numbers.join(", ").replace('-', "−");
    Ok(Derivation { title: title.to_owned(), numbers, value, lines: derived })
}

/// One block: its line number, its formula and reason, its expression.
fn one<'s>(source: &Source, block: &[(usize, &'s str)]) -> Result<(usize, Line, &'s str), Problem> {
    let at = block[0].0;
    let need = |i: usize, mark: &str, what: &str| {
        let found = block.get(i).and_then(|(_, text)| text.strip_prefix(mark));
        found.map(str::trim).ok_or_else(|| source.problem_on(at, format!("needed is {what}")))
    };
    let tex = need(0, "$ ", "`$ ` and a formula, as the first line of a step")?.to_owned();
    let expression = need(1, "= ", "`= ` and an expression, as the second line of a step")?;
    let reason = block[2..].iter().map(|(_, text)| text.trim()).collect::<Vec<_>>().join(" ");
    if reason.is_empty() {
        return Err(source.problem_on(at, "needed is the reason, as the third line of a step"));
    }
    Ok((at, Line { tex, reason }, expression))
}

/// The values of all names: w and b, then the others in their order.
fn names(at: &str, given: &str) -> Result<Names, String> {
    let [w, b] = Dual::coordinates([0.0, 0.0]);
    let mut names: Names = Vec::new();
    for (definition, direction) in at.split(',').zip([w.grad, b.grad]) {
        let (name, expression) = pair(definition)?;
        names.push((name, Dual { value: evaluate(expression, &names)?.value, grad: direction }));
    }
    if names.iter().map(|(name, _)| name.as_str()).ne(["w", "b"]) {
        return Err(format!("at: \"{at}\"; write both, as at: w = -2, b = -2"));
    }
    for definition in given.split(',') {
        let (name, expression) = pair(definition)?;
        names.push((name, evaluate(expression, &names)?));
    }
    Ok(names)
}

fn pair(definition: &str) -> Result<(String, &str), String> {
    let parts = definition.split_once('=').map(|(name, expression)| (name.trim().to_owned(), expression.trim()));
    parts.ok_or_else(|| format!("\"{definition}\"; write name = value"))
}

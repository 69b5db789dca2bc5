//! What a template can ask of the curvature under a run, and of each parameter apart.

use ponder::Run;
use ponder::Vector;
use ponder::analysis::eigen::eigenvalues;
use ponder::analysis::rates::effective_rate;
use ponder::analysis::series::travel;

use crate::quantity::{Measure, Value};
use crate::record::Record;

/// Name, clauses, measure; see [`crate::quantity`].
pub(crate) const QUANTITIES: &[(&str, &str, Measure)] = &[
    ("curvature-ww", "@ t", |on, run, c| c.step(on).map(|t| Value::Number(hessian(on, run, t)[0].0[0]))),
    ("curvature-wb", "@ t", |on, run, c| c.step(on).map(|t| Value::Number(hessian(on, run, t)[0].0[1]))),
    ("curvature-bb", "@ t", |on, run, c| c.step(on).map(|t| Value::Number(hessian(on, run, t)[1].0[1]))),
    ("most-curvature", "@ t", |on, run, c| c.step(on).map(|t| Value::Number(extremes(on, run, t)[0]))),
    ("least-curvature", "@ t", |on, run, c| c.step(on).map(|t| Value::Number(extremes(on, run, t)[1]))),
    ("curvature-along", "@ t", |on, run, c| c.step(on).map(|t| Value::Number(along(on, run, t)))),
    ("optimal-rate", "@ t", |on, run, c| c.step(on).map(|t| Value::Number(1.0 / along(on, run, t)))),
    ("way-w", "@ t..u", |on, run, c| c.span(on).map(|span| Value::Number(way(on, run, span, 0)))),
    ("way-b", "@ t..u", |on, run, c| c.span(on).map(|span| Value::Number(way(on, run, span, 1)))),
    ("rate-w", "@ t", |on, run, c| Ok(Value::Number(rates(on, run, c.step(on)?)?[0]))),
    ("rate-b", "@ t", |on, run, c| Ok(Value::Number(rates(on, run, c.step(on)?)?[1]))),
];

fn hessian(on: &Record, run: usize, t: usize) -> [Vector; 2] {
    on.land().curve(on.point(run, t)).hess
}

fn extremes(on: &Record, run: usize, t: usize) -> [f64; 2] {
    eigenvalues(&on.land().curve(on.point(run, t)))
}

/// gᵀHg / gᵀg: how fast the slope itself changes on the way of steepest descent.
fn along(on: &Record, run: usize, t: usize) -> f64 {
    let g = on.gradient(run, t);
    g.dot(Vector(hessian(on, run, t).map(|row| row.dot(g)))) / g.dot(g)
}

/// How far one parameter went, back and forth.
fn way(on: &Record, run: usize, (from, to): (usize, usize), parameter: usize) -> f64 {
    travel((from..=to).map(|t| on.point(run, t).0[parameter]))
}

/// The effective rates of the update that leaves point `t`.
fn rates(on: &Record, run: usize, t: usize) -> Result<Vec<f64>, String> {
    let mut updates = Run::new(on.plan(), run).into_iter().flatten().filter_map(|entry| entry.update);
    let update = updates.nth(t).ok_or_else(|| format!("no update leaves step {t} of {}", on.id()))?;
    Ok(effective_rate(&update, on.plan().parameters()))
}

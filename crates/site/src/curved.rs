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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Clauses;

    fn record(recipe: &str) -> Record {
        Record::new("probe", ponder::check(&serde_json::from_str(recipe).unwrap()).unwrap())
    }

    fn measured(on: &Record, name: &str, at: &str) -> Value {
        let measure = crate::quantity::find(name, on).unwrap();
        measure(on, 0, &mut Clauses::parse(["@", at].into_iter()).unwrap()).unwrap()
    }

    #[test]
    fn the_best_rate_is_one_over_the_curvature_along_the_gradient() {
        let on = record(
            r#"{"surface":{"expression":"w^2+10*b^2"},"runs":[{"method":"optimal-step","start":[1.5,1],"learning_rate":1}],"steps":1}"#,
        );
        assert_eq!(measured(&on, "optimal-rate", "0"), Value::Number(1.0 / (8018.0 / 409.0)));
        assert_eq!(measured(&on, "curvature-bb", "0"), Value::Number(20.0));
        assert_eq!(measured(&on, "most-curvature", "0"), Value::Number(20.0));
        assert_eq!(measured(&on, "least-curvature", "1"), Value::Number(2.0));
    }

    #[test]
    fn adagrads_first_step_is_its_rate_in_both_parameters() {
        let on = record(
            r#"{"surface":{"expression":"w^2+10*b^2"},"runs":[{"method":"adagrad","start":[1.5,1],"learning_rate":0.1,"epsilon":0}],"steps":1}"#,
        );
        assert_eq!(measured(&on, "rate-w", "0"), Value::Number(0.1 / 3.0));
        assert_eq!(measured(&on, "rate-b", "0"), Value::Number(0.1 / 20.0));
        for way in ["way-w", "way-b"] {
            let Value::Number(way) = measured(&on, way, "0..1") else { panic!("no number") };
            assert!((way - 0.1).abs() < 1e-15, "{way}");
        }
    }
}

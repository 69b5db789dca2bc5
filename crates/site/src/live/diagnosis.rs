//! Diagnosis: what a run that will not learn looks like. The reader names the cause, and hears why it is or is not.

use std::fmt::Write as _;

use ponder::recipe::fields::{self, Fields};
use ponder::{Tree, check};
use serde_json::json;

use super::chart::{Axis, Chart, nice};
use super::{Drawn, Kind, Scope, choice};
use crate::caption;
use crate::html::escape;
use crate::question::Question;
use crate::record::Record;

/// How many points the curve of a neuron has.
const POINTS: usize = 60;
/// A loss below this is drawn here: its logarithm has to end somewhere.
const LEAST: f64 = 1e-6;

/// A run and the question about it.
struct Case {
    record: Record,
    question: Question,
}

pub(super) const ENTRY: Kind = Kind::new("diagnosis", draw).asks(answer);

fn draw(_: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let cases = cases(fields)?;
    let many = cases.len();
    let each: String = (1..).zip(&cases).map(|(n, case)| case.html(n)).collect();
    let html = format!("{each}{}", choice::ELSEWHERE);
    let record = format!("{many} runs; below each picture its settings.");
    Some(Drawn { data: json!({}), html, record, title: None })
}

/// The same for the list of answers.
fn answer(tree: &Tree) -> Option<String> {
    let mut faults = Vec::new();
    let cases = cases(&mut Fields::of(tree, "", &mut faults)?)?;
    Some((1..).zip(&cases).map(|(n, case)| choice::solved(&format!("Case {n}"), &case.question)).collect())
}

fn cases(fields: &mut Fields<'_, '_>) -> Option<Vec<Case>> {
    let tree = fields.required("cases", "a list of cases")?;
    let Some(items) = tree.list() else {
        fields.wrong("cases", tree, "allowed is a list of cases");
        return None;
    };
    let mut found = Vec::new();
    for (i, item) in items.iter().enumerate() {
        found.push(case(item, &format!("cases[{i}]"), fields)?);
    }
    Some(found)
}

fn case(tree: &Tree, path: &str, fields: &mut Fields<'_, '_>) -> Option<Case> {
    let mut keys = Fields::of(tree, path, fields.faults())?;
    let recipe = keys.required("recipe", "a recipe")?;
    let question = choice::read(&mut keys);
    let place = fields::join(path, "recipe");
    let record = match check(recipe) {
        Ok(plan) => Some(Record::new("case", plan)),
        Err(faults) => {
            keys.faults().extend(faults.0.into_iter().map(|mut fault| {
                fault.path = fields::join(&place, &fault.path);
                fault
            }));
            None
        }
    };
    keys.finish("a case");
    Some(Case { record: record?, question: question? })
}

impl Case {
    fn html(&self, n: usize) -> String {
        let settings = escape(&caption::record(self.record.plan()));
        format!(
            "<section class=\"case\">\n<h3>Case {n}</h3>\n<div class=\"seen\">\n{}{}</div>\n<p class=\"record\">{settings}</p>\n{}</section>\n",
            self.losses(),
            self.fit().unwrap_or_default(),
            choice::html(&self.question)
        )
    }

    /// The loss over the steps, as a power of ten.
    fn losses(&self) -> String {
        let last = self.record.plan().steps();
        let points: Vec<[f64; 2]> = (0..=last)
            .map(|t| [t as f64, self.record.loss(0, t).max(LEAST).log10()])
            .filter(|[_, y]| y.is_finite())
            .collect();
        let [low, high] = ends(points.iter().map(|[_, y]| *y));
        let (low, high) = (low.floor(), high.ceil().max(low.floor() + 1.0));
        let chart = small(
            Axis { name: "step", range: [0.0, last as f64], parts: 2, unit: "" },
            Axis { name: "loss, as a power of ten", range: [low, high], parts: parts(high - low), unit: "" },
        );
        let alt = "The loss of the run over its steps, as a power of ten.";
        chart.svg("losses", alt, &curve(&chart.path(points)))
    }

    /// The data and the neuron's curve at the end.
    fn fit(&self) -> Option<String> {
        let plan = self.record.plan();
        let (fit, at) = (plan.surface().fit()?, self.record.point(0, plan.steps()));
        let data = fit.data;
        let [left, right] = ends(data.iter().map(|row| row[0]));
        let (low, high) = (left - 0.1 * (right - left), right + 0.1 * (right - left));
        let drawn: Vec<[f64; 2]> = (0..=POINTS)
            .map(|i| low + (high - low) * i as f64 / POINTS as f64)
            .map(|x| [x, fit.predict(at, x)])
            .collect();
        let [_, most] = ends(data.iter().map(|row| row[1]));
        let top = nice(most.max(1.0));
        let floor = if drawn.iter().any(|[_, y]| *y < -0.05 * top) { -top / 2.0 } else { 0.0 };
        let inside_plot: Vec<_> = drawn.into_iter().filter(|[_, y]| (floor..=1.001 * top).contains(y)).collect();
        let chart = small(
            Axis { name: "input x", range: [low, high], parts: 2, unit: "" },
            Axis {
                name: "answer, after the last step",
                range: [floor, top],
                parts: if floor < 0.0 { 3 } else { 2 },
                unit: "",
            },
        );
        let mut inside = curve(&chart.path(inside_plot));
        for row in data {
            let (x, y) = (chart.x(row[0]), chart.y(row[1]));
            let _ =
                write!(inside, "<circle class=\"f-accent\" fill=\"#0f6b6b\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4.5\"/>");
        }
        Some(chart.svg("fitted", "The data, and the neuron’s curve after the last step.", &inside))
    }
}

fn small<'n>(x: Axis<'n>, y: Axis<'n>) -> Chart<'n> {
    Chart { size: [300.0, 200.0], plot: [44.0, 276.0, 28.0, 152.0], feet: 18.0, x, y }
}

fn curve(path: &str) -> String {
    format!("<path class=\"s-run-0\" stroke=\"#1d1b18\" stroke-width=\"2\" fill=\"none\" d=\"{path}\"/>\n")
}

fn ends(values: impl Iterator<Item = f64>) -> [f64; 2] {
    values.fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], x| [low.min(x), high.max(x)])
}

/// At most five labels.
fn parts(range: f64) -> usize {
    let range = range as usize;
    (1..=4).rev().find(|parts| range.is_multiple_of(*parts)).unwrap_or(1)
}

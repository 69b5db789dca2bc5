//! A sweep: the loss at the end of a run over its learning rate, both on scales of powers of ten, with the rates that
//! were tried, and the bound 2/λ at the minimum.

use std::fmt::Write as _;

use ponder::analysis::{curvature, eigenvalues};
use ponder::recipe::fields::{self, Fields};
use ponder::{Landscape, Plan, Vector};
use serde_json::{Value, json};

use super::chart::{Axis, Chart, POWER, short, words};
use super::{Drawn, Kind, Scope, recipe, varied};
use crate::html::late;

/// Below this power of ten a loss is rounding.
const FLOOR: f64 = -20.0;
/// Rates in each power of ten.
const FINE: i32 = 24;

pub(super) const ENTRY: Kind = Kind::new("sweep", draw).commits();

fn draw(scope: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let recipe = recipe(fields);
    let tried = fields.required("tried", "the rates of the grid")?;
    let many = tried.list().map_or(0, <[_]>::len);
    let tried = fields::numbers(tried, "tried", many, fields.faults())?;
    fields.required("powers", "the first and the last power of ten")?;
    let powers = fields.numbers("powers", 2)?;
    let (recipe, plan) = recipe?;
    let Some(bound) = bound(&plan).filter(|_| tried.iter().all(|rate| *rate > 0.0)) else {
        fields.broken("allowed is a surface with a known minimum, and rates above 0");
        return None;
    };
    let steps = plan.steps();
    let name = format!("loss after {steps} steps");
    let chart = Chart {
        size: [480.0, 340.0],
        plot: [52.0, 466.0, 28.0, 282.0],
        feet: 20.0,
        x: Axis { name: "learning rate", range: [powers[0], powers[1]], parts: 6, unit: POWER },
        y: Axis { name: &name, range: [FLOOR, 0.0], parts: 5, unit: POWER },
    };
    let data = json!({ "recipe": recipe, "tried": tried, "powers": powers, "fine": FINE, "floor": FLOOR, "bound": bound, "chart": chart.scale() });
    let empty = chart.svg("sweep", &scope.alt, &border(&chart, bound));
    let html = format!("<div class=\"play\">\n{empty}</div>\n") + &late(&told(scope, &chart, &recipe, &tried, bound)?);
    let record = format!(
        "Gradient descent, {steps} steps from the same start for every rate. The line is 2/λ at the minimum, {}.",
        short(bound, 4)
    );
    Some(Drawn { data, html, record, title: None })
}

/// Two over the largest curvature at the minimum.
fn bound(plan: &Plan) -> Option<f64> {
    let at = *plan.surface().facts().minima.first()?;
    let [most, _] = eigenvalues(&plan.surface().curve(Vector(at)));
    Some(curvature::largest_rate(most))
}

fn border(chart: &Chart<'_>, bound: f64) -> String {
    let x = chart.x(bound.log10());
    let [.., top, bottom] = chart.plot;
    format!(
        "<path class=\"s-quiet\" stroke=\"#66615a\" stroke-dasharray=\"4 4\" d=\"M{x:.1} {top}V{bottom}\"/>{}\n",
        words(x + 6.0, bottom - 8.0, "start", "quiet", "2/λ")
    )
}

/// The loss at the end, as a power of ten.
fn ends(recipe: &Value, rate: f64) -> Option<(f64, f64)> {
    let plan = varied(recipe, |run| run["learning_rate"] = json!(rate))?;
    let loss = *plan.trajectory().last()?;
    Some((loss, loss.log10().clamp(FLOOR, 0.0)))
}

/// The whole curve and the tried rates, in a picture and a table.
fn told(scope: &Scope<'_>, chart: &Chart<'_>, recipe: &Value, tried: &[f64], bound: f64) -> Option<String> {
    let [low, high] = chart.x.range;
    let count = ((high - low) * f64::from(FINE)).round() as i32;
    let powers = (0..=count).map(|i| low + f64::from(i) / f64::from(FINE));
    let points: Option<Vec<_>> = powers.map(|power| Some([power, ends(recipe, 10f64.powf(power))?.1])).collect();
    let mut inside = border(chart, bound);
    let _ = write!(
        inside,
        "<path class=\"s-run-0\" stroke=\"#1d1b18\" stroke-width=\"2\" stroke-linejoin=\"round\" fill=\"none\" d=\"{}\"/>",
        chart.path(points?)
    );
    let mut rows = String::new();
    for rate in tried {
        let (loss, power) = ends(recipe, *rate)?;
        let (x, y) = (chart.x(rate.log10()), chart.y(power));
        let _ = write!(inside, "<circle class=\"f-accent\" fill=\"#0f6b6b\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4.5\"/>");
        let _ = writeln!(rows, "<tr><th scope=\"row\">{rate}</th><td>{}</td></tr>", short(loss, 6));
    }
    let picture = chart.svg("swept", &scope.alt, &inside);
    Some(format!(
        "{picture}<table class=\"measured\">\n<thead><tr><th scope=\"col\">Rate</th><th scope=\"col\">{}</th></tr></thead>\n\
         <tbody>\n{rows}</tbody>\n</table>\n",
        chart.y.name
    ))
}

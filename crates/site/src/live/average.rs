//! Adam's two averages on a ramp whose slope is one everywhere, measured with noise: as they come, and corrected.

use std::fmt::Write as _;

use ponder::recipe::fields::Fields;
use ponder::{Run, Tree, Update};
use serde_json::{Value, json};

use super::chart::{Axis, Chart, short, words};
use super::{Drawn, Kind, Scope, choice};
use crate::caption;

const STEPS: usize = 60;
const NOISE: f64 = 0.5;
/// What the table tells: after so many updates.
const ROWS: [usize; 5] = [1, 2, 3, 10, 50];
/// The averages in the order in which they are drawn: as they come, corrected.
const PAIRS: [[&str; 2]; 2] = [["m", r"\hat{m}"], ["v", r"\hat{v}"]];

pub(super) const ENTRY: Kind = Kind::new("average", draw).commits().asks(answer);

fn draw(scope: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let (question, recipe) = (choice::read(fields)?, choice::recipe(fields)?);
    let charts = charts();
    let html = choice::asking(&question, &result(&recipe, &charts, &scope.alt));
    let squares = [0.0, 0.25, 0.5, 1.0].map(|noise: f64| [noise, 1.0 + noise * noise]);
    let shown = choice::noisy(&recipe, STEPS, NOISE);
    let record = caption::record(&choice::plan(shown.clone()));
    let data = json!({
        "recipe": shown, "pairs": PAIRS, "mean": charts[0].scale(), "square": charts[1].scale(),
        "noises": squares,
    });
    Some(Drawn { data, html, record, title: None })
}

/// The same for the list of answers.
fn answer(tree: &Tree) -> Option<String> {
    choice::answer(tree, |recipe, alt| result(recipe, &charts(), alt))
}

/// Every update of a run with so much noise.
fn updates(recipe: &Value, noise: f64) -> Vec<Update> {
    let plan = choice::plan(choice::noisy(recipe, STEPS, noise));
    Run::new(&plan, 0).expect("a run").filter_map(|entry| entry.update).collect()
}

/// What an update notes under a symbol, for w.
fn noted(update: &Update, symbol: &str) -> f64 {
    update.parts.iter().rfind(|(_, noted, _)| *noted == symbol).map_or(f64::NAN, |(.., value)| value[0])
}

fn charts() -> [Chart<'static>; 2] {
    [("m, the average slope", [-1.0, 3.0], 4), ("v, the average square", [0.0, 4.0], 4)].map(|(name, range, parts)| {
        Chart {
            size: [440.0, 250.0],
            plot: [40.0, 426.0, 28.0, 200.0],
            feet: 20.0,
            x: Axis { name: "update", range: [0.0, STEPS as f64], parts: 6, unit: "" },
            y: Axis { name, range, parts, unit: "" },
        }
    })
}

fn result(recipe: &Value, charts: &[Chart<'_>; 2], alt: &str) -> String {
    let updates = updates(recipe, NOISE);
    let mut out = String::new();
    for ((chart, [plain, corrected]), (class, truth)) in
        charts.iter().zip(PAIRS).zip([("mean", 1.0), ("square", 1.0 + NOISE * NOISE)])
    {
        let path = |symbol: &str| chart.path((1..).zip(&updates).map(|(t, u)| [f64::from(t), noted(u, symbol)]));
        let inside = format!(
            "<g class=\"still\"><path class=\"s-quiet\" stroke=\"#66615a\" d=\"{}\"/>{}\n\
             <path class=\"s-accent\" stroke=\"#0f6b6b\" stroke-width=\"2.5\" stroke-dasharray=\"6 4\" fill=\"none\" d=\"{}\"/>\n\
             <path class=\"s-run-0\" stroke=\"#1d1b18\" stroke-width=\"2\" fill=\"none\" d=\"{}\"/></g>\n",
            chart.path([[0.0, truth], [STEPS as f64, truth]]),
            words(chart.x(STEPS as f64), chart.y(truth) - 6.0, "end", "quiet", "true"),
            path(plain),
            path(corrected)
        );
        out += &chart.svg(class, alt, &inside);
    }
    out += "<p class=\"key\"><span class=\"broken\">as it comes</span> <span class=\"whole\">corrected</span></p>\n";
    out + &table(recipe)
}

/// Without noise: what is missing is only the weight that lies on the zero.
fn table(recipe: &Value) -> String {
    let updates = updates(recipe, 0.0);
    let mut out = String::from(
        "<table class=\"both\">\n<thead><tr><th scope=\"col\">Without noise, after update</th><th scope=\"col\">m</th>\
         <th scope=\"col\">m, corrected</th><th scope=\"col\">v</th><th scope=\"col\">v, corrected</th></tr></thead>\n<tbody>\n",
    );
    for t in ROWS {
        let _ = write!(out, "<tr><th scope=\"row\">{t}</th>");
        for symbol in PAIRS.concat() {
            let _ = write!(out, "<td>{}</td>", short(noted(&updates[t - 1], symbol), 3));
        }
        out += "</tr>\n";
    }
    out + "</tbody>\n</table>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_noise_only_the_corrected_averages_are_right_at_once() {
        let run = json!({ "method": "adam", "start": [0, 0], "learning_rate": 1, "epsilon": 0 });
        let recipe = json!({ "surface": { "expression": "w + b" }, "steps": 1, "runs": [run] });
        let first = &updates(&recipe, 0.0)[0];
        assert!((noted(first, "m") - 0.1).abs() < 1e-15 && (noted(first, "v") - 0.001).abs() < 1e-15);
        assert!(PAIRS.iter().all(|[_, corrected]| (noted(first, corrected) - 1.0).abs() < 1e-12));
    }
}

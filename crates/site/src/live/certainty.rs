//! How sure Adam is of its direction: the length of its steps, in rates, on a ramp that is measured with more and more noise.

use std::fmt::Write as _;

use ponder::Tree;
use ponder::analysis::signal::ratios;
use ponder::recipe::fields::Fields;
use serde_json::{Value, json};

use super::chart::{Axis, Chart, short};
use super::{Drawn, Kind, Scope, choice};
use crate::caption;

const STEPS: usize = 400;
/// The averages are full enough from here on.
const FROM: usize = 100;
/// Which of them a reader meets first.
const FIRST: usize = 4;
/// Deviations of the noise, beside a slope of 1; the picture on paper shows none and the one that is met first.
const NOISES: [f64; 7] = [0.0, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0];

pub(super) const ENTRY: Kind = Kind::new("certainty", draw).commits().asks(answer);

fn draw(scope: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let (question, recipe) = (choice::read(fields)?, choice::recipe(fields)?);
    let chart = chart();
    let html = choice::asking(&question, &result(&recipe, &chart, &scope.alt));
    let shown = choice::noisy(&recipe, STEPS, NOISES[FIRST]);
    let record = caption::record(&choice::plan(shown.clone()));
    let record = format!("{record} Averages are over the updates {FROM} to {STEPS}.");
    let data = json!({ "recipe": shown, "first": FIRST, "from": FROM, "noises": NOISES, "chart": chart.scale() });
    Some(Drawn { data, html, record, title: None })
}

/// The same for the list of answers.
fn answer(tree: &Tree) -> Option<String> {
    choice::answer(tree, |recipe, alt| result(recipe, &chart(), alt))
}

/// The steps downhill, in rates: with rate 1 a step is the ratio itself.
fn steps(recipe: &Value, noise: f64) -> Vec<f64> {
    let rows = choice::plan(choice::noisy(recipe, STEPS, noise)).trajectory();
    let at: Vec<f64> = rows.chunks_exact(3).map(|row| row[0]).collect();
    at.windows(2).map(|pair| pair[0] - pair[1]).collect()
}

/// How long a step is on average, and how far it leads downhill.
fn means(steps: &[f64]) -> [f64; 2] {
    let late = &steps[FROM..];
    [late.iter().map(|step| step.abs()).sum::<f64>(), late.iter().sum::<f64>()].map(|sum| sum / late.len() as f64)
}

fn chart() -> Chart<'static> {
    Chart {
        size: [480.0, 260.0],
        plot: [40.0, 462.0, 28.0, 210.0],
        feet: 20.0,
        x: Axis { name: "update", range: [0.0, STEPS as f64], parts: 4, unit: "" },
        y: Axis { name: "step downhill, in rates", range: [-1.0, 1.5], parts: 5, unit: "" },
    }
}

fn result(recipe: &Value, chart: &Chart<'_>, alt: &str) -> String {
    let path = |noise| chart.path((1..).zip(steps(recipe, noise)).map(|(t, step)| [f64::from(t), step]));
    let inside = format!(
        "<g class=\"still\"><path class=\"s-run-0\" stroke=\"#1d1b18\" stroke-width=\"2\" fill=\"none\" d=\"{}\"/>\n\
         <path class=\"s-accent\" stroke=\"#0f6b6b\" stroke-width=\"1.5\" fill=\"none\" d=\"{}\"/></g>\n",
        path(NOISES[0]),
        path(NOISES[FIRST])
    );
    chart.svg("steps", alt, &inside) + &table(recipe)
}

fn table(recipe: &Value) -> String {
    let mut out = String::from(
        "<table class=\"both\">\n<thead><tr><th scope=\"col\">Slopes</th><th scope=\"col\">length of a step, in rates</th>\
         <th scope=\"col\">of it downhill</th></tr></thead>\n<tbody>\n",
    );
    let mut row = |name: &str, [length, downhill]: [f64; 2]| {
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\">{name}</th><td>{}</td><td>{}</td></tr>",
            short(length, 2),
            short(downhill, 2)
        );
    };
    for noise in NOISES {
        row(&format!("1, with noise of {noise}"), means(&steps(recipe, noise)));
    }
    let flipping = ratios((0..STEPS).map(|t| if t % 2 == 0 { 1.0 } else { -1.0 }), 0.9, 0.999);
    row("1 and −1 in turn", means(&flipping));
    let spike = spike();
    row("a lone one after ten thousand zeros", [spike, spike]);
    out + "</tbody>\n</table>\n"
}

/// The ratio for a lone slope after a long silence.
fn spike() -> f64 {
    let silence = std::iter::repeat_n(0.0, 10_000);
    ratios(silence.chain([1.0]), 0.9, 0.999).pop().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_noise_makes_shorter_steps() {
        let run = json!({ "method": "adam", "start": [0, 0], "learning_rate": 1, "epsilon": 0, "noise": { "deviation": 0, "seed": 1 } });
        let recipe = json!({ "surface": { "expression": "w + b" }, "steps": 1, "runs": [run] });
        let lengths = NOISES.map(|noise| means(&steps(&recipe, noise))[0]);
        assert!(lengths.is_sorted_by(|a, b| a > b), "{lengths:?}");
        assert!((lengths[0] - 1.0).abs() < 1e-9 && (spike() - 3.162).abs() < 1e-3);
    }
}

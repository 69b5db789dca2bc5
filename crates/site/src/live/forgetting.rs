//! How much a square counts that is k steps old: the weights of a moving average as bars, beside a sum that forgets nothing.

use std::fmt::Write as _;

use ponder::recipe::fields::Fields;
use serde_json::json;

use super::chart::{Axis, Chart, short};
use super::{Drawn, Kind, Scope};
use crate::html::late;

/// How many steps back the picture reaches.
const BACK: usize = 40;
/// The decays of the slider.
const DECAYS: [f64; 9] = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99];
/// The one that stands first, and on paper.
const FIRST: usize = 5;
/// What the question offers.
const OFFERS: [usize; 4] = [1, 7, 22, 50];

pub(super) const ENTRY: Kind = Kind::new("forgetting", draw);

fn draw(scope: &Scope<'_>, _: &mut Fields<'_, '_>) -> Option<Drawn> {
    let rows: Vec<_> = DECAYS.iter().map(|&decay| row(decay)).collect();
    let chart = Chart {
        size: [520.0, 280.0],
        plot: [50.0, 506.0, 28.0, 230.0],
        feet: 20.0,
        x: Axis { name: "steps ago", range: [0.0, BACK as f64], parts: 4, unit: "" },
        y: Axis { name: "weight", range: [0.0, 0.5], parts: 5, unit: "" },
    };
    let mut bars = String::from("<g class=\"still\">");
    for (k, weight) in weights(DECAYS[FIRST]).enumerate() {
        let (x, y) = (chart.x(k as f64), chart.y(weight));
        let (wide, tall) = (0.8 * (chart.x(1.0) - chart.x(0.0)), chart.y(0.0) - y);
        let _ = write!(
            bars,
            "<rect class=\"f-accent\" fill=\"#0f6b6b\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{tall:.1}\"/>"
        );
    }
    let html = chart.svg("forgetting", &scope.alt, &(bars + "</g>\n")) + &late(&table());
    let data = json!({ "rows": rows, "first": FIRST, "offers": OFFERS, "back": BACK, "chart": chart.scale() });
    let record = format!("The weight of a square that is k steps old, (1 − β) βᵏ, for k = 0 to {}.", BACK - 1);
    Some(Drawn { data, html, record, title: None })
}

fn weights(decay: f64) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(1.0 - decay), move |weight| Some(decay * weight)).take(BACK)
}

/// How many of the newest squares have at least half of all the weight.
fn half(decay: f64) -> usize {
    let (mut sum, mut count) = (0.0, 0);
    for weight in std::iter::successors(Some(1.0 - decay), |weight| Some(decay * weight)) {
        if sum >= 0.5 {
            break;
        }
        sum += weight;
        count += 1;
    }
    count
}

fn row(decay: f64) -> serde_json::Value {
    let shown: Vec<_> = weights(decay).collect();
    let drawn: Vec<_> = shown.iter().map(|weight| (weight * 1e6).round() / 1e6).collect();
    let total: f64 = shown.iter().sum();
    json!({ "decay": decay, "weights": drawn, "half": half(decay), "total": short(total, 3), "tenth": short(shown[9], 2) })
}

/// A few decays, for paper.
fn table() -> String {
    let mut rows = String::new();
    for decay in [0.5, 0.9, 0.99] {
        let shown: Vec<_> = weights(decay).collect();
        let cells =
            [short(shown[0], 2), short(shown[9], 2), half(decay).to_string()].map(|cell| format!("<td>{cell}</td>"));
        let _ = writeln!(rows, "<tr><th scope=\"row\">{decay}</th>{}</tr>", cells.concat());
    }
    format!(
        "<table class=\"measured\">\n<thead><tr><th scope=\"col\">β</th><th scope=\"col\">newest</th>\
         <th scope=\"col\">nine steps older</th><th scope=\"col\">half the weight lies in the newest</th></tr></thead>\n\
         <tbody>\n{rows}</tbody>\n</table>\n"
    )
}

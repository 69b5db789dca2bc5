//! The answer of one neuron over its weight w, at a fixed input and bias, with the tangent: its slope is f (1 − f) x.

use std::fmt::Write as _;

use ponder::recipe::fields::Fields;
use ponder::{Dual, Number};
use serde_json::json;

use super::chart::{Axis, Chart, short, words};
use super::{Drawn, Kind, Scope};

/// How many places the slider has.
const NOTCHES: usize = 120;

/// The answer at one weight and its exact slope along w.
#[derive(Clone, Copy)]
struct Place {
    w: f64,
    f: f64,
    slope: f64,
}

impl Place {
    fn of(w: f64, b: f64, x: f64) -> Self {
        let [weight] = Dual::<1>::coordinates([w]);
        let f = (weight * x + b).sigmoid();
        Self { w, f: f.value, slope: f.grad.0[0] }
    }
}

pub(super) const ENTRY: Kind = Kind::new("tangent", draw);

fn draw(scope: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let number = |fields: &mut Fields<'_, '_>, key| {
        fields.required(key, "a number")?;
        fields.number(key, f64::NEG_INFINITY)
    };
    let (x, b) = (number(fields, "x"), number(fields, "b"));
    fields.required("w", "the two ends of the axis")?;
    let ends = fields.numbers("w", 2)?;
    fields.required("at", "three weights")?;
    let at = fields.numbers("at", 3)?;
    let (x, b, low, high) = (x?, b?, ends[0], ends[1]);
    if low >= high || at.iter().any(|&w| w < low || w > high) {
        fields.broken("allowed is a rising w, and at inside it");
        return None;
    }
    let name = format!("weight w, where x = {} and b = {}", plain(x), plain(b));
    let chart = Chart {
        size: [460.0, 300.0],
        plot: [50.0, 446.0, 28.0, 250.0],
        feet: 20.0,
        x: Axis { name: &name, range: [low, high], parts: 3, unit: "" },
        y: Axis { name: "answer f", range: [0.0, 1.0], parts: 4, unit: "" },
    };
    let places: Vec<_> =
        (0..=NOTCHES).map(|i| Place::of(low + (high - low) * i as f64 / NOTCHES as f64, b, x)).collect();
    let rows: Vec<_> = places.iter().map(|p| json!([p.w, p.f, 1.0 - p.f, p.slope])).collect();
    let curve = chart.path(places.iter().map(|p| [p.w, p.f]));
    let mut inside = format!(
        "<path class=\"s-run-0\" stroke=\"#1d1b18\" stroke-width=\"2\" fill=\"none\" d=\"{curve}\"/>\n<g class=\"still\">"
    );
    for place in at.iter().map(|&w| Place::of(w, b, x)) {
        inside += &tangent(&chart, place);
    }
    inside += "</g>\n";
    let data = json!({ "x": x, "rows": rows, "start": at[1], "chart": chart.scale() });
    let record = "The slopes come from differentiating the curve, not from the formula.".into();
    Some(Drawn { data, html: chart.svg("sigmoid", &scope.alt, &inside), record, title: None })
}

fn tangent(chart: &Chart<'_>, Place { w, f, slope }: Place) -> String {
    let [low, high] = chart.x.range;
    let half = 0.11 * (high - low);
    let (x, y) = (chart.x(w), chart.y(f));
    let ends = chart.path([[w - half, f - half * slope], [w + half, f + half * slope]]);
    let mut out = format!("<path class=\"s-accent\" stroke=\"#0f6b6b\" stroke-width=\"2\" d=\"{ends}\"/>");
    let _ = write!(out, "<circle class=\"f-accent\" fill=\"#0f6b6b\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4.5\"/>");
    let label = format!("slope {}", short(slope, 2));
    let (x, y, anchor) = if f > 0.5 { (x + 10.0, y + 22.0, "start") } else { (x, y - 16.0, "end") };
    out += &words(x, y, anchor, "accent", &label);
    out
}

fn plain(value: f64) -> String {
    value.to_string().replace('-', "−")
}

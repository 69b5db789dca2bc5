//! A dial at a point of a run: a direction u, its angle to the gradient, and how fast the loss changes along it.

use std::fmt::Write as _;

use ponder::Vector;
use ponder::recipe::fields::Fields;
use ponder_plot::contour;
use ponder_plot::heights::Heights;
use ponder_plot::levels::Levels;
use serde_json::json;

use super::chart::{Axis, Chart, nice, open, short, words};
use super::{Drawn, Kind, Scope};
use crate::record::Record;

const SIZE: f64 = 250.0;
const MIDDLE: f64 = SIZE / 2.0;
/// The length of u on the page: 1 in the plane of the parameters.
const ONE: f64 = 96.0;
/// Where the direction points that a picture on paper shows, from the gradient, in degrees.
const SHOWN: f64 = 120.0;

pub(super) const ENTRY: Kind = Kind::new("dial", draw);

fn draw(scope: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let record = scope.record(fields);
    let step = fields.whole("step", 0, record.map_or(0, |record| record.plan().steps())).unwrap_or(0);
    fields.required("length", "a small length")?;
    let length = fields.number("length", 1e-9)?;
    let record = record?;
    let Some(figure) = scope.exhibits.figures.iter().find(|figure| figure.id == record.id()) else {
        fields.broken("a dial needs a figure; a bare recipe is not enough");
        return None;
    };
    let at = record.point(0, step);
    let gradient = record.land().slope(at);
    let chart = chart(gradient.norm());
    let (surface, run) = (figure.tree.get("surface")?, figure.tree.get("runs")?.list()?.first()?);
    let data = json!({
        "surface": surface, "run": run, "at": at.0, "length": length,
        "middle": [MIDDLE, MIDDLE], "one": ONE, "chart": chart.scale(),
    });
    let html = format!("{}{}", compass(record, at, gradient, &scope.alt), rates(&chart, record, at, gradient, length));
    let [w, b] = at.0.map(|x| short(x, 3));
    let record = format!("At ({w},\u{a0}{b}). The rate is measured over a step of length {length} along u.");
    Some(Drawn { data, html, record, title: None })
}

/// The ground around the point, the gradient, and a direction.
fn compass(record: &Record, at: Vector, gradient: Vector, alt: &str) -> String {
    let mut out = open("compass", [SIZE, SIZE], alt);
    let _ = write!(
        out,
        "<path class=\"s-level\" stroke=\"#a8a298\" stroke-width=\"1\" fill=\"none\" d=\"{}\"/>\n\
         <circle class=\"s-rule\" stroke=\"#a8a298\" fill=\"none\" cx=\"{MIDDLE}\" cy=\"{MIDDLE}\" r=\"{ONE}\"/>\n",
        ground(record, at)
    );
    let up = gradient / gradient.norm();
    let (sin, cos) = SHOWN.to_radians().sin_cos();
    let u = Vector([up.0[0] * cos - up.0[1] * sin, up.0[0] * sin + up.0[1] * cos]);
    out += &arrow(up, 0.72, "quiet", "∇L");
    let _ = writeln!(out, "<g class=\"still\">{}</g>", arrow(u, 1.0, "accent", "u"));
    let _ =
        write!(out, "<circle class=\"f-ink\" fill=\"#1d1b18\" cx=\"{MIDDLE}\" cy=\"{MIDDLE}\" r=\"4.5\"/>\n</svg>\n");
    out
}

/// An arrow from the point, with its name beyond its tip.
fn arrow(Vector([x, y]): Vector, length: f64, role: &str, name: &str) -> String {
    let color = if role == "quiet" { "#66615a" } else { "#0f6b6b" };
    let at =
        |along: f64, aside: f64| format!("{:.1} {:.1}", MIDDLE + along * x - aside * y, MIDDLE - along * y - aside * x);
    let (tip, neck) = (ONE * length, ONE * length - 12.0);
    format!(
        "<path class=\"s-{role}\" stroke=\"{color}\" stroke-width=\"2.5\" d=\"M{}L{}\"/>\
         <path class=\"f-{role}\" fill=\"{color}\" d=\"M{}L{}L{}z\"/>{}\n",
        at(0.0, 0.0),
        at(neck, 0.0),
        at(tip, 0.0),
        at(neck, 5.0),
        at(neck, -5.0),
        words(MIDDLE + (tip + 15.0) * x, MIDDLE - (tip + 15.0) * y + 4.5, "middle", role, name)
    )
}

/// Level lines inside the circle: only the points in it are kept, in runs.
fn ground(record: &Record, at: Vector) -> String {
    let Vector([w, b]) = at;
    let window = [[w - 1.0, w + 1.0], [b - 1.0, b + 1.0]];
    let heights = Heights::sample(window, 81, 81, |w, b| record.land().value(Vector([w, b])));
    let mut data = String::new();
    for level in Levels::linear(&heights, 9).values {
        for line in contour::lines(&heights, level) {
            let mut inside = false;
            for [x, y] in line {
                let [x, y] = [(x - w) * ONE, (y - b) * ONE];
                let within = x.hypot(y) < ONE;
                if within {
                    let pen = if inside { 'L' } else { 'M' };
                    let _ = write!(data, "{pen}{:.1} {:.1}", MIDDLE + x, MIDDLE - y);
                }
                inside = within;
            }
        }
    }
    data
}

fn chart(slope: f64) -> Chart<'static> {
    let high = nice(slope);
    let x = Axis { name: "angle from the gradient to u", range: [0.0, 360.0], parts: 4, unit: "°" };
    let y = Axis { name: "change of the loss per unit of way", range: [-high, high], parts: 2, unit: "" };
    Chart { size: [380.0, SIZE], plot: [52.0, 362.0, 28.0, 202.0], feet: 20.0, x, y }
}

/// What the argument forecasts at every angle, and what is measured at some.
fn rates(chart: &Chart<'_>, record: &Record, at: Vector, gradient: Vector, length: f64) -> String {
    let slope = gradient.norm();
    let forecast = (0..=90).map(|i| 4.0 * f64::from(i)).map(|turn| [turn, slope * turn.to_radians().cos()]);
    let mut inside = format!(
        "<path class=\"s-quiet\" stroke=\"#66615a\" stroke-dasharray=\"4 4\" fill=\"none\" d=\"{}\"/>\n<g class=\"still\">",
        chart.path(forecast)
    );
    for turn in (0..=12).map(|i| 30.0 * f64::from(i)) {
        let (sin, cos) = f64::to_radians(turn).sin_cos();
        let Vector([x, y]) = (length / slope) * gradient;
        let there = at + Vector([x * cos - y * sin, x * sin + y * cos]);
        let rate = (record.land().value(there) - record.land().value(at)) / length;
        let (x, y) = (chart.x(turn), chart.y(rate));
        let _ = write!(inside, "<circle class=\"f-accent\" fill=\"#0f6b6b\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\"/>");
    }
    inside += "</g>\n";
    let alt =
        "The rate over the angle: a cosine, highest along the gradient at 0 and 360 degrees, lowest at 180 degrees.";
    chart.svg("rates", alt, &inside)
}

//! The loss along the path: a curve over the distance walked, a dot every few steps, slopes as triangles, and under it
//! one tick a step. Gentle ground shows at once as crowded ticks. Beside it every step's length over the slope there.

use std::fmt::Write as _;

use ponder::recipe::fields::{self, Fields};
use serde_json::json;

use super::chart::{Axis, Chart, short, words};
use super::{Drawn, Kind, Scope};
use crate::caption;
use crate::record::Record;

/// The top of the strip with the ticks of the steps.
const STRIP: f64 = 262.0;
/// The way under a triangle, as a part of the whole.
const RUN: f64 = 0.1;

/// A step's place: how far was walked, the loss, the slope there and how long the step is.
#[derive(Clone, Copy)]
struct Spot {
    walked: f64,
    loss: f64,
    slope: f64,
    step: f64,
}

pub(super) const ENTRY: Kind = Kind::new("profile", draw);

fn draw(scope: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let record = scope.record(fields);
    fields.required("steps", "the first and the last step")?;
    let steps = fields.numbers("steps", 2)?;
    let triangles = fields.required("triangles", "a list of steps")?;
    let many = triangles.list().map_or(0, <[_]>::len);
    let triangles = fields::numbers(triangles, "triangles", many, fields.faults())?;
    let record = record?;
    let (from, to) = (steps[0] as usize, steps[1] as usize);
    let whole = |t: &f64| t.fract() == 0.0 && *t >= steps[0] && *t < steps[1];
    if !(whole(&steps[0]) && steps[1].fract() == 0.0 && to <= record.plan().steps() && triangles.iter().all(whole)) {
        let last = record.plan().steps();
        fields.broken(format!("allowed are rising whole steps up to {last}, and triangles between them"));
        return None;
    }
    let spots = spots(record, from, to);
    let walked: f64 = spots.last().map_or(0.0, |spot| spot.walked);
    let (side, share) = (side(walked, &spots), share(&spots));
    let run = RUN * side.x.range[1];
    let rows: Vec<_> = spots.iter().map(|s| json!([s.walked, s.loss, s.slope, s.step])).collect();
    let data = json!({
        "rate": record.plan().runs()[0].learning_rate(), "from": from, "start": triangles.first(), "rows": rows, "run": run, "strip": STRIP,
        "side": side.scale(), "share": share.scale(),
    });
    let still: String = triangles.iter().map(|&t| triangle(&side, spots[t as usize - from], run, t)).collect();
    let html = format!("{}{}", along(&side, &spots, &still, &scope.alt), lengths(&share, &spots));
    let record = format!("{} Shown are steps {from} to {to}.", caption::record(record.plan()));
    Some(Drawn { data, html, record, title: None })
}

fn spots(record: &Record, from: usize, to: usize) -> Vec<Spot> {
    let mut walked = 0.0;
    let one = |t: usize| {
        let step = (record.point(0, t + 1) - record.point(0, t)).norm();
        let spot = Spot { walked, loss: record.loss(0, t), slope: record.gradient(0, t).norm(), step };
        walked += step;
        spot
    };
    (from..to).map(one).collect()
}

/// The curve seen from the side.
fn side(walked: f64, spots: &[Spot]) -> Chart<'static> {
    let high = spots.iter().map(|spot| spot.loss).fold(0.0, f64::max);
    let x = Axis::up("distance walked in the (w, b) plane", walked);
    let y = Axis::up("loss", high);
    Chart { size: [480.0, 340.0], plot: [48.0, 466.0, 28.0, 252.0], feet: 46.0, x, y }
}

/// A step's length over the slope.
fn share(spots: &[Spot]) -> Chart<'static> {
    let most = |of: fn(&Spot) -> f64| spots.iter().map(of).fold(0.0, f64::max);
    let x = Axis::up("steepness", most(|spot| spot.slope));
    let y = Axis::up("length of the step", most(|spot| spot.step));
    Chart { size: [240.0, 220.0], plot: [44.0, 222.0, 28.0, 172.0], feet: 20.0, x, y }
}

fn along(chart: &Chart<'_>, spots: &[Spot], still: &str, alt: &str) -> String {
    let curve = chart.path(spots.iter().map(|spot| [spot.walked, spot.loss]));
    let ticks: String = spots.iter().map(|spot| format!("M{:.1} {STRIP}v12", chart.x(spot.walked))).collect();
    let dots: String = spots.iter().step_by(5).map(|spot| dot(chart.x(spot.walked), chart.y(spot.loss), 3.0)).collect();
    let inside = format!(
        "<g class=\"still\">{still}</g>\n<path class=\"s-run-0\" stroke=\"#1d1b18\" stroke-width=\"2\" fill=\"none\" d=\"{curve}\"/>\n\
         {dots}<path class=\"s-run-0\" stroke=\"#1d1b18\" d=\"{ticks}\"/>\n"
    );
    chart.svg("side", alt, &inside)
}

fn lengths(chart: &Chart<'_>, spots: &[Spot]) -> String {
    let dots: String = spots.iter().map(|spot| dot(chart.x(spot.slope), chart.y(spot.step), 2.5)).collect();
    let alt = "The length of every step over the steepness where it begins: all on one straight line through zero.";
    chart.svg("share", alt, &dots)
}

fn dot(x: f64, y: f64, r: f64) -> String {
    format!("<circle class=\"f-run-0\" fill=\"#1d1b18\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r}\"/>\n")
}

/// The slope at a step: how far the loss falls over the same stretch of way.
fn triangle(chart: &Chart<'_>, spot: Spot, run: f64, t: f64) -> String {
    let below = spot.loss - spot.slope * run;
    let [x, y, wide, deep] = [chart.x(spot.walked), chart.y(spot.loss), chart.x(spot.walked + run), chart.y(below)];
    let mut out = format!(
        "<path class=\"f-accent\" fill=\"#0f6b6b\" fill-opacity=\"0.14\" d=\"M{x:.1} {y:.1}H{wide:.1}V{deep:.1}z\"/>\
         <path class=\"s-accent\" stroke=\"#0f6b6b\" stroke-width=\"1.5\" fill=\"none\" d=\"M{x:.1} {y:.1}H{wide:.1}V{deep:.1}\"/>"
    );
    // A shallow triangle is too low to stand beside: its label goes above the curve.
    let beside = if deep - y < 30.0 { y - 12.0 } else { f64::midpoint(y, deep) + 4.5 };
    let label = format!("step {t}: steepness {}", short(spot.slope, 2));
    let _ = write!(out, "{}", words(wide + 8.0, beside, "start", "accent", &label));
    out
}

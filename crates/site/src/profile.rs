//! The loss along the path: a curve over the distance walked, a dot every few steps, two slopes as triangles, and under
//! it one tick a step. Gentle ground shows at once as crowded ticks.
//!
//! ```text
//! title: The loss along the way
//! alt: What a reader who cannot see it should know.
//! steps: 0..150
//! triangles: 40, 80
//! ```

use std::fmt::Write as _;

use crate::caption;
use crate::fence::Fence;
use crate::html::escape;
use crate::number::{Digits, Place, write};
use crate::problem::{Problem, Source};
use crate::record::Record;
use crate::template::fill;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 360.0;
/// Left, right, top and bottom of the curve; the ticks of the steps stand below.
const PLOT: [f64; 4] = [64.0, 700.0, 16.0, 268.0];
const STRIP: f64 = 292.0;

/// A profile as its fence asks for it.
#[derive(Debug)]
pub struct Profile<'s> {
    title: &'s str,
    alt: String,
    steps: (usize, usize),
    triangles: Vec<usize>,
}

/// Reads the fence of a profile.
pub fn read<'s>(source: &Source, fence: &Fence<'s>, record: &Record, all: &[Record]) -> Result<Profile<'s>, Problem> {
    let wrong = |message: String| source.problem(fence.offset, message);
    let [title, alt, steps, triangles] = ["title", "alt", "steps", "triangles"].map(|key| {
        let found = fence.text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
        found
            .map(str::trim)
            .ok_or_else(|| wrong(format!("{key}: missing; a profile needs title, alt, steps, triangles")))
    });
    let last = record.plan().steps();
    let steps = steps?;
    let range = steps.split_once("..").and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
    let range = range.filter(|&(from, to)| from < to && to <= last);
    let range = range.ok_or_else(|| wrong(format!("steps: \"{steps}\"; allowed is from..to up to {last}")))?;
    let triangles = triangles?.split(',').map(|t| t.trim().parse().ok().filter(|&t| range.0 <= t && t < range.1));
    let triangles = triangles.collect::<Option<Vec<_>>>();
    let triangles = triangles.ok_or_else(|| wrong("triangles: allowed are steps inside the range".into()))?;
    let alt = fill(alt?, all, Place::Prose).map_err(wrong)?;
    Ok(Profile { title: title?, alt, steps: range, triangles })
}

/// The profile as a figure with an SVG inside.
#[must_use]
pub fn render(profile: &Profile<'_>, record: &Record) -> String {
    let chart = Chart::new(profile.steps, record);
    let (title, alt) = (escape(profile.title), escape(&profile.alt));
    let mut svg = format!(
        "<svg class=\"poster\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{alt}\" \
         font-family=\"system-ui, sans-serif\" font-size=\"13\">\n"
    );
    svg += &chart.axes();
    for &t in &profile.triangles {
        svg += &chart.triangle(t);
    }
    svg += &chart.curve();
    svg += &chart.strip();
    format!(
        "<figure class=\"profile\">\n{svg}</svg>\n<figcaption><b>{title}.</b> <span class=\"record\">{} Shown are steps {} to {}.</span>\
         </figcaption>\n</figure>\n",
        escape(&caption::record(record.plan())),
        profile.steps.0,
        profile.steps.1,
    )
}

/// (distance walked, loss) of every step, and the scales that put them on paper.
struct Chart {
    first: usize,
    points: Vec<(f64, f64)>,
    far: f64,
    high: f64,
}

impl Chart {
    fn new((from, to): (usize, usize), record: &Record) -> Self {
        let mut walked = 0.0;
        let mut points = vec![(0.0, record.loss(0, from))];
        for t in from..to {
            walked += (record.point(0, t + 1) - record.point(0, t)).norm();
            points.push((walked, record.loss(0, t + 1)));
        }
        let high = points.iter().map(|point| point.1).fold(0.0, f64::max);
        Self { first: from, points, far: nice(walked), high: nice(high) }
    }

    fn x(&self, walked: f64) -> f64 {
        PLOT[0] + (PLOT[1] - PLOT[0]) * walked / self.far
    }

    fn y(&self, loss: f64) -> f64 {
        PLOT[3] - (PLOT[3] - PLOT[2]) * loss / self.high
    }

    fn at(&self, i: usize) -> (f64, f64) {
        (self.x(self.points[i].0), self.y(self.points[i].1))
    }

    /// Axes at the left and below, named, with a few round numbers.
    fn axes(&self) -> String {
        let [left, right, top, bottom] = PLOT;
        let mut out = String::new();
        for i in 0..=5 {
            let (loss, walked) = (self.high * f64::from(i) / 5.0, self.far * f64::from(i) / 5.0);
            let (x, y) = (self.x(walked), self.y(loss));
            let _ = writeln!(out, "<path class=\"s-grid\" stroke=\"#e7e3da\" d=\"M{left} {y:.1}H{right}\"/>");
            let label = write(loss, Digits::Significant(2), Place::Prose);
            let label = if i == 0 { "0" } else { &label };
            let _ = writeln!(
                out,
                "<text class=\"f-quiet\" fill=\"#66615a\" x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>",
                left - 8.0,
                y + 4.5
            );
            let label = write(walked, Digits::Significant(2), Place::Prose);
            let label = if i == 0 { "0" } else { &label };
            let _ = writeln!(
                out,
                "<text class=\"f-quiet\" fill=\"#66615a\" x=\"{x:.1}\" y=\"{}\" text-anchor=\"middle\">{label}</text>",
                STRIP + 34.0
            );
        }
        let _ = writeln!(
            out,
            "<text class=\"f-ink\" fill=\"#1d1b18\" x=\"{}\" y=\"{}\">loss</text>",
            left + 8.0,
            top + 10.0
        );
        let _ = writeln!(
            out,
            "<text class=\"f-ink\" fill=\"#1d1b18\" x=\"{right}\" y=\"{}\" text-anchor=\"end\">distance walked in the (w, b) plane</text>",
            STRIP + 56.0
        );
        let _ = writeln!(out, "<path class=\"s-rule\" stroke=\"#a8a298\" d=\"M{left} {bottom}H{right}\"/>");
        out
    }

    fn curve(&self) -> String {
        let mut path = String::new();
        for i in 0..self.points.len() {
            let (x, y) = self.at(i);
            let _ = write!(path, "{}{x:.1} {y:.1}", if i == 0 { 'M' } else { 'L' });
        }
        let mut out = format!(
            "<path class=\"s-run-0\" stroke=\"#1d1b18\" stroke-width=\"2\" fill=\"none\" stroke-linejoin=\"round\" d=\"{path}\"/>\n"
        );
        for i in (0..self.points.len()).step_by(5) {
            let (x, y) = self.at(i);
            let _ = writeln!(
                out,
                "<circle class=\"f-run-0 s-paper\" fill=\"#1d1b18\" stroke=\"#fbfaf6\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.5\"/>"
            );
        }
        out
    }

    /// One tick a step.
    fn strip(&self) -> String {
        let ticks: String = (0..self.points.len()).map(|i| format!("M{:.1} {STRIP}v14", self.at(i).0)).collect();
        format!("<path class=\"s-run-0\" stroke=\"#1d1b18\" stroke-width=\"1\" d=\"{ticks}\"/>\n")
    }

    /// The slope where step `t` begins: how far the loss falls over the same stretch of way.
    fn triangle(&self, t: usize) -> String {
        let i = t - self.first;
        let ((walked, loss), (next, below)) = (self.points[i], self.points[i + 1]);
        let slope = (loss - below) / (next - walked);
        let run = self.far / 8.0;
        let [x, y] = [self.x(walked), self.y(loss)];
        let [wide, deep] = [self.x(walked + run), self.y((loss - slope * run).max(0.0))];
        let label = write(slope, Digits::Significant(2), Place::Prose);
        // A shallow triangle is too low to stand beside: its label goes above the curve.
        let beside = if deep - y < 30.0 { y - 12.0 } else { f64::midpoint(y, deep) + 4.5 };
        format!(
            "<path class=\"f-accent\" fill=\"#0f6b6b\" fill-opacity=\"0.14\" d=\"M{x:.1} {y:.1}H{wide:.1}V{deep:.1}z\"/>\n\
             <path class=\"s-accent\" stroke=\"#0f6b6b\" stroke-width=\"1.5\" fill=\"none\" d=\"M{x:.1} {y:.1}H{wide:.1}V{deep:.1}\"/>\n\
             <text class=\"f-accent\" fill=\"#0f6b6b\" x=\"{:.1}\" y=\"{beside:.1}\">step {t}: slope {label}</text>\n",
            wide + 8.0,
        )
    }
}

/// The next round number.
fn nice(value: f64) -> f64 {
    let power = 10f64.powf(value.log10().floor());
    let factor = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0].into_iter().find(|f| f * power >= value);
    factor.unwrap_or(10.0) * power
}

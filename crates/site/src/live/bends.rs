//! Curves through one point with one slope: which of them falls furthest, and the curvature that tells them apart.

use std::fmt::Write as _;

use ponder::recipe::fields::Fields;
use ponder::{Expression, Landscape, Tree, Vector};
use serde_json::json;

use super::chart::{Axis, Chart, short, words};
use super::{Drawn, Kind, Scope};

/// How far the longest step goes from the common point at w = 0, and in how many notches.
const FAR: f64 = 1.5;
const NOTCHES: usize = 75;
/// The step of which the question speaks.
const STEP: f64 = 1.0;
/// How much of the curves shows before the answer: so little that they are one line.
const NEAR: f64 = 0.14;
const TITLE: &str = "Three curves of equal slope";
const BEFORE: &str =
    "A point on a curve, and the straight line of its slope. Of the curve only a short piece around the point shows.";
const AFTER: &str =
    "Three curves that touch one straight line at one point: one stays on it, one turns up from it, one turns down.";

/// A curve w ↦ f(w, 0) with its curvature at w = 0.
struct Bend {
    land: Expression,
    curvature: f64,
}

impl Bend {
    fn at(&self, w: f64) -> f64 {
        self.land.value(Vector([w, 0.0]))
    }

    fn slope(&self, w: f64) -> f64 {
        self.land.slope(Vector([w, 0.0])).0[0]
    }
}

pub(super) const ENTRY: Kind = Kind::new("bends", draw).commits().asks(answer).in_own_words();

fn draw(_: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let tree = fields.required("curves", "a list of functions of w")?;
    let Some(bends) = read(tree) else {
        fields.wrong("curves", tree, "allowed are functions of w of one height and one slope at 0, no two bent alike");
        return None;
    };
    let chart = chart();
    let steps = (0..=NOTCHES).map(|i| FAR * i as f64 / NOTCHES as f64);
    let rows: Vec<_> = steps
        .map(|w| json!([w, bends.iter().map(|bend| [round(bend.at(w)), round(bend.slope(w))]).collect::<Vec<_>>()]))
        .collect();
    let data = json!({
        "rows": rows, "curvatures": bends.iter().map(|bend| bend.curvature).collect::<Vec<_>>(),
        "lowest": lowest(&bends), "step": STEP, "chart": chart.scale(),
    });
    let html = format!(
        "{}<template class=\"result\">\n{}</template>\n<noscript><p>{} The answer stands under Answers.</p></noscript>\n",
        picture(&chart, &bends, false),
        picture(&chart, &bends, true),
        question(&bends),
    );
    let record = "Slopes and curvatures come from differentiating the curves.".into();
    Some(Drawn { data, html, record, title: Some(TITLE.into()) })
}

/// The same for the list of answers.
fn answer(tree: &Tree) -> Option<String> {
    let bends = read(tree.get("curves")?)?;
    let heights: Vec<_> = bends
        .iter()
        .map(|bend| format!("{} with curvature {}", short(bend.at(STEP), 2), plain(bend.curvature)))
        .collect();
    Some(format!(
        "<p><b>{TITLE}.</b> The one with the lowest curvature. After a step of length {STEP} they lie at {}.</p>\n{}",
        heights.join(", "),
        picture(&chart(), &bends, true)
    ))
}

fn question(bends: &[Bend]) -> String {
    let known: Vec<_> = bends.iter().map(|bend| plain(bend.curvature)).collect();
    format!(
        "Here all have one height and one slope. Their curvatures are {}. Which lies lowest after a step of length {STEP}?",
        known.join(", ")
    )
}

fn read(tree: &Tree) -> Option<Vec<Bend>> {
    let bend = |text: &Tree| {
        let land = Expression::parse(text.text()?).ok()?;
        // A zero with a minus is a zero.
        let curvature = land.curve(Vector([0.0, 0.0])).hess[0].0[0] + 0.0;
        Some(Bend { land, curvature })
    };
    let bends: Vec<_> = tree.list()?.iter().map(bend).collect::<Option<_>>()?;
    let [first, rest @ ..] = bends.as_slice() else { return None };
    let touch = rest.iter().all(|bend| bend.at(0.0) == first.at(0.0) && bend.slope(0.0) == first.slope(0.0));
    let mut known: Vec<_> = bends.iter().map(|bend| bend.curvature).collect();
    known.sort_by(f64::total_cmp);
    (touch && known.windows(2).all(|pair| pair[0] < pair[1])).then_some(bends)
}

fn lowest(bends: &[Bend]) -> Option<usize> {
    (0..bends.len()).min_by(|&i, &j| bends[i].at(STEP).total_cmp(&bends[j].at(STEP)))
}

fn chart() -> Chart<'static> {
    Chart {
        size: [480.0, 300.0],
        plot: [44.0, 368.0, 28.0, 250.0],
        feet: 20.0,
        x: Axis { name: "length of the step", range: [-0.5, FAR], parts: 4, unit: "" },
        y: Axis { name: "height", range: [-3.0, 1.0], parts: 4, unit: "" },
    }
}

/// The common point with its straight line, and the curves: a short piece, or all there is.
fn picture(chart: &Chart<'_>, bends: &[Bend], whole: bool) -> String {
    let [low, high] = if whole { [-0.5, FAR] } else { [-NEAR, NEAR] };
    let first = &bends[0];
    let line = [-0.5, FAR].map(|w| [w, first.at(0.0) + first.slope(0.0) * w]);
    let mut inside = format!(
        "<path class=\"s-quiet\" stroke=\"#66615a\" stroke-dasharray=\"4 4\" fill=\"none\" d=\"{}\"/>\n",
        chart.path(line)
    );
    for bend in bends {
        let places = (0..=40).map(|i| low + (high - low) * f64::from(i) / 40.0).map(|w| [w, bend.at(w)]);
        let _ = writeln!(
            inside,
            "<path class=\"s-run-0\" stroke=\"#1d1b18\" stroke-width=\"2\" fill=\"none\" d=\"{}\"/>",
            chart.path(places)
        );
        if whole {
            let label = format!("curvature {}", plain(bend.curvature));
            inside += &words(chart.x(high) + 7.0, chart.y(bend.at(high)) + 4.5, "start", "ink", &label);
        }
    }
    let (x, y) = (chart.x(0.0), chart.y(first.at(0.0)));
    let _ = writeln!(inside, "<circle class=\"f-accent\" fill=\"#0f6b6b\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"5.5\"/>");
    chart.svg(if whole { "bent" } else { "near" }, if whole { AFTER } else { BEFORE }, &inside)
}

/// All its digits, with a true minus.
fn plain(value: f64) -> String {
    value.to_string().replace('-', "−")
}

fn round(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

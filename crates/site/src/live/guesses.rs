//! Guess work on a neuron: its curve through the data, and the place of each guess on the map. `guesswork` is the game
//! in which the reader is the optimizer; `replay` goes through guesses that somebody made.

use std::fmt::Write as _;

use ponder::Tree;
use ponder::recipe::fields::Fields;
use ponder_plot::View;
use serde_json::json;

use super::chart::{Axis, Chart, words};
use super::sight::{self, Sight};
use super::{Drawn, Scope};

/// The most that the sliders of the game allow, either way.
const REACH: f64 = 6.0;
/// The inputs at which a curve is drawn: so many, this far apart.
const INPUTS: (usize, f64) = (61, 0.05);
const MAP: [f64; 2] = [400.0, 360.0];

pub(super) fn game(scope: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let (surface, guesses, map) = read(fields)?;
    let chart = plane();
    let mut map = map;
    let rows: Vec<_> = guesses.iter().map(|&[w, b]| json!([w, b, map.value([w, b])])).collect();
    let xs: Vec<_> = (0..INPUTS.0).map(|i| i as f64 * INPUTS.1).collect();
    let data = json!({
        "surface": surface, "run": sight::run(&[0.0, 0.0]), "curve": "sigmoid(({w})*x + ({b}))", "xs": xs, "data": map.data(),
        "chart": chart.scale(), "map": map.scale(), "reach": REACH, "rows": rows,
    });
    let still = format!("<g class=\"still\">{}</g>", curve(&chart, &map, guesses[0], "guess"));
    let inside = format!("{still}\n{}", targets(&chart, map.data()));
    let dot = format!("<g class=\"still\">{}</g>", dots(&map, &guesses[..1]));
    let above = "The map of the loss over w and b, seen from above.";
    let html = format!("{}{}", chart.svg("curve", &scope.alt, &inside), map.svg("poster map", above, &dot));
    let record = "Every loss is computed here, on your machine, by the code that runs all figures.".into();
    Some(Drawn { data, html, record, title: None })
}

pub(super) fn replay(scope: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let (_, guesses, mut map) = read(fields)?;
    let chart = plane();
    let rows: Vec<_> = guesses.iter().map(|&[w, b]| json!([w, b, map.value([w, b])])).collect();
    let mut inside = String::new();
    for (i, &at) in guesses.iter().enumerate() {
        inside += &curve(&chart, &map, at, "guess");
        let [x, y] = [chart.x(3.0), chart.y(map.answer(at, 3.0)?)];
        // The later curves end close together: only the first three have room for a number.
        if i < 3 {
            inside += &words(x + 5.0, y + 4.5, "start", "ink", &(i + 1).to_string());
        }
    }
    inside += &targets(&chart, map.data());
    let placed = dots(&map, &guesses);
    let above = "The map of the loss with the guesses as numbered dots: up the side of the valley, then down along it.";
    let html = format!("{}{}", chart.svg("curve", &scope.alt, &inside), map.svg("poster map", above, &placed));
    let record = format!("{} guesses, as printed on the slides; losses computed.", guesses.len());
    Some(Drawn { data: json!({ "rows": rows }), html, record, title: None })
}

fn read<'t>(fields: &mut Fields<'t, '_>) -> Option<(&'t Tree, Vec<[f64; 2]>, Sight)> {
    let surface = fields.required("surface", "a surface of a neuron with data")?;
    let (guesses, window) = (sight::points(fields, "guesses"), sight::window(fields));
    let (guesses, window) = (guesses?, window?);
    let made = Sight::new(surface, window, (View::Contour, MAP), &["land", "contour-lines"], &[]);
    let map = sight::seen(fields, surface, made)?;
    if map.answer(guesses[0], 0.0).is_none() {
        fields.wrong("surface", surface, "allowed is a neuron of one input with data");
        return None;
    }
    Some((surface, guesses, map))
}

/// The plane of the data.
fn plane() -> Chart<'static> {
    let x = Axis { name: "input x", range: [0.0, 3.0], parts: 3, unit: "" };
    let y = Axis { name: "answer f(x)", range: [0.0, 1.0], parts: 4, unit: "" };
    Chart { size: [420.0, 360.0], plot: [44.0, 392.0, 28.0, 306.0], feet: 20.0, x, y }
}

fn curve(chart: &Chart<'_>, map: &Sight, at: [f64; 2], class: &str) -> String {
    let points = (0..INPUTS.0).map(|i| i as f64 * INPUTS.1);
    let line = chart.path(points.filter_map(|x| Some([x, map.answer(at, x)?])));
    format!("<path class=\"s-run-0 {class}\" stroke=\"#1d1b18\" stroke-width=\"2\" fill=\"none\" d=\"{line}\"/>\n")
}

fn targets(chart: &Chart<'_>, data: &[[f64; 2]]) -> String {
    let ring = |&[x, y]: &[f64; 2]| {
        let (x, y) = (chart.x(x), chart.y(y));
        format!(
            "<circle class=\"target\" stroke=\"#1d1b18\" fill=\"#fbfaf6\" stroke-width=\"2\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"6\"/>\n"
        )
    };
    data.iter().map(ring).collect()
}

/// Numbered dots on the map.
fn dots(map: &Sight, guesses: &[[f64; 2]]) -> String {
    let mut out = String::new();
    for (i, &at) in guesses.iter().enumerate() {
        let [x, y] = map.place(at);
        let _ = writeln!(
            out,
            "<g class=\"dot\"><circle class=\"f-run-0\" fill=\"#1d1b18\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"8.5\"/>\
             <text class=\"f-paper\" fill=\"#fbfaf6\" font-size=\"11\" text-anchor=\"middle\" x=\"{x:.1}\" y=\"{:.1}\">{}</text></g>",
            y + 4.0,
            i + 1
        );
    }
    out
}

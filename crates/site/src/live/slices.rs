//! Slicing a surface: level by level a plane cuts the land, seen from the front, and leaves a line on the map.

use std::fmt::Write as _;

use ponder::recipe::fields::Fields;
use ponder::{Tree, text};
use ponder_plot::View;
use ponder_plot::contour;
use ponder_plot::heights::Heights;
use serde_json::json;

use super::chart::{Axis, Chart};
use super::sight::{self, Sight, Window};
use super::space::{Space, trace};
use super::{Drawn, Kind, Scope};

const SIZE: [f64; 2] = [420.0, 360.0];
/// Nodes along each side of the grid that is sliced.
const NODES: usize = 121;

pub(super) const ENTRY: Kind = Kind::new("slices", draw);

fn draw(scope: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let surface = fields.required("surface", "a surface")?;
    let window = sight::window(fields);
    let many = fields.required("levels", "two to 64 rising losses")?.list().map_or(0, <[_]>::len);
    let levels = fields.numbers("levels", many);
    let camera = fields.required("camera", "yaw and pitch in degrees")?;
    let (window, levels) = (window?, levels?);
    let made = Sight::new(
        surface,
        window,
        (View::Surface, SIZE),
        &["box"],
        &[("camera", camera.clone()), ("levels", Tree::numbers(&levels))],
    );
    let mut front = sight::seen(fields, surface, made)?;
    let grid = Heights::sample(window, NODES, NODES, |w, b| front.value([w, b]));
    let (space, chart) = (Space::of(&front, window), chart(window));
    let (mut sides, mut tops) = (String::new(), String::new());
    for &level in &levels {
        let lines = contour::lines(&grid, level);
        let side = trace(&lines, |at| space.pixel(at, level));
        let top = trace(&lines, |[w, b]| [chart.x(w), chart.y(b)]);
        let _ = writeln!(
            sides,
            "<g class=\"slice\"><path class=\"plane\" d=\"{}\"/>{}</g>",
            plane(&space, window, level),
            line(&side)
        );
        let _ = writeln!(tops, "<g class=\"slice\">{}</g>", line(&top));
    }
    let said: Vec<_> = levels.iter().map(|&level| text::human(level)).collect();
    let above = "The same lines from above: the contour map.";
    let html = format!(
        "<div class=\"over\">{}</div>{}",
        front.svg("poster front", &scope.alt, &sides),
        chart.svg("top", above, &tops)
    );
    let step = text::human(text::rounded(levels[1] - levels[0], 2));
    let record = format!("{} slices, at losses from {} up, one every {step}.", levels.len(), said[0]);
    // The land itself is bare: its own level lines lie above all of it.
    let above = levels.iter().copied().fold(1.0, f64::max) * 1e3;
    let view = json!({ "window": window, "camera": camera, "layers": ["land"], "levels": [above] });
    let data =
        json!({ "levels": said, "surface": surface, "run": sight::run(&[0.0, 0.0]), "view": view, "size": SIZE });
    Some(Drawn { data, html, record, title: None })
}

fn chart(window: Window) -> Chart<'static> {
    let x = Axis { name: "w", range: window[0], parts: 4, unit: "" };
    let y = Axis { name: "b", range: window[1], parts: 4, unit: "" };
    Chart { size: [360.0, 360.0], plot: [40.0, 340.0, 28.0, 310.0], feet: 20.0, x, y }
}

fn line(data: &str) -> String {
    format!("<path class=\"s-ink\" stroke=\"#1d1b18\" stroke-width=\"1.3\" fill=\"none\" d=\"{data}\"/>")
}

fn plane(space: &Space, [[left, right], [low, high]]: Window, level: f64) -> String {
    let corners = [[left, low], [right, low], [right, high], [left, high]].map(|at| space.pixel(at, level));
    corners
        .iter()
        .enumerate()
        .fold(String::new(), |out, (i, [x, y])| format!("{out}{}{x:.1} {y:.1}", if i == 0 { 'M' } else { 'L' }))
        + "z"
}

//! Spacing and steepness: a straight way over a map, and the land along it from the side. Where the way crosses level
//! lines close together, the land is steep along it.

use std::fmt::Write as _;

use ponder::recipe::fields::Fields;
use ponder::{Tree, Vector};
use ponder_plot::View;
use serde_json::json;

use super::chart::{Axis, Chart};
use super::sight::{self, Sight};
use super::{Drawn, Kind, Scope};

const MAP: [f64; 2] = [400.0, 360.0];
/// Places along the way.
const NOTCHES: usize = 200;

/// A place of the way: how far along it is, where, how high, the slope along the way and that of the land.
struct Spot {
    walked: f64,
    at: [f64; 2],
    loss: f64,
    along: f64,
    steepest: f64,
}

pub(super) const ENTRY: Kind = Kind::new("section", draw);

fn draw(scope: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let surface = fields.required("surface", "a surface")?;
    let (window, way) = (sight::window(fields), sight::points(fields, "way"));
    fields.required("every", "the height between two level lines")?;
    let every = fields.number("every", 1e-9);
    let (window, way, every) = (window?, way?, every?);
    let &[from, to] = &way[..] else {
        fields.broken("allowed is a way [[w, b], [w, b]]");
        return None;
    };
    let most = f64::from(ponder_plot::MAX_LEVELS as u32);
    let levels: Vec<_> =
        (1..).map(f64::from).take_while(|i| *i <= most && i * every < 1.0).map(|i| i * every).collect();
    let more = [("levels", Tree::numbers(&levels))];
    let made = Sight::new(surface, window, (View::Contour, MAP), &["land", "contour-lines"], &more);
    let mut map = sight::seen(fields, surface, made)?;
    let spots = spots(&map, from, to);
    let crossings = crossings(&spots, &levels);
    let chart = chart(&spots);
    let rows: Vec<_> = spots
        .iter()
        .map(|spot| {
            let [x, y] = map.place(spot.at);
            json!([spot.walked, x, y, spot.loss, gap(&crossings, spot.walked), spot.along, spot.steepest])
        })
        .collect();
    let html =
        format!("{}{}", over(&mut map, &scope.alt, from, to, &crossings, &spots), side(&chart, &spots, &crossings));
    let record = format!("A level line every {every}. The way is straight; slopes and gradients are exact.");
    let data = json!({ "rows": rows, "every": every, "chart": chart.scale() });
    Some(Drawn { data, html, record, title: None })
}

fn spots(map: &Sight, from: [f64; 2], to: [f64; 2]) -> Vec<Spot> {
    let whole = Vector(to) - Vector(from);
    let (length, u) = (whole.norm(), whole / whole.norm());
    let one = |i: usize| {
        let walked = length * i as f64 / NOTCHES as f64;
        let at = (Vector(from) + walked * u).0;
        let slope = map.slope(at);
        Spot { walked, at, loss: map.value(at), along: slope.dot(u), steepest: slope.norm() }
    };
    (0..=NOTCHES).map(one).collect()
}

/// Where the way crosses a level line: how far along, and the level.
fn crossings(spots: &[Spot], levels: &[f64]) -> Vec<[f64; 2]> {
    let mut found = Vec::new();
    for pair in spots.windows(2) {
        let [a, b] = [&pair[0], &pair[1]];
        for &level in levels.iter().filter(|&&level| (a.loss < level) != (b.loss < level)) {
            found.push([a.walked + (b.walked - a.walked) * (level - a.loss) / (b.loss - a.loss), level]);
        }
    }
    found.sort_by(|a, b| a[0].total_cmp(&b[0]));
    found
}

/// The way between the crossings on both sides of a place; nothing beyond the first or last, or over a dip between them.
fn gap(crossings: &[[f64; 2]], walked: f64) -> Option<f64> {
    let next = crossings.iter().position(|[s, _]| *s >= walked)?;
    let (before, after) = (crossings.get(next.checked_sub(1)?)?, crossings[next]);
    (before[1] != after[1]).then_some(after[0] - before[0])
}

fn chart(spots: &[Spot]) -> Chart<'static> {
    let high = spots.iter().map(|spot| spot.loss).fold(0.0, f64::max);
    let x = Axis::up("distance along the way", spots[NOTCHES].walked);
    Chart { size: [420.0, 360.0], plot: [48.0, 404.0, 28.0, 292.0], feet: 34.0, x, y: Axis::up("loss", high) }
}

fn over(map: &mut Sight, alt: &str, from: [f64; 2], to: [f64; 2], crossings: &[[f64; 2]], spots: &[Spot]) -> String {
    let ([x, y], [u, v]) = (map.place(from), map.place(to));
    let whole = spots[NOTCHES].walked;
    let mut inside = format!(
        "<path class=\"s-accent\" stroke=\"#0f6b6b\" stroke-width=\"2\" d=\"M{x:.1} {y:.1}L{u:.1} {v:.1}\"/>\n"
    );
    for [s, _] in crossings {
        let share = s / whole;
        let (x, y) = (x + (u - x) * share, y + (v - y) * share);
        let _ = write!(inside, "<circle class=\"f-accent\" fill=\"#0f6b6b\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2.5\"/>");
    }
    map.svg("poster map", alt, &inside)
}

/// The land along the way, cut at the levels; every cut drops to a tick below.
fn side(chart: &Chart<'_>, spots: &[Spot], crossings: &[[f64; 2]]) -> String {
    let [.., bottom] = chart.plot;
    let (mut cuts, mut ticks) = (String::new(), String::new());
    for &[s, level] in crossings {
        let (x, y) = (chart.x(s), chart.y(level));
        let _ = write!(cuts, "M{x:.1} {y:.1}V{bottom}");
        let _ = write!(ticks, "M{x:.1} {}v12", bottom + 4.0);
    }
    let curve = chart.path(spots.iter().map(|spot| [spot.walked, spot.loss]));
    let inside = format!(
        "<path class=\"s-level\" stroke=\"#a8a298\" fill=\"none\" d=\"{cuts}\"/>\
         <path class=\"s-run-0\" stroke=\"#1d1b18\" stroke-width=\"2\" fill=\"none\" d=\"{curve}\"/>\
         <path class=\"s-accent\" stroke=\"#0f6b6b\" stroke-width=\"1.5\" d=\"{ticks}\"/>\n"
    );
    chart.svg(
        "side",
        "The loss along the way, with a tick where it crosses a level line. Ticks crowd where it is steep.",
        &inside,
    )
}

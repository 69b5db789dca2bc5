//! Elements as plotters-svg writes them, taken apart, and numbers as few bytes.

use std::fmt::Write as _;

use crate::scene::Pixel;
use crate::theme::Role;

/// The value of an attribute of an element that plotters-svg wrote; empty without it.
pub(super) fn value<'a>(line: &'a str, key: &str) -> &'a str {
    let start = |(at, _): (usize, &str)| line[..at].ends_with(' ').then_some(at + key.len() + 2);
    let quoted = format!("{key}=\"");
    let from = line.match_indices(&quoted).find_map(start);
    from.and_then(|from| line[from..].split('"').next()).unwrap_or_default()
}

pub(super) fn points(line: &str) -> Vec<Pixel> {
    let pair = |pair: &str| pair.split_once(',').and_then(|(x, y)| Some([x.parse().ok()?, y.parse().ok()?]));
    value(line, "points").split_ascii_whitespace().filter_map(pair).collect()
}

pub(super) fn opacity(line: &str, of: &str) -> String {
    let opacity: f64 = value(line, "opacity").parse().unwrap_or(1.0);
    if opacity < 1.0 { format!(" {of}-opacity=\"{}\"", short(opacity)) } else { String::new() }
}

pub(super) fn fill(line: &str, role: Role) -> String {
    let hex = value(line, "fill").to_lowercase();
    format!("class=\"f-{}\" fill=\"{hex}\"{}", role.word(), opacity(line, "fill"))
}

/// Path data: one absolute place, then whole relative steps, with no space that a minus makes needless.
pub(super) fn steps(points: &[Pixel]) -> String {
    let mut data = String::new();
    let mut last = (0.0, 0.0);
    for (i, &[x, y]) in points.iter().enumerate() {
        let (dx, dy) = (x - last.0, y - last.1);
        if i > 0 && (dx, dy) == (0.0, 0.0) {
            continue;
        }
        let lead = match i {
            0 => "M",
            1 => "l",
            _ if dx < 0.0 => "",
            _ => " ",
        };
        let _ = write!(data, "{lead}{dx}{}{dy}", if dy < 0.0 { "" } else { " " });
        last = (x, y);
    }
    data
}

/// A number with at most two decimals and nothing needless.
pub(super) fn short(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

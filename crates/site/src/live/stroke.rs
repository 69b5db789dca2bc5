//! Lines as path data in few bytes: only the points that a line needs, one absolute place, then steps.

use std::fmt::Write as _;

use ponder_plot::simplified;

/// So many units to a pixel: a tenth is as fine as anyone sees.
const GRAIN: f64 = 10.0;
/// How far a line may be off, in those units.
const TOLERANCE: f64 = 2.0;

/// Path data through points in pixels. Not a number ends a line; the next point begins another.
pub(super) fn path(points: impl IntoIterator<Item = [f64; 2]>) -> String {
    let grid: Vec<_> = points.into_iter().map(|point| point.map(|c| (c * GRAIN).round())).collect();
    let lines = grid.split(|point| point.iter().any(|c| c.is_nan()));
    lines.map(|line| one(&simplified(line, TOLERANCE))).collect()
}

fn one(points: &[[f64; 2]]) -> String {
    let mut data = String::new();
    let mut last = [0.0; 2];
    for (i, point) in points.iter().enumerate() {
        let [dx, dy] = [point[0] - last[0], point[1] - last[1]].map(tenths);
        let lead = match i {
            0 => "M",
            1 => "l",
            _ if dx.starts_with('-') => "",
            _ => " ",
        };
        let _ = write!(data, "{lead}{dx}{}{dy}", if dy.starts_with('-') { "" } else { " " });
        last = *point;
    }
    data
}

/// `-12` as `-1.2`, `120` as `12`.
fn tenths(value: f64) -> String {
    format!("{}", value / GRAIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_keeps_its_bends_and_nothing_else() {
        let bent = (0..=10).map(|i| [f64::from(i), 2.0]).chain([[10.0, 0.5], [9.0, 0.26]]);
        assert_eq!(path(bent), "M0 2l10 0 0-1.5-1-0.2");
        assert_eq!(path([[1.0, 1.0], [2.0, 2.0], [f64::NAN; 2], [3.0, 3.0], [4.0, 3.0]]), "M1 1l1 1M3 3l1 0");
    }
}

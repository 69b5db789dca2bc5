//! A small chart: two named axes with round numbers, and the scales that the page's code reads.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::stroke;
use crate::number::{Digits, Place, write};

/// The unit of an axis of logarithms: its numbers are written as powers of ten.
pub(super) const POWER: &str = "10^";

/// One axis: its name, its range, where it has numbers and what is written behind them.
pub(super) struct Axis<'n> {
    pub(super) name: &'n str,
    pub(super) range: [f64; 2],
    pub(super) parts: usize,
    pub(super) unit: &'n str,
}

/// A chart in a box of `size`; its curve lives between left, right, top and bottom of `plot`.
pub(super) struct Chart<'n> {
    pub(super) size: [f64; 2],
    pub(super) plot: [f64; 4],
    /// How far below the plot the numbers of x stand.
    pub(super) feet: f64,
    pub(super) x: Axis<'n>,
    pub(super) y: Axis<'n>,
}

impl<'n> Axis<'n> {
    /// From zero to a round number, in as many parts as leave round numbers between.
    pub(super) fn up(name: &'n str, most: f64) -> Self {
        let high = nice(most);
        let first = (high / 10f64.powf(high.log10().floor()) * 10.0).round();
        let parts = [(15.0, 3), (20.0, 4), (30.0, 3), (40.0, 4), (60.0, 3), (80.0, 4)];
        let parts = parts.into_iter().find(|(value, _)| *value == first).map_or(5, |(_, parts)| parts);
        Self { name, range: [0.0, high], parts, unit: "" }
    }
}

impl Chart<'_> {
    pub(super) fn x(&self, value: f64) -> f64 {
        let ([left, right, ..], [low, high]) = (self.plot, self.x.range);
        left + (right - left) * (value - low) / (high - low)
    }

    pub(super) fn y(&self, value: f64) -> f64 {
        let ([.., top, bottom], [low, high]) = (self.plot, self.y.range);
        bottom - (bottom - top) * (value - low) / (high - low)
    }

    /// The scales, for the page's code.
    pub(super) fn scale(&self) -> Value {
        let [left, right, top, bottom] = self.plot;
        json!({ "plot": [[left, right], [top, bottom]], "x": self.x.range, "y": self.y.range })
    }

    /// The picture with its axes and `inside`.
    pub(super) fn svg(&self, class: &str, alt: &str, inside: &str) -> String {
        let [width, height] = self.size;
        format!("{}{}{inside}</svg>\n", open(class, [width, height], alt), self.axes())
    }

    /// A line through points of the data.
    pub(super) fn path(&self, points: impl IntoIterator<Item = [f64; 2]>) -> String {
        stroke::path(points.into_iter().map(|[x, y]| [self.x(x), self.y(y)]))
    }

    fn axes(&self) -> String {
        let [left, right, top, bottom] = self.plot;
        let (mut grid, mut text) = (String::new(), String::new());
        for value in steps(&self.y) {
            let y = self.y(value);
            let _ = write!(grid, "M{left} {y:.1}H{right}");
            let label = said(value, &self.y);
            let _ = writeln!(text, "{}", words(left - 8.0, y + 4.5, "end", "quiet", &label));
        }
        for value in steps(&self.x) {
            let label = said(value, &self.x);
            let _ = writeln!(text, "{}", words(self.x(value), bottom + self.feet, "middle", "quiet", &label));
        }
        format!(
            "<path class=\"s-grid\" stroke=\"#e7e3da\" fill=\"none\" d=\"{grid}\"/>\n\
             <path class=\"s-rule\" stroke=\"#a8a298\" fill=\"none\" d=\"M{left} {bottom}H{right}\"/>\n{text}{}\n{}\n",
            words(left, top - 8.0, "start", "ink", self.y.name),
            words(right, bottom + self.feet + 20.0, "end", "ink", self.x.name),
        )
    }
}

/// The opening of a picture.
pub(super) fn open(class: &str, [width, height]: [f64; 2], alt: &str) -> String {
    format!(
        "<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{alt}\" \
         font-family=\"system-ui, sans-serif\" font-size=\"13\">\n"
    )
}

/// Letters in one of the roles `ink`, `quiet` and `accent`.
pub(super) fn words(x: f64, y: f64, anchor: &str, role: &str, said: &str) -> String {
    let color = match role {
        "quiet" => "#66615a",
        "accent" => "#0f6b6b",
        _ => "#1d1b18",
    };
    format!(
        "<text class=\"f-{role}\" fill=\"{color}\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{said}</text>"
    )
}

/// A number for people.
pub(super) fn short(value: f64, digits: usize) -> String {
    if value == 0.0 {
        return "0".into();
    }
    write(value, Digits::Significant(digits), Place::Prose)
}

/// The next round number up.
pub(super) fn nice(value: f64) -> f64 {
    let power = 10f64.powf(value.log10().floor());
    let factor = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0].into_iter().find(|f| f * power >= value);
    factor.unwrap_or(10.0) * power
}

fn steps(axis: &Axis<'_>) -> impl Iterator<Item = f64> {
    let [low, high] = axis.range;
    let parts = axis.parts;
    (0..=parts).map(move |i| low + (high - low) * i as f64 / parts as f64)
}

fn said(value: f64, axis: &Axis<'_>) -> String {
    let [low, high] = axis.range;
    if axis.unit == POWER {
        return power(value);
    }
    if value.abs() < 1e-9 * (high - low) {
        return format!("0{}", axis.unit);
    }
    let digits = format!("{:.6}", value);
    let digits = digits.trim_end_matches('0').trim_end_matches('.').replace('-', "−");
    format!("{digits}{}", axis.unit)
}

/// `10⁻⁴`; one is `1`.
pub(super) fn power(exponent: f64) -> String {
    let raised = |c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c as usize - '0' as usize);
    match exponent.round() as i32 {
        0 => "1".into(),
        n => {
            let digits: String = n.unsigned_abs().to_string().chars().filter_map(raised).collect();
            format!("10{}{digits}", if n < 0 { "⁻" } else { "" })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_has_round_numbers_and_a_true_minus() {
        let axis = Axis { name: "a", range: [-0.3, 0.3], parts: 2, unit: "°" };
        let labels: Vec<_> = steps(&axis).map(|value| said(value, &axis)).collect();
        assert_eq!(labels, ["−0.3°", "0°", "0.3°"]);
        assert_eq!([-12.0, 0.0, 2.0].map(power), ["10⁻¹²", "1", "10²"]);
        assert_eq!([0.071, 0.25, 3.2].map(nice), [0.08, 0.25, 4.0]);
        assert_eq!([0.45, 0.32, 14.0].map(|most| Axis::up("a", most).parts), [5, 4, 3]);
    }

    #[test]
    fn data_lie_between_the_edges_of_the_plot() {
        let x = Axis { name: "x", range: [0.0, 10.0], parts: 2, unit: "" };
        let y = Axis { name: "y", range: [0.0, 1.0], parts: 2, unit: "" };
        let chart = Chart { size: [100.0, 100.0], plot: [10.0, 90.0, 5.0, 85.0], feet: 20.0, x, y };
        assert_eq!(chart.path([[0.0, 0.0], [10.0, 1.0]]), "M10 85l80-80");
    }
}

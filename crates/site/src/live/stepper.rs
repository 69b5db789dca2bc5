//! An algorithm of the page, gone through line by line with the numbers of a run: a table whose rows are its passes.

use std::fmt::Write as _;

use ponder::Tree;
use ponder::recipe::fields::Fields;
use serde_json::json;

use super::{Drawn, Kind, Scope};
use crate::caption;
use crate::number::fixed;
use crate::record::Record;

/// What a line of an algorithm can do with the columns of the table.
const DOES: &[&str] = &["start", "test", "gradient", "w", "b", "count", "end"];

pub(super) const ENTRY: Kind = Kind::new("stepper", draw);

fn draw(scope: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let record = scope.record(fields);
    let algorithm = fields.required("algorithm", "the name of an algorithm of this page")?;
    let found = scope.exhibits.algorithms.iter().find(|(name, _)| Some(name.as_str()) == algorithm.text());
    let lines = fields.required("lines", "what each line does")?;
    fields.required("passes", "a number of passes")?;
    let passes = fields.whole("passes", 1, record.map_or(1, |record| record.plan().steps().min(12)))?;
    let Some((algorithm, count)) = found else {
        fields.wrong("algorithm", algorithm, "allowed is the name behind an ```algorithm of this page");
        return None;
    };
    let does: Vec<&str> = lines.list()?.iter().filter_map(Tree::text).filter(|word| DOES.contains(word)).collect();
    if does.len() != *count {
        let needed = format!("allowed are {count} words, one a line, of {}", DOES.join(", "));
        fields.wrong("lines", lines, needed);
        return None;
    }
    let record = record?;
    let digits = decimals(record, passes);
    let mut rows = String::new();
    for t in 0..=passes {
        let ([w, b], [slope_w, slope_b]) = (record.point(0, t).0, record.gradient(0, t).0);
        let slopes = if t < passes {
            [slope_w, slope_b].map(|slope| fixed(slope, digits + 1))
        } else {
            [String::new(), String::new()]
        };
        let cells = [t.to_string(), fixed(w, digits), fixed(b, digits)].into_iter().chain(slopes);
        let cells: String = cells.map(|cell| format!("<td class=\"right\">{cell}</td>")).collect();
        let _ = writeln!(rows, "<tr>{cells}</tr>");
    }
    let head =
        ["t", "w", "b", "∇w", "∇b"].map(|name| format!("<th class=\"right\" scope=\"col\">{name}</th>")).concat();
    let html = format!(
        "<table aria-label=\"{}\">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n",
        scope.alt
    );
    let data = json!({ "algorithm": algorithm, "lines": does, "passes": passes });
    let record = format!("{} Shown {}.", caption::record(record.plan()), first(passes));
    Some(Drawn { data, html, record, title: None })
}

fn first(passes: usize) -> String {
    if passes == 1 { "is the first pass".into() } else { format!("are the first {passes} passes") }
}

/// The fewest decimals of w and b, the slopes having one more, with which every printed line of the table adds up.
fn decimals(record: &Record, passes: usize) -> usize {
    let rate = record.plan().runs()[0].learning_rate().unwrap_or(1.0);
    let adds_up = |digits: usize| {
        let ulp = 0.1_f64.powi(digits as i32);
        (0..passes).all(|t| {
            let ([w, b], [w_next, b_next]) = (record.point(0, t).0, record.point(0, t + 1).0);
            let [slope_w, slope_b] = record.gradient(0, t).0;
            [(w, slope_w, w_next), (b, slope_b, b_next)].iter().all(|&(from, slope, to)| {
                let sum = rounded(from, digits) - rate * rounded(slope, digits + 1);
                (sum - rounded(to, digits)).abs() < 0.5 * ulp
            })
        })
    };
    (3..8).find(|&digits| adds_up(digits)).unwrap_or(8)
}

/// A number as a reader of so many decimals takes it.
fn rounded(value: f64, digits: usize) -> f64 {
    let unit = 10_f64.powi(digits as i32);
    (value * unit).round() / unit
}

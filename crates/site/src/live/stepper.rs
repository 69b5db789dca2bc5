//! An algorithm of the page, gone through line by line with the numbers of a run: a table whose rows are its passes.

use std::fmt::Write as _;

use ponder::Tree;
use ponder::recipe::fields::Fields;
use serde_json::json;

use super::chart::short;
use super::{Drawn, Scope};
use crate::caption;

/// What a line of an algorithm can do with the columns of the table.
const DOES: &[&str] = &["start", "test", "gradient", "w", "b", "count", "end"];

pub(super) fn draw(scope: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
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
    let mut rows = String::new();
    for t in 0..=passes {
        let ([w, b], [slope_w, slope_b]) = (record.point(0, t).0, record.gradient(0, t).0);
        let slopes =
            if t < passes { [slope_w, slope_b].map(|slope| short(slope, 4)) } else { [String::new(), String::new()] };
        let cells = [t.to_string(), short(w, 4), short(b, 4)].into_iter().chain(slopes);
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
    Some(Drawn { data, html, record: caption::record(record.plan()) })
}

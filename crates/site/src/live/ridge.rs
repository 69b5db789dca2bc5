//! Who leaves the ridge of a saddle first: seven rules at three rates, by five measures of having left it.

use std::fmt::Write as _;

use ponder::Tree;
use ponder::analysis::Path;
use ponder::recipe::fields::Fields;
use serde_json::{Value, json};

use super::{Drawn, Kind, Scope, choice};
use crate::caption;
use crate::html::escape;

const STEPS: usize = 4000;
const RATES: [f64; 3] = [0.001, 0.01, 0.1];
/// It has left when |b| is above this; tables on paper show every second.
const BOUNDS: [f64; 5] = [0.01, 0.03, 0.1, 0.3, 1.0];
/// So many rules at the end of the recipe have a rate for each parameter.
const ADAPTIVE: usize = 4;

/// The first step of each rule at each rate, for one bound.
type Table = Vec<[Option<usize>; 3]>;

pub(super) const ENTRY: Kind = Kind::new("ridge", draw).commits().asks(answer);

fn draw(_: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let (question, recipe) = (choice::read(fields)?, choice::recipe(fields)?);
    let tables = tables(&recipe);
    let html = choice::asking(&question, &result(&recipe, &tables));
    let data = json!({ "bounds": BOUNDS, "tables": tables, "adaptive": (0..tables[0].len()).map(|rule| adaptive(rule, &tables[0])).collect::<Vec<_>>() });
    let mut long = recipe.clone();
    long["steps"] = STEPS.into();
    let record = caption::at_any_rate(&choice::plan(long));
    Some(Drawn { data, html, record, title: None })
}

/// The same for the list of answers.
fn answer(tree: &Tree) -> Option<String> {
    choice::answer(tree, |recipe, _| result(recipe, &tables(recipe)))
}

fn tables(recipe: &Value) -> Vec<Table> {
    let runs = recipe["runs"].as_array().map_or(0, Vec::len);
    let all: Vec<_> = (0..runs).map(|run| RATES.map(|rate| escapes(recipe, run, rate))).collect();
    (0..BOUNDS.len()).map(|i| all.iter().map(|rule| [0, 1, 2].map(|rate| rule[rate][i])).collect()).collect()
}

/// The first step beyond each bound. A rule that has no rate in the recipe keeps none.
fn escapes(recipe: &Value, run: usize, rate: f64) -> Vec<Option<usize>> {
    let mut recipe = recipe.clone();
    let mut run = recipe["runs"][run].take();
    if let Some(own) = run.get_mut("learning_rate") {
        *own = rate.into();
    }
    recipe["runs"] = json!([run]);
    recipe["steps"] = STEPS.into();
    let rows = choice::plan(recipe).trajectory();
    let path = Path::new(&rows, 2);
    BOUNDS.iter().map(|bound| path.column(1).position(|b| b.abs() > *bound)).collect()
}

fn adaptive(rule: usize, table: &Table) -> bool {
    rule + ADAPTIVE >= table.len()
}

/// At which rates all four adaptive rules leave before the three others.
fn ahead(table: &Table) -> [bool; 3] {
    [0, 1, 2].map(|rate| {
        let of = |wanted: bool| {
            let rules = table.iter().enumerate().filter(move |(rule, _)| adaptive(*rule, table) == wanted);
            rules.map(move |(_, steps)| steps[rate].unwrap_or(usize::MAX))
        };
        of(true).max() < of(false).min()
    })
}

fn result(recipe: &Value, tables: &[Table]) -> String {
    let mut out = String::from("<div class=\"still\">\n");
    let mut cells = 0;
    for (bound, table) in BOUNDS.iter().zip(tables).step_by(2) {
        cells += ahead(table).into_iter().filter(|ahead| *ahead).count();
        out += &one(recipe, *bound, table);
    }
    let _ = writeln!(
        out,
        "<p>All four adaptive rules are ahead of the three others in {cells} of these nine columns.</p>\n</div>"
    );
    out
}

fn one(recipe: &Value, bound: f64, table: &Table) -> String {
    let mut out = format!(
        "<table class=\"both grid\">\n<thead><tr><th scope=\"col\">First step with |b| above {bound}</th>{}</tr></thead>\n<tbody>\n",
        RATES.map(|rate| format!("<th scope=\"col\">rate {rate}</th>")).concat()
    );
    for (run, steps) in recipe["runs"].as_array().into_iter().flatten().zip(table) {
        let name = escape(run["name"].as_str().unwrap_or_default());
        let _ = write!(out, "<tr><th scope=\"row\">{name}</th>");
        for (rate, step) in steps.iter().enumerate() {
            let best = table.iter().filter_map(|steps| steps[rate]).min();
            let class = if step.is_some() && *step == best { " class=\"first\"" } else { "" };
            let said = step.map_or_else(|| "never".to_owned(), |step| step.to_string());
            let _ = write!(out, "<td{class}>{said}</td>");
        }
        out += "</tr>\n";
    }
    out + "</tbody>\n</table>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_without_a_rate_takes_as_many_steps_at_each() {
        let plain = json!({ "name": "plain", "method": "gradient-descent", "start": [1, 0.001], "learning_rate": 1 });
        let unrated = json!({ "name": "unrated", "method": "adadelta", "start": [1, 0.001] });
        let recipe = json!({ "surface": { "function": "saddle" }, "steps": 1, "runs": [plain, unrated] });
        let tables = tables(&recipe);
        assert_eq!(tables[4], [[Some(3458), Some(349), Some(38)], [Some(76); 3]]);
        assert!(one(&recipe, 1.0, &tables[4]).contains("<td class=\"first\">38</td>"));
    }
}

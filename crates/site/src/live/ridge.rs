//! Who leaves the ridge of a saddle first: seven rules at three rates, by five measures of having left it.

use std::fmt::Write as _;

use ponder::analysis::Path;
use ponder::recipe::fields::Fields;
use ponder::{Tree, check};
use serde_json::json;

use super::{Drawn, Scope, choice};

const STEPS: usize = 4000;
const RATES: [f64; 3] = [0.001, 0.01, 0.1];
/// It has left when |b| is above this; tables on paper show every second.
const BOUNDS: [f64; 5] = [0.01, 0.03, 0.1, 0.3, 1.0];
/// Method, name, and whether it has a rate for each parameter.
const RULES: [(&str, &str, bool); 7] = [
    ("gradient-descent", "gradient descent", false),
    ("momentum", "momentum", false),
    ("nesterov", "Nesterov’s rule", false),
    ("adagrad", "AdaGrad", true),
    ("rmsprop", "RMSProp", true),
    ("adadelta", "AdaDelta", true),
    ("adam", "Adam", true),
];

/// The first step of each rule at each rate, for one bound.
type Table = [[Option<usize>; 3]; 7];

pub(super) fn draw(_: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let question = choice::read(fields)?;
    let tables = tables();
    let html = format!(
        "{}<template class=\"result\">\n{}</template>\n{}",
        choice::html(&question),
        result(&tables),
        choice::ELSEWHERE
    );
    let data = json!({ "bounds": BOUNDS, "tables": tables, "adaptive": RULES.map(|(.., adaptive)| adaptive) });
    let record = format!(
        "Saddle from (1, 0.001); momentum and decay 0.9, β 0.9 and 0.999, ε 10⁻⁸ beside the root where the text has it. {STEPS} steps."
    );
    Some(Drawn { data, html, record, title: None })
}

/// The same for the list of answers.
pub(super) fn answer(tree: &Tree) -> Option<String> {
    let mut faults = Vec::new();
    let question = choice::read(&mut Fields::of(tree, "", &mut faults)?)?;
    let title = tree.get("title").and_then(Tree::text).unwrap_or_default();
    Some(choice::answer(title, &question) + &result(&tables()))
}

fn tables() -> Vec<Table> {
    let all = RULES.map(|(method, ..)| RATES.map(|rate| escapes(method, rate)));
    (0..BOUNDS.len()).map(|i| all.clone().map(|rule| rule.map(|steps| steps[i]))).collect()
}

/// The first step beyond each bound.
fn escapes(method: &str, rate: f64) -> Vec<Option<usize>> {
    let mut run = json!({ "method": method, "start": [1, 0.001] });
    if method != "adadelta" {
        run["learning_rate"] = rate.into();
    }
    if ["adagrad", "rmsprop", "adam"].contains(&method) {
        run["epsilon_placement"] = "outside".into();
    }
    let recipe = json!({ "surface": { "function": "saddle" }, "runs": [run], "steps": STEPS });
    let tree: Tree = serde_json::from_value(recipe).expect("a tree");
    let rows = check(&tree).expect("a recipe of our own").trajectory();
    let path = Path::new(&rows, 2);
    BOUNDS.iter().map(|bound| path.column(1).position(|b| b.abs() > *bound)).collect()
}

/// At which rates all four adaptive rules leave before the three others.
fn ahead(table: &Table) -> [bool; 3] {
    [0, 1, 2].map(|rate| {
        let of = |wanted: bool| {
            let rules = RULES.iter().zip(table).filter(move |((.., adaptive), _)| *adaptive == wanted);
            rules.map(move |(_, steps)| steps[rate].unwrap_or(usize::MAX))
        };
        of(true).max() < of(false).min()
    })
}

fn result(tables: &[Table]) -> String {
    let mut out = String::from("<div class=\"still\">\n");
    let mut cells = 0;
    for (bound, table) in BOUNDS.iter().zip(tables).step_by(2) {
        cells += ahead(table).into_iter().filter(|ahead| *ahead).count();
        out += &one(*bound, table);
    }
    let _ = writeln!(
        out,
        "<p>All four adaptive rules are ahead of the three others in {cells} of these nine columns.</p>\n</div>"
    );
    out
}

fn one(bound: f64, table: &Table) -> String {
    let mut out = format!(
        "<table class=\"both grid\">\n<thead><tr><th scope=\"col\">First step with |b| above {bound}</th>{}</tr></thead>\n<tbody>\n",
        RATES.map(|rate| format!("<th scope=\"col\">rate {rate}</th>")).concat()
    );
    for ((_, name, _), steps) in RULES.iter().zip(table) {
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
    fn the_adaptive_rules_are_ahead_in_three_of_nine() {
        let tables = tables();
        let cells = tables.iter().step_by(2).flat_map(ahead).filter(|ahead| *ahead).count();
        assert_eq!(cells, 3);
        assert_eq!(tables[4][5], [Some(76); 3], "AdaDelta has no rate");
        assert_eq!(tables[4][3], [None, Some(1263), Some(17)], "AdaGrad needs a large one");
    }
}

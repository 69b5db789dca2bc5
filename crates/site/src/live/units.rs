//! Which unit does a step have? The reader says it for each rule; then every rule is run in two units of w, and the power
//! of the unit that its step carries is measured.

use ponder::Tree;
use ponder::analysis::units::Units;
use ponder::recipe::fields::Fields;
use serde_json::json;

use super::chart::short;
use super::{Drawn, Kind, Scope};
use crate::html::escape;
use crate::maths::Maths;
use crate::number::fixed;

/// How much larger the inputs are in the second unit.
const FACTOR: f64 = 4.0;
/// How many steps the two paths are compared for.
const STEPS: usize = 30;

/// What a power of the unit of w is called.
const NAMES: [(i32, &str); 4] = [(-2, "1/w²"), (-1, "1/w"), (0, "a bare number"), (1, "w")];

/// A row: what it is, its formula, the power it should carry, and which runs of the fence are run in the first unit and in the second.
struct Row {
    what: &'static str,
    tex: &'static str,
    power: i32,
    runs: [&'static str; 2],
}

/// What the exhibit asks for. An ε that should not count is tiny, and AdaDelta's is measured in the unit of w².
const ASKED: &[Row] = &[
    Row { what: "gradient", tex: r"\nabla w = \frac{\partial \mathcal{L}}{\partial w}", power: -1, runs: [DESCENT; 2] },
    Row { what: "curvature", tex: r"\frac{\partial^2 \mathcal{L}}{\partial w^2}", power: -2, runs: [""; 2] },
    Row { what: "step of gradient descent", tex: r"\eta \, \nabla w", power: -1, runs: [DESCENT; 2] },
    Row { what: "step of RMSProp", tex: r"\frac{\eta}{\sqrt{v}} \, \nabla w", power: 0, runs: [RMSPROP; 2] },
    Row {
        what: "step of Newton",
        tex: r"\frac{\partial \mathcal{L}}{\partial w} \Big/ \frac{\partial^2 \mathcal{L}}{\partial w^2}",
        power: 1,
        runs: [NEWTON; 2],
    },
    Row { what: "step of AdaDelta", tex: r"\frac{\sqrt{s}}{\sqrt{v}} \, \nabla w", power: 1, runs: [DELTA, SCALED] },
];

/// What it shows besides: what happens to AdaDelta in practice.
const SAME: Row = Row { what: "AdaDelta, the same ε in both units", tex: "", power: 0, runs: [DELTA; 2] };

const DESCENT: &str = "slope";
const RMSPROP: &str = "rooted";
const NEWTON: &str = "curved";
const DELTA: &str = "own";
const SCALED: &str = "own-scaled";

/// What the table comes to.
const MEANS: &str = "<p>Descent feels the unit. With inputs four times as large a rate that was good is sixteen times too \
    large: the step is four times as long, and should be a quarter. RMSProp’s step is the same number in any unit, so it is \
    four times too large. Newton’s method does not notice. AdaDelta is made so that it need not, as long as its ε is \
    measured in the new unit too.</p>\n";

pub(super) const ENTRY: Kind = Kind::new("units", draw).commits().asks(answer).in_own_words();

fn draw(_: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let runs = fields.required("runs", "the runs slope, rooted, curved, own and own-scaled")?;
    let Some(result) = result(runs) else {
        fields.wrong("runs", runs, "allowed are the runs slope, rooted, curved, own and own-scaled, without a start");
        return None;
    };
    let maths = Maths::default();
    let asked: Option<String> = ASKED.iter().map(|row| line(row, &maths)).collect();
    let html = format!(
        "<table class=\"units\">\n<thead><tr><th scope=\"col\">What</th><th scope=\"col\">Formula</th>\
         <th scope=\"col\">Its unit</th></tr></thead>\n<tbody>\n{}</tbody>\n</table>\n\
         <template class=\"result\">\n{}</template>\n\
         <noscript><p>Fill in the units: powers of the unit of w. They stand under Answers.</p></noscript>\n",
        asked?, result
    );
    let names: Vec<_> = NAMES.iter().map(|(_, name)| name).collect();
    let record = format!(
        "The loss is a bare number. Measured on the two points from (1.5, −2), with inputs {FACTOR} times as large in \
         the second unit, over {STEPS} steps."
    );
    let title = Some("The unit of a step".into());
    Some(Drawn { data: json!({ "names": names }), html, record, title })
}

/// The same for the list of answers.
fn answer(tree: &Tree) -> Option<String> {
    Some(format!("<p><b>The unit of a step.</b></p>\n{}", result(tree.get("runs")?)?))
}

fn line(row: &Row, maths: &Maths) -> Option<String> {
    let formula = maths.render(row.tex, false).ok()?;
    let what = escape(row.what);
    Some(format!("<tr><th scope=\"row\">{what}</th><td>{formula}</td><td class=\"guess\"></td></tr>\n"))
}

/// Every row with its unit and what was measured. The formulas stand above it.
fn result(runs: &Tree) -> Option<String> {
    let row = |row: &Row| Some(format!("<tr><th scope=\"row\">{}</th>{}</tr>\n", escape(row.what), told(row, runs)?));
    let rows: Option<String> = ASKED.iter().chain([&SAME]).map(row).collect();
    Some(format!(
        "<table class=\"units\">\n<thead><tr><th scope=\"col\">What</th><th scope=\"col\">Its unit</th>\
         <th scope=\"col\">Power, measured</th><th scope=\"col\">Paths apart</th></tr></thead>\n<tbody>\n{}</tbody>\n</table>\n{MEANS}",
        rows?
    ))
}

fn told(row: &Row, runs: &Tree) -> Option<String> {
    let (power, gap) = measured(row, runs)?;
    let (_, name) = NAMES.iter().find(|(power, _)| *power == row.power)?;
    let gap = gap.map_or_else(|| "–".into(), |gap| short(gap, 2));
    Some(format!(
        "<td class=\"unit\">{name}</td><td>{}</td><td>{gap}</td>",
        fixed((power * 1e4).round() / 1e4 + 0.0, 2)
    ))
}

/// The power of the unit that the row carries, and for a rule how far its paths in the two units are apart.
fn measured(row: &Row, all: &Tree) -> Option<(f64, Option<f64>)> {
    let units = |runs: [&str; 2]| {
        let [one, other] = runs.map(|run| all.get(run));
        Units::compared([one?, other?], FACTOR, STEPS).ok()
    };
    let gradient = units([DESCENT; 2])?.power;
    match row.what {
        // Descent's step is the gradient times a bare number; Newton's is the gradient over the curvature.
        "gradient" => Some((gradient, None)),
        "curvature" => Some((gradient - units([NEWTON; 2])?.power, None)),
        _ => units(row.runs).map(|units| (units.power, Some(units.gap))),
    }
}

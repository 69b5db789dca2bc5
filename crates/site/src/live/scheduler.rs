//! A rate to turn while the run goes on, a few steps at a time. At the end it stands beside schedules whose rates have
//! the same sum. On paper: the constant rate, and what each schedule makes of the same sum.

use std::fmt::Write as _;

use ponder::Run;
use ponder::recipe::fields::Fields;
use ponder::text::human;
use serde_json::{Value, json};

use super::chart::{Axis, Chart, POWER, short};
use super::{Drawn, Kind, Scope, recipe, varied};
use crate::html::{escape, late};

/// Below this power of ten a loss is off the picture.
const FLOOR: f64 = -12.0;

pub(super) const ENTRY: Kind = Kind::new("scheduler", draw);

fn draw(scope: &Scope<'_>, fields: &mut Fields<'_, '_>) -> Option<Drawn> {
    let recipe = recipe(fields);
    let turn = fields.whole("turn", 1, 1000)?;
    let schedules = fields.required("schedules", "a list of schedules")?;
    let schedules: Value = serde_json::to_value(schedules).ok()?;
    let (recipe, plan) = recipe?;
    let steps = plan.steps();
    let Some(rows) = compared(&recipe, &schedules, steps).filter(|_| steps.is_multiple_of(turn)) else {
        fields.broken("allowed are whole turns, and schedules as {\"name\", \"schedule\"}");
        return None;
    };
    let chart = Chart {
        size: [480.0, 300.0],
        plot: [56.0, 466.0, 28.0, 242.0],
        feet: 20.0,
        x: Axis { name: "step", range: [0.0, steps as f64], parts: steps / turn, unit: "" },
        y: Axis { name: "loss", range: [FLOOR, 0.0], parts: 4, unit: POWER },
    };
    let rates = Chart {
        size: [480.0, 180.0],
        plot: [56.0, 466.0, 28.0, 122.0],
        feet: 20.0,
        x: Axis { name: "step", range: [0.0, steps as f64], parts: steps / turn, unit: "" },
        y: Axis { name: "learning rate", range: [-2.0, 2.0], parts: 4, unit: POWER },
    };
    let data = json!({
        "recipe": recipe, "turn": turn, "schedules": schedules, "floor": FLOOR,
        "loss": chart.scale(), "rates": rates.scale(),
    });
    let alt = "The learning rate over the steps, in stairs.";
    let html = format!(
        "<div class=\"play\">\n{}{}</div>\n{}",
        chart.svg("falls", &scope.alt, ""),
        rates.svg("stairs", alt, ""),
        late(&table(&rows, sum(&plan)?, steps))
    );
    Some(Drawn { data, html, record: crate::caption::record(&plan), title: None })
}

/// The rates of a plan's first run, added up.
fn sum(plan: &ponder::Plan) -> Option<f64> {
    Some(Run::new(plan, 0)?.filter_map(|entry| entry.update?.rate).sum())
}

/// Every schedule with a first rate that makes its rates add up to those of the plain run: name, first rate, loss.
fn compared(recipe: &Value, schedules: &Value, steps: usize) -> Option<Vec<(String, f64, f64)>> {
    let wanted = sum(&varied(recipe, |_| {})?)?;
    let one = |entry: &Value| {
        let name = entry["name"].as_str()?.to_owned();
        let with = |rate: f64| {
            varied(recipe, |run| {
                run["learning_rate"] = json!(rate);
                run["schedule"] = entry["schedule"].clone();
            })
        };
        let first = wanted / sum(&with(1.0)?)?;
        let plan = with(first)?;
        let loss = plan.trajectory()[steps * (plan.parameters() + 1) + plan.parameters()];
        Some((name, first, loss))
    };
    schedules.as_array()?.iter().map(one).collect()
}

fn table(rows: &[(String, f64, f64)], sum: f64, steps: usize) -> String {
    let mut out = format!(
        "<table class=\"measured\">\n<caption>All rates add up to {}, {steps} steps</caption>\n<thead><tr>\
         <th scope=\"col\">Schedule</th><th scope=\"col\">First rate</th><th scope=\"col\">Loss at the end</th></tr></thead>\n<tbody>\n",
        human(sum)
    );
    for (name, first, loss) in rows {
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
            escape(name),
            short(*first, 3),
            short(*loss, 3)
        );
    }
    out + "</tbody>\n</table>\n"
}

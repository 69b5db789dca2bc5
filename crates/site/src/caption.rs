//! What a figure's caption says of its runs: made from the checked recipe, never typed in.

use ponder::{Knob, Plan, RunPlan, Tree};

use crate::number::{Digits, Place, write};

/// Who runs, with which settings; from where, how long.
#[must_use]
pub fn record(plan: &Plan) -> String {
    let runs = plan.runs();
    let named: String = runs.iter().map(named).collect();
    let shared = runs.iter().all(|run| run.start() == runs[0].start());
    let all = if runs.len() > 1 { "All from" } else { "From" };
    let starts = if shared { format!("{all} {}", point(runs[0].start())) } else { "Each from its own start".into() };
    let steps = if plan.steps() == 1 { "1 step".into() } else { format!("{} steps", plan.steps()) };
    format!("{named}{starts}, {steps}.")
}

/// `Momentum: learning rate 1, momentum 0.9. `
fn named(run: &RunPlan) -> String {
    let settings: Vec<_> = run.knobs().map(|(knob, value)| setting(knob, value)).collect();
    let name = run.name().replace('\'', "’");
    if settings.is_empty() { format!("{name}. ") } else { format!("{name}: {}. ", settings.join(", ")) }
}

fn setting(knob: &Knob, value: f64) -> String {
    let value = match knob.written(value) {
        Tree::Bool(true) => "on".into(),
        Tree::Bool(false) => "off".into(),
        Tree::Text(word) => word,
        _ => short(value),
    };
    format!("{}\u{a0}{value}", knob.id.replace('_', " "))
}

fn point(at: &[f64]) -> String {
    let numbers: Vec<_> = at.iter().map(|&value| short(value)).collect();
    format!("({})", numbers.join(",\u{a0}"))
}

fn short(value: f64) -> String {
    write(value, Digits::All, Place::Prose)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_says_all_that_was_run() {
        let json = r#"{"surface": {"model": "sigmoid-neuron", "data": "two-points"}, "steps": 60, "runs": [
            {"method": "gradient-descent", "learning_rate": 1, "start": [-2, -2]},
            {"method": "momentum", "learning_rate": 0.5, "start": [-2, -2]}]}"#;
        let said = record(&ponder::check(&serde_json::from_str(json).unwrap()).unwrap());
        let (first, second) = said.split_once(". Momentum: ").unwrap();
        assert_eq!(first, "Gradient descent: learning rate\u{a0}1");
        assert_eq!(second, "learning rate\u{a0}0.5, momentum\u{a0}0.9. All from (−2,\u{a0}−2), 60 steps.");
    }
}

//! What a figure's caption says of its runs: made from the checked recipe, never typed in.

use ponder::analysis::fairness::{Prices, Rule, Verdict, verdicts};
use ponder::batch::Order;
use ponder::{Knob, Plan, RunPlan};

use crate::number::{Digits, Place, write};
use crate::setting;

/// Who runs, with which settings; from where, how long.
#[must_use]
pub fn record(plan: &Plan) -> String {
    told(plan, |_| true)
}

/// The same where the rates are the exhibit's, not the recipe's.
#[must_use]
pub fn at_any_rate(plan: &Plan) -> String {
    told(plan, |knob| knob.id != Knob::LEARNING_RATE.id)
}

fn told(plan: &Plan, says: fn(&Knob) -> bool) -> String {
    let runs = plan.runs();
    let named: String = runs.iter().map(|run| named(run, says)).collect();
    let shared = runs.iter().all(|run| run.start() == runs[0].start());
    let all = if runs.len() > 1 { "All from" } else { "From" };
    let starts = if shared { format!("{all} {}", point(runs[0].start())) } else { "Each from its own start".into() };
    let steps = if plan.steps() == 1 { "1 step".into() } else { format!("{} steps", plan.steps()) };
    format!("{named}{starts}, {steps}.")
}

/// Which rules of a fair race several runs keep, for a reader who may know of no step after `limit`; nothing for one run.
#[must_use]
pub fn fairness(plan: &Plan, limit: usize) -> String {
    if plan.runs().len() < 2 {
        return String::new();
    }
    let seen = Prices::new(plan).at(plan, limit);
    let found = verdicts(plan, &seen, limit);
    let counted = |verdict: &&Verdict| limit > 0 || !matches!(verdict.rule, Rule::SameGradients | Rule::SamePrice);
    let told = |holds: bool, opening: &str| {
        let rules: Vec<_> = found.iter().filter(counted).filter(|verdict| verdict.holds() == holds).collect();
        let rules: Vec<_> = rules.iter().map(|verdict| rule(verdict, seen[0].gradients)).collect();
        if rules.is_empty() { String::new() } else { format!(" {opening}: {}.", rules.join(", ")) }
    };
    told(true, "Kept fair") + &told(false, "Not")
}

fn rule(verdict: &Verdict, gradients: u64) -> String {
    match verdict.rule {
        Rule::SameStart => "same start".into(),
        Rule::SameDraws => "same batches and noise".into(),
        Rule::SameRate => "same rate".into(),
        Rule::SameFirstStep => "same first step".into(),
        Rule::SameGradients if verdict.holds() => format!("{gradients}\u{a0}gradients each"),
        Rule::SameGradients => "same number of gradients".into(),
        Rule::SamePrice => "same work".into(),
    }
}

/// What is drawn for a run, and from which seeds; how its rate and momentum move.
fn drawn(run: &RunPlan) -> Vec<String> {
    let tempo = run.tempo();
    let schedules = [("schedule", &tempo.schedule), ("momentum schedule", &tempo.momentum_schedule)];
    let moved = schedules.into_iter().filter_map(|(what, plan)| Some((what, plan.as_ref()?)));
    let moved = moved.map(|(what, plan)| format!("{what}\u{a0}{}", plan.schedule.id.replace('-', " ")));
    let changes = tempo.changes.iter().map(|(t, rate)| format!("rate\u{a0}{} from step {t}", short(*rate)));
    let batch = run.batch().map(|batch| match batch.order() {
        Order::Cyclic => format!("batches of\u{a0}{} in order", batch.size()),
        Order::Shuffled => format!("batches of\u{a0}{}, seed\u{a0}{}", batch.size(), batch.seed()),
    });
    let noise = run.noise().map(|noise| format!("noise\u{a0}{}, seed\u{a0}{}", short(noise.deviation), noise.seed));
    moved.chain(changes).chain(batch).chain(noise).collect()
}

/// `Momentum: learning rate 1, momentum 0.9. `
fn named(run: &RunPlan, says: fn(&Knob) -> bool) -> String {
    let knobs = run.knobs().filter(|(knob, _)| says(knob));
    let settings: Vec<_> = knobs.map(|(knob, value)| setting::said(knob, value)).chain(drawn(run)).collect();
    let name = run.name().replace('\'', "’");
    if settings.is_empty() { format!("{name}. ") } else { format!("{name}: {}. ", settings.join(", ")) }
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

    #[test]
    fn a_caption_tells_seeds_and_which_rules_are_kept_but_nothing_after_its_limit() {
        let run = r#""learning_rate": 1, "batch": {"size": 1, "order": "shuffled", "seed": 7}"#;
        let json = format!(
            r#"{{"surface": {{"model": "sigmoid-neuron", "data": "two-points"}}, "steps": 60, "runs": [
                {{"method": "gradient-descent", {run}}}, {{"method": "adam", "schedule": {{"kind": "cosine", "over": 9}}, {run}}}]}}"#
        );
        let plan = ponder::check(&serde_json::from_str(&json).unwrap()).unwrap();
        let said = record(&plan);
        assert!(said.contains("batches of\u{a0}1, seed\u{a0}7") && said.contains("schedule\u{a0}cosine"), "{said}");
        let at = |limit| fairness(&plan, limit);
        assert_eq!(at(0), " Kept fair: same start, same batches and noise. Not: same rate.");
        let whole =
            " Kept fair: same start, same batches and noise, 60\u{a0}gradients each. Not: same rate, same first step.";
        assert_eq!(at(60), whole);
    }
}

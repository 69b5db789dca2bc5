//! What runs are called beside their paths: short, and different from each other.

use ponder::RunPlan;
use ponder::text::human;

use crate::tongue::Tongue;

/// A longer title gives way to the method's id.
const LONGEST: usize = 18;

/// One name a run: its own, or its method's with what tells it from other runs of that method.
pub(crate) fn names(all: &[RunPlan], tongue: &Tongue) -> Vec<String> {
    all.iter().enumerate().map(|(i, run)| name(i, run, all, tongue)).collect()
}

fn name(i: usize, run: &RunPlan, all: &[RunPlan], tongue: &Tongue) -> String {
    let method = run.method();
    if is_named(run) {
        return run.name().to_string();
    }
    let short = if method.title.chars().count() <= LONGEST { method.title.to_string() } else { capital(method.id) };
    let short = tongue.say(&short);
    let twins: Vec<_> = all.iter().filter(|other| other.method().id == method.id && !is_named(other)).collect();
    let differs = |trait_of: &Trait| twins.iter().any(|other| trait_of(other, tongue) != trait_of(run, tongue));
    let marks: Vec<String> =
        TRAITS.iter().filter(|&t| differs(t)).map(|t| t(run, tongue)).filter(|mark| !mark.is_empty()).collect();
    if !marks.is_empty() {
        return format!("{short}, {}", marks.join(", "));
    }
    // Runs that are told apart by what has no short name, or are the same.
    let before = all[..i].iter().filter(|other| other.method().id == method.id && !is_named(other)).count();
    if twins.len() > 1 { format!("{short} {}", before + 1) } else { short.to_string() }
}

fn is_named(run: &RunPlan) -> bool {
    run.name() != run.method().title
}

/// Something that a run has, in a word or two.
type Trait = fn(&RunPlan, &Tongue) -> String;

const TRAITS: [Trait; 5] = [convention, knobs, batch, schedule, start];

fn convention(run: &RunPlan, tongue: &Tongue) -> String {
    match run.convention() {
        "pytorch" => "PyTorch".to_string(),
        "course" => tongue.say("course").to_string(),
        library => capital(library),
    }
}

/// The rate, and what the recipe has set otherwise than the convention does.
fn knobs(run: &RunPlan, tongue: &Tongue) -> String {
    let called = |id: &str| tongue.say(&id.replace('_', " ")).to_string();
    let set = run.knobs().filter(|(knob, value)| knob.default != Some(*value));
    let written = set.map(|(knob, value)| match (knob.id, knob.written(value)) {
        ("learning_rate", _) => format!("η {}", human(value)),
        (id, ponder::Tree::Number(n)) => format!("{} {}", called(id), human(n)),
        (id, ponder::Tree::Bool(true)) => called(id),
        (id, ponder::Tree::Bool(false)) => format!("{} {}", tongue.say("no"), called(id)),
        (id, other) => format!("{} {}", called(id), tongue.say(other.text().unwrap_or_default())),
    });
    written.collect::<Vec<_>>().join(", ")
}

fn batch(run: &RunPlan, tongue: &Tongue) -> String {
    let full = || tongue.say("full batch").to_string();
    run.batch().map_or_else(full, |batch| format!("{} {}", tongue.say("batch"), batch.size()))
}

fn schedule(run: &RunPlan, tongue: &Tongue) -> String {
    let tempo = run.tempo();
    let kinds = [&tempo.schedule, &tempo.momentum_schedule].into_iter().flatten();
    kinds.map(|kind| tongue.say(&kind.schedule.id.replace('-', " ")).to_string()).collect::<Vec<_>>().join(", ")
}

fn start(run: &RunPlan, tongue: &Tongue) -> String {
    let numbers: Vec<_> = run.start().iter().map(|&x| human(x)).collect();
    format!("{} ({})", tongue.say("from"), numbers.join(", "))
}

fn capital(id: &str) -> String {
    let mut words = id.replace('-', " ");
    // Ids are of plain letters; the alphabets of all languages are five thousand bytes of a download.
    words.get_mut(..1).map(str::make_ascii_uppercase);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(runs: &str) -> Vec<String> {
        let json =
            format!(r#"{{"surface": {{"model": "sigmoid-neuron", "data": "valley"}}, "steps": 1, "runs": [{runs}]}}"#);
        names(ponder::check(&serde_json::from_str(&json).unwrap()).unwrap().runs(), &Tongue::default())
    }

    #[test]
    fn one_of_a_kind_has_its_methods_name() {
        let two = r#"{"method": "adam", "learning_rate": 1}, {"method": "nesterov", "learning_rate": 1}"#;
        assert_eq!(named(two), ["Adam", "Nesterov"]);
    }

    #[test]
    fn twins_say_what_is_different() {
        let adam = |more: &str| format!(r#"{{"method": "adam", "learning_rate": 1{more}}}"#);
        let list = |runs: &[&str]| named(&runs.iter().map(|more| adam(more)).collect::<Vec<_>>().join(","));
        let rates = r#"{"method": "adam", "learning_rate": 1}, {"method": "adam", "learning_rate": 2}"#;
        assert_eq!(named(rates), ["Adam, η 1", "Adam, η 2"]);
        assert_eq!(list(&["", r#","convention":"pytorch""#]), ["Adam, course", "Adam, PyTorch"]);
        assert_eq!(list(&["", r#","bias_correction":false"#]), ["Adam, η 1", "Adam, η 1, no bias correction"]);
        assert_eq!(list(&["", r#","batch":{"size":1}"#]), ["Adam, full batch", "Adam, batch 1"]);
        assert_eq!(list(&["", r#","start":[1,2]"#]), ["Adam, from (5, 2)", "Adam, from (1, 2)"]);
        assert_eq!(list(&["", ""]), ["Adam 1", "Adam 2"]);
        assert_eq!(list(&["", r#","name":"mine""#]), ["Adam", "mine"]);
    }
}

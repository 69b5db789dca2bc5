//! The two hundred recipes of `tests/bits/bits.rs` leave nothing of the catalogue out.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::ptr;

use ponder::data::DATA_SETS;
use ponder::{METHODS, MOMENTUM_SCHEDULES, SCHEDULES, SURFACES, Tree, check};
use ponder_tests::recipes::{Sample, recipes};

fn runs(sample: &Sample) -> &[Tree] {
    sample.recipe.get("runs").and_then(Tree::list).expect("runs")
}

/// What stands under a key, as text.
fn word<'a>(tree: &'a Tree, key: &str) -> Option<&'a str> {
    tree.get(key).and_then(Tree::text)
}

/// The names that core lists where a surface is asked for by a wrong one; `before` ends what is said before the list.
fn allowed(key: &str, wrong: &str, before: &str) -> Vec<String> {
    let surface = Tree::map([(key, wrong.into())]);
    let faults = check(&Tree::map([("surface", surface)])).expect_err("there is no such name");
    let path = format!("surface.{key}");
    let text = faults.0.iter().find(|fault| fault.path == path).expect("a fault of the name").to_string();
    let (_, list) = text.rsplit_once(before).expect("what is allowed");
    list.replace(" or ", ", ").split(", ").map(String::from).collect()
}

fn models() -> Vec<String> {
    allowed("model", "no model", "allowed is ")
}

#[test]
fn every_name_of_an_expression_is_run() {
    let samples = recipes();
    let text = |sample: &Sample| Some(word(sample.recipe.get("surface")?, "expression")?.to_owned());
    let texts: Vec<_> = samples.iter().filter_map(text).collect();
    let used: BTreeSet<_> = texts.iter().flat_map(|text| text.split(|c: char| !c.is_ascii_alphanumeric())).collect();
    for name in allowed("expression", "nothing(w)", "(or x and y), ") {
        assert!(used.contains(name.as_str()), "{name}");
    }
}

#[test]
fn every_method_of_every_convention_meets_every_surface() {
    let mut met = BTreeSet::new();
    for sample in &recipes() {
        let surface = sample.recipe.get("surface").expect("a surface");
        let named = word(surface, "function").or(word(surface, "model"));
        let ground = named.unwrap_or("expression");
        for run in runs(sample) {
            met.insert(
                [word(run, "method"), word(run, "convention"), Some(ground)].map(|name| name.map(str::to_owned)),
            );
        }
    }
    for (method, form) in METHODS.iter().flat_map(|method| method.forms.iter().map(|form| (method.id, form))) {
        for surface in SURFACES.iter().map(|entry| entry.id.to_owned()).chain(models()).chain(["expression".into()]) {
            let meeting = [method.to_owned(), form.convention.to_owned(), surface].map(Some);
            assert!(met.contains(&meeting), "{meeting:?}");
        }
    }
}

/// A knob that no recipe turns could differ unseen.
#[test]
fn every_knob_is_turned_and_every_writing_is_run() {
    let plans: Vec<_> = recipes().iter().map(|sample| check(&sample.recipe).expect("a right recipe")).collect();
    let all: Vec<_> = plans.iter().flat_map(|plan| plan.runs()).collect();
    for form in METHODS.iter().flat_map(|method| method.forms) {
        let of_it: Vec<_> = all.iter().filter(|run| ptr::eq(run.form(), form)).collect();
        for knob in form.knobs {
            let turned = of_it.iter().filter(|run| run.settings().get(knob.id) != knob.default);
            assert!(turned.count() > 0, "{form:?}: {}", knob.id);
        }
        for writing in form.writings {
            assert!(of_it.iter().any(|run| ptr::eq(form.writing(run.settings()), writing)), "{form:?}: {writing:?}");
        }
    }
}

/// What a recipe can say about its runs besides the method: `schedule cosine`, `batch shuffled`, `unit epoch`, `noise`.
fn said(run: &Tree) -> Vec<String> {
    let inside = |key: &'static str, inner| {
        let word = run.get(key).and_then(|tree| word(tree, inner));
        word.map(|word| format!("{key} {word}"))
    };
    let kinds = [("schedule", "kind"), ("schedule", "unit"), ("momentum_schedule", "kind"), ("batch", "order")];
    let alone = ["changes", "noise", "start"].into_iter().filter(|key| run.get(key).is_some()).map(String::from);
    kinds.into_iter().filter_map(|(key, inner)| inside(key, inner)).chain(alone).collect()
}

#[test]
fn every_data_set_is_run_on() {
    let samples = recipes();
    let data =
        |sample: &Sample| sample.recipe.get("surface").and_then(|surface| word(surface, "data")).map(String::from);
    let all: BTreeSet<_> = samples.iter().filter_map(data).collect();
    assert_eq!(all, DATA_SETS.iter().map(|set| set.id.to_owned()).collect());
}

#[test]
fn every_schedule_order_and_noise_is_run() {
    let samples = recipes();
    let all: BTreeSet<_> = samples.iter().flat_map(runs).flat_map(said).collect();
    let schedules = SCHEDULES.iter().map(|entry| format!("schedule {}", entry.id));
    let momenta = MOMENTUM_SCHEDULES.iter().map(|entry| format!("momentum_schedule {}", entry.id));
    let others = ["schedule epoch", "batch cyclic", "batch shuffled", "changes", "noise", "start"].map(String::from);
    for wanted in schedules.chain(momenta).chain(others) {
        assert!(all.contains(&wanted), "{wanted}");
    }
}

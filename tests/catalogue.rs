//! The catalogue as JSON and JavaScript see it: what it offers is what a recipe may say.
#![cfg(not(target_arch = "wasm32"))]

use ponder::data::DATA_SETS;
use ponder::{METHODS, MOMENTUM_SCHEDULES, SCHEDULES, SURFACES, Tree, check};
use ponder_tests::{object, snapshot};

fn text<'t>(tree: &'t Tree, key: &str) -> &'t str {
    tree.get(key).and_then(Tree::text).unwrap_or_else(|| panic!("{key} of {tree:?}"))
}

fn list<'t>(tree: &'t Tree, key: &str) -> &'t [Tree] {
    tree.get(key).and_then(Tree::list).unwrap_or_else(|| panic!("{key} of {tree:?}"))
}

fn number(tree: &Tree, key: &str) -> f64 {
    tree.get(key).and_then(Tree::number).unwrap_or_else(|| panic!("{key} of {tree:?}"))
}

/// A knob's value of the middle of its slider, or what it is without being turned; a switch and a choice at each of theirs.
fn values(knob: &Tree) -> Vec<Tree> {
    let (low, high) = (number(knob, "min"), number(knob, "max"));
    let default = knob.get("default").filter(|value| **value != Tree::Null);
    match text(knob, "scale") {
        "flag" => vec![Tree::Bool(false), Tree::Bool(true)],
        "words" => list(knob, "words").to_vec(),
        scale => {
            assert!(["linear", "log"].contains(&scale) && low < high, "{knob:?}");
            assert!(default.is_none_or(|value| value.number().is_some()), "{knob:?}");
            vec![default.cloned().unwrap_or_else(|| low.max(0.01).into())]
        }
    }
}

/// Whether a slider, a switch or a choice can stand there.
fn offers(knob: &Tree, value: &Tree) -> bool {
    let slider = number(knob, "min")..=number(knob, "max");
    value.number().map_or_else(|| values(knob).contains(value), |value| slider.contains(&value))
}

fn recipe(run: Vec<(&str, Tree)>, surface: Tree) -> Tree {
    object([("surface", surface), ("runs", Tree::List(vec![object(run)])), ("steps", 3.0.into())])
}

fn ravine() -> Tree {
    object([("function", "ravine".into())])
}

#[test]
fn every_knob_of_every_rule_can_be_set_to_what_it_offers() {
    for method in METHODS.iter().map(|method| method.tree()) {
        assert!(!text(&method, "title").is_empty() && !text(&method, "source").is_empty());
        for form in list(&method, "forms") {
            for knob in list(form, "knobs") {
                for value in values(knob) {
                    let own = (text(knob, "id"), value.clone());
                    let named =
                        [("method", text(&method, "id").into()), ("convention", text(form, "convention").into())];
                    let rate = (own.0 != "learning_rate").then(|| ("learning_rate", 0.01.into()));
                    let knows = list(form, "knobs").iter().any(|knob| text(knob, "id") == "learning_rate");
                    let run = named.into_iter().chain(rate.filter(|_| knows)).chain([own.clone()]).collect();
                    // Which knobs a writing reads is for its switches to say; what is out of range or no word never is.
                    if let Err(faults) = check(&recipe(run, ravine())) {
                        assert!(faults.to_string().contains("reads"), "{own:?}: {faults}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_writing_says_when_it_is_the_one() {
    for method in METHODS.iter().map(|method| method.tree()) {
        for form in list(&method, "forms") {
            for writing in list(form, "writings") {
                assert!(
                    list(writing, "formula")
                        .iter()
                        .all(|line| line.text().is_some_and(|line| line.contains(r"\leftarrow")))
                );
                let Some(Tree::Map(switches)) = writing.get("when") else { panic!("{writing:?}") };
                for (id, value) in switches {
                    let knob = list(form, "knobs").iter().find(|knob| text(knob, "id") == id);
                    assert!(knob.is_some_and(|knob| offers(knob, value)), "{} {id} {value:?}", text(&method, "id"));
                }
            }
        }
    }
}

#[test]
fn every_schedule_begins_with_its_own_defaults() {
    for (table, key) in [(SCHEDULES, "schedule"), (MOMENTUM_SCHEDULES, "momentum_schedule")] {
        for schedule in table.iter().map(|schedule| schedule.tree()) {
            let given = |knob: &Tree| (String::from(text(knob, "id")), values(knob)[0].clone());
            let knobs: Vec<_> = list(&schedule, "knobs").iter().map(given).collect();
            let all = [(String::from("kind"), Tree::from(text(&schedule, "id")))].into_iter().chain(knobs).collect();
            let run = vec![("method", "momentum".into()), ("learning_rate", 0.01.into()), (key, Tree::Map(all))];
            assert!(check(&recipe(run, ravine())).is_ok(), "{schedule:?}: {:?}", schedule.get("id"));
            assert!(!text(&schedule, "formula").is_empty() && !text(&schedule, "about").is_empty());
        }
    }
}

#[test]
fn every_ground_starts_where_it_is_defined() {
    for ground in SURFACES.iter().map(|surface| surface.tree()) {
        let knobs = list(&ground, "knobs").iter().map(|knob| (String::from(text(knob, "id")), values(knob)[0].clone()));
        let surface = [(String::from("function"), Tree::from(text(&ground, "id")))].into_iter().chain(knobs).collect();
        let run = vec![("method", "adam".into()), ("learning_rate", 0.01.into())];
        assert!(check(&recipe(run, Tree::Map(surface))).is_ok(), "{ground:?}");
        assert!(
            ["linear", "log"].contains(&text(&ground, "height"))
                && list(&ground, "minima").iter().all(|at| within(at, &ground))
        );
        assert!(within(ground.get("start").unwrap(), &ground), "{ground:?}");
    }
    for data in DATA_SETS.iter().map(|data| data.tree()) {
        assert!(
            list(&data, "rows").iter().all(|row| row.list().is_some_and(|row| row.len() == 2))
                && within(data.get("start").unwrap(), &data)
        );
    }
}

/// Whether a place lies in the domain, [[from, to], [from, to]].
fn within(place: &Tree, ground: &Tree) -> bool {
    let ends = list(ground, "domain")
        .iter()
        .map(|axis| axis.list().unwrap().iter().map(|end| end.number().unwrap()).collect::<Vec<_>>());
    place.list().unwrap().iter().zip(ends).all(|(x, ends)| (ends[0]..=ends[1]).contains(&x.number().unwrap()))
}

/// Figures say what differs from it: another start, window or default is another picture.
#[test]
fn the_catalogue_is_as_it_was() {
    let methods = METHODS.iter().map(|entry| entry.tree());
    let schedules = SCHEDULES.iter().chain(MOMENTUM_SCHEDULES).map(|entry| entry.tree());
    let grounds = SURFACES.iter().map(|entry| entry.tree()).chain(DATA_SETS.iter().map(|set| set.tree()));
    let lines: Vec<_> =
        methods.chain(schedules).chain(grounds).map(|entry| serde_json::to_string(&entry).unwrap()).collect();
    snapshot::same("catalogue.json", &format!("[\n{}\n]\n", lines.join(",\n")));
}

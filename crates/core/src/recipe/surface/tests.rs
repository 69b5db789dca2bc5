//! Which land a recipe names, and what is said of one that is none.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;

use super::*;
use crate::{Landscape, Vector};

/// The surface of these keys and what is held out, or the faults, a line each.
fn of(keys: &str) -> Result<Read, String> {
    let tree = serde_json::from_str(&format!("{{{keys}}}")).unwrap();
    let mut faults = Vec::new();
    let found = read(&tree, "surface", &mut faults);
    let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
    found.filter(|_| lines.is_empty()).ok_or(lines.join("\n"))
}

fn refused(keys: &str) -> String {
    of(keys).map(drop).unwrap_err()
}

#[test]
fn a_surface_is_a_model_a_function_or_an_expression_and_one_of_them() {
    let kind = |keys: &str| match of(keys).unwrap().0 {
        Surface::Neuron(_) => "neuron",
        Surface::Linear(_) => "line",
        Surface::FourInput(_) => "five",
        Surface::Analytic(_) => "function",
        Surface::Expression(_) => "expression",
    };
    assert_eq!(kind(r#""model":"sigmoid-neuron","data":"two-points""#), "neuron");
    assert_eq!(kind(r#""model":"linear-neuron","data":[[0,1]]"#), "line");
    assert_eq!(kind(r#""model":"four-input-neuron","data":[[0,1,0,1,0.5]]"#), "five");
    assert_eq!(kind(r#""function":"booth""#), "function");
    assert_eq!(kind(r#""expression":"w + b""#), "expression");
    for keys in ["", r#""function":"booth","expression":"w""#] {
        assert!(refused(keys).contains("allowed is one of model, function or expression"), "{keys}");
    }
}

#[test]
fn losses_are_added_up_as_asked_for_and_by_halves_else() {
    // At (0, 0) the neuron says ½ to both; half a unit off each.
    let loss = |reduce: &str| {
        let (surface, _) = of(&format!(r#""model":"sigmoid-neuron","data":[[1,0],[2,1]]{reduce}"#)).unwrap();
        surface.value(Vector([0.0, 0.0]))
    };
    let reduced = ["half-sum", "sum", "mean"].map(|reduce| loss(&format!(r#","reduce":"{reduce}""#)));
    assert_eq!((reduced, loss("")), ([0.25, 0.5, 0.25], 0.25));
    let told = refused(r#""model":"sigmoid-neuron","data":[[1,0]],"reduce":"max""#);
    assert_eq!(told, "surface.reduce: \"max\"; allowed is half-sum, sum or mean");
}

#[test]
fn points_of_ones_own_are_seen_in_a_wide_window_and_named_ones_in_theirs() {
    let picture = |data: &str| {
        let facts = of(&format!(r#""model":"sigmoid-neuron","data":{data}"#)).unwrap().0.facts();
        (facts.domain.unwrap(), facts.start)
    };
    assert_eq!(picture("[[1,0.25],[2,0.25],[3,0.5]]"), ([[-6.0, 6.0]; 2], vec![-2.0, -2.0]));
    let valley = DATA_SETS.iter().find(|set| set.id == "valley").unwrap();
    assert_eq!(picture(r#""valley""#), (valley.domain, valley.start.to_vec()));
    assert_eq!(
        picture(&serde_json::to_string(valley.rows).unwrap()),
        picture(r#""valley""#),
        "whoever writes them out"
    );
}

#[test]
fn rows_that_are_held_out_make_a_surface_of_their_own() {
    for (model, rows, other) in [
        ("sigmoid-neuron", "[[1,0]]", "[[1,1]]"),
        ("linear-neuron", "[[1,0]]", "[[1,1]]"),
        ("four-input-neuron", "[[1,0,1,0,0]]", "[[1,0,1,0,1]]"),
    ] {
        let data = |rows: &str| format!(r#""model":"{model}","data":{rows}"#);
        let (_, held_out) = of(&format!(r#"{},"validation":{other}"#, data(rows))).unwrap();
        let at = if model == "four-input-neuron" { &[0.5; 5][..] } else { &[0.5; 2] };
        let alone = of(&data(other)).unwrap();
        assert_eq!(held_out.expect("one").loss(at), alone.0.loss(at), "{model}");
        assert!(alone.1.is_none());
    }
}

#[test]
fn rows_have_as_many_numbers_as_the_model_needs() {
    let data = |model: &str, data: &str| refused(&format!(r#""model":"{model}","data":{data}"#));
    let places = data("sigmoid-neuron", "[[1,2],[1],[1,2,3]]");
    let line = |i: usize, n: usize| format!("surface.data[{i}]: a list of {n}; allowed is a list of 2 finite numbers");
    assert_eq!(places, format!("{}\n{}", line(1, 1), line(2, 3)));
    let told = data("four-input-neuron", "[[1,2]]");
    assert_eq!(told, "surface.data[0]: a list of 2; allowed is a list of 5 finite numbers");
    let none = "surface.data: a list of 0; allowed is a list of 1 to 10000 points [x, y]";
    assert_eq!(data("linear-neuron", "[]"), none);
    assert!(data("linear-neuron", r#""valle""#).starts_with("surface.data: \"valle\"; allowed is two-points, valley"));
}

#[test]
fn knobs_of_a_function_are_set_or_as_usual() {
    let knobs = |keys: &str| {
        let (surface, _) = of(&format!(r#""function":"ravine"{keys}"#)).unwrap();
        surface.knobs().iter().map(|(knob, value)| (knob.id, *value)).collect::<Vec<_>>()
    };
    assert_eq!(knobs(""), [("condition", 10.0), ("rotation", 0.0)]);
    assert_eq!(knobs(r#","rotation":-30,"condition":4"#), [("condition", 4.0), ("rotation", -30.0)]);
    assert_eq!(
        refused(r#""function":"ravine","depth":1"#),
        "surface.depth: unknown; ravine knows function, condition, rotation"
    );
}

//! Schedules and changes that say nothing, and those that say the same.

use ponder::{Tree, check};
use ponder_tests::style::{Style, styles};
use ponder_tests::tree;

use crate::recipe::{bits, recipe, rows, run};

const STEPS: usize = 40;
const RATE: f64 = 0.0625;

/// With data, so that there are epochs.
fn surface() -> Tree {
    tree(r#"{"model":"sigmoid-neuron","data":"eight-points"}"#)
}

/// The styles whose rule has that knob.
fn with(knob: &str) -> impl Iterator<Item = Style> {
    styles().into_iter().filter(move |style| style.form.knob(knob).is_some())
}

fn path(style: &Style, settings: &[(&str, f64)], more: &str) -> Vec<u64> {
    bits(&rows(&surface(), &run(style, settings, more), STEPS))
}

/// Asserts that a run with rate 1/16 moves as one with another rate and further keys.
fn same_as(rate: f64, more: &str) {
    for style in with("learning_rate") {
        let plain = path(&style, &[("learning_rate", RATE)], "");
        assert_eq!(path(&style, &[("learning_rate", rate)], more), plain, "{style:?} with {more}");
    }
}

#[test]
fn a_schedule_that_stays_at_one_is_none() {
    let flat = [
        r#""constant""#,
        r#""step","factor":1,"every":3"#,
        r#""exponential","k":0"#,
        r#""inverse-time","k":0"#,
        r#""linear","from":1,"to":1,"over":9"#,
        r#""cosine","over":1e12"#,
        r#""warm-up","over":1"#,
        r#""one-cycle","over":20,"low":1,"end":1"#,
        r#""cyclical","low":1,"half":4"#,
        r#""reduce-on-plateau","factor":1,"patience":0"#,
        r#""reduce-on-plateau","patience":1000"#,
    ];
    for kind in flat {
        same_as(RATE, &format!(r#""schedule":{{"kind":{kind}}}"#));
        same_as(RATE, &format!(r#""schedule":{{"kind":{kind},"unit":"epoch"}}"#));
    }
}

#[test]
fn a_schedule_is_a_factor_of_the_rate() {
    same_as(8.0 * RATE, r#""schedule":{"kind":"linear","from":0.125,"to":0.125,"over":1}"#);
    same_as(2.0 * RATE, r#""schedule":{"kind":"cyclical","low":0.5,"half":1e300}"#);
}

#[test]
fn a_change_at_zero_is_another_learning_rate() {
    same_as(5.0, r#""changes":[[0,0.0625]]"#);
    same_as(5.0, r#""changes":[[0,0.125]],"schedule":{"kind":"linear","from":0.5,"to":0.5,"over":1}"#);
}

#[test]
fn a_change_after_the_last_update_is_none() {
    same_as(RATE, r#""changes":[[40,5]]"#);
    same_as(RATE, r#""changes":[[3,0.0625],[1000000,0]]"#);
}

#[test]
fn steps_of_a_schedule_are_changes() {
    let changes = r#""changes":[[10,0.03125],[20,0.015625],[30,0.0078125]]"#;
    let steps = r#""schedule":{"kind":"step","factor":0.5,"every":10}"#;
    // In batches of two an epoch of eight points has four updates.
    let epochs = r#""schedule":{"kind":"step","factor":0.5,"every":3,"unit":"epoch"},"batch":{"size":2}"#;
    let twelves = r#""changes":[[12,0.03125],[24,0.015625],[36,0.0078125]],"batch":{"size":2}"#;
    for style in with("learning_rate") {
        for (one, other) in [(changes, steps), (epochs, twelves)] {
            let path = |more| path(&style, &[("learning_rate", RATE)], more);
            assert_eq!(path(one), path(other), "{style:?}");
        }
    }
}

#[test]
fn without_a_batch_every_update_is_an_epoch() {
    let by = |unit: &str| format!(r#""schedule":{{"kind":"one-cycle","over":33,"unit":"{unit}"}}"#);
    for style in with("learning_rate") {
        let path = |unit| path(&style, &[("learning_rate", RATE)], &by(unit));
        assert_eq!(path("step"), path("epoch"), "{style:?}");
    }
}

#[test]
fn a_momentum_schedule_that_stays_is_a_momentum() {
    let mut all = 0;
    for style in with("momentum") {
        all += 1;
        let plain = path(&style, &[("learning_rate", RATE), ("momentum", 0.75)], "");
        for kind in [r#""linear","from":0.75,"to":0.75,"over":7"#, r#""sutskever","max":0.5"#] {
            let wanted = if kind.contains("max") {
                path(&style, &[("learning_rate", RATE), ("momentum", 0.5)], "")
            } else {
                plain.clone()
            };
            let more = format!(r#""momentum_schedule":{{"kind":{kind}}}"#);
            let scheduled = path(&style, &[("learning_rate", RATE), ("momentum", 0.25)], &more);
            assert_eq!(scheduled, wanted, "{style:?} with {kind}");
        }
    }
    assert!(all >= 8, "two methods in four conventions, not {all}");
}

#[test]
fn what_is_not_there_cannot_be_moved() {
    for style in styles() {
        let keys = [
            ("learning_rate", r#""schedule":{"kind":"constant"}"#),
            ("learning_rate", r#""changes":[[0,1]]"#),
            ("momentum", r#""momentum_schedule":{"kind":"sutskever"}"#),
        ];
        for (knob, more) in keys {
            let recipe = recipe(&surface(), &[run(&style, &[("learning_rate", 1.0)], more)], 1);
            assert_eq!(check(&recipe).is_ok(), style.form.knob(knob).is_some(), "{style:?} {more}");
        }
    }
}

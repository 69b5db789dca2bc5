//! What runs may say about their tempo, and the words for what they may not.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::*;
use crate::tempo::Tempo;

const MOMENTUM: Moves = Moves { method: "momentum", rate: true, momentum: true };
const PLAIN: Moves = Moves { method: "gradient-descent", rate: true, momentum: false };
const RATELESS: Moves = Moves { method: "adadelta", rate: false, momentum: false };

fn read_with(json: &str, moves: Moves) -> (TempoPlan, String) {
    let (tree, mut faults): (Tree, _) = (serde_json::from_str(json).unwrap(), Vec::new());
    let mut fields = Fields::of(&tree, "runs[0]", &mut faults).unwrap();
    let plan = read(&mut fields, moves);
    fields.finish(moves.method);
    let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
    (plan, lines.join("\n"))
}

fn refused(json: &str, moves: Moves, message: &str) {
    assert_eq!(read_with(json, moves).1, message, "{json}");
}

/// The refusal of `{"kind": …}` as the run's schedule, without its path.
fn schedule_refused(schedule: &str, message: &str) {
    refused(&format!(r#"{{"schedule":{schedule}}}"#), MOMENTUM, &format!("runs[0].schedule{message}"));
}

#[test]
fn knobs_stand_in_the_order_of_the_table_and_defaults_fill_in() {
    let (plan, said) = read_with(r#"{"schedule":{"end":0.5,"over":40,"kind":"one-cycle","unit":"epoch"}}"#, PLAIN);
    let scheduled = plan.schedule.unwrap();
    assert_eq!((scheduled.schedule.id, scheduled.unit, said.as_str()), ("one-cycle", Unit::Epoch, ""));
    assert_eq!(scheduled.knobs, [40.0, 0.3, 0.04, 0.5]);
    let named: Vec<_> = scheduled.settings().map(|(knob, value)| (knob.id, value)).collect();
    assert_eq!(named, [("over", 40.0), ("peak", 0.3), ("low", 0.04), ("end", 0.5)]);
}

#[test]
fn what_the_libraries_leave_out_may_be_left_out() {
    let knobs = |json: &str| {
        let (plan, said) = read_with(json, MOMENTUM);
        assert_eq!(said, "", "{json}");
        plan.schedule.or(plan.momentum_schedule).unwrap().knobs
    };
    assert_eq!(knobs(r#"{"schedule":{"kind":"reduce-on-plateau"}}"#), [0.1, 10.0, 1e-4]);
    assert_eq!(knobs(r#"{"momentum_schedule":{"kind":"linear","over":9}}"#), [0.5, 0.9, 9.0]);
    assert_eq!(knobs(r#"{"momentum_schedule":{"kind":"sutskever"}}"#), [0.99]);
}

#[test]
fn a_run_without_any_is_plain() {
    let (plan, said) = read_with(r#"{"schedule":null}"#, RATELESS);
    assert_eq!((Tempo::new(&plan, 0.5, 0.9, 1).pace(7), said.as_str()), ((0.5, 0.9), ""));
}

#[test]
fn every_knob_takes_numbers_of_every_size() {
    for (key, table) in [("schedule", SCHEDULES), ("momentum_schedule", MOMENTUM_SCHEDULES)] {
        for (schedule, n) in table.iter().flat_map(|schedule| [(schedule, 1e-12), (schedule, 1e12)]) {
            let knobs: String = schedule.knobs.iter().map(|knob| format!(r#","{}":{n:e}"#, knob.id)).collect();
            let (_, said) = read_with(&format!(r#"{{"{key}":{{"kind":"{}"{knobs}}}}}"#, schedule.id), MOMENTUM);
            assert_eq!(said, "", "{}", schedule.id);
        }
    }
}

#[test]
fn a_wrong_kind_lists_all() {
    let all = "constant, step, exponential, inverse-time, linear, cosine, warm-up, one-cycle, cyclical, \
               halve-when-worse or reduce-on-plateau";
    schedule_refused(r#"{"kind":"stepp"}"#, &format!(r#".kind: "stepp"; allowed is {all}"#));
    schedule_refused(r#"{"factor":0.5}"#, &format!(".kind: missing; needed is {all}"));
    schedule_refused(r#"{"kind":3}"#, &format!(".kind: 3; allowed is {all}"));
    schedule_refused(r#""cosine""#, r#": "cosine"; allowed is an object"#);
    let momentum = r#"runs[0].momentum_schedule.kind: "cosine"; allowed is linear or sutskever"#;
    refused(r#"{"momentum_schedule":{"kind":"cosine"}}"#, MOMENTUM, momentum);
}

#[test]
fn a_wrong_knob_says_its_range() {
    schedule_refused(r#"{"kind":"cosine"}"#, ".over: missing; needed is a finite number above 0");
    schedule_refused(r#"{"kind":"cosine","over":0}"#, ".over: 0; allowed is a finite number above 0");
    let negative = ".factor: -0.5; allowed is a finite number from 0 up";
    schedule_refused(r#"{"kind":"step","factor":-0.5,"every":5}"#, negative);
    schedule_refused(r#"{"kind":"exponential","k":"fast"}"#, r#".k: "fast"; allowed is a finite number"#);
    let (plan, said) = read_with(r#"{"schedule":{"kind":"exponential","k":-0.02}}"#, PLAIN);
    assert_eq!((plan.schedule.unwrap().knobs, said.as_str()), (vec![-0.02], ""), "growth may be shown");
}

#[test]
fn all_faults_are_told_at_once() {
    let message = ".factor: -1; allowed is a finite number from 0 up\n\
                   runs[0].schedule.every: missing; needed is a finite number above 0\n\
                   runs[0].schedule.unit: \"epochs\"; allowed is step or epoch\n\
                   runs[0].schedule.evry: unknown; step knows kind, factor, every, unit";
    schedule_refused(r#"{"kind":"step","factor":-1,"evry":5,"unit":"epochs"}"#, message);
}

#[test]
fn a_method_without_a_rate_has_nothing_to_schedule() {
    let schedule = "runs[0].schedule: an object with 1 key; adadelta has no learning rate to schedule";
    refused(r#"{"schedule":{"kind":"constant"}}"#, RATELESS, schedule);
    let changes = "runs[0].changes: a list of 1; adadelta has no learning rate to change";
    refused(r#"{"changes":[[0,1]]}"#, RATELESS, changes);
}

#[test]
fn a_method_without_momentum_does_not_know_its_schedule() {
    let json = r#"{"momentum_schedule":{"kind":"sutskever"}}"#;
    refused(json, PLAIN, "runs[0].momentum_schedule: unknown; gradient-descent knows schedule, changes");
}

#[test]
fn changes_are_read_in_order() {
    let (plan, said) = read_with(r#"{"changes":[[0,1e-12],[1,0],[1000000,1e12]]}"#, PLAIN);
    assert_eq!((plan.changes, said.as_str()), (vec![(0, 1e-12), (1, 0.0), (1_000_000, 1e12)], ""));
}

#[test]
fn a_wrong_change_says_what_is_right() {
    let changes = |list: &str, message: &str| {
        refused(&format!(r#"{{"changes":{list}}}"#), PLAIN, &format!("runs[0].changes{message}"));
    };
    changes("[]", ": a list of 0; allowed is a list of one or more changes [t, learning_rate]");
    changes("0.5", ": 0.5; allowed is a list of one or more changes [t, learning_rate]");
    changes(
        "[5, 0.1]",
        "[0]: 5; allowed is a change [t, learning_rate]\nruns[0].changes[1]: 0.1; allowed is a change [t, learning_rate]",
    );
    changes("[[5, 0.1, 2]]", "[0]: a list of 3; allowed is a change [t, learning_rate]");
    changes("[[2.5, 0.1]]", "[0][0]: 2.5; allowed is a whole number from 0 to 1000000");
    changes("[[-1, 0.1]]", "[0][0]: -1; allowed is a whole number from 0 to 1000000");
    changes("[[5, 1], [5, 2]]", "[1][0]: 5; allowed is a whole number from 6 to 1000000, as t increases");
    changes("[[5, -0.1]]", "[0][1]: -0.1; allowed is a finite number from 0 up");
    changes("[[5, null]]", "[0][1]: null; allowed is a finite number from 0 up");
}

//! Five parameters: a neuron of four inputs of which three are always 0 is the neuron of one.

use ponder::Tree;

use crate::recipe::{bits, for_all_styles, rows, run};

const POINTS: [[f64; 2]; 5] = [[0.5, 0.2], [2.5, 0.9], [-1.0, 0.4], [0.25, 0.7], [1.5, 0.1]];
/// Everything around the rule that does not draw once a parameter.
const AROUND: &str = r#""batch":{"size":2,"order":"shuffled","seed":1}"#;
const STEPS: usize = 60;

fn one_input() -> Tree {
    let rows = POINTS.iter().map(|point| Tree::numbers(point)).collect();
    Tree::map([("model", "sigmoid-neuron".into()), ("data", Tree::List(rows))])
}

fn four_inputs(awake: usize) -> Tree {
    let row = |&[x, y]: &[f64; 2]| {
        let mut row = [0.0, 0.0, 0.0, 0.0, y];
        row[awake] = x;
        Tree::numbers(&row)
    };
    Tree::map([("model", "four-input-neuron".into()), ("data", Tree::List(POINTS.iter().map(row).collect()))])
}

#[test]
fn the_awake_input_and_b_move_as_if_they_were_alone() {
    for_all_styles(|style| {
        // Where nothing depends on a parameter the Hessian is singular.
        if style.method == "newton" {
            return;
        }
        let settings = [("learning_rate", 0.05)];
        let alone = rows(&one_input(), &run(style, &settings, &format!(r#""start":[-2,0.5],{AROUND}"#)), STEPS);
        for awake in 0..4 {
            let mut start = [0.0, 0.0, 0.0, 0.0, 0.5];
            start[awake] = -2.0;
            let start = serde_json::to_string(&Tree::numbers(&start)).expect("JSON");
            let run = run(style, &settings, &format!(r#""start":{start},{AROUND}"#));
            let among = rows(&four_inputs(awake), &run, STEPS);
            let seen: Vec<_> = among.chunks_exact(6).flat_map(|row| [row[awake], row[4], row[5]]).collect();
            assert_eq!(bits(&seen), bits(&alone), "{style:?} with w{} awake", awake + 1);
        }
    });
}

/// Where they start at 0; Yogi alone pushes them, by what its first average starts with.
#[test]
fn the_sleeping_inputs_stay_where_they_are() {
    for_all_styles(|style| {
        if style.method == "newton" {
            return;
        }
        let run = run(style, &[("learning_rate", 0.05), ("initial_accumulator", 0.0)], r#""start":[1,0,0,0,0]"#);
        let moved = rows(&four_inputs(0), &run, STEPS);
        assert!(moved.chunks_exact(6).all(|row| row[1..4] == [0.0; 3]), "{style:?}");
    });
}

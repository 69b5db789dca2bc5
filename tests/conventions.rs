//! Where the conventions part: the traps of tests/golden/conventions.md, sections 2 and 4, each as small as it gets.
#![cfg(not(target_arch = "wasm32"))]

use ponder::note::Part;
use ponder::{Run, check};
use ponder_tests::{plan, tree};

/// One run from `start` on the saddle w² − b², whose gradient is (2w, −2b).
fn saddle(start: [f64; 2], run: &str, steps: usize) -> String {
    let [w, b] = start;
    format!(r#"{{"surface":{{"function":"saddle"}},"runs":[{{"start":[{w:e},{b:e}],{run}}}],"steps":{steps}}}"#)
}

fn path(recipe: &str) -> Vec<[f64; 2]> {
    plan(recipe).trajectory().chunks_exact(3).map(|row| [row[0], row[1]]).collect()
}

/// The two points from (−2, −2), where gradients are small for a long while.
fn neuron(run: &str, steps: usize) -> String {
    let surface = r#"{"model":"sigmoid-neuron","data":"two-points"}"#;
    format!(r#"{{"surface":{surface},"runs":[{{"start":[-2,-2],{run}}}],"steps":{steps}}}"#)
}

/// The largest distance of two runs at any step.
fn apart(one: &str, other: &str) -> f64 {
    let gaps = path(one).into_iter().zip(path(other)).map(|(p, q)| (p[0] - q[0]).abs().max((p[1] - q[1]).abs()));
    gaps.fold(0.0, f64::max)
}

/// The effective rate of w in every update.
fn rates(recipe: &str) -> Vec<f64> {
    let updates = Run::new(&plan(recipe), 0).expect("a run").filter_map(|entry| entry.update);
    updates.map(|update| update.part(Part::Scale).expect("a scale")[0]).collect()
}

fn refused(run: &str) -> String {
    check(&tree(&saddle([1.0, 1.0], run, 1))).expect_err("refused").to_string()
}

#[test]
fn a_method_begins_with_the_convention_that_knows_it_best() {
    for (method, convention) in [("adagrad", "course"), ("adamw", "course"), ("nadam", "course"), ("radam", "pytorch")]
    {
        let run = format!(r#""method":"{method}","learning_rate":1"#);
        assert_eq!(plan(&neuron(&run, 1)).runs()[0].convention(), convention, "{method}");
    }
}

#[test]
fn switches_are_keys_only_where_somebody_can_turn_them() {
    let fixed = [
        ("adadelta", "course", r#""learning_rate":1"#),
        ("adadelta", "course", r#""epsilon_placement":"inside""#),
        ("adamax", "course", r#""epsilon_placement":"inside""#),
        ("adam", "pytorch", r#""epsilon_placement":"inside""#),
        ("adamw", "optax", r#""bias_correction":false"#),
        ("adagrad", "keras", r#""square_root":false"#),
        ("rmsprop", "course", r#""centered":true"#),
        ("rmsprop", "keras", r#""epsilon_placement":"outside""#),
        ("amsgrad", "keras", r#""epsilon_root":0"#),
        ("adamax", "optax", r#""epsilon_root":0"#),
        ("nadam", "optax", r#""momentum_decay":1"#),
        ("adam", "course", r#""weight_decay":0.01"#),
    ];
    for (method, convention, key) in fixed {
        let message = refused(&format!(r#""method":"{method}","convention":"{convention}",{key}"#));
        assert!(message.contains(": unknown; "), "{method} in {convention} with {key}: {message}");
    }
    let rootless = r#""method":"adagrad","learning_rate":1,"square_root":false"#;
    assert!(check(&tree(&saddle([1.0, 1.0], rootless, 1))).is_ok());
    let message = refused(&format!(r#"{rootless},"epsilon_placement":"inside""#));
    assert!(message.contains("epsilon_placement") && message.contains("square_root false"), "{message}");
}

/// How far a first step goes, in rates, when ε is nothing: 1 with both corrections, and without them m is a tenth
/// and √v a thirtieth of what they will be.
#[test]
fn bias_correction_makes_the_first_step_one_rate_long() {
    let lone = (1.0_f64 - 0.9) / (1.0_f64 - 0.999).sqrt();
    let first = [
        ("adam", 1.0, lone),
        ("adamw", 1.0, lone),
        ("amsgrad", 1.0, lone),
        ("nadam", 0.9 * 0.1 / (1.0 - 0.81) + 1.0, 1.9 * lone),
        ("adamax", 1.0, 0.1),
    ];
    for (method, with, without) in first {
        let decay = if method == "adamw" { r#","weight_decay":0"# } else { "" };
        for (switch, length) in [("true", with), ("false", without)] {
            let run =
                format!(r#""method":"{method}","learning_rate":0.01,"epsilon":0,"bias_correction":{switch}{decay}"#);
            let step = (1.0 - path(&saddle([1.0, 1.0], &run, 1))[1][0]) / 0.01;
            assert!((step - length).abs() < 1e-12, "{method}, {switch}: {step}, not {length}");
        }
    }
}

/// v̂ is g² in full at t = 1, so Optax's first gradient bounds the rate for ever; v itself is a thousandth of it.
#[test]
fn amsgrad_in_optax_never_forgets_its_first_gradient() {
    let run = |convention| {
        let run = format!(r#""method":"amsgrad","convention":"{convention}","learning_rate":0.05,"beta2":0.9"#);
        rates(&saddle([1.0, 0.0], &run, 100))
    };
    let bound = 0.05 / 2.0;
    assert!(run("optax").iter().all(|rate| *rate <= bound));
    for convention in ["course", "pytorch", "keras"] {
        assert!(run(convention).iter().any(|rate| *rate > 1.1 * bound), "{convention}");
    }
}

#[test]
fn amsgrad_rates_never_rise_without_the_correction() {
    let run = r#""method":"amsgrad","learning_rate":0.05,"bias_correction":false"#;
    assert!(rates(&saddle([1.0, 0.0], run, 300)).windows(2).all(|pair| pair[1] <= pair[0]));
    let adam = run.replace("amsgrad", "adam");
    assert!(rates(&saddle([1.0, 0.0], &adam, 300)).windows(2).any(|pair| pair[1] > pair[0]));
}

/// Before, there is neither v nor ε: the same path whatever ε.
#[test]
fn radam_first_rectifies_its_sixth_update() {
    for convention in ["pytorch", "optax"] {
        for beta2 in [0.9, 0.99, 0.999] {
            let run = |epsilon: f64| {
                let more = format!(r#""beta2":{beta2},"epsilon":{epsilon}"#);
                let run = format!(r#""method":"radam","convention":"{convention}","learning_rate":0.01,{more}"#);
                path(&saddle([1.0, 1.0], &run, 6))
            };
            let (one, other) = (run(1e-8), run(1.0));
            assert_eq!(one[..6], other[..6], "{convention}, {beta2}");
            assert_ne!(one[6], other[6], "{convention}, {beta2}");
        }
    }
}

/// The same distance from the root means more where the root is not yet corrected.
#[test]
fn radam_has_epsilon_beside_the_uncorrected_root_in_pytorch_only() {
    let sixth = |convention, epsilon| {
        let run = format!(r#""method":"radam","convention":"{convention}","learning_rate":0.01,"epsilon":{epsilon}"#);
        rates(&saddle([1.0, 1.0], &run, 6))[5]
    };
    let weight = (1.0 - 0.999_f64.powi(6)).sqrt();
    assert!((sixth("pytorch", weight * 0.1) / sixth("optax", 0.1) - 1.0).abs() < 1e-12);
}

#[test]
fn nadam_with_a_quick_warm_up_is_nadam_without_one() {
    let pytorch =
        |psi| format!(r#""method":"nadam","convention":"pytorch","learning_rate":0.1,"momentum_decay":{psi}"#);
    let optax = r#""method":"nadam","convention":"optax","learning_rate":0.1"#;
    assert!(apart(&neuron(&pytorch("1e6"), 100), &neuron(optax, 100)) < 1e-14);
    assert!(apart(&neuron(&pytorch("1"), 100), &neuron(optax, 100)) > 1e-2);
    let keras = r#""method":"nadam","convention":"keras","learning_rate":0.1,"epsilon":1e-8"#;
    assert!(apart(&neuron(&pytorch("1"), 100), &neuron(keras, 100)) < 1e-14);
}

#[test]
fn decay_goes_its_own_way() {
    let run = |method: &str, more: &str| format!(r#""method":"{method}","learning_rate":0.1{more}"#);
    assert_eq!(apart(&neuron(&run("adamw", r#","weight_decay":0"#), 50), &neuron(&run("adam", ""), 50)), 0.0);
    // With no gradient at all the weights shrink by the same factor in every convention.
    for convention in ["course", "pytorch", "optax", "keras"] {
        let decay = format!(r#","weight_decay":0.5,"convention":"{convention}","epsilon":1e300"#);
        let last = path(&saddle([1.0, -2.0], &run("adamw", &decay), 10))[10];
        let share = 0.95_f64.powi(10);
        assert!((last[0] - share).abs() < 1e-14 && (last[1] + 2.0 * share).abs() < 1e-14, "{convention}: {last:?}");
    }
}

/// 0 / 0 is no step in Optax, and the end of the run elsewhere.
#[test]
fn adagrad_in_optax_stands_still_where_it_has_seen_no_gradient() {
    let run = |convention| {
        let more = r#""learning_rate":0.1,"epsilon":0,"initial_accumulator":0"#;
        path(&saddle([1.0, 0.0], &format!(r#""method":"adagrad","convention":"{convention}",{more}"#), 5))[5]
    };
    assert_eq!(run("optax")[1], 0.0);
    assert!(run("keras")[1].is_nan() && run("pytorch")[1].is_nan());
}

/// The largest gradient with ε or without, and the same first step.
#[test]
fn adamax_has_epsilon_in_the_maximum_or_beside_it() {
    for (convention, largest) in [("course", 2.0), ("keras", 2.0), ("pytorch", 4.0), ("optax", 4.0)] {
        let run = format!(r#""method":"adamax","convention":"{convention}","learning_rate":1,"epsilon":2"#);
        let recipe = saddle([1.0, 0.0], &run, 1);
        let entry = Run::new(&plan(&recipe), 0).and_then(|mut run| run.next()).expect("an entry");
        let parts = entry.update.expect("an update").parts;
        let u = parts.iter().rfind(|(_, symbol, _)| *symbol == "u").map(|(.., u)| u[0]);
        assert_eq!((u, rates(&recipe)[0]), (Some(largest), 1.0 / 4.0), "{convention}");
    }
}

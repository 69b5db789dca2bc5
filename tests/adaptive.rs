//! The course's numbers for rules with a rate of their own for every parameter. Row ids are the course checklist's.
//!
//! Mostly on the saddle x² − y² from (1, 0.001), where y has to leave the ridge: the first step at which |y| > 1.
#![cfg(not(target_arch = "wasm32"))]

use ponder_tests::{as_printed, rows};

/// `run` on the saddle from `start`.
fn saddle(start: [f64; 2], run: &str, steps: usize) -> Vec<[f64; 3]> {
    let [w, b] = start;
    let run = format!(r#"{{"start":[{w:e},{b:e}],{run}}}"#);
    rows(&format!(r#"{{"surface":{{"function":"saddle"}},"runs":[{run}],"steps":{steps}}}"#))
}

/// The first step past |y| = 1.
fn escape(run: &str) -> Option<usize> {
    saddle([1.0, 1e-3], run, 3000).iter().position(|[_, y, _]| y.abs() > 1.0)
}

/// As the seed's code has it: ε beside the root.
fn outside(method: &str, rate: f64) -> String {
    format!(r#""method":"{method}","learning_rate":{rate},"epsilon_placement":"outside""#)
}

#[test]
fn c7_adadelta_leaves_the_ridge_when_epsilon_lets_it() {
    for (epsilon, step) in [("1e-10", 330), ("1e-8", 76), ("1e-6", 31), ("1e-4", 14), ("1e-2", 8)] {
        assert_eq!(escape(&format!(r#""method":"adadelta","epsilon":{epsilon}"#)), Some(step), "{epsilon}");
    }
}

#[test]
fn c11_rmsprop_needs_its_rate_set() {
    for (rate, step) in [(0.001, 951), (0.01, 72), (0.1, 4)] {
        assert_eq!(escape(&outside("rmsprop", rate)), Some(step), "{rate}");
    }
}

#[test]
fn c12_the_first_step_of_rmsprop() {
    let step = 1.0 - saddle([1.0, 1e-3], r#""method":"rmsprop","learning_rate":0.1"#, 1)[1][0];
    assert_eq!(as_printed(step / 0.1, "3.162"), "3.162");
}

#[test]
fn s4_61_adagrad_needs_a_larger_rate() {
    for (rate, step) in [(0.001, None), (0.01, Some(1263)), (0.1, Some(17))] {
        assert_eq!(escape(&outside("adagrad", rate)), step, "{rate}");
    }
}

#[test]
fn s4_62_small_rates() {
    let run = outside;
    let momentum = r#""method":"momentum","learning_rate":0.001"#;
    for (run, y) in [(&*run("rmsprop", 0.001), ".131"), (&run("adam", 0.001), ".138"), (momentum, ".0049")] {
        assert_eq!(as_printed(saddle([1.0, 1e-3], run, 100)[100][1], y), y, "{run}");
    }
    assert_eq!((escape(momentum), escape(&run("adam", 0.001))), (Some(409), Some(626)));
}

#[test]
fn s4_63_rmsprop_swings_about_the_ridge_and_adam_comes_to_rest() {
    let far = |run: &str| saddle([1.0, 1e-3], run, 500)[400..].iter().map(|row| row[0].abs()).fold(0.0, f64::max);
    assert_eq!(as_printed(far(&outside("rmsprop", 0.1)), ".0500"), ".0500");
    assert!(far(&outside("adam", 0.1)) < 6e-10);
    for (method, x) in [("rmsprop", ".0237"), ("adam", ".0029")] {
        let at = saddle([1.0, 1e-3], &outside(method, 0.1), 100)[100][0].abs();
        assert_eq!(as_printed(at, x), x, "{method}");
    }
}

#[test]
fn s4_64_a_large_rate() {
    let plain = |method| format!(r#""method":"{method}","learning_rate":0.1"#);
    let steps = [
        (outside("rmsprop", 0.1), 4),
        (outside("adam", 0.1), 11),
        (plain("nesterov"), 16),
        (outside("adagrad", 0.1), 17),
        (plain("momentum"), 19),
        (plain("gradient-descent"), 38),
        (r#""method":"adadelta""#.to_owned(), 76),
    ];
    for (run, step) in steps {
        assert_eq!(escape(&run), Some(step), "{run}");
    }
}

/// Section 5.6's table of epsilons: gradients of 2e-6 along w, rate 0.01, ε 1e-8.
#[test]
fn the_first_step_with_epsilon_inside_and_outside() {
    for (method, place, step) in [
        ("rmsprop", "inside", "-0.000200"),
        ("rmsprop", "outside", "-0.031131"),
        ("adam", "inside", "-0.000200"),
        ("adam", "outside", "-0.009950"),
    ] {
        let run = format!(r#""method":"{method}","learning_rate":0.01,"epsilon":1e-8,"epsilon_placement":"{place}""#);
        let moved = saddle([1e-6, 0.0], &run, 1)[1][0] - 1e-6;
        assert_eq!(as_printed(moved, step), step, "{method}, {place}");
    }
}

/// The step comes from the old s, and s takes in the new step.
#[test]
fn s3_23_adadelta_takes_its_step_before_its_length() {
    let rows = saddle([1.0, 0.0], r#""method":"adadelta","decay":0.9,"epsilon":0.01"#, 2);
    let v = 0.1 * 4.0;
    let x = (0.01_f64 / (v + 0.01)).sqrt() * 2.0;
    assert!((rows[0][0] - rows[1][0] - x).abs() < 1e-15);
    let g = 2.0 * (1.0 - x);
    let next = ((0.1 * x * x + 0.01) / (0.9 * v + 0.1 * g * g + 0.01)).sqrt() * g;
    assert!((rows[1][0] - rows[2][0] - next).abs() < 1e-15);
}

#[test]
fn s4_57_the_first_step_of_adam() {
    let first = saddle([1.0, 1e-3], &outside("adam", 0.1), 1)[1];
    assert_eq!(as_printed(1.0 - first[0], ".09999999950"), ".09999999950");
    assert_eq!(as_printed(first[1] - 1e-3, ".0999995"), ".0999995");
    let inside = saddle([1.0, 1e-3], r#""method":"adam","learning_rate":0.1"#, 1)[1];
    assert_eq!(as_printed(1.0 - inside[0], ".0999999999"), ".0999999999");
    assert_eq!(as_printed(inside[1] - 1e-3, ".0998752"), ".0998752");
}

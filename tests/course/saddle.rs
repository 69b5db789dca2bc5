//! Rules with a rate of their own for every parameter, mostly on the saddle x² − y² from (1, 0.001), where y has to
//! leave the ridge: the first step at which |y| > 1. S4-31 to S4-64 and the claims about them.

use super::SADDLE;
use ponder_tests::walked::{Row, walk};
use ponder_tests::{as_printed, assert_printed};

/// `run` on the saddle from `start`.
fn saddle(start: [f64; 2], run: &str, steps: usize) -> Vec<Row> {
    walk(SADDLE, &format!(r#""start":{start:?},{run}"#), steps)
}

/// The first step past |y| = 1.
fn escape(run: &str) -> Option<usize> {
    saddle([1.0, 1e-3], run, 3000).iter().position(|[_, y, _]| y.abs() > 1.0)
}

/// As the seed's code has it: ε beside the root.
fn outside(method: &str, rate: f64) -> String {
    format!(r#""method":"{method}","learning_rate":{rate},"epsilon_placement":"outside""#)
}

fn plain(method: &str, rate: f64) -> String {
    format!(r#""method":"{method}","learning_rate":{rate}"#)
}

#[test]
fn s4_34_adagrad_is_in_no_hurry() {
    for (rate, printed) in [(0.1, 17), (0.01, 1263), (0.001, 125_025)] {
        let rows = saddle([1.0, 1e-3], &outside("adagrad", rate), 130_000);
        assert_eq!(rows.iter().position(|[_, y, _]| y.abs() > 1.0), Some(printed), "{rate}");
    }
}

/// Also S4-35: and AdaDelta, which has no rate, takes its 76 steps whatever the others do.
#[test]
fn s4_61_adagrad_needs_a_larger_rate() {
    for (rate, step) in [(0.001, None), (0.01, Some(1263)), (0.1, Some(17))] {
        assert_eq!(escape(&outside("adagrad", rate)), step, "{rate}");
    }
    assert_eq!(escape(r#""method":"adadelta""#), Some(76));
}

/// Also C16: which is the better depends on what is measured.
#[test]
fn s4_62_small_rates() {
    let runs = [outside("rmsprop", 0.001), outside("adam", 0.001), plain("momentum", 0.001)];
    for (run, y) in runs.iter().zip([".131", ".138", ".0049"]) {
        assert_eq!(as_printed(saddle([1.0, 1e-3], run, 100)[100][1], y), y, "{run}");
    }
    assert_eq!(runs.map(|run| escape(&run)), [951, 626, 409].map(Some));
}

#[test]
fn s4_63_rmsprop_swings_about_the_ridge_and_adam_comes_to_rest() {
    let far = |run: &str| saddle([1.0, 1e-3], run, 500)[400..].iter().map(|row| row[0].abs()).fold(0.0, f64::max);
    assert_printed(far(&outside("rmsprop", 0.1)), ".0500");
    assert!(far(&outside("adam", 0.1)) < 6e-10);
    for (method, x) in [("rmsprop", ".0237"), ("adam", ".0029")] {
        assert_printed(saddle([1.0, 1e-3], &outside(method, 0.1), 100)[100][0].abs(), x);
    }
}

/// Also S4-60.
#[test]
fn s4_64_a_large_rate() {
    let steps = [
        (outside("rmsprop", 0.1), 4),
        (outside("adam", 0.1), 11),
        (plain("nesterov", 0.1), 16),
        (outside("adagrad", 0.1), 17),
        (plain("momentum", 0.1), 19),
        (plain("gradient-descent", 0.1), 38),
        (r#""method":"adadelta""#.to_owned(), 76),
    ];
    for (run, step) in steps {
        assert_eq!(escape(&run), Some(step), "{run}");
    }
}

/// Also E38: the step comes from the old s, which is 0 at first, and s takes in the new step.
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
    assert_printed(1.0 - first[0], ".09999999950");
    assert_printed(first[1] - 1e-3, ".0999995");
    let inside = saddle([1.0, 1e-3], &plain("adam", 0.1), 1)[1];
    assert_printed(1.0 - inside[0], ".0999999999");
    assert_printed(inside[1] - 1e-3, ".0998752");
}

/// The first steps with |y| > .01, .1 and 1 from (−1, .001), at the rates .001, .01 and .1.
type Escapes = [[Option<usize>; 3]; 3];

const fn steps(steps: [usize; 3]) -> [Option<usize>; 3] {
    [Some(steps[0]), Some(steps[1]), Some(steps[2])]
}

const TABLE: [(&str, Escapes); 7] = [
    ("gradient-descent", [steps([1153, 2305, 3458]), steps([117, 233, 349]), steps([13, 26, 38])]),
    ("momentum", [steps([142, 276, 409]), steps([27, 49, 72]), steps([7, 13, 19])]),
    ("nesterov", [steps([140, 272, 404]), steps([25, 47, 68]), steps([7, 11, 16])]),
    ("adagrad", [[Some(16), Some(1262), None], steps([1, 17, 1263]), steps([1, 1, 17])]),
    ("rmsprop", [steps([4, 72, 951]), steps([1, 4, 72]), steps([1, 1, 4])]),
    ("adadelta", [steps([13, 37, 76]); 3]),
    ("adam", [steps([10, 76, 626]), steps([1, 11, 77]), steps([1, 1, 11])]),
];

fn escapes(method: &str, keys: &str) -> Escapes {
    [0.001, 0.01, 0.1].map(|rate| {
        let run = if method == "adadelta" { format!(r#""method":"{method}""#) } else { plain(method, rate) };
        let rows = saddle([-1.0, 1e-3], &format!("{run}{keys}"), 4000);
        [0.01, 0.1, 1.0].map(|y| rows.iter().position(|row| row[1].abs() > y))
    })
}

#[test]
fn scene_saddle_three_thresholds_at_three_rates() {
    for (method, printed) in TABLE {
        assert_eq!(escapes(method, ""), printed, "{method}");
    }
}

/// One cell changes with ε beside the root.
#[test]
fn scene_saddle_with_epsilon_outside() {
    for (method, mut printed) in TABLE.into_iter().filter(|(method, _)| ["adagrad", "rmsprop", "adam"].contains(method))
    {
        if method == "rmsprop" {
            printed[0][0] = Some(3);
        }
        assert_eq!(escapes(method, r#","epsilon_placement":"outside""#), printed, "{method}");
    }
}

/// A larger ε sends AdaDelta off sooner.
#[test]
fn scene_saddle_adadelta_with_another_epsilon() {
    assert_eq!(escapes("adadelta", r#","epsilon":1e-6"#)[0], steps([4, 12, 31]));
}

/// The largest |x| in the steps 400 to 500.
#[test]
fn scene_saddle_across_the_ridge() {
    let far = |method: &str, rate: f64| {
        let rows = saddle([-1.0, 1e-3], &plain(method, rate), 500);
        rows[400..].iter().map(|row| row[0].abs()).fold(0.0, f64::max)
    };
    for (rate, rmsprop, adam) in [(0.1, "0.0500", "5.8e-10"), (0.01, "0.0050", "8.7e-7"), (0.001, "0.595", "0.638")] {
        assert_printed(far("rmsprop", rate), rmsprop);
        assert_printed(far("adam", rate), adam);
    }
}

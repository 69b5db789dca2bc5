//! The unit of the loss: twice the loss, and whoever divides by what a gradient is like does not notice.
//!
//! A factor of 2 changes exponents only, so where ε and its like are 0 these are laws to the last bit.

use ponder::Tree;
use ponder_tests::style::Style;
use ponder_tests::tree;

use crate::recipe::{apart, bits, for_all_styles, rows, run};

const STEPS: usize = 60;

/// Without what has a unit of its own; `rate` and `epsilon` as they are given.
fn settings(rate: f64, epsilon: f64) -> [(&'static str, f64); 5] {
    [
        ("learning_rate", rate),
        ("epsilon", epsilon),
        ("epsilon_root", 0.0),
        ("initial_accumulator", 0.0),
        ("lambda", 0.0),
    ]
}

/// A loss over data, and twice that loss.
fn units() -> [[Tree; 2]; 3] {
    let sigmoid = r#""model":"sigmoid-neuron","data":"two-points""#;
    let eight = r#""model":"sigmoid-neuron","data":"eight-points""#;
    let linear = r#""model":"linear-neuron","data":[[-1,0.2],[0.5,0.9],[2,0.4]]"#;
    [sigmoid, eight, linear]
        .map(|keys| ["half-sum", "sum"].map(|reduce| tree(&format!(r#"{{{keys},"reduce":"{reduce}"}}"#))))
}

/// What doubling the loss amounts to.
enum Felt {
    /// Nothing.
    Not,
    /// A rate so many times as large.
    AsRate(f64),
    /// Something else.
    Otherwise,
    /// Nobody has said.
    Unsaid,
}

fn felt(style: &Style, curved_up: bool) -> Felt {
    let rootless = style.writing.when.contains(&("square_root", 0.0));
    match style.method {
        "gradient-descent" | "momentum" | "nesterov" | "asgd" | "line-search" => Felt::AsRate(2.0),
        "adagrad" if rootless => Felt::AsRate(0.5),
        // Where the loss curves down along its slope it is gradient descent.
        "optimal-step" if !curved_up => Felt::Otherwise,
        // Its ε has the unit of a parameter squared above the fraction and of a gradient squared below.
        "adadelta" => Felt::Otherwise,
        // It begins as gradient descent with momentum.
        "radam" => Felt::Otherwise,
        "adagrad" | "rmsprop" | "novograd" | "rprop" => Felt::Not,
        "adam" | "adamw" | "amsgrad" | "nadam" | "adamax" | "adabelief" | "yogi" | "lion" => Felt::Not,
        "newton" | "diagonal-newton" | "optimal-step" => Felt::Not,
        _ => Felt::Unsaid,
    }
}

fn path(surface: &Tree, style: &Style, rate: f64, epsilon: f64) -> Vec<f64> {
    let mut rows = rows(surface, &run(style, &settings(rate, epsilon), r#""start":[-2,-1.5]"#), STEPS);
    // The losses differ, of course, unless there are none any more.
    rows.chunks_exact_mut(3).filter(|row| !row[2].is_nan()).for_each(|row| row[2] = 0.0);
    rows
}

#[test]
fn a_factor_of_two_is_not_felt_or_is_a_factor_of_the_rate() {
    for (i, [once, twice]) in units().iter().enumerate() {
        for_all_styles(|style| {
            let (rate, here) = (0.05, path(once, style, 0.05, 0.0));
            let there = match felt(style, i == 2) {
                Felt::Not => path(twice, style, rate, 0.0),
                Felt::AsRate(factor) => path(twice, style, rate / factor, 0.0),
                Felt::Unsaid => return,
                Felt::Otherwise => {
                    let gap = apart(&path(twice, style, rate, 0.01), &path(once, style, rate, 0.01));
                    assert!(gap > 1e-6, "{style:?} is blind: {gap}");
                    return;
                }
            };
            assert_eq!(bits(&there), bits(&here), "{style:?} on {once:?}");
        });
    }
}

/// Adam and its kin with an ε: the smaller it is, the less they feel.
#[test]
fn adam_and_its_kin_do_not_feel_the_unit_of_the_loss_as_epsilon_goes_to_zero() {
    let mut kin = 0;
    let [[once, twice], ..] = units();
    for_all_styles(|style| {
        let blind = matches!(felt(style, false), Felt::Not) && style.form.knob("epsilon").is_some();
        if !blind || style.method == "diagonal-newton" {
            return;
        }
        kin += 1;
        let gap = |epsilon| apart(&path(&once, style, 0.02, epsilon), &path(&twice, style, 0.02, epsilon));
        let gaps = [1e-5, 1e-8, 1e-11, 1e-14].map(gap);
        assert!(gaps.is_sorted_by(|larger, smaller| larger > smaller), "{style:?}: {gaps:?}");
        assert!(gaps[0] > 1e-5 && gaps[3] < 1e-7, "{style:?}: {gaps:?}");
    });
    assert!(kin >= 20, "only {kin}");
}

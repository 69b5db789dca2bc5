//! Rprop in PyTorch and Optax: two rules that are one until a slope flips.
#![cfg(not(target_arch = "wasm32"))]

use ponder_tests::rows;

const TWO_POINTS: (&str, [f64; 2]) = (r#"{"model":"sigmoid-neuron","data":"two-points"}"#, [-2.0, -2.0]);
const ROSENBROCK: (&str, [f64; 2]) = (r#"{"function":"rosenbrock"}"#, [-1.2, 1.0]);
const BEALE: (&str, [f64; 2]) = (r#"{"function":"beale"}"#, [1.0, 1.5]);
const SADDLE: (&str, [f64; 2]) = (r#"{"function":"saddle"}"#, [-1.0, 0.001]);

fn rprop((surface, start): (&str, [f64; 2]), convention: &str, keys: &str, steps: usize) -> Vec<[f64; 3]> {
    let run = format!(r#"{{"method":"rprop","convention":"{convention}","start":{start:?}{keys}}}"#);
    rows(&format!(r#"{{"surface":{surface},"runs":[{run}],"steps":{steps}}}"#))
}

/// Optax makes each move one update after PyTorch, up to the update after the first flip; then their ways part.
#[test]
fn optax_lags_one_update_behind_until_a_slope_flips() {
    for (ground, last) in [(ROSENBROCK, 9), (BEALE, 15), (SADDLE, 18), (TWO_POINTS, 22)] {
        let [torch, optax] = ["pytorch", "optax"].map(|name| rprop(ground, name, r#","learning_rate":0.01"#, 60));
        let parted = (0..60).find(|&t| (0..2).any(|i| (optax[t + 1][i] - torch[t][i]).abs() > 1e-12));
        assert_eq!(parted, Some(last + 1), "{ground:?}");
        assert_eq!(optax[1], optax[0], "Optax's first update moves nothing");
    }
}

/// After its first flip Optax stands still one update longer, and its step size is one growth ahead.
#[test]
fn a_flip_costs_optax_two_updates() {
    let [torch, optax] = ["pytorch", "optax"].map(|name| rprop(SADDLE, name, r#","learning_rate":0.01"#, 60));
    let still = |rows: &[[f64; 3]]| (2..60).filter(|&t| rows[t + 1][0] == rows[t][0]).take(3).collect::<Vec<_>>();
    let ([flip, ..], [first, second, ..]) = (&still(&torch)[..], &still(&optax)[..]) else { panic!("flips") };
    assert_eq!((*first, *second), (flip + 1, flip + 2));
    let moved = |rows: &[[f64; 3]], t: usize| rows[t + 1][0] - rows[t][0];
    let ratio = moved(&optax, second + 1) / moved(&torch, flip + 1);
    assert!((ratio - 1.2).abs() < 1e-12, "{ratio}");
}

/// PyTorch clips the first step size too; Optax does not while it has nothing to compare with.
#[test]
fn a_first_step_beyond_the_largest() {
    let keys = r#","learning_rate":100"#;
    let moved = |rows: &[[f64; 3]], t: usize| (rows[t + 1][0] - rows[t][0]).abs();
    assert_eq!(moved(&rprop(TWO_POINTS, "pytorch", keys, 2), 0), 50.0);
    let optax = rprop(TWO_POINTS, "optax", keys, 2);
    assert_eq!((moved(&optax, 0), moved(&optax, 1)), (0.0, 100.0));
}

/// Only the sign of a slope counts: a loss of another size is walked alike.
#[test]
fn the_unit_of_the_loss_is_not_felt() {
    let sum = r#"{"model":"sigmoid-neuron","data":"two-points","reduce":"sum"}"#;
    for convention in ["pytorch", "optax"] {
        let [half, whole] =
            [TWO_POINTS, (sum, TWO_POINTS.1)].map(|ground| rprop(ground, convention, r#","learning_rate":0.01"#, 60));
        let points = |rows: Vec<[f64; 3]>| rows.into_iter().map(|[w, b, _]| [w, b]).collect::<Vec<_>>();
        assert_eq!(points(half), points(whole));
    }
}

//! S1-65 to S1-73: rates and momenta that move.

use ponder::Update;
use ponder_tests::walked::{path, updates, walk};
use ponder_tests::{assert_printed, two_points};

use super::TWO_POINTS;

/// From (−2, −2) with rate 1 and a schedule.
fn run(schedule: &str) -> String {
    format!(r#""method":"gradient-descent","start":[-2,-2],"learning_rate":1,"schedule":{schedule}"#)
}

fn rates(schedule: &str, steps: usize) -> Vec<f64> {
    updates(TWO_POINTS, &run(schedule), steps).iter().filter_map(|update| update.rate).collect()
}

fn momenta(schedule: &str, steps: usize) -> Vec<f64> {
    let run = r#""method":"momentum","start":[-2,-2],"learning_rate":1e-9,"momentum_schedule":"#;
    let momentum = |update: &Update| update.momentum.expect("a momentum");
    updates(TWO_POINTS, &format!("{run}{schedule}"), steps).iter().map(momentum).collect()
}

/// Also C2: a rate of 10 does not blow up on the course's own data; it converges, after one uphill step, the twelfth.
#[test]
fn s1_66_a_rate_of_ten_converges() {
    let run = r#""method":"gradient-descent","start":[-2,-2],"learning_rate":10"#;
    let rows = walk(TWO_POINTS, run, 200);
    assert_eq!(path(&rows).uphill().collect::<Vec<_>>(), [12]);
    assert_printed(rows[200][2], "6e-22");
    assert!(walk(TWO_POINTS, run, 300)[300][2] < 1e-30, "the last bits are left");
}

const HALVE: &str = r#"{"kind":"step","factor":0.5,"every":5}"#;

/// Also C21: halving every five updates adds up to ten rates; from a plateau that is not enough.
#[test]
fn s1_70_step_decay_gets_stuck_on_the_plateau() {
    assert_printed(rates(HALVE, 1000).iter().sum(), "10.000000");
    assert_printed(walk(TWO_POINTS, &run(HALVE), 1000)[1000][2], ".414835");
    // The other variant has nothing to halve for: the loss never rises.
    let worse = r#"{"kind":"halve-when-worse"}"#;
    assert!(rates(worse, 300).iter().all(|rate| *rate == 1.0));
    let away = ponder_tests::plan(&two_points("gradient-descent", &format!(r#","schedule":{worse}"#), 300).replacen(
        r#""two-points""#,
        r#""two-points","validation":[[0.5,0.9]]"#,
        1,
    ));
    let updates = ponder::Run::new(&away, 0).expect("a run").filter_map(|entry| entry.update);
    assert!(updates.last().is_some_and(|update| update.rate < Some(1.0)), "a validation loss that rises halves it");
}

#[test]
fn s1_71_exponential_decay() {
    let rates = rates(r#"{"kind":"exponential","k":0.01}"#, 101);
    assert_printed(rates[10], ".9048");
    assert_printed(rates[100], ".3679");
}

#[test]
fn s1_72_inverse_time_decay() {
    let rates = rates(r#"{"kind":"inverse-time","k":0.01}"#, 101);
    assert_printed(rates[10], ".9091");
    assert_printed(rates[100], ".5");
}

#[test]
fn s1_73_sutskevers_momentum() {
    let all = momenta(r#"{"kind":"sutskever","max":0.999}"#, 2501);
    for (t, printed) in [(0, ".5"), (250, ".75"), (500, ".8333"), (750, ".875"), (1000, ".9"), (2500, ".954545")] {
        assert_printed(all[t], printed);
    }
    let as_printed = |t: usize| 1.0 - (-1.0 - ((t / 250 + 1) as f64).log2()).exp2();
    assert!(all.iter().enumerate().all(|(t, momentum)| (momentum - as_printed(t)).abs() < 1e-15));
    for max in [0.995, 0.99, 0.9, 0.0] {
        assert_eq!(momenta(&format!(r#"{{"kind":"sutskever","max":{max}}}"#), 1)[0], f64::min(0.5, max));
    }
    assert_eq!(momenta(r#"{"kind":"sutskever","max":0.9}"#, 2501)[2500], 0.9);
}

/// Where nothing gets better any more, a tenth.
#[test]
fn s3_06_a_rate_that_falls_on_the_plateau() {
    let run =
        r#""method":"gradient-descent","start":[0,0],"learning_rate":0.1,"schedule":{"kind":"reduce-on-plateau"}"#;
    let rates: Vec<_> = updates(r#"{"function":"ravine"}"#, run, 20).iter().filter_map(|update| update.rate).collect();
    assert_printed(rates[0], ".100");
    assert_printed(rates[19], ".010");
}

/// Momentum from one half to nine tenths, in a straight line.
#[test]
fn s2_27_a_momentum_that_rises() {
    let all = momenta(r#"{"kind":"linear","from":0.5,"to":0.9,"over":100}"#, 151);
    for (t, printed) in [(0, ".50"), (50, ".70"), (100, ".90"), (150, ".90")] {
        assert_printed(all[t], printed);
    }
}

//! S1-76 to S1-89: a hundred points, 78 of them with x = 0, and rules with a rate for every parameter.

use ponder::analysis::series::for_good;
use ponder::note::Part;
use ponder_tests::assert_printed;
use ponder_tests::walked::{Row, assert_at, path, updates, walk};

use super::SPARSE;

/// From (−2, 4): descent, momentum and Nesterov's rule with rate .02, the others with .1.
fn keys(method: &str) -> String {
    let plain = ["gradient-descent", "momentum", "nesterov"].contains(&method);
    format!(r#""method":"{method}","start":[-2,4],"learning_rate":{}"#, if plain { 0.02 } else { 0.1 })
}

fn run(method: &str, steps: usize) -> Vec<Row> {
    walk(SPARSE, &keys(method), steps)
}

/// Also S1-85, S1-88, E16, E17, E18: the programs as they were meant.
#[test]
fn s1_77_where_the_six_are_after_20_100_and_500_steps() {
    let table = [
        ("gradient-descent", [["-2.029", "3.399"], ["-1.134", "-0.595"], ["2.936", "-0.900"]]),
        ("momentum", [["-1.800", "-1.929"], ["3.873", "-1.036"], ["4.000", "-1.000"]]),
        ("adagrad", [["-2.574", "3.141"], ["-1.130", "1.566"], ["2.265", "-0.577"]]),
        // In the end it goes to and fro; rounding decides which of the two points is even.
        ("rmsprop", [["0.132", "0.418"], ["4.000", "-1.000"], ["4.061", "-0.952"]]),
        ("adam", [["-2.188", "1.891"], ["4.107", "-1.016"], ["4.000", "-1.000"]]),
    ];
    for (method, printed) in table {
        let rows = run(method, 500);
        [20, 100, 500].into_iter().zip(printed).for_each(|(t, at)| assert_at(rows[t], at));
    }
}

/// Also C18, S0-12: how far b goes for every unit of w. Nesterov's 13.749 is 13.7, not the 13.8 that two roundings make.
#[test]
fn s1_79_first_along_b() {
    let ratio = |method: &str| {
        let lengths = path(&run(method, 20)).lengths();
        lengths[1] / lengths[0]
    };
    for (method, printed) in
        [("gradient-descent", "20.9"), ("momentum", "17.1"), ("nesterov", "13.75"), ("adagrad", "1.5")]
    {
        assert_printed(ratio(method), printed);
    }
}

/// Also S0-08, S0-13: both rates only ever fall, and b's is the lower from the first update on.
#[test]
fn s1_81_the_rates_of_w_and_b() {
    let updates = updates(SPARSE, &keys("adagrad"), 500);
    let rates: Vec<_> = updates.iter().map(|update| update.part(Part::Scale).expect("rates")).collect();
    assert!(rates.windows(2).all(|pair| pair[1][0] <= pair[0][0] && pair[1][1] <= pair[0][1]));
    assert!(rates.iter().all(|rate| rate[1] < rate[0]));
}

/// Also C19.
#[test]
fn s1_82_without_the_square_root() {
    assert_printed(run("adagrad", 500)[500][2], ".409");
    let rootless = format!(r#"{},"square_root":false"#, keys("adagrad"));
    assert_printed(walk(SPARSE, &rootless, 500)[500][2], "20.48");
}

/// Also C8, S3-15, S4-32: slow, not stuck, and not in b alone.
#[test]
fn s1_83_adagrad_arrives() {
    let rows = run("adagrad", 5000);
    for (t, printed) in [(500, ".409"), (1000, ".0338"), (2000, "8.2e-4"), (5000, "3.4e-8")] {
        assert_printed(rows[t][2], printed);
    }
    assert_printed((rows[500][0] - 4.0).abs(), "1.74");
    assert_printed((rows[500][1] + 1.0).abs(), ".42");
    let rates = updates(SPARSE, &keys("adagrad"), 5000);
    let last = rates.last().and_then(|update| update.part(Part::Scale)).expect("rates");
    assert!(last.iter().all(|rate| *rate > 0.0));
}

/// Also S0-18, C12: RMSProp arrives, is kicked out again and hovers.
#[test]
fn s1_86_adagrad_is_on_its_way_where_rmsprop_is_there() {
    let (adagrad, rmsprop) = (run("adagrad", 100)[100], run("rmsprop", 500));
    assert_at(adagrad, ["-1.13", "1.57"]);
    assert_printed(adagrad[2], "12.9");
    assert_at(rmsprop[100], ["4.00", "-1.00"]);
    assert_printed(rmsprop[100][2], "7e-13");
    // How hard the kick is, rounding decides: .064 in the course, .075 in exact arithmetic.
    let kick = rmsprop[100..].iter().map(|row| row[2]).fold(0.0, f64::max);
    assert!((0.06..0.11).contains(&kick), "{kick}");
    assert_printed(rmsprop[500][2], ".0056");
}

#[test]
fn s1_89_adam_is_there_in_the_end() {
    let rows = run("adam", 500);
    assert_at(rows[100], ["4.11", "-1.02"]);
    assert_printed(rows[100][2], ".0007");
    assert_at(rows[500], ["4.000", "-1.000"]);
    assert!(rows[500][2] < 1e-9, "{}", rows[500][2]);
}

/// Also S0-22: it overshoots a little; the rest of the saying fails here.
#[test]
fn c22_adam_overshoots_and_is_not_the_first() {
    let peak = run("adam", 500).iter().map(|row| row[0]).fold(f64::MIN, f64::max);
    assert_printed(peak, "4.108");
    let arrives = |method| for_good(path(&run(method, 500)).distances(&[4.0, -1.0]), |far| far < 0.1);
    assert_eq!(["nesterov", "momentum", "adam"].map(arrives), [101, 103, 109].map(Some));
    // After its kick: 155 in the course, 161 in exact arithmetic.
    assert!(arrives("rmsprop").is_some_and(|t| (150..165).contains(&t)));
    assert_eq!(["gradient-descent", "adagrad"].map(arrives), [None; 2]);
}

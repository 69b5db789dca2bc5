//! Scenes on a neuron's loss: the plain start, the large rates, the second valley.

use super::TWO_POINTS;
use ponder_tests::assert_printed;
use ponder_tests::walked::{Row, assert_at, walk};

fn descent(rate: f64, steps: usize) -> Vec<Row> {
    walk(TWO_POINTS, &format!(r#""method":"gradient-descent","start":[-2,-2],"learning_rate":{rate}"#), steps)
}

#[test]
fn scene_gd_two_points() {
    let rows = descent(1.0, 1000);
    assert!(rows.windows(2).all(|pair| pair[1][2] < pair[0][2]), "strictly down");
    assert_printed(rows[1000][2], "2.429e-11");
    assert!(rows[50][2] > 0.40 && rows[0][2] - rows[50][2] < 0.01 && rows[100][2] < 0.02, "a plateau, then a fall");
}

#[test]
fn scene_eta10_a_rate_of_thirty() {
    let far = descent(30.0, 300)[300];
    assert_at(far, ["5.28747", "-4.03075"]);
    assert_printed(far[2], ".004990");
}

#[test]
fn scene_valley_after_a_hundred_steps() {
    let end = |method| {
        let run = format!(r#""method":"{method}","start":[-3,-3.5],"learning_rate":1"#);
        walk(r#"{"model":"sigmoid-neuron","data":"valley-2"}"#, &run, 100)[100][2]
    };
    assert_printed(end("gradient-descent"), "0.35985");
    assert_printed(end("momentum"), "1.01382e-5");
    assert_printed(end("nesterov"), "7.65772e-8");
}

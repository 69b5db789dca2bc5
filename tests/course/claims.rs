//! What the course claims of rules on other ground, with what we measure. The rest stands beside the rows it is about.

use super::TWO_POINTS;
use ponder_tests::walked::{Row, recipe, walk};
use ponder_tests::{assert_printed, plan};

/// Also S1-31: on the far plateau no rate helps, the steps are as small as the slope.
#[test]
fn c3_a_gentle_start_is_slow_at_every_rate() {
    for rate in [1, 2, 5, 10, 20, 50] {
        let run = format!(r#""method":"gradient-descent","start":[-4,4],"learning_rate":{rate}"#);
        assert_printed(walk(TWO_POINTS, &run, 200)[200][2], ".405");
    }
}

/// Also S4-03, E45: both leave the local well for the deeper one, descent does not.
#[test]
fn s4_20_the_double_well() {
    let walk = |method: &str, momentum: &str| {
        let run = format!(r#""method":"{method}","start":[1.6,1],"learning_rate":0.01{momentum}"#);
        walk(r#"{"function":"double-well"}"#, &run, 600)
    };
    let turns = |rows: &[Row]| {
        let steps: Vec<_> = rows.windows(2).map(|pair| pair[1][0] - pair[0][0]).collect();
        steps.windows(2).filter(|pair| pair[0] * pair[1] < 0.0).count()
    };
    for (method, reversals) in [("momentum", 27), ("nesterov", 25)] {
        let rows = walk(method, r#","momentum":0.95"#);
        assert_printed(rows[600][0], "-1.0679");
        assert_eq!(turns(&rows), reversals, "{method}");
    }
    assert_printed(walk("gradient-descent", "")[600][0], ".9143");
}

/// Also S4-06: the slope of x² − y² is (2x, −2y), and it falls for ever.
#[test]
fn s4_02_the_saddle() {
    let plan = plan(&recipe(super::SADDLE, r#""method":"gradient-descent","learning_rate":0.001"#, 1));
    assert_eq!(plan.surface().gradient(&[0.7, -0.3]), [1.4, 0.6]);
    assert_eq!(plan.surface().loss(&[0.0, 1e3]), -1e6);
}

//! Newton's method and its relatives: S2-11 to S2-16, S3-08 to S3-12, and the scenes newton and ravine.

use ponder::{Run, Update, Vector};
use ponder_tests::{as_printed, assert_printed, plan, rows};

use super::{SADDLE, TWO_POINTS};

const ROSENBROCK: &str = r#"{"function":"rosenbrock"}"#;
const BEALE: &str = r#"{"function":"beale"}"#;
const RAVINE: &str = r#"{"function":"ravine","condition":20}"#;

/// A run from a start; `keys` as JSON text.
fn recipe(surface: &str, method: &str, start: [f64; 2], keys: &str, steps: usize) -> String {
    let run = format!(r#"{{"method":"{method}","start":{start:?}{keys}}}"#);
    format!(r#"{{"surface":{surface},"runs":[{run}],"steps":{steps}}}"#)
}

fn newton(surface: &str, start: [f64; 2], steps: usize) -> Vec<[f64; 3]> {
    rows(&recipe(surface, "newton", start, "", steps))
}

fn diagonal(surface: &str, start: [f64; 2], keys: &str, steps: usize) -> Vec<[f64; 3]> {
    rows(&recipe(surface, "diagonal-newton", start, keys, steps))
}

/// The first update of a run.
fn first(recipe: &str) -> Update {
    Run::new(&plan(recipe), 0).and_then(|mut run| run.next()?.update).expect("an update")
}

fn noted(update: &Update, symbol: &str) -> f64 {
    let part = update.parts.iter().find(|(_, noted, _)| *noted == symbol);
    part.unwrap_or_else(|| panic!("{symbol} is noted")).2[0]
}

#[test]
fn s2_16_against_negative_curvature_the_optimal_step_falls_back() {
    let plain = r#","learning_rate":1"#;
    for (surface, start, printed) in [(TWO_POINTS, [-2.0, -2.0], "-107.43"), (SADDLE, [0.1, 1.0], "-0.5101")] {
        let update = first(&recipe(surface, "optimal-step", start, plain, 1));
        let lowest = noted(&update, r"\lVert \nabla w \rVert^2") / noted(&update, r"\nabla w^\top H \nabla w");
        assert_printed(lowest, printed);
        assert_eq!(noted(&update, r"\alpha"), 1.0);
    }
    assert_eq!(
        rows(&recipe(TWO_POINTS, "optimal-step", [-2.0, -2.0], plain, 1)),
        rows(&recipe(TWO_POINTS, "gradient-descent", [-2.0, -2.0], plain, 1))
    );
}

/// Also S2-11, E24: on the ravine, whose model is exact, no other rate between 0 and 0.12 goes deeper.
#[test]
fn scene_ravine_the_optimal_step_is_the_lowest_point_along_the_slope() {
    let plan = plan(&recipe(RAVINE, "optimal-step", [1.0, -4.0], r#","learning_rate":1"#, 1));
    let update = Run::new(&plan, 0).and_then(|mut run| run.next()?.update).expect("an update");
    let land = plan.surface().plane().expect("two parameters");
    let at = Vector([1.0, -4.0]);
    let along = |i: i32| land.value(at - (f64::from(i) * 1e-5) * land.slope(at));
    let lowest = (0..=12_000).min_by(|&i, &j| along(i).total_cmp(&along(j))).expect("a lowest one");
    assert!((noted(&update, r"\alpha") - f64::from(lowest) * 1e-5).abs() < 1e-5, "{lowest}");
    assert_printed(noted(&update, r"\alpha"), "0.051896");
    // It is a step along the slope; Newton's leads to the minimum, which lies elsewhere.
    let (slope, newton) = (land.slope(at), Vector([0.0, 0.0]) - at);
    assert!(slope.dot(newton) / (slope.norm() * newton.norm()) > -0.5);
}

/// ((κ − 1)/(κ + 1))² = (19/21)² a step, for ever: the zig-zag that no rate along the slope can avoid.
#[test]
fn scene_ravine_the_worst_start_of_an_exact_line_search() {
    let rows = rows(&recipe(RAVINE, "optimal-step", [1.0, 20.0], r#","learning_rate":1"#, 20));
    rows.windows(2).for_each(|pair| assert_printed(pair[1][2] / pair[0][2], "0.81859"));
    assert!(rows.windows(2).all(|pair| pair[0][0] * pair[1][0] < 0.0));
}

/// Also C4: right only where the Hessian is positive definite.
#[test]
fn s3_08_newton_needs_a_bowl() {
    let good = newton(TWO_POINTS, [0.0, 0.0], 1);
    assert_printed(good[0][2], ".125");
    assert_printed(good[1][2], ".002806");
    let bad = newton(TWO_POINTS, [-2.0, -2.0], 30);
    assert_printed(bad[0][2], ".415820");
    assert_printed(bad[1][2], ".422835");
    assert_printed(bad[30][1], "-32.9");
    assert_printed(bad[30][2], ".425");
}

#[test]
fn scene_newton_near_the_minimum_of_the_two_points() {
    assert!(newton(TWO_POINTS, [1.5, -2.0], 4)[4][2] < 1e-12);
    let descent = rows(&recipe(TWO_POINTS, "gradient-descent", [1.5, -2.0], r#","learning_rate":1"#, 1000));
    assert_eq!(descent.iter().position(|row| row[2] < 1e-12), Some(969));
}

/// Over a hill and down: the second step leads far up the valley's wall.
#[test]
fn scene_newton_rosenbrock() {
    let rows = newton(ROSENBROCK, [-1.2, 1.0], 7);
    assert_printed(rows[2][2], "1411.8");
    assert!(rows.iter().any(|row| row[2] < 1e-9), "{rows:?}");
}

#[test]
fn scene_newton_is_there_in_one_step_where_the_model_is_exact() {
    assert_eq!(newton(RAVINE, [1.0, -4.0], 1)[1], [0.0; 3]);
    // A saddle is as good as a minimum to it.
    assert_eq!(newton(SADDLE, [-1.0, 0.001], 1)[1], [0.0; 3]);
    let turned = newton(r#"{"function":"ravine","condition":20,"rotation":30}"#, [1.0, -4.0], 1);
    assert!(turned[1][2] < 1e-28, "{turned:?}");
}

/// Flat ground of any kind draws it; where the curvature has two signs, the step may lead anywhere.
#[test]
fn scene_newton_beale() {
    let drawn = newton(BEALE, [1.0, 1.5], 20)[20];
    assert_eq!(drawn.map(|number| as_printed(number, "0.000000")), ["0.000000", "1.000000", "14.203125"]);
    let thrown = newton(BEALE, [3.5, 0.7], 20);
    assert!(thrown.iter().any(|row| (row[0] - 3.0).abs() > 5.0), "{thrown:?}");
}

/// Where the axes are those of the bowl the two are one; where it is turned, the diagonal is not the whole.
#[test]
fn scene_newton_diagonal_feels_a_rotation() {
    assert_printed(diagonal(RAVINE, [1.0, -4.0], "", 1)[1][2], "8.0e-16");
    let turned = |degrees: f64| {
        let surface = format!(r#"{{"function":"ravine","condition":20,"rotation":{degrees}}}"#);
        diagonal(&surface, [1.0, -4.0], "", 60)
    };
    let arrives = |degrees| turned(degrees).iter().position(|row| row[2] < 1e-3);
    assert_eq!([arrives(0.5_f64.to_degrees()), arrives(45.0)], [Some(37), Some(55)]);
    assert_printed(turned(45.0)[60][2], "3.11753e-4");
    let rows = turned(30.0);
    let shrinks = |t: usize| rows[t + 1][2] / rows[t][2];
    assert!((shrinks(50) - shrinks(40)).abs() < 1e-9, "linearly");
}

#[test]
fn scene_newton_diagonal_diverges_in_the_valley() {
    assert_printed(diagonal(ROSENBROCK, [-1.2, 1.0], "", 40)[40][2], "131.1629");
}

const ABSOLUTE: &str = r#","hessian":"absolute""#;

#[test]
fn s3_12_the_printed_rule_climbs_where_the_loss_curves_down() {
    let start = [-2.0, -2.0];
    assert_printed(diagonal(TWO_POINTS, start, "", 1)[0][2], ".4158");
    assert_printed(diagonal(TWO_POINTS, start, "", 1)[1][2], ".4236");
    assert_printed(diagonal(TWO_POINTS, start, ABSOLUTE, 1)[1][2], ".3736");
}

/// Of η, η/2, η/4, … the first that gains a ten-thousandth of what the slope promises.
#[test]
fn a_line_search_takes_the_first_step_that_pays() {
    let plan = plan(&recipe(ROSENBROCK, "line-search", [-1.2, 1.0], "", 40));
    let land = plan.surface().plane().expect("two parameters");
    let mut run = Run::new(&plan, 0).expect("a run");
    let mut tried = 0;
    for entry in run.by_ref() {
        let Some(update) = entry.update else { break };
        let at = Vector([entry.at[0], entry.at[1]]);
        let (here, slope) = (land.value(at), land.slope(at));
        let pays = |rate: f64| land.value(at - rate * slope) <= here - 1e-4 * rate * slope.dot(slope);
        let (rate, halvings) = (noted(&update, r"\alpha"), noted(&update, "k"));
        assert_eq!(rate * halvings.exp2(), 1.0);
        assert!(pays(rate) && (halvings == 0.0 || !pays(2.0 * rate)), "{update:?}");
        tried += 2 + halvings as u64;
    }
    let seen = run.evaluations();
    assert_eq!((seen.values, seen.gradients, seen.curvatures), (tried, 40, 0));
    assert!(tried > 400, "the first rate is far too large here: {tried}");
}

/// Sixty halvings of such a rate are still far beyond the numbers: it stays where it is.
#[test]
fn a_line_search_that_finds_nothing_stays() {
    let rows = rows(&recipe(ROSENBROCK, "line-search", [-1.2, 1.0], r#","learning_rate":1e200"#, 2));
    assert_eq!(rows[2], rows[0]);
    let seen = plan(&recipe(ROSENBROCK, "line-search", [-1.2, 1.0], r#","learning_rate":1e200"#, 1));
    let mut run = Run::new(&seen, 0).expect("a run");
    assert_eq!(run.by_ref().count(), 2);
    assert_eq!(run.evaluations().values, 62);
}

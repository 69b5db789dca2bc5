//! S1-02 to S1-26: two points, a neuron, guesses and slopes.

use ponder::{Landscape, Plan, Vector};
use ponder_tests::plan;
use ponder_tests::track::{assert_printed, recipe};

use super::TWO_POINTS;

fn on(surface: &str) -> Plan {
    plan(&recipe(surface, r#""method":"gradient-descent","learning_rate":1"#, 1))
}

fn loss(at: [f64; 2]) -> f64 {
    on(TWO_POINTS).surface().loss(&at)
}

fn predict(at: [f64; 2], x: f64) -> f64 {
    on(TWO_POINTS).surface().fit().expect("a model").predict(Vector(at), x)
}

fn gradient(surface: &str, at: &[f64]) -> Vec<f64> {
    on(surface).surface().gradient(at)
}

#[test]
fn s1_02_the_sigmoid_in_the_middle_and_in_both_tails() {
    assert_eq!(predict([1.0, 0.0], 0.0), 0.5);
    assert_eq!([-1e3, 1e3].map(|z| predict([1.0, 0.0], z)), [0.0, 1.0]);
}

/// Also E1: the seed's objective has no ½, its worked value has.
#[test]
fn s1_04_the_loss_with_its_half_and_without() {
    let whole = TWO_POINTS.replace('}', r#","reduce":"sum"}"#);
    assert_printed(loss([0.5, 0.0]), "0.0731");
    assert_printed(on(&whole).surface().loss(&[0.5, 0.0]), "0.1462");
}

/// Also S1-05 and S1-98: what the neuron is to learn.
#[test]
fn s1_06_the_two_points_can_be_met_exactly() {
    let plan = on(TWO_POINTS);
    let [[w, b]] = plan.surface().facts().minima[..] else { panic!("one minimum") };
    assert_printed(w, "1.791759469");
    assert_printed(b, "-2.282174096");
    assert_eq!(plan.surface().fit().expect("a model").data, [[0.5, 0.2], [2.5, 0.9]]);
    assert!((predict([w, b], 0.5) - 0.2).abs() < 1e-15 && (predict([w, b], 2.5) - 0.9).abs() < 1e-15);
    assert!(plan.surface().loss(&[w, b]) < 1e-31);
}

/// Also S1-08, S1-09: how bad the first guess is.
#[test]
fn s1_99_the_first_guess() {
    assert_printed(predict([0.5, 0.0], 0.5), ".5622");
    assert_printed(predict([0.5, 0.0], 2.5), ".7773");
    assert_printed(loss([0.5, 0.0]), ".073114");
}

/// Also S1-17 and E2: the seed prints .0730, .0214 and .0028.
#[test]
fn s1_10_the_losses_of_the_guesses() {
    let guesses = [
        ([0.50, 0.00], "0.073114"),
        ([-0.10, 0.00], "0.148132"),
        ([0.94, -0.94], "0.021672"),
        ([1.42, -1.73], "0.002892"),
        ([1.65, -2.08], "0.000344"),
        ([1.78, -2.27], "0.000002"),
    ];
    guesses.iter().for_each(|(at, printed)| assert_printed(loss(*at), printed));
}

#[test]
fn s1_11_the_second_guess_is_worse() {
    assert_printed(loss([-0.10, 0.00]) - loss([0.50, 0.00]), "0.0750");
}

/// Also S1-15, S1-16: a grid of n a side, over the window of ±6, costs n² evaluations.
#[test]
fn s1_14_brute_force() {
    for (n, best, printed) in [(49, [1.75, -2.25], "2.40e-5"), (121, [1.8, -2.3], "2.4e-6")] {
        let plan = on(TWO_POINTS);
        assert_eq!(plan.surface().facts().domain, Some([[-6.0, 6.0]; 2]));
        let value = |i: usize| -6.0 + 12.0 * (i % n) as f64 / (n - 1) as f64;
        let points = (0..n * n).map(|i| [value(i / n), value(i)]);
        let lowest = points.map(|at| (plan.surface().loss(&at), at)).min_by(|a, b| a.0.total_cmp(&b.0));
        let (loss, at) = lowest.expect("a grid");
        assert!((0..2).all(|i| (at[i] - best[i]).abs() < 1e-12), "{at:?}");
        assert_printed(loss, printed);
    }
}

/// Of all directions the one against the gradient goes down fastest.
#[test]
fn s1_19_the_direction_of_steepest_descent() {
    let (surface, at) = (on(TWO_POINTS), Vector([0.5, 0.0]));
    let g = surface.surface().slope(at);
    let rate = |degrees: i32| {
        let (sin, cos) = f64::from(degrees).to_radians().sin_cos();
        let u = Vector([g.0[0] * cos - g.0[1] * sin, g.0[0] * sin + g.0[1] * cos]) / g.norm();
        surface.surface().value(at + 1e-4 * u) - surface.surface().value(at)
    };
    assert_eq!((0..360).min_by(|a, b| rate(*a).total_cmp(&rate(*b))), Some(180));
    let moved = ponder_tests::track::updates(TWO_POINTS, r#""method":"gradient-descent","learning_rate":1"#, 1);
    let step = Vector(moved[0].part(ponder::note::Part::Move).expect("a move").try_into().expect("two"));
    let g = surface.surface().slope(Vector([-2.0, -2.0]));
    assert_printed(step.dot(g) / (step.norm() * g.norm()), "-1.000000000000");
}

/// ∇w = (f − y) f (1 − f) x for one point, and ∇b the same with x = 1: also S1-24, S1-100.
#[test]
fn s1_25_the_slope_of_one_point() {
    let (w, b, x, y) = (0.7, -0.4, 2.5, 0.9);
    let f = 1.0 / (1.0 + f64::exp(-(w * x + b)));
    let common = (f - y) * f * (1.0 - f);
    let g = gradient(r#"{"model":"sigmoid-neuron","data":[[2.5,0.9]]}"#, &[w, b]);
    assert!((g[0] - common * x).abs() < 1e-16 && (g[1] - common).abs() < 1e-16, "{g:?}");
    let rise = (predict([w, b], x + 1e-6) - predict([w, b], x - 1e-6)) / 2e-6;
    assert!((rise - f * (1.0 - f) * w).abs() < 1e-9, "the sigmoid's own slope");
}

/// Also E6: both sums run to 2.
#[test]
fn s1_26_the_gradient_at_the_start() {
    let g = Vector(gradient(TWO_POINTS, &[-2.0, -2.0]).try_into().expect("two"));
    let printed = Vector([-0.005_492_319_215_639_863, -0.007_711_159_215_214_425]);
    assert!((g - printed).norm() < 1e-12, "{g:?}");
    assert_printed(g.norm(), "0.0094672");
}

/// Also S0-03, S0-04, E15: ∇wʲ = (f − y) f (1 − f) xʲ. An input that is mostly 0 hardly ever has a slope.
#[test]
fn s1_74_four_inputs_of_which_one_is_seldom_there() {
    let rows: Vec<_> = (0..10).map(|i| [1.0, 0.5, -1.0, if i < 2 { 1.0 } else { 0.0 }, 0.1 * f64::from(i)]).collect();
    let at = [0.3, -0.2, 0.5, 0.4, -0.1];
    let slope = |row: [f64; 5]| {
        let data = format!(r#"{{"model":"four-input-neuron","data":[{row:?}]}}"#);
        gradient(&data, &at)
    };
    for row in &rows {
        let z: f64 = (0..4).map(|j| at[j] * row[j]).sum::<f64>() + at[4];
        let f = 1.0 / (1.0 + (-z).exp());
        let common = (f - row[4]) * f * (1.0 - f);
        let inputs = [row[0], row[1], row[2], row[3], 1.0];
        let g = slope(*row);
        assert!((0..5).all(|j| (g[j] - common * inputs[j]).abs() < 1e-15), "{g:?}");
    }
    let seen = |j: usize| rows.iter().filter(|row| slope(**row)[j] != 0.0).count();
    assert_eq!([0, 1, 2, 3, 4].map(seen), [10, 10, 10, 2, 10]);
}

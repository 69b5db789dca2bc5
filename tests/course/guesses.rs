//! S1-02 to S1-26: two points, a neuron, guesses and slopes.

use ponder::{Landscape, Plan, Vector};
use ponder_tests::walked::{recipe, updates};
use ponder_tests::{assert_printed, plan};

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
    let moved = updates(TWO_POINTS, r#""method":"gradient-descent","learning_rate":1"#, 1);
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

/// Also S0-03, S0-04: an input that is mostly 0 hardly ever has a slope, and so hardly ever an update.
#[test]
fn s1_74_four_inputs_of_which_one_is_seldom_there() {
    let slope = |i: usize| {
        let row = [1.0, 0.5, -1.0, if i < 2 { 1.0 } else { 0.0 }, 0.1 * i as f64];
        gradient(&format!(r#"{{"model":"four-input-neuron","data":[{row:?}]}}"#), &[0.3, -0.2, 0.5, 0.4, -0.1])
    };
    let seen = |j: usize| (0..10).filter(|i| slope(*i)[j] != 0.0).count();
    assert_eq!([0, 1, 2, 3, 4].map(seen), [10, 10, 10, 2, 10]);
}

//! What the grammar and the functions at their edges promise, one table each.

use core::f64::consts::{E, PI};

use super::*;
use crate::math;

fn read(text: &str) -> Expression {
    Expression::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn at(text: &str, w: f64, b: f64) -> f64 {
    read(text).value(Vector([w, b]))
}

#[test]
fn the_grammar_binds_as_it_says() {
    let (w, b) = (3.0, 0.7);
    let cases = [
        ("2^3^2", 512.0),
        ("2**3**2", 512.0),
        ("-w^2", -9.0),
        ("2^-1", 0.5),
        ("2^--1", 2.0),
        ("-2^-2", -0.25),
        ("(-w)^2", 9.0),
        ("8/4/2", 1.0),
        ("8-4-2", 2.0),
        ("8-4+2", 6.0),
        ("8/4*2", 4.0),
        ("2*-w", -6.0),
        ("w--w", 6.0),
        ("w-+-w", 6.0),
        ("2·w×w − 1", 17.0),
        ("w²", 9.0),
        ("-w²", -9.0),
        ("w³", 27.0),
        ("2^w²", 512.0_f64),
        ("2²³", 256.0),
        ("  w\t+\n1 ", 4.0),
        ("x + y", w + b),
        ("pi", PI),
        ("π + e", PI + E),
        ("1e-3", 0.001),
        ("2e0*e", 2.0 * E),
        (".5 + 1.5 + 2.5E+4", 25002.0),
        ("log(w) - ln(w)", 0.0),
        ("pow(w, 2) + pow(2, w)", 17.0),
        ("min(w, 2, 5) + max(w, 2, 5)", 7.0),
        ("sqrt(w + 1)", 2.0),
        ("abs(-w) + sign(-w) + relu(-w) + relu(w)", 5.0),
    ];
    for (text, value) in cases {
        assert!((at(text, w, b) - value).abs() <= 1e-13 * value.abs(), "{text} is {} and not {value}", at(text, w, b));
    }
}

#[test]
fn whole_constant_exponents_are_products_and_others_are_not() {
    // 65 = 5 · 13 comes from ln, as do exponents with a variable or a fraction.
    for (text, value) in [("w^3", -27.0), ("w^-3", 1.0 / -27.0), ("w^(1 + 1)", 9.0), ("w^2.0", 9.0), ("w^-0", 1.0)] {
        assert_eq!(at(text, -3.0, 2.0), value, "{text}");
    }
    assert_eq!(at("w^64", -2.0, 0.0), 2_f64.powi(64));
    assert_eq!(at("w^-64", -2.0, 0.0), 2_f64.powi(-64));
    for text in ["w^65", "w^-65", "w^b", "w^(1/3)", "w^0.5", "pow(w, b)", "w^(b-b+2)"] {
        assert!(at(text, -2.0, 2.0).is_nan(), "{text}");
    }
    assert_eq!(at("w^65", 2.0, 0.0), math::exp(65.0 * math::ln(2.0)));
    assert_eq!(at("w^b", 2.0, 3.0), math::exp(3.0 * math::ln(2.0)));
    assert_eq!(at("3^0.5", 0.0, 0.0), math::exp(0.5 * math::ln(3.0)));
}

fn slopes(text: &str, w: f64) -> [f64; 3] {
    let Jet { value, grad, hess } = read(text).curve(Vector([w, 0.3]));
    [value, grad.0[0], hess[0].0[0]]
}

#[test]
fn derivatives_at_kinks_ties_and_zero() {
    let cases = [
        ("abs(w)", 0.0, [0.0, 0.0, 0.0]),
        ("abs(w)", -2.0, [2.0, -1.0, 0.0]),
        ("sign(w)", 0.0, [0.0, 0.0, 0.0]),
        ("sign(w)", -2.0, [-1.0, 0.0, 0.0]),
        ("relu(w)", 0.0, [0.0, 0.0, 0.0]),
        ("relu(w)", 2.0, [2.0, 1.0, 0.0]),
        ("relu(-w)^2", 2.0, [0.0, 0.0, 0.0]),
        ("min(w, 3*w)", 0.0, [0.0, 1.0, 0.0]),
        ("min(3*w, w)", 0.0, [0.0, 3.0, 0.0]),
        ("max(w, w^2, -w)", 0.0, [0.0, 1.0, 0.0]),
        ("max(-w, w^2, w)", 1.0, [1.0, 2.0, 2.0]),
        ("w^2", 0.0, [0.0, 0.0, 2.0]),
        ("w^1", 0.0, [0.0, 1.0, 0.0]),
        ("w^0", 0.0, [1.0, 0.0, 0.0]),
        ("w^3", 0.0, [0.0, 0.0, 0.0]),
        ("w^2.5", 0.0, [0.0, 0.0, 0.0]),
        ("w^1.5", 0.0, [0.0, 0.0, f64::INFINITY]),
        ("softplus(w)", 800.0, [800.0, 1.0, 0.0]),
        ("sigmoid(w)", -800.0, [0.0, 0.0, 0.0]),
        ("tanh(w)", 800.0, [1.0, 0.0, 0.0]),
    ];
    for (text, w, expected) in cases {
        assert_eq!(slopes(text, w), expected, "{text} at {w}");
    }
    // Both tails keep their digits: 1 − σ and 1 − tanh² would be 0 there.
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-15 * b.abs();
    assert!(
        near(slopes("sigmoid(w)", 50.0)[1], math::exp(-50.0))
            && near(slopes("softplus(w)", -50.0)[0], math::exp(-50.0))
    );
    assert!(near(slopes("tanh(w)", 25.0)[1], 4.0 * math::exp(-50.0)));
}

#[test]
fn poles_and_nan_are_values() {
    assert_eq!(slopes("sqrt(w)", 0.0)[..2], [0.0, f64::INFINITY]);
    assert_eq!(slopes("1/w", 0.0)[..2], [f64::INFINITY, f64::NEG_INFINITY]);
    assert_eq!(slopes("ln(w)", 0.0)[..2], [f64::NEG_INFINITY, f64::INFINITY]);
    for (text, value) in
        [("1/w", f64::INFINITY), ("-1/w", f64::NEG_INFINITY), ("ln(w)", f64::NEG_INFINITY), ("1e999", f64::INFINITY)]
    {
        assert_eq!(at(text, 0.0, 0.0), value, "{text}");
    }
    for text in
        ["w/w", "ln(w - 1)", "sqrt(w - 1)", "asin(w + 2)", "0*(1/w)", "max(ln(w - 1), 1)", "relu(w/w)", "sign(w/w)"]
    {
        assert!(at(text, 0.0, 0.0).is_nan(), "{text}");
    }
    // The first on a tie, or when either is NaN: as Python's own.
    assert_eq!(at("max(1, w/w)", 0.0, 0.0), 1.0);
}

#[test]
fn value_slope_and_curve_are_the_same_bits() {
    let wild =
        read("sin(w*b)/(b^2 + 1) + exp(w - b)^0.5 - cos(ln(w^2 + 2))*sigmoid(w) + atan(b)^3*w^b + max(w, b, 2)^-3");
    for point in [[0.7, -1.3], [2.0, 2.0], [-1e3, 4.0], [0.0, 0.0]] {
        let jet = wild.curve(Vector(point));
        let (value, slope) = wild.value_and_slope(Vector(point));
        let bits = |numbers: [f64; 2]| numbers.map(f64::to_bits);
        assert_eq!([jet.value, value].map(f64::to_bits), [wild.value(Vector(point)); 2].map(f64::to_bits));
        assert_eq!(bits(slope.0), bits(jet.grad.0));
        assert_eq!(bits(slope.0), bits(wild.slope(Vector(point)).0));
    }
}

#[test]
fn starts_are_where_the_function_is_finite() {
    let start = |text: &str| read(text).facts().start;
    assert_eq!(start("w^2 + b^2"), [-2.0, 2.0]);
    assert_eq!(start("ln(w) + ln(b)"), [2.0, 2.0]);
    assert_eq!(start("sqrt(1 - w^2 - b^2)"), [0.5, 0.5]);
    assert_eq!(start("asin(w) + sqrt(-b)"), [0.5, -0.5]);
    assert_eq!(start("sqrt(-1)*w"), [-2.0, 2.0]);
}

#[test]
fn runs_start_in_the_first_quadrant_and_ring_where_there_is_ground() {
    // A logarithm of each side's sign leaves one quadrant; the root leaves what is near the middle.
    let quadrants = [[-1, 1], [1, 1], [1, -1], [-1, -1]];
    for [w, b] in quadrants {
        let text = format!("ln({w}*w) + ln({b}*b)");
        assert_eq!(read(&text).start(), [w, b].map(|side| 2.0 * f64::from(side)), "{text}");
        let near = format!("{text} + sqrt(1 - w^2 - b^2)");
        assert_eq!(read(&near).start(), [w, b].map(|side| 0.5 * f64::from(side)), "{near}");
    }
    assert_eq!(read("w*b").start(), [-2.0, 2.0], "where all of it is ground");
    assert_eq!(read("sqrt(1 - w^2 - b^2)").start(), [0.5, 0.5], "where all of the inner ring is");
}

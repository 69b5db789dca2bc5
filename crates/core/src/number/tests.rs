//! Values and both derivatives of the functions at points where they are known by hand.

use core::f64::consts::{FRAC_PI_3, FRAC_PI_4, FRAC_PI_6, LN_2, LOG2_E, LOG10_E};

use super::*;
use crate::{Jet, Vector};

const LN_3: f64 = 1.098_612_288_668_109_8;
const ROOT_3: f64 = 1.732_050_807_568_877_2;

/// A function, a point, and its value and its first and second derivative there.
type Known = (fn(Jet<1>) -> Jet<1>, f64, [f64; 3]);

fn assert_known(cases: &[Known]) {
    for (i, &(function, u, known)) in cases.iter().enumerate() {
        let [at] = Jet::coordinates([u]);
        let Jet { value, grad: Vector([slope]), hess: [Vector([bend])] } = function(at);
        for (found, known) in [value, slope, bend].into_iter().zip(known) {
            assert!(
                (found - known).abs() <= 1e-14 * math::larger(0.1, known.abs()),
                "case {i} at {u}: {found} and not {known}"
            );
        }
    }
}

#[test]
fn exponentials_and_logarithms() {
    assert_known(&[
        (Number::exp, 0.0, [1.0; 3]),
        (Number::exp, LN_3, [3.0; 3]),
        (Number::ln, 1.0, [0.0, 1.0, -1.0]),
        (Number::ln, 2.0, [LN_2, 0.5, -0.25]),
        (Number::log10, 100.0, [2.0, 0.01 * LOG10_E, -0.0001 * LOG10_E]),
        (Number::log10, 0.1, [-1.0, 10.0 * LOG10_E, -100.0 * LOG10_E]),
        (Number::log2, 4.0, [2.0, 0.25 * LOG2_E, -0.0625 * LOG2_E]),
        (Number::log2, 0.5, [-1.0, 2.0 * LOG2_E, -4.0 * LOG2_E]),
    ]);
}

#[test]
fn roots_and_powers() {
    assert_known(&[
        (Number::sqrt, 4.0, [2.0, 0.25, -1.0 / 32.0]),
        (Number::sqrt, 9.0, [3.0, 1.0 / 6.0, -1.0 / 108.0]),
        (Number::cbrt, 8.0, [2.0, 1.0 / 12.0, -1.0 / 144.0]),
        (Number::cbrt, -27.0, [-3.0, 1.0 / 27.0, 2.0 / 2187.0]),
        (Number::squared, -3.0, [9.0, -6.0, 2.0]),
        (|u| u.powi(0), -3.0, [1.0, 0.0, 0.0]),
        (|u| u.powi(1), -3.0, [-3.0, 1.0, 0.0]),
        (|u| u.powi(5), -2.0, [-32.0, 80.0, -160.0]),
        (|u| u.powi(-1), -2.0, [-0.5, -0.25, -0.25]),
        (|u| u.powi(2), 0.0, [0.0, 0.0, 2.0]),
        (|u| u.powf(1.5), 4.0, [8.0, 3.0, 0.375]),
        (|u| u.powf(-0.5), 4.0, [0.5, -1.0 / 16.0, 3.0 / 128.0]),
        (|u| u.pow(u), 1.0, [1.0, 1.0, 2.0]),
        (|u| u.pow(u), 2.0, [4.0, 4.0 * (1.0 + LN_2), 4.0 * (1.0 + LN_2) * (1.0 + LN_2) + 2.0]),
    ]);
}

#[test]
fn angles() {
    assert_known(&[
        (Number::sin, FRAC_PI_6, [0.5, 0.5 * ROOT_3, -0.5]),
        (Number::sin, -FRAC_PI_3, [-0.5 * ROOT_3, 0.5, 0.5 * ROOT_3]),
        (Number::cos, FRAC_PI_3, [0.5, -0.5 * ROOT_3, -0.5]),
        (Number::cos, -FRAC_PI_6, [0.5 * ROOT_3, 0.5, -0.5 * ROOT_3]),
        (Number::tan, FRAC_PI_4, [1.0, 2.0, 4.0]),
        (Number::tan, -FRAC_PI_3, [-ROOT_3, 4.0, -8.0 * ROOT_3]),
        (Number::asin, 0.5, [FRAC_PI_6, 2.0 / ROOT_3, 4.0 / (3.0 * ROOT_3)]),
        (Number::asin, -0.6, [-0.643_501_108_793_284_4, 1.25, -1.171_875]),
        (Number::acos, 0.5, [FRAC_PI_3, -2.0 / ROOT_3, -4.0 / (3.0 * ROOT_3)]),
        (Number::acos, -0.6, [2.214_297_435_588_181, -1.25, 1.171_875]),
        (Number::atan, 1.0, [FRAC_PI_4, 0.5, -0.5]),
        (Number::atan, -2.0, [-1.107_148_717_794_090_4, 0.2, 0.16]),
    ]);
}

#[test]
fn hyperbolas_and_sigmoids() {
    assert_known(&[
        (Number::sinh, LN_2, [0.75, 1.25, 0.75]),
        (Number::sinh, -LN_3, [-4.0 / 3.0, 5.0 / 3.0, -4.0 / 3.0]),
        (Number::cosh, LN_2, [1.25, 0.75, 1.25]),
        (Number::cosh, -LN_3, [5.0 / 3.0, -4.0 / 3.0, 5.0 / 3.0]),
        (Number::tanh, LN_2, [0.6, 0.64, -0.768]),
        (Number::tanh, -LN_3, [-0.8, 0.36, 0.576]),
        (Number::sigmoid, LN_3, [0.75, 0.1875, -0.09375]),
        (Number::sigmoid, -2.0 * LN_2, [0.2, 0.16, 0.096]),
        (Number::softplus, LN_3, [2.0 * LN_2, 0.75, 0.1875]),
        (Number::softplus, -2.0 * LN_2, [0.223_143_551_314_209_76, 0.2, 0.16]),
    ]);
}

#[test]
fn kinks_are_flat() {
    assert_known(&[
        (Number::abs, -3.0, [3.0, -1.0, 0.0]),
        (Number::abs, 0.0, [0.0; 3]),
        (Number::abs, 2.0, [2.0, 1.0, 0.0]),
        (Number::sign, -3.0, [-1.0, 0.0, 0.0]),
        (Number::sign, 0.0, [0.0; 3]),
        (Number::sign, 2.0, [1.0, 0.0, 0.0]),
        (Number::relu, -3.0, [0.0; 3]),
        (Number::relu, 0.0, [0.0; 3]),
        (Number::relu, 2.0, [2.0, 1.0, 0.0]),
    ]);
}

#[test]
fn the_larger_and_the_smaller_come_with_their_slopes() {
    assert_known(&[
        (|u| u.larger(u.squared()), 3.0, [9.0, 6.0, 2.0]),
        (|u| u.smaller(u.squared()), 3.0, [3.0, 1.0, 0.0]),
        (|u| u.larger(u.squared()), 0.5, [0.5, 1.0, 0.0]),
        (|u| u.smaller(u.squared()), 0.5, [0.25, 1.0, 2.0]),
        (|u| u.larger(u.squared()), 1.0, [1.0, 1.0, 0.0]),
        (|u| u.smaller(u.squared()), 1.0, [1.0, 1.0, 0.0]),
    ]);
    let nan = <f64 as Number>::of(f64::NAN);
    assert_eq!((Number::larger(1.0, nan), Number::smaller(1.0, nan)), (1.0, 1.0));
    assert!(Number::larger(nan, 1.0).is_nan() && Number::smaller(nan, 1.0).is_nan());
}

#[test]
fn nothing_is_made_of_what_is_no_number() {
    let functions: [fn(f64) -> f64; 4] = [Number::abs, Number::sign, Number::relu, Number::squared];
    assert!(functions.iter().all(|function| function(f64::NAN).is_nan()));
}

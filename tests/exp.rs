//! The exponential and the logistic function against the same with twice the digits.
#![cfg(not(target_arch = "wasm32"))]

use ponder::math::lanes::{Four, Two};
use ponder::math::{exp, exp_of, sigmoid, sigmoid_of};

/// A number as an unevaluated sum of two doubles, about 32 digits.
#[derive(Clone, Copy)]
struct Double(f64, f64);

impl Double {
    fn sum(a: f64, b: f64) -> Self {
        let s = a + b;
        let t = s - a;
        Self(s, (a - (s - t)) + (b - t))
    }

    fn plus(self, other: Self) -> Self {
        let Self(s, low) = Self::sum(self.0, other.0);
        Self::sum(s, low + self.1 + other.1)
    }

    fn times(self, other: Self) -> Self {
        let product = self.0 * other.0;
        let low = self.0.mul_add(other.0, -product) + (self.0 * other.1 + self.1 * other.0);
        Self::sum(product, low)
    }

    fn by(self, other: Self) -> Self {
        let q = self.0 / other.0;
        let Self(high, low) = other.times(Self(-q, 0.0)).plus(self);
        Self::sum(q, (high + low) / other.0)
    }

    fn over(self, n: f64) -> Self {
        let q = self.0 / n;
        let rest = (-q).mul_add(n, self.0) + self.1;
        Self::sum(q, rest / n)
    }
}

const LN_2: Double = Double(std::f64::consts::LN_2, 2.319_046_813_846_299_6e-17);

/// eˣ = 2ᵏ (e^(r/2⁸))^(2⁸): its mantissa in two doubles, and k.
fn reference(x: f64) -> (Double, i32) {
    let k = (x / std::f64::consts::LN_2).round();
    let r = Double(x, 0.0).plus(LN_2.times(Double(-k, 0.0))).over(256.0);
    let mut term = Double(1.0, 0.0);
    let mut sum = term;
    for n in 1..14 {
        term = term.times(r).over(f64::from(n));
        sum = sum.plus(term);
    }
    let power = (0..8).fold(sum, |power, _| power.times(power));
    (power, k as i32)
}

/// How far off `exp` is at x, in units of the last place of the result.
fn error(x: f64) -> f64 {
    let (Double(high, low), k) = reference(x);
    let ours = exp(x);
    // Compared at the scale of the mantissa, or of the smallest number if the result is subnormal.
    let scaled = ours * 2f64.powi(-k / 2) * 2f64.powi(-(k - k / 2));
    let unit = if high < 1.0 { 2f64.powi(-53) } else { 2f64.powi(-52) };
    let unit = if k < -1021 { 2f64.powi(-1074 - k / 2) * 2f64.powi(-(k - k / 2)) } else { unit };
    ((scaled - high) - low).abs() / unit
}

/// How far off `sigmoid` is at z, in units of the last place of the result.
fn sigmoid_error(z: f64) -> f64 {
    let (exp, k) = reference(-z.abs());
    let power = 2f64.powi(k / 2) * 2f64.powi(k - k / 2);
    let sum = Double(1.0, 0.0).plus(Double(exp.0 * power, exp.1 * power));
    let inverse = Double(1.0, 0.0).by(sum);
    if z >= 0.0 {
        return ((sigmoid(z) - inverse.0) - inverse.1).abs() / 2f64.powi(-53);
    }
    let Double(high, low) = exp.times(inverse);
    let scaled = sigmoid(z) * 2f64.powi(-k / 2) * 2f64.powi(-(k - k / 2));
    let unit = [-54, -53, -52][usize::from(high >= 0.5) + usize::from(high >= 1.0)];
    ((scaled - high) - low).abs() / 2f64.powi(unit)
}

/// A linear congruential sequence in [0, 1): the test needs spread, not randomness.
fn spread(n: usize) -> impl Iterator<Item = f64> {
    let next = |seed: &u64| Some(seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407));
    std::iter::successors(Some(1_u64), next).map(|seed| (seed >> 11) as f64 / 2f64.powi(53)).take(n)
}

/// On how many inputs of each kind a function is measured.
fn inputs() -> usize {
    std::env::var("PONDER_EXP_INPUTS").map_or(300_000, |n| n.parse().expect("a count"))
}

#[test]
fn off_by_less_than_one_unit_in_the_last_place() {
    let count = inputs();
    let wide = spread(count).map(|u| -745.0 + u * 1454.0);
    let near = spread(count).map(|u| 4.0 * u - 2.0);
    let tiny = spread(1000).map(|u| (u - 0.5) * 1e-9);
    let worst =
        wide.chain(near).chain(tiny).map(|x| (error(x), x)).fold((0.0, 0.0), |a, b| if b.0 > a.0 { b } else { a });
    println!("worst: {:.4} units at {:e}", worst.0, worst.1);
    assert!(worst.0 < 1.0, "{worst:?}");
}

#[test]
fn the_logistic_is_off_by_less_than_four_units_in_the_last_place() {
    let count = inputs();
    let wide = spread(count).map(|u| 1400.0 * (u - 0.5));
    let near = spread(count).map(|u| 40.0 * (u - 0.5));
    let nearer = spread(count).map(|u| 4.0 * (u - 0.5));
    let tiny = spread(1000).map(|u| (u - 0.5) * 1e-9);
    let all = wide.chain(near).chain(nearer).chain(tiny);
    let worst = all.map(|z| (sigmoid_error(z), z)).fold((0.0, 0.0), |a, b| if b.0 > a.0 { b } else { a });
    println!("worst: {:.4} units at {:e}", worst.0, worst.1);
    assert!(worst.0 < 4.0, "{worst:?}");
}

#[test]
fn one_lane_or_several_the_same_bits() {
    let special = [0.0, -0.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, 709.8, -745.2, 5e-324, 1e308, -1e308];
    let wide = spread(100_000).map(|u| -800.0 + u * 1600.0);
    let inputs: Vec<f64> = special.into_iter().chain(wide).collect();
    let bits = |y: f64| if y.is_nan() { u64::MAX } else { y.to_bits() };
    for four in inputs.windows(4) {
        let (x, y) = ([four[0], four[1], four[2], four[3]], [four[0], four[1]]);
        assert_eq!(exp_of(Four::of(x)).lanes().map(bits), x.map(|x| bits(exp(x))), "{x:?}");
        assert_eq!(sigmoid_of(Four::of(x)).lanes().map(bits), x.map(|x| bits(sigmoid(x))), "{x:?}");
        assert_eq!(exp_of(Two::of(y)).lanes().map(bits), y.map(|x| bits(exp(x))), "{y:?}");
    }
}

#[test]
fn special_values_and_the_edges_of_the_range() {
    assert_eq!(exp(0.0), 1.0);
    assert_eq!(exp(-0.0), 1.0);
    assert_eq!(exp(f64::NEG_INFINITY), 0.0);
    assert_eq!(exp(f64::INFINITY), f64::INFINITY);
    assert!(exp(f64::NAN).is_nan());
    assert_eq!(exp(709.782_712_893_384), 1.797_693_134_862_273_2e308);
    assert_eq!(exp(709.782_712_893_385), f64::INFINITY);
    assert_eq!(exp(-745.133_219_101_941), 5e-324);
    assert_eq!(exp(-745.133_219_101_942), 0.0);
    assert_eq!(exp(5e-324), 1.0);
}

#[test]
fn rising_everywhere_that_a_reader_could_notice() {
    let mut last = 0.0;
    for i in 0..2_000_000 {
        let y = exp(-750.0 + 0.000_73 * f64::from(i));
        assert!(y >= last, "at {i}");
        last = y;
    }
}

#[test]
fn the_logistic_is_symmetric_and_never_leaves_zero_to_one() {
    for u in spread(10_000) {
        let z = 80.0 * (u - 0.5);
        let (up, down) = (sigmoid(z), sigmoid(-z));
        assert!((0.0..=1.0).contains(&up) && (up + down - 1.0).abs() <= 2f64.powi(-51), "at {z}: {}", up + down - 1.0);
    }
}

#[test]
fn the_logistic_at_the_edges_and_across_them() {
    assert_eq!([-0.0, f64::INFINITY, f64::NEG_INFINITY].map(sigmoid), [0.5, 1.0, 0.0]);
    assert!(sigmoid(f64::NAN).is_nan());
    assert_eq!(sigmoid(-745.0), 5e-324);
    let mut last = 0.0;
    for i in 0..400_000 {
        let y = sigmoid(-100.0 + 0.000_5 * f64::from(i));
        // It may fall by what it may be off.
        assert!(y >= last - 2.0 * f64::EPSILON * last, "at {i}: {y} after {last}");
        last = y;
    }
}

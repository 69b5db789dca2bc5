//! The exponential from plain IEEE operations, so that it has the same bits on every machine and in every form.
//!
//! eˣ = 2ᵏ eʳ with k = round(x / ln 2) and |r| <= ½ ln 2; eʳ = 1 + r + r² q(r). Only + − × and integer
//! operations on the exponent, no table, no fused multiply-add: the same sequence can run in SIMD lanes.
//! q interpolates at Chebyshev nodes; the polynomial is off by less than 10⁻¹⁸ of the value, the whole by at most
//! 0.79 units in the last place, on ten million inputs (tests/exp.rs).
//!
//! What is given as a function may wait for this one, so it is written for the fewest operations one after the other: terms
//! are multiplied by 2ᵏ before they are summed, while q is still on its way. That is exact as long as no term leaves the
//! normal numbers, which is so for |x| < 500; beyond, the sum is multiplied, lane by lane.

use super::lanes::{Lanes, ROUND};
use crate::math;

/// 1 / ln 2.
pub(super) const LOG2_E: f64 = core::f64::consts::LOG2_E;
/// ln 2 to 33 bits, so that k times it is exact.
pub(super) const LN_2_HIGH: f64 = f64::from_bits(0x3fe6_2e42_fef0_0000);
/// The rest of ln 2.
pub(super) const LN_2_LOW: f64 = 7.440_617_110_012_397e-11;
/// q's coefficients, from the constant up.
const Q: [f64; 11] = [
    0.5,
    0.166_666_666_666_666_69,
    0.041_666_666_666_666_664,
    0.008_333_333_333_330_051,
    0.001_388_888_888_888_654_5,
    0.000_198_412_698_631_059_68,
    2.480_158_731_718_188_6e-5,
    2.755_726_837_868_419_2e-6,
    2.755_728_291_148_268e-7,
    2.510_042_415_700_506_7e-8,
    2.091_126_423_919_608_3e-9,
];

/// Below this nothing of 2ᵏ eʳ leaves the normal numbers: |k| <= 722, and what is not 0 is at least 2⁻¹²⁰ before it
/// is multiplied.
const NEAR: f64 = 500.0;

/// eˣ, off by less than one unit in the last place; 0 far below, infinite far above, NaN for NaN.
///
/// ```
/// use ponder::math::exp;
/// assert_eq!((exp(0.0), exp(-1e9), exp(1e9)), (1.0, 0.0, f64::INFINITY));
/// assert!((exp(1.0) / core::f64::consts::E - 1.0).abs() < 3e-16);
/// ```
#[must_use]
#[inline]
pub fn exp(x: f64) -> f64 {
    exp_of(x)
}

/// eˣ in one lane or in several: the same operations, so the same bits.
#[must_use]
#[inline(always)]
pub fn exp_of<L: Lanes>(x: L) -> L {
    if x.within(NEAR) { near(x) } else { x.each(far) }
}

/// eˣ for |x| < 500.
#[inline(always)]
fn near<L: Lanes>(x: L) -> L {
    let shifted = x * L::all(LOG2_E) + L::all(ROUND);
    times_power(x, shifted, shifted.power_of_two())
}

#[cold]
#[inline(never)]
fn far(x: f64) -> f64 {
    // Beyond these the result is 0 or infinite; a NaN passes through.
    let x = if x > 710.0 { 710.0 } else { x };
    let x = if x < -746.0 { -746.0 } else { x };
    let shifted = x * LOG2_E + ROUND;
    // 2ᵏ in two factors, as k may reach beyond the exponents of normal numbers.
    let k = shifted - ROUND;
    let half = math::floor(0.5 * k);
    times_power(x, shifted, 1.0) * (ROUND + half).power_of_two() * (ROUND + (k - half)).power_of_two()
}

/// eˣ 2⁻ᵏ h, where 1.5 × 2⁵² + k is given with k = round(x / ln 2), and h is a power of two.
#[inline(always)]
fn times_power<L: Lanes>(x: L, shifted: L, h: L) -> L {
    let all = L::all;
    let k = shifted - all(ROUND);
    let high = x - k * all(LN_2_HIGH);
    let low = k * all(LN_2_LOW);
    let r = high - low;
    // What r lost when it was rounded.
    let lost = (high - r) - low;
    let r2 = r * r;
    // 1 + r is top + under exactly.
    let top = all(1.0) + r;
    let under = (all(1.0) - top) + r;
    top * h + ((q(r, r2) * (r2 * h) + lost * h) + under * h)
}

/// q(r) by Estrin's scheme: short chains of operations that do not wait for each other.
#[inline(always)]
fn q<L: Lanes>(r: L, r2: L) -> L {
    let pair = |i: usize| L::all(Q[i]) + L::all(Q[i + 1]) * r;
    let r4 = r2 * r2;
    let (low, middle, high) = (pair(0) + pair(2) * r2, pair(4) + pair(6) * r2, pair(8) + L::all(Q[10]) * r2);
    low + middle * r4 + high * (r4 * r4)
}

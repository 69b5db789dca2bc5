//! The logistic function from plain IEEE operations, so that it has the same bits on every machine and in every form.
//!
//! z = t − k ln 2 with |t| <= ½ ln 2, and tanh(t/2) = o/e, where e = 2 + a t² + b t⁴ and o = t + c t³ + d t⁵. So
//! e⁻ᶻ = 2ᵏ (e − o) / (e + o), and σ(z) = 1 / (1 + e⁻ᶻ), rounded as the formula says: the last digits of 1 − σ, which
//! decide where a rule lands that divides by a tiny curvature, are those of everybody else's. o/e is tanh(t/2) at
//! Chebyshev nodes; it is off by less than 5 × 10⁻¹⁷, the whole by at most 3.1 units in the last place, on ten million
//! inputs (tests/exp.rs).
//!
//! A step of a neuron waits for this function, so it is written for the fewest operations one after the other. t with
//! all its digits is late, and only o's first term needs them: all others are made of z / ln 2 + k, which is there six
//! cycles before. It has fewer digits the larger z is, and still enough where |z| < 64.

use super::exp::{LN_2_HIGH, LN_2_LOW, LOG2_E, ROUND};
use super::lanes::Lanes;
use crate::math;

/// a and b, c and d, each times the power of ln 2 that belongs to its power of t.
const EVEN: [f64; 2] = [0.106_765_020_652_764_98, 4.578_948_959_154_746_5e-4];
const ODD: [f64; 2] = [9.249_882_191_533_457e-3, 1.057_576_570_574_164e-5];

/// Below this t can be had early. Beyond, σ is the exponential to the last digit, or 1.
const NEAR: f64 = 64.0;

/// The logistic function σ(z) = 1 / (1 + e⁻ᶻ), between 0 and 1, off by less than four units in the last place.
///
/// σ(z) is exactly 1 far above, and has all its digits far below, as far down as there are numbers.
///
/// ```
/// use ponder::math::{exp, sigmoid};
/// assert_eq!(sigmoid(0.0), 0.5);
/// assert_eq!((sigmoid(1e3), sigmoid(-1e3)), (1.0, 0.0));
/// assert_eq!(sigmoid(-740.0), exp(-740.0));
/// ```
#[must_use]
pub fn sigmoid(z: f64) -> f64 {
    sigmoid_of(z)
}

/// σ(z) in one lane or in several: the same operations, so the same bits.
#[must_use]
#[inline(always)]
pub fn sigmoid_of<L: Lanes>(z: L) -> L {
    if z.within(NEAR) { near(z) } else { z.each(any) }
}

/// σ(z) for |z| < 64.
#[inline(always)]
fn near<L: Lanes>(z: L) -> L {
    let ([a, b], [c, d]) = (EVEN.map(L::all), ODD.map(L::all));
    let y = z * L::all(LOG2_E);
    let shifted = L::all(ROUND) - y;
    let k = shifted - L::all(ROUND);
    // t / ln 2 early, and t.
    let early = y + k;
    let t = (z + k * L::all(LN_2_HIGH)) + k * L::all(LN_2_LOW);
    let u = early * early;
    let even = (L::all(2.0) + a * u) + b * (u * u);
    let odd = t + (early * u) * (c + d * u);
    let above = even + odd;
    L::all(1.0) / (L::all(1.0) + (even - odd) / above * shifted.power_of_two())
}

/// σ(z) for any z.
#[cold]
#[inline(never)]
fn any(z: f64) -> f64 {
    if z.within(NEAR) {
        near(z)
    } else if z < 0.0 {
        math::exp(z)
    } else if z > 0.0 {
        1.0
    } else {
        z
    }
}

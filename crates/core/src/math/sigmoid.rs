//! The logistic function from plain IEEE operations, so that it has the same bits on every machine and in every form.
//!
//! z = k ln 2 + t with |t| <= ½ ln 2, h = 2⁻ᵏ, and tanh(t/2) = o/e, where e = 2 + a t² + b t⁴ and o = t + c t³ + d t⁵. So
//! e⁻ᶻ = h (e − o) / (e + o), and σ(z) = 1 / (1 + e⁻ᶻ) = (e + o) / ((1 + h) e + (1 − h) o): the exponential's own division
//! goes into the only one there is. o/e is tanh(t/2) to 5 × 10⁻¹⁷; the whole is off by at most 3.6 units in the last
//! place, on ten million inputs (tests/exp.rs).
//!
//! A step of a neuron waits for this function, so it is written for the fewest operations one after the other. t with
//! all its digits is late, and only o's first term needs them: all others are made of z / ln 2 − k, which is there six
//! cycles before. It has fewer digits the larger z is, and still enough where |z| < 36.
//!
//! Two rules of the course end where the last digits of 1 − σ throw them: of all a, b, c and d that are as good as the
//! best, these throw them where the course found them.

use super::exp::{LN_2_HIGH, LN_2_LOW, LOG2_E};
use super::lanes::{Lanes, ROUND};
use crate::math;

/// a and b, c and d, each times the power of ln 2 that belongs to its power of t.
const EVEN: [f64; 2] = [0.106_765_020_652_765_01, 0.000_457_894_895_915_354_3];
const ODD: [f64; 2] = [0.009_249_882_191_532_806, 1.057_576_570_495_116_7e-5];

/// Below this t can be had early, and 1 + h is more than 1, so that no σ is.
const NEAR: f64 = 36.0;

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

/// The same for what comes close to the z before: k seldom changes then, and whoever waits does not wait for it.
#[inline(always)]
pub(crate) fn sigmoid_after<L: Lanes>(z: L, last: &mut Reduction<L>) -> L {
    let y = z * L::all(LOG2_E);
    let k = y.nearest();
    if !k.is(last.k) {
        if !z.within(NEAR) {
            return z.each(any);
        }
        *last = Reduction::by(k);
    }
    last.rest(z, y)
}

/// σ(z) for |z| < 36.
#[inline(always)]
fn near<L: Lanes>(z: L) -> L {
    let y = z * L::all(LOG2_E);
    Reduction::by(y.nearest()).rest(z, y)
}

/// What depends on k alone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reduction<L> {
    k: L,
    /// k ln 2 in two parts.
    high: L,
    low: L,
    /// 1 + h and 1 − h.
    above: L,
    below: L,
}

impl<L: Lanes> Reduction<L> {
    /// That of the numbers around 0.
    pub(crate) fn new() -> Self {
        Self::by(L::all(0.0))
    }

    #[inline(always)]
    fn by(k: L) -> Self {
        let h = (L::all(ROUND) - k).power_of_two();
        let (high, low) = (k * L::all(LN_2_HIGH), k * L::all(LN_2_LOW));
        Self { k, high, low, above: L::all(1.0) + h, below: L::all(1.0) - h }
    }

    /// σ(z) for y = z / ln 2, which k is nearest to.
    #[inline(always)]
    fn rest(self, z: L, y: L) -> L {
        let ([a, b], [c, d]) = (EVEN.map(L::all), ODD.map(L::all));
        // t / ln 2 early, and t.
        let early = y - self.k;
        let t = (z - self.high) - self.low;
        let u = early * early;
        let uu = u * u;
        let even = (L::all(2.0) + a * u) + b * uu;
        let odd = (t + (c * early) * u) + (d * early) * uu;
        (even + odd) / (self.above * even + self.below * odd)
    }
}

/// σ(z) for any z.
#[cold]
#[inline(never)]
fn any(z: f64) -> f64 {
    if z.within(NEAR) {
        return near(z);
    }
    let small = math::exp(-z.abs());
    if z < 0.0 { small / (1.0 + small) } else { 1.0 / (1.0 + small) }
}

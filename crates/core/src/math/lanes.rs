//! One number or several side by side: whatever is written over [`Lanes`] makes the same bits in either form.
//!
//! Several stand in an array; every operation is a loop without dependences, which compilers turn into vector
//! instructions where the machine has them. No operation mixes lanes, none is fused, so no bit depends on it.
//!
//! ```
//! use ponder::math::{exp, exp_of, lanes::Pack};
//! let xs = [-1.0, 0.0, 0.5, 710.0];
//! assert_eq!(exp_of(Pack(xs)).0, xs.map(exp));
//! ```

use core::array::from_fn;
use core::ops::{Add, Div, Mul, Neg, Sub};

/// An `f64`, or several.
pub trait Lanes:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> + Neg<Output = Self>
{
    /// The same number in every lane.
    fn all(x: f64) -> Self;

    /// Between `low` and `high`; NaN stays NaN.
    fn within(self, low: f64, high: f64) -> Self;

    /// |x|.
    fn abs(self) -> Self;

    /// Lane by lane: `a` where this number is below zero, else `b`.
    fn below_zero(self, a: Self, b: Self) -> Self;

    /// Two powers of two whose product is 2ᵏ, where 1.5 × 2⁵² + k is given and |k| < 2046.
    fn powers_of_two(self) -> (Self, Self);
}

impl Lanes for f64 {
    #[inline(always)]
    fn all(x: f64) -> Self {
        x
    }
    #[inline(always)]
    fn within(self, low: f64, high: f64) -> Self {
        let x = if self > high { high } else { self };
        if x < low { low } else { x }
    }
    #[inline(always)]
    fn abs(self) -> Self {
        Self::abs(self)
    }
    #[inline(always)]
    fn below_zero(self, a: Self, b: Self) -> Self {
        if self < 0.0 { a } else { b }
    }
    #[inline(always)]
    fn powers_of_two(self) -> (Self, Self) {
        // k stands in the low bits, in two's complement.
        let k = ((self.to_bits() << 32) as i64) >> 32;
        let half = k >> 1;
        (power_of_two(half), power_of_two(k - half))
    }
}

/// 2ᵏ for |k| < 1023.
#[inline(always)]
fn power_of_two(k: i64) -> f64 {
    f64::from_bits(((k + 1023) as u64) << 52)
}

/// K numbers side by side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pack<const K: usize>(pub [f64; K]);

impl<const K: usize> Pack<K> {
    #[inline(always)]
    fn map(self, f: impl Fn(f64) -> f64) -> Self {
        Self(from_fn(|i| f(self.0[i])))
    }

    #[inline(always)]
    fn zip(self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
        Self(from_fn(|i| f(self.0[i], other.0[i])))
    }
}

macro_rules! lane_by_lane {
    ($($trait:ident $name:ident $sign:tt)*) => {$(
        impl<const K: usize> $trait for Pack<K> {
            type Output = Self;
            #[inline(always)]
            fn $name(self, other: Self) -> Self {
                self.zip(other, |a, b| a $sign b)
            }
        }
    )*};
}

lane_by_lane!(Add add + Sub sub - Mul mul * Div div /);

impl<const K: usize> Neg for Pack<K> {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        self.map(|x| -x)
    }
}

impl<const K: usize> Lanes for Pack<K> {
    #[inline(always)]
    fn all(x: f64) -> Self {
        Self([x; K])
    }
    #[inline(always)]
    fn within(self, low: f64, high: f64) -> Self {
        self.map(|x| x.within(low, high))
    }
    #[inline(always)]
    fn abs(self) -> Self {
        self.map(f64::abs)
    }
    #[inline(always)]
    fn below_zero(self, a: Self, b: Self) -> Self {
        Self(from_fn(|i| self.0[i].below_zero(a.0[i], b.0[i])))
    }
    #[inline(always)]
    fn powers_of_two(self) -> (Self, Self) {
        let both = self.0.map(Lanes::powers_of_two);
        (Self(both.map(|(half, _)| half)), Self(both.map(|(_, rest)| rest)))
    }
}

//! One number or several side by side: whatever is written over [`Lanes`] makes the same bits in either form.
//!
//! [`Two`] is one vector of the machine where it has them, [`Four`] are two of those. No operation mixes lanes, none is
//! fused, so no bit depends on which form it was.
//!
//! ```
//! use ponder::math::{exp, exp_of, lanes::Two};
//! let xs = [-1.0, 710.0];
//! assert_eq!(exp_of(Two::of(xs)).lanes(), xs.map(exp));
//! ```

#[cfg_attr(target_feature = "simd128", path = "lanes/vector.rs")]
#[cfg_attr(not(target_feature = "simd128"), path = "lanes/plain.rs")]
mod two;

use core::fmt::{self, Debug, Formatter};
use core::ops::{Add, Div, Mul, Neg, Sub};

use crate::math;
pub use two::Two;

/// An `f64`, or several.
pub trait Lanes:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> + Neg<Output = Self>
{
    /// The same number in every lane.
    fn all(x: f64) -> Self;

    /// |x|.
    fn abs(self) -> Self;

    /// Lane by lane: `a` where this number is below zero, else `b`.
    fn below_zero(self, a: Self, b: Self) -> Self;

    /// Whether |x| is below `bound` in every lane. That of a NaN is not.
    fn within(self, bound: f64) -> bool;

    /// Whether this is the same number in every lane. No NaN is.
    fn is(self, other: Self) -> bool;

    /// √x, correctly rounded; NaN for x < 0.
    fn sqrt(self) -> Self;

    /// The nearest whole number, of two the even one, where |x| < 2⁵¹.
    fn nearest(self) -> Self;

    /// 2ᵏ, where 1.5 × 2⁵² + k is given and |k| < 1023.
    fn power_of_two(self) -> Self;

    /// `f` of every lane.
    fn each(self, f: fn(f64) -> f64) -> Self;
}

impl Lanes for f64 {
    #[inline(always)]
    fn all(x: f64) -> Self {
        x
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
    fn within(self, bound: f64) -> bool {
        self.abs() < bound
    }
    #[inline(always)]
    fn is(self, other: Self) -> bool {
        self == other
    }
    #[inline(always)]
    fn sqrt(self) -> Self {
        math::sqrt(self)
    }
    #[inline(always)]
    fn nearest(self) -> Self {
        (self + ROUND) - ROUND
    }
    #[inline(always)]
    fn power_of_two(self) -> Self {
        // k stands in the low bits, in two's complement; what stands above it is shifted out.
        Self::from_bits((self.to_bits() << 52).wrapping_add(BIAS << 52))
    }
    #[inline(always)]
    fn each(self, f: fn(f64) -> f64) -> Self {
        f(self)
    }
}

/// 1.5 × 2⁵²: adding it rounds to a whole number, which then stands in the low bits.
pub(super) const ROUND: f64 = 6_755_399_441_055_744.0;
/// What an exponent is stored with.
const BIAS: u64 = 1023;

/// Four numbers side by side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Four(Two, Two);

impl Four {
    /// These four.
    #[inline(always)]
    #[must_use]
    pub fn of([a, b, c, d]: [f64; 4]) -> Self {
        Self(Two::of([a, b]), Two::of([c, d]))
    }

    /// They as numbers.
    #[inline(always)]
    #[must_use]
    pub fn lanes(self) -> [f64; 4] {
        let ([a, b], [c, d]) = (self.0.lanes(), self.1.lanes());
        [a, b, c, d]
    }

    /// The first `count` lanes; −0 in the others, which no sum notices.
    #[inline(always)]
    #[must_use]
    pub fn first(self, count: usize) -> Self {
        Self(self.0.first(count as i64), self.1.first(count as i64 - 2))
    }
}

impl Lanes for Four {
    #[inline(always)]
    fn all(x: f64) -> Self {
        Self(Two::all(x), Two::all(x))
    }
    #[inline(always)]
    fn abs(self) -> Self {
        Self(self.0.abs(), self.1.abs())
    }
    #[inline(always)]
    fn below_zero(self, a: Self, b: Self) -> Self {
        Self(self.0.below_zero(a.0, b.0), self.1.below_zero(a.1, b.1))
    }
    #[inline(always)]
    fn within(self, bound: f64) -> bool {
        Two::within_both(self.0, self.1, bound)
    }
    #[inline(always)]
    fn is(self, other: Self) -> bool {
        self.0.is(other.0) & self.1.is(other.1)
    }
    #[inline(always)]
    fn sqrt(self) -> Self {
        Self(self.0.sqrt(), self.1.sqrt())
    }
    #[inline(always)]
    fn nearest(self) -> Self {
        Self(self.0.nearest(), self.1.nearest())
    }
    #[inline(always)]
    fn power_of_two(self) -> Self {
        Self(self.0.power_of_two(), self.1.power_of_two())
    }
    #[inline(always)]
    fn each(self, f: fn(f64) -> f64) -> Self {
        Self(self.0.each(f), self.1.each(f))
    }
}

/// Arithmetic two by two.
macro_rules! two_by_two {
    ($($trait:ident $name:ident $sign:tt)*) => {$(
        impl $trait for Four {
            type Output = Self;
            #[inline(always)]
            fn $name(self, other: Self) -> Self {
                Self(self.0 $sign other.0, self.1 $sign other.1)
            }
        }
    )*};
}

two_by_two!(Add add + Sub sub - Mul mul * Div div /);

impl Neg for Four {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        Self(-self.0, -self.1)
    }
}

impl PartialEq for Two {
    fn eq(&self, other: &Self) -> bool {
        self.lanes() == other.lanes()
    }
}

impl Debug for Two {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Two").field(&self.lanes()).finish()
    }
}

#[cfg(test)]
mod tests;

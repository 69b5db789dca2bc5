//! Two numbers in one vector of WebAssembly, one instruction an operation.

use core::arch::wasm32::{
    f64x2, f64x2_abs, f64x2_add, f64x2_div, f64x2_eq, f64x2_extract_lane, f64x2_lt, f64x2_mul, f64x2_nearest,
    f64x2_neg, f64x2_splat, f64x2_sqrt, f64x2_sub, i64x2, i64x2_add, i64x2_all_true, i64x2_bitmask, i64x2_gt,
    i64x2_shl, i64x2_shuffle, i64x2_splat, v128, v128_and, v128_bitselect,
};
use core::ops::{Add, Div, Mul, Neg, Sub};

use super::{BIAS, Lanes};

/// Two numbers side by side.
#[derive(Clone, Copy)]
pub struct Two(v128);

impl Two {
    /// These two.
    #[inline(always)]
    #[must_use]
    pub fn of([a, b]: [f64; 2]) -> Self {
        Self(f64x2(a, b))
    }

    /// They as numbers.
    #[inline(always)]
    #[must_use]
    pub fn lanes(self) -> [f64; 2] {
        [f64x2_extract_lane::<0>(self.0), f64x2_extract_lane::<1>(self.0)]
    }

    /// The sum of the lanes of each of two.
    #[inline(always)]
    pub(crate) fn sums(a: Self, b: Self) -> Self {
        Self(i64x2_shuffle::<0, 2>(a.0, b.0)) + Self(i64x2_shuffle::<1, 3>(a.0, b.0))
    }

    /// The first `count` lanes; −0 in the others.
    #[inline(always)]
    pub(super) fn first(self, count: i64) -> Self {
        Self(v128_bitselect(self.0, f64x2_splat(-0.0), i64x2_gt(i64x2_splat(count), i64x2(0, 1))))
    }

    /// [`Lanes::within`] of two at once, for the price of one.
    #[inline(always)]
    pub(super) fn within_both(a: Self, b: Self, bound: f64) -> bool {
        i64x2_bitmask(v128_and(a.inside(bound), b.inside(bound))) == 0b11
    }

    /// The lanes where |x| is below `bound`.
    #[inline(always)]
    fn inside(self, bound: f64) -> v128 {
        f64x2_lt(f64x2_abs(self.0), f64x2_splat(bound))
    }
}

macro_rules! instructions {
    ($($trait:ident $name:ident $instruction:ident)*) => {$(
        impl $trait for Two {
            type Output = Self;
            #[inline(always)]
            fn $name(self, other: Self) -> Self {
                Self($instruction(self.0, other.0))
            }
        }
    )*};
}

instructions!(Add add f64x2_add Sub sub f64x2_sub Mul mul f64x2_mul Div div f64x2_div);

impl Neg for Two {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        Self(f64x2_neg(self.0))
    }
}

impl Lanes for Two {
    #[inline(always)]
    fn all(x: f64) -> Self {
        Self(f64x2_splat(x))
    }
    #[inline(always)]
    fn abs(self) -> Self {
        Self(f64x2_abs(self.0))
    }
    #[inline(always)]
    fn below_zero(self, a: Self, b: Self) -> Self {
        Self(v128_bitselect(a.0, b.0, f64x2_lt(self.0, f64x2_splat(0.0))))
    }
    #[inline(always)]
    fn within(self, bound: f64) -> bool {
        i64x2_bitmask(self.inside(bound)) == 0b11
    }
    #[inline(always)]
    fn is(self, other: Self) -> bool {
        i64x2_all_true(f64x2_eq(self.0, other.0))
    }
    #[inline(always)]
    fn sqrt(self) -> Self {
        Self(f64x2_sqrt(self.0))
    }
    #[inline(always)]
    fn nearest(self) -> Self {
        Self(f64x2_nearest(self.0))
    }
    #[inline(always)]
    fn power_of_two(self) -> Self {
        Self(i64x2_add(i64x2_shl(self.0, 52), i64x2_splat((BIAS << 52) as i64)))
    }
    #[inline(always)]
    fn each(self, f: fn(f64) -> f64) -> Self {
        Self::of(self.lanes().map(f))
    }
}

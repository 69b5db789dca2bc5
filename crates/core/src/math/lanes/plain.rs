//! Two numbers in an array, which compilers turn into vector instructions where the machine has them.

use core::array::from_fn;
use core::ops::{Add, Div, Mul, Neg, Sub};

use super::Lanes;

/// Two numbers side by side.
#[derive(Clone, Copy)]
pub struct Two([f64; 2]);

impl Two {
    /// These two.
    #[inline(always)]
    #[must_use]
    pub fn of(lanes: [f64; 2]) -> Self {
        Self(lanes)
    }

    /// They as numbers.
    #[inline(always)]
    #[must_use]
    pub fn lanes(self) -> [f64; 2] {
        self.0
    }

    /// The sum of the lanes of each of two.
    #[inline(always)]
    pub(crate) fn sums(a: Self, b: Self) -> Self {
        Self([a.0[0] + a.0[1], b.0[0] + b.0[1]])
    }

    /// The first `count` lanes; −0 in the others.
    #[inline(always)]
    pub(super) fn first(self, count: i64) -> Self {
        Self(from_fn(|i| if (i as i64) < count { self.0[i] } else { -0.0 }))
    }

    /// [`Lanes::within`] of two at once.
    #[inline(always)]
    pub(super) fn within_both(a: Self, b: Self, bound: f64) -> bool {
        a.within(bound) & b.within(bound)
    }
}

macro_rules! lane_by_lane {
    ($($trait:ident $name:ident $sign:tt)*) => {$(
        impl $trait for Two {
            type Output = Self;
            #[inline(always)]
            fn $name(self, other: Self) -> Self {
                Self(from_fn(|i| self.0[i] $sign other.0[i]))
            }
        }
    )*};
}

lane_by_lane!(Add add + Sub sub - Mul mul * Div div /);

impl Neg for Two {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        Self(self.0.map(|x| -x))
    }
}

impl Lanes for Two {
    #[inline(always)]
    fn all(x: f64) -> Self {
        Self([x; 2])
    }
    #[inline(always)]
    fn abs(self) -> Self {
        Self(self.0.map(f64::abs))
    }
    #[inline(always)]
    fn below_zero(self, a: Self, b: Self) -> Self {
        Self(from_fn(|i| self.0[i].below_zero(a.0[i], b.0[i])))
    }
    #[inline(always)]
    fn within(self, bound: f64) -> bool {
        self.0[0].within(bound) & self.0[1].within(bound)
    }
    #[inline(always)]
    fn is(self, other: Self) -> bool {
        self.0 == other.0
    }
    #[inline(always)]
    fn sqrt(self) -> Self {
        Self(self.0.map(Lanes::sqrt))
    }
    #[inline(always)]
    fn nearest(self) -> Self {
        Self(self.0.map(Lanes::nearest))
    }
    #[inline(always)]
    fn power_of_two(self) -> Self {
        Self(self.0.map(Lanes::power_of_two))
    }
    #[inline(always)]
    fn each(self, f: fn(f64) -> f64) -> Self {
        Self(self.0.map(f))
    }
}

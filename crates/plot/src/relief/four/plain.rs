//! As an array.

use std::array::from_fn;
use std::ops::{Add, BitAnd, BitOr, Div, Mul, Sub};

#[derive(Clone, Copy)]
pub(crate) struct Four([f32; 4]);

impl Four {
    #[inline(always)]
    pub(crate) fn of(lanes: [f32; 4]) -> Self {
        Self(lanes)
    }

    #[inline(always)]
    pub(crate) fn all(lane: f32) -> Self {
        Self([lane; 4])
    }

    #[inline(always)]
    pub(crate) fn lanes(self) -> [f32; 4] {
        self.0
    }

    /// Towards zero, and to the nearest there is; 0 for NaN.
    #[inline(always)]
    pub(crate) fn whole(self) -> Whole {
        Whole(self.0.map(|lane| lane as i32))
    }

    #[inline(always)]
    pub(crate) fn abs(self) -> Self {
        Self(self.0.map(f32::abs))
    }

    /// Kept within two bounds.
    #[inline(always)]
    pub(crate) fn within(self, least: f32, most: f32) -> Self {
        let above = self.0.map(|lane| if lane < least { least } else { lane });
        Self(above.map(|lane| if most < lane { most } else { lane }))
    }

    #[inline(always)]
    pub(crate) fn less(self, other: Self) -> Whole {
        Whole(from_fn(|i| -i32::from(self.0[i] < other.0[i])))
    }

    /// Itself where all bits of a mask are set, another where none is.
    #[inline(always)]
    pub(crate) fn or_else(self, mask: Whole, other: Self) -> Self {
        Self(from_fn(|i| if mask.0[i] == 0 { other.0[i] } else { self.0[i] }))
    }
}

/// Four whole numbers.
#[derive(Clone, Copy)]
pub(crate) struct Whole([i32; 4]);

impl Whole {
    #[inline(always)]
    pub(crate) fn of(lanes: [i32; 4]) -> Self {
        Self(lanes)
    }

    #[inline(always)]
    pub(crate) fn all(lane: i32) -> Self {
        Self([lane; 4])
    }

    #[inline(always)]
    pub(crate) fn lanes(self) -> [i32; 4] {
        self.0
    }

    #[inline(always)]
    pub(crate) fn less(self, other: Self) -> Self {
        Self(from_fn(|i| -i32::from(self.0[i] < other.0[i])))
    }

    #[inline(always)]
    pub(crate) fn or_else(self, mask: Self, other: Self) -> Self {
        Self(from_fn(|i| if mask.0[i] == 0 { other.0[i] } else { self.0[i] }))
    }

    /// Whether a bit is set anywhere.
    #[inline(always)]
    pub(crate) fn any(self) -> bool {
        let [a, b, c, d] = self.0;
        a | b | c | d != 0
    }

    #[inline(always)]
    pub(crate) fn least(self, other: Self) -> Self {
        Self(from_fn(|i| self.0[i].min(other.0[i])))
    }

    #[inline(always)]
    pub(crate) fn most(self, other: Self) -> Self {
        Self(from_fn(|i| self.0[i].max(other.0[i])))
    }

    #[inline(always)]
    pub(crate) fn left(self, places: u32) -> Self {
        Self(self.0.map(|lane| lane << places))
    }

    /// With zeros from the left.
    #[inline(always)]
    pub(crate) fn right(self, places: u32) -> Self {
        Self(self.0.map(|lane| (lane as u32 >> places) as i32))
    }

    /// With the sign from the left.
    #[inline(always)]
    pub(crate) fn signed_right(self, places: u32) -> Self {
        Self(self.0.map(|lane| lane >> places))
    }
}

macro_rules! lane_by_lane {
    ($type:ident: $($trait:ident $name:ident $function:expr;)*) => {$(
        impl $trait for $type {
            type Output = Self;
            #[inline(always)]
            fn $name(self, other: Self) -> Self {
                Self(from_fn(|i| $function(self.0[i], other.0[i])))
            }
        }
    )*};
}

lane_by_lane!(Four: Add add Add::add; Sub sub Sub::sub; Mul mul Mul::mul; Div div Div::div;);
lane_by_lane!(Whole: Add add i32::wrapping_add; Sub sub i32::wrapping_sub; Mul mul i32::wrapping_mul; BitAnd bitand BitAnd::bitand; BitOr bitor BitOr::bitor;);

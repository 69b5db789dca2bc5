//! As one vector.

use std::arch::wasm32::{
    f32x4, f32x4_abs, f32x4_add, f32x4_div, f32x4_extract_lane, f32x4_lt, f32x4_mul, f32x4_pmax, f32x4_pmin,
    f32x4_splat, f32x4_sub, i32x4, i32x4_add, i32x4_extract_lane, i32x4_lt, i32x4_max, i32x4_min, i32x4_mul, i32x4_shl,
    i32x4_shr, i32x4_splat, i32x4_sub, i32x4_trunc_sat_f32x4, u32x4_shr, v128, v128_and, v128_any_true, v128_bitselect,
    v128_or,
};
use std::ops::{Add, BitAnd, BitOr, Div, Mul, Sub};

#[derive(Clone, Copy)]
pub(crate) struct Four(v128);

impl Four {
    #[inline(always)]
    pub(crate) fn of([a, b, c, d]: [f32; 4]) -> Self {
        Self(f32x4(a, b, c, d))
    }

    #[inline(always)]
    pub(crate) fn all(lane: f32) -> Self {
        Self(f32x4_splat(lane))
    }

    #[inline(always)]
    pub(crate) fn lanes(self) -> [f32; 4] {
        let v = self.0;
        [f32x4_extract_lane::<0>(v), f32x4_extract_lane::<1>(v), f32x4_extract_lane::<2>(v), f32x4_extract_lane::<3>(v)]
    }

    /// Towards zero, and to the nearest there is; 0 for NaN.
    #[inline(always)]
    pub(crate) fn whole(self) -> Whole {
        Whole(i32x4_trunc_sat_f32x4(self.0))
    }

    #[inline(always)]
    pub(crate) fn abs(self) -> Self {
        Self(f32x4_abs(self.0))
    }

    /// Kept within two bounds.
    #[inline(always)]
    pub(crate) fn within(self, least: f32, most: f32) -> Self {
        Self(f32x4_pmin(f32x4_pmax(self.0, f32x4_splat(least)), f32x4_splat(most)))
    }

    #[inline(always)]
    pub(crate) fn less(self, other: Self) -> Whole {
        Whole(f32x4_lt(self.0, other.0))
    }

    /// Itself where all bits of a mask are set, another where none is.
    #[inline(always)]
    pub(crate) fn or_else(self, mask: Whole, other: Self) -> Self {
        Self(v128_bitselect(self.0, other.0, mask.0))
    }
}

/// Four whole numbers.
#[derive(Clone, Copy)]
pub(crate) struct Whole(v128);

impl Whole {
    #[inline(always)]
    pub(crate) fn of([a, b, c, d]: [i32; 4]) -> Self {
        Self(i32x4(a, b, c, d))
    }

    #[inline(always)]
    pub(crate) fn all(lane: i32) -> Self {
        Self(i32x4_splat(lane))
    }

    #[inline(always)]
    pub(crate) fn lanes(self) -> [i32; 4] {
        let v = self.0;
        [i32x4_extract_lane::<0>(v), i32x4_extract_lane::<1>(v), i32x4_extract_lane::<2>(v), i32x4_extract_lane::<3>(v)]
    }

    #[inline(always)]
    pub(crate) fn less(self, other: Self) -> Self {
        Self(i32x4_lt(self.0, other.0))
    }

    #[inline(always)]
    pub(crate) fn or_else(self, mask: Self, other: Self) -> Self {
        Self(v128_bitselect(self.0, other.0, mask.0))
    }

    /// Whether a bit is set anywhere.
    #[inline(always)]
    pub(crate) fn any(self) -> bool {
        v128_any_true(self.0)
    }

    #[inline(always)]
    pub(crate) fn least(self, other: Self) -> Self {
        Self(i32x4_min(self.0, other.0))
    }

    #[inline(always)]
    pub(crate) fn most(self, other: Self) -> Self {
        Self(i32x4_max(self.0, other.0))
    }

    #[inline(always)]
    pub(crate) fn left(self, places: u32) -> Self {
        Self(i32x4_shl(self.0, places))
    }

    /// With zeros from the left.
    #[inline(always)]
    pub(crate) fn right(self, places: u32) -> Self {
        Self(u32x4_shr(self.0, places))
    }

    /// With the sign from the left.
    #[inline(always)]
    pub(crate) fn signed_right(self, places: u32) -> Self {
        Self(i32x4_shr(self.0, places))
    }
}

macro_rules! lane_by_lane {
    ($type:ident: $($trait:ident $name:ident $function:ident)*) => {$(
        impl $trait for $type {
            type Output = Self;
            #[inline(always)]
            fn $name(self, other: Self) -> Self {
                Self($function(self.0, other.0))
            }
        }
    )*};
}

lane_by_lane!(Four: Add add f32x4_add Sub sub f32x4_sub Mul mul f32x4_mul Div div f32x4_div);
lane_by_lane!(Whole: Add add i32x4_add Sub sub i32x4_sub Mul mul i32x4_mul BitAnd bitand v128_and BitOr bitor v128_or);

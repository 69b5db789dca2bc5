//! As one vector.

use std::arch::wasm32::{
    f32x4, f32x4_add, f32x4_div, f32x4_extract_lane, f32x4_mul, f32x4_splat, f32x4_sub, i32x4_extract_lane,
    i32x4_trunc_sat_f32x4, v128,
};
use std::ops::{Add, Div, Mul, Sub};

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
    pub(crate) fn whole(self) -> [i32; 4] {
        let v = i32x4_trunc_sat_f32x4(self.0);
        [i32x4_extract_lane::<0>(v), i32x4_extract_lane::<1>(v), i32x4_extract_lane::<2>(v), i32x4_extract_lane::<3>(v)]
    }
}

macro_rules! lane_by_lane {
    ($($trait:ident $name:ident $function:ident)*) => {$(
        impl $trait for Four {
            type Output = Self;
            #[inline(always)]
            fn $name(self, other: Self) -> Self {
                Self($function(self.0, other.0))
            }
        }
    )*};
}

lane_by_lane!(Add add f32x4_add Sub sub f32x4_sub Mul mul f32x4_mul Div div f32x4_div);

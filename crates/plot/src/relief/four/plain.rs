//! As an array.

use std::ops::{Add, Div, Mul, Sub};

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
    pub(crate) fn whole(self) -> [i32; 4] {
        self.0.map(|lane| lane as i32)
    }
}

macro_rules! lane_by_lane {
    ($($trait:ident $name:ident $sign:tt)*) => {$(
        impl $trait for Four {
            type Output = Self;
            #[inline(always)]
            fn $name(self, other: Self) -> Self {
                Self(std::array::from_fn(|i| self.0[i] $sign other.0[i]))
            }
        }
    )*};
}

lane_by_lane!(Add add + Sub sub - Mul mul * Div div /);

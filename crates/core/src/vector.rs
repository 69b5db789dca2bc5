//! Points and steps in parameter space.
//!
//! ```
//! use ponder::Vector;
//!
//! let (at, gradient) = (Vector([3.0, 4.0]), Vector([6.0, -8.0]));
//! assert_eq!(at - 0.5 * gradient, Vector([0.0, 8.0]));
//! assert_eq!(gradient * gradient, Vector([36.0, 64.0]), "component by component");
//! assert_eq!((at.norm(), at.dot(gradient)), (5.0, -14.0));
//! ```

use core::array::from_fn;
use core::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

use crate::math;
use crate::math::lanes::Two;

/// `N` numbers: a point (w, b), a gradient, a step. Products and quotients of two vectors are elementwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vector<const N: usize = 2>(pub [f64; N]);

impl<const N: usize> Vector<N> {
    /// The origin.
    pub const ZERO: Self = Self([0.0; N]);

    /// `f` applied to every component.
    #[must_use]
    pub fn map(self, f: impl Fn(f64) -> f64) -> Self {
        Self(self.0.map(f))
    }

    /// `f` applied to the components of two vectors, pair by pair.
    #[must_use]
    pub fn zip(self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
        Self(from_fn(|i| f(self.0[i], other.0[i])))
    }

    /// `f` applied to the components two by two, the last of an odd number by itself: what takes long for one number, a
    /// root or a quotient, takes as long for two.
    #[must_use]
    #[inline(always)]
    pub fn by_twos(self, f: impl Fn(Two) -> Two) -> Self {
        // Both of a pair ask for the same; it is computed once.
        Self(from_fn(|i| f(Two::of([self.0[i & !1], self.0[(i | 1).min(N - 1)]])).lanes()[i & 1]))
    }

    /// The same with the components of several vectors.
    #[must_use]
    #[inline(always)]
    pub fn pair_by_pair<const K: usize>(all: [Self; K], f: impl Fn([Two; K]) -> Two) -> Self {
        let pair = |i: usize| all.map(|v| Two::of([v.0[i & !1], v.0[(i | 1).min(N - 1)]]));
        Self(from_fn(|i| f(pair(i)).lanes()[i & 1]))
    }

    /// The inner product, summed from the first component to the last.
    #[must_use]
    pub fn dot(self, other: Self) -> f64 {
        (1..N).fold(self.0[0] * other.0[0], |sum, i| sum + self.0[i] * other.0[i])
    }

    /// The Euclidean length.
    #[must_use]
    pub fn norm(self) -> f64 {
        math::sqrt(self.dot(self))
    }

    /// True when no component is NaN or infinite.
    #[must_use]
    pub fn is_finite(self) -> bool {
        self.0.iter().all(|c| c.is_finite())
    }
}

impl<const N: usize> Add for Vector<N> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.zip(other, |a, b| a + b)
    }
}

impl<const N: usize> AddAssign for Vector<N> {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl<const N: usize> Sub for Vector<N> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.zip(other, |a, b| a - b)
    }
}

impl<const N: usize> Mul for Vector<N> {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        self.zip(other, |a, b| a * b)
    }
}

impl<const N: usize> Div for Vector<N> {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        self.zip(other, |a, b| a / b)
    }
}

impl<const N: usize> Neg for Vector<N> {
    type Output = Self;
    fn neg(self) -> Self {
        self.map(|c| -c)
    }
}

impl<const N: usize> Mul<Vector<N>> for f64 {
    type Output = Vector<N>;
    fn mul(self, v: Vector<N>) -> Vector<N> {
        v.map(|c| self * c)
    }
}

impl<const N: usize> Div<f64> for Vector<N> {
    type Output = Self;
    fn div(self, divisor: f64) -> Self {
        self.map(|c| c / divisor)
    }
}

#[cfg(test)]
mod tests {
    use super::Vector;
    use crate::math::lanes::Lanes;

    #[test]
    fn a_three_four_five_triangle() {
        let v = Vector([3.0, 4.0]);
        assert_eq!(v.norm(), 5.0);
        assert_eq!((2.0 * v - v) / 2.0, Vector([1.5, 2.0]));
        assert_eq!(v * v, Vector([9.0, 16.0]));
        assert_eq!(Vector([1.0, 4.0, 9.0]).by_twos(Lanes::sqrt), Vector([1.0, 2.0, 3.0]));
        assert!(!Vector([f64::NAN, 0.0]).is_finite());
    }
}

//! Exact derivatives through arithmetic: forward differentiation of first and second order.
//!
//! For w = u∘v:   ∇(uv) = v∇u + u∇v,   H(uv) = vH_u + uH_v + ∇u∇vᵀ + ∇v∇uᵀ;
//! for w = g(u):  ∇w = g′∇u,            H_w = g′H_u + g″∇u∇uᵀ.
//!
//! ```
//! use ponder::{Jet, Number};
//! let [w, b] = Jet::<2>::coordinates([-1.2, 1.0]);
//! let rosenbrock = (Jet::of(1.0) - w).squared() + (b - w.squared()).squared() * 100.0;
//! assert_eq!(rosenbrock.grad.0.map(|c| (c * 1e6).round() / 1e6), [-215.6, -88.0]);
//! ```

use core::array::from_fn;
use core::ops::{Add, Div, Mul, Neg, Sub};

use crate::{Number, Vector};

/// A number that knows its gradient.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dual<const N: usize = 2> {
    /// The number itself.
    pub value: f64,
    /// ∂/∂pᵢ.
    pub grad: Vector<N>,
}

/// A number that knows its gradient and its Hessian.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Jet<const N: usize = 2> {
    /// The number itself.
    pub value: f64,
    /// ∂/∂pᵢ.
    pub grad: Vector<N>,
    /// ∂²/∂pᵢ∂pⱼ, symmetric, a row a vector.
    pub hess: [Vector<N>; N],
}

/// slope × by, where what does not move at all stays so, however steep the slope: √0 is a constant, and of no slope.
fn through<const N: usize>(slope: f64, by: Vector<N>) -> Vector<N> {
    by.map(|d| if d == 0.0 { d } else { slope * d })
}

fn unit<const N: usize>(i: usize) -> Vector<N> {
    Vector(from_fn(|j| if i == j { 1.0 } else { 0.0 }))
}

impl<const N: usize> Dual<N> {
    /// The coordinates of a point as independent variables.
    #[must_use]
    pub fn coordinates(at: [f64; N]) -> [Self; N] {
        from_fn(|i| Self { value: at[i], grad: unit(i) })
    }
}

impl<const N: usize> Jet<N> {
    /// The coordinates of a point as independent variables.
    #[must_use]
    pub fn coordinates(at: [f64; N]) -> [Self; N] {
        from_fn(|i| Self { value: at[i], grad: unit(i), hess: [Vector::ZERO; N] })
    }

    fn hessian(self, f: impl Fn(usize, Vector<N>) -> Vector<N>) -> [Vector<N>; N] {
        from_fn(|i| f(i, self.hess[i]))
    }
}

impl<const N: usize> Number for Dual<N> {
    fn of(value: f64) -> Self {
        Self { value, grad: Vector::ZERO }
    }
    fn value(self) -> f64 {
        self.value
    }
    fn chain(self, g: f64, slopes: impl FnOnce() -> [f64; 2]) -> Self {
        let [g1, _] = slopes();
        Self { value: g, grad: through(g1, self.grad) }
    }
}

impl<const N: usize> Number for Jet<N> {
    fn of(value: f64) -> Self {
        Self { value, grad: Vector::ZERO, hess: [Vector::ZERO; N] }
    }
    fn value(self) -> f64 {
        self.value
    }
    fn chain(self, g: f64, slopes: impl FnOnce() -> [f64; 2]) -> Self {
        let [g1, g2] = slopes();
        let bend = through(g2, self.grad);
        let hess = self.hessian(|i, h| through(g1, h) + through(bend.0[i], self.grad));
        Self { value: g, grad: through(g1, self.grad), hess }
    }
}

impl<const N: usize> Mul for Dual<N> {
    type Output = Self;
    fn mul(self, v: Self) -> Self {
        Self { value: self.value * v.value, grad: v.value * self.grad + self.value * v.grad }
    }
}

impl<const N: usize> Mul for Jet<N> {
    type Output = Self;
    fn mul(self, v: Self) -> Self {
        let hess = self
            .hessian(|i, h| v.value * h + self.value * v.hess[i] + self.grad.0[i] * v.grad + v.grad.0[i] * self.grad);
        Self { value: self.value * v.value, grad: v.value * self.grad + self.value * v.grad, hess }
    }
}

impl<const N: usize> Div for Dual<N> {
    type Output = Self;
    fn div(self, v: Self) -> Self {
        let q = self.value / v.value;
        Self { value: q, grad: (self.grad - q * v.grad) / v.value }
    }
}

impl<const N: usize> Div for Jet<N> {
    type Output = Self;
    // From u = qv:  ∇q = (∇u − q∇v)/v,  H_q = (H_u − qH_v − ∇q∇vᵀ − ∇v∇qᵀ)/v.
    fn div(self, v: Self) -> Self {
        let q = self.value / v.value;
        let grad = (self.grad - q * v.grad) / v.value;
        let hess = self.hessian(|i, h| (h - q * v.hess[i] - grad.0[i] * v.grad - v.grad.0[i] * grad) / v.value);
        Self { value: q, grad, hess }
    }
}

/// The operations that act on value, gradient and Hessian alike.
macro_rules! linear {
    ($type:ident { $($rest:ident: $op:expr),* }) => {
        impl<const N: usize> Add for $type<N> {
            type Output = Self;
            fn add(self, v: Self) -> Self {
                Self { value: self.value + v.value, grad: self.grad + v.grad, $($rest: $op(self, |i, h| h + v.$rest[i])),* }
            }
        }
        impl<const N: usize> Sub for $type<N> {
            type Output = Self;
            fn sub(self, v: Self) -> Self {
                Self { value: self.value - v.value, grad: self.grad - v.grad, $($rest: $op(self, |i, h| h - v.$rest[i])),* }
            }
        }
        impl<const N: usize> Neg for $type<N> {
            type Output = Self;
            fn neg(self) -> Self {
                Self { value: -self.value, grad: -self.grad, $($rest: $op(self, |_, h| -h)),* }
            }
        }
        impl<const N: usize> Add<f64> for $type<N> {
            type Output = Self;
            fn add(self, c: f64) -> Self {
                Self { value: self.value + c, ..self }
            }
        }
        impl<const N: usize> Sub<f64> for $type<N> {
            type Output = Self;
            fn sub(self, c: f64) -> Self {
                Self { value: self.value - c, ..self }
            }
        }
        impl<const N: usize> Mul<f64> for $type<N> {
            type Output = Self;
            fn mul(self, c: f64) -> Self {
                Self { value: self.value * c, grad: c * self.grad, $($rest: $op(self, |_, h| c * h)),* }
            }
        }
        impl<const N: usize> Div<f64> for $type<N> {
            type Output = Self;
            fn div(self, c: f64) -> Self {
                Self { value: self.value / c, grad: self.grad / c, $($rest: $op(self, |_, h| h / c)),* }
            }
        }
    };
}

linear!(Dual {});
linear!(Jet { hess: Jet::hessian });

#[cfg(test)]
mod tests {
    use super::*;

    fn wild<T: Number>([w, b]: [T; 2]) -> T {
        (w * b).sin() / (b.squared() + 1.0) + (w - b).exp().sqrt() - (w.squared() + 2.0).ln().cos() * w.sigmoid()
    }

    #[test]
    fn rosenbrock_at_its_classical_start() {
        let [w, b] = Jet::<2>::coordinates([-1.2, 1.0]);
        let f = (Jet::of(1.0) - w).squared() + (b - w.squared()).squared() * 100.0;
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        assert!(near(f.grad.0[0], -215.6) && near(f.grad.0[1], -88.0), "{f:?}");
        assert!(near(f.hess[0].0[0], 1330.0) && near(f.hess[0].0[1], 480.0), "{f:?}");
        assert!(near(f.hess[1].0[0], 480.0) && near(f.hess[1].0[1], 200.0), "{f:?}");
    }

    #[test]
    fn what_does_not_move_has_no_slope_however_steep_the_function() {
        let [w, b] = Jet::<2>::coordinates([3.0, 2.0]);
        let f = w.squared() + b * Jet::of(0.0).sqrt() + Jet::of(0.0).ln().exp();
        assert_eq!((f.value, f.grad), (9.0, Vector([6.0, 0.0])));
        assert_eq!(f.hess, [Vector([2.0, 0.0]), Vector([0.0, 0.0])]);
    }

    #[test]
    fn value_is_the_same_bits_in_all_three() {
        let at = [0.7, -1.3];
        let plain = wild(at);
        assert_eq!(plain.to_bits(), wild(Dual::coordinates(at)).value.to_bits());
        assert_eq!(plain.to_bits(), wild(Jet::coordinates(at)).value.to_bits());
    }

    #[test]
    fn derivatives_agree_with_central_differences() {
        let (at, h) = ([0.7, -1.3], 1e-5);
        let jet = wild(Jet::coordinates(at));
        assert_eq!(jet.grad, wild(Dual::coordinates(at)).grad);
        for i in 0..2 {
            let shifted = |d: f64| wild(Dual::coordinates(from_fn(|j| at[j] + if i == j { d } else { 0.0 })));
            let (up, down) = (shifted(h), shifted(-h));
            assert!((jet.grad.0[i] - (up.value - down.value) / (2.0 * h)).abs() < 1e-8);
            for j in 0..2 {
                let second = (up.grad.0[j] - down.grad.0[j]) / (2.0 * h);
                assert!((jet.hess[i].0[j] - second).abs() < 1e-7, "{i}{j}");
            }
        }
    }
}

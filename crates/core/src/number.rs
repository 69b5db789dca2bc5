//! What a surface may do with a coordinate.
//!
//! ```
//! use ponder::{Jet, Number};
//!
//! fn bump<T: Number>([w, b]: [T; 2]) -> T {
//!     (-(w.squared() + b.squared())).exp()
//! }
//!
//! let jet = bump(Jet::coordinates([0.0, 0.0]));
//! assert_eq!((bump([0.0, 0.0]), jet.value), (1.0, 1.0), "the same number, plain or with its derivatives");
//! assert_eq!((jet.grad.0, jet.hess[0].0), ([0.0, 0.0], [-2.0, 0.0]), "a top: flat, and curved downwards");
//! ```

use core::cmp::Ordering;
use core::f64::consts::{LOG2_E, LOG10_E};
use core::ops::{Add, Div, Mul, Neg, Sub};

use crate::math;

/// A coordinate: a plain `f64`, or one that carries its gradient ([`crate::Dual`]) or its gradient and Hessian
/// ([`crate::Jet`]) through arithmetic. A surface is written once, generically; exact derivatives come with it.
///
/// Whatever the type, the value part is the same `f64` operation in the same order, so that all agree bit for bit.
pub trait Number:
    Copy
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + Add<f64, Output = Self>
    + Sub<f64, Output = Self>
    + Mul<f64, Output = Self>
    + Div<f64, Output = Self>
{
    /// A constant: its slope and curvature are zero.
    fn of(value: f64) -> Self;

    /// The number without its derivatives.
    fn value(self) -> f64;

    /// The chain rule: g(self), given g's value at `self.value()` and a way to its first and second derivative there,
    /// which a plain number never goes.
    fn chain(self, g: f64, slopes: impl FnOnce() -> [f64; 2]) -> Self;

    /// eᵘ.
    fn exp(self) -> Self {
        let e = math::exp(self.value());
        self.chain(e, || [e, e])
    }

    /// ln u.
    fn ln(self) -> Self {
        let u = self.value();
        self.chain(math::ln(u), || [1.0 / u, -1.0 / (u * u)])
    }

    /// log₁₀ u.
    fn log10(self) -> Self {
        let u = self.value();
        self.chain(math::log10(u), || [LOG10_E / u, -LOG10_E / (u * u)])
    }

    /// log₂ u.
    fn log2(self) -> Self {
        let u = self.value();
        self.chain(math::log2(u), || [LOG2_E / u, -LOG2_E / (u * u)])
    }

    /// √u.
    fn sqrt(self) -> Self {
        let r = math::sqrt(self.value());
        self.chain(r, || [0.5 / r, -0.25 / (r * r * r)])
    }

    /// ∛u, of either sign.
    fn cbrt(self) -> Self {
        let r = math::cbrt(self.value());
        self.chain(r, || [1.0 / (3.0 * (r * r)), -2.0 / (9.0 * (r * r) * (r * r) * r)])
    }

    /// sin u.
    fn sin(self) -> Self {
        let s = math::sin(self.value());
        self.chain(s, || [math::cos(self.value()), -s])
    }

    /// cos u.
    fn cos(self) -> Self {
        let c = math::cos(self.value());
        self.chain(c, || [-math::sin(self.value()), -c])
    }

    /// tan u.
    fn tan(self) -> Self {
        let t = math::tan(self.value());
        self.chain(t, || [1.0 + t * t, 2.0 * t * (1.0 + t * t)])
    }

    /// arcsin u.
    fn asin(self) -> Self {
        let u = self.value();
        self.chain(math::asin(u), || arcsine_slopes(u))
    }

    /// arccos u.
    fn acos(self) -> Self {
        let u = self.value();
        self.chain(math::acos(u), || arcsine_slopes(u).map(|slope| -slope))
    }

    /// arctan u.
    fn atan(self) -> Self {
        let u = self.value();
        self.chain(math::atan(u), || {
            let slope = 1.0 / (1.0 + u * u);
            [slope, -2.0 * (u * slope) * slope]
        })
    }

    /// sinh u.
    fn sinh(self) -> Self {
        let s = math::sinh(self.value());
        self.chain(s, || [math::cosh(self.value()), s])
    }

    /// cosh u.
    fn cosh(self) -> Self {
        let c = math::cosh(self.value());
        self.chain(c, || [math::sinh(self.value()), c])
    }

    /// tanh u.
    fn tanh(self) -> Self {
        let t = math::tanh(self.value());
        self.chain(t, || {
            // 1/cosh² where 1 − tanh² has lost its digits.
            let s = 1.0 / math::cosh(self.value());
            [s * s, -2.0 * t * (s * s)]
        })
    }

    /// σ(u) = 1 / (1 + e⁻ᵘ).
    fn sigmoid(self) -> Self {
        self.chain(math::sigmoid(self.value()), || sigmoid_slopes(self.value()))
    }

    /// ln(1 + eᵘ), whose slope is σ(u).
    fn softplus(self) -> Self {
        let u = self.value();
        self.chain(math::softplus(u), || [math::sigmoid(u), sigmoid_slopes(u)[0]])
    }

    /// |u|; at the kink its slope is 0.
    fn abs(self) -> Self {
        match self.value().partial_cmp(&0.0) {
            Some(Ordering::Less) => -self,
            Some(Ordering::Equal) => Self::of(0.0),
            _ => self,
        }
    }

    /// −1, 0 or 1; flat everywhere.
    fn sign(self) -> Self {
        match self.value().partial_cmp(&0.0) {
            Some(Ordering::Less) => Self::of(-1.0),
            Some(Ordering::Equal) => Self::of(0.0),
            Some(Ordering::Greater) => Self::of(1.0),
            None => self,
        }
    }

    /// u where it is positive, else 0; at the kink its slope is 0.
    fn relu(self) -> Self {
        if self.value() <= 0.0 { Self::of(0.0) } else { self }
    }

    /// The larger of two, the first on a tie or when either is NaN: with its slope.
    fn larger(self, v: Self) -> Self {
        if v.value() > self.value() { v } else { self }
    }

    /// The smaller of two, the first on a tie or when either is NaN: with its slope.
    fn smaller(self, v: Self) -> Self {
        if v.value() < self.value() { v } else { self }
    }

    /// u².
    fn squared(self) -> Self {
        self * self
    }

    /// uⁿ as a product, for u of either sign; exact derivatives at 0 too. A constant 1 for n = 0.
    fn powi(self, n: i8) -> Self {
        let (u, n, power) = (self.value(), i32::from(n), f64::from(n));
        match n {
            0 => Self::of(1.0),
            1 => self,
            _ => self.chain(math::powi(u, n), || {
                [power * math::powi(u, n - 1), power * (power - 1.0) * math::powi(u, n - 2)]
            }),
        }
    }

    /// uᵛ = exp(v ln u) for a constant v; NaN for u < 0. Like [`Number::pow`], but with derivatives also at u = 0.
    fn powf(self, v: f64) -> Self {
        let ln = math::ln(self.value());
        let power = |v| math::exp(v * ln);
        self.chain(power(v), || [v * power(v - 1.0), v * (v - 1.0) * power(v - 2.0)])
    }

    /// uᵛ = exp(v ln u); NaN for u < 0.
    fn pow(self, v: Self) -> Self {
        (v * self.ln()).exp()
    }
}

/// 1/√(1 − u²) and its derivative.
fn arcsine_slopes(u: f64) -> [f64; 2] {
    let slope = 1.0 / math::sqrt((1.0 - u) * (1.0 + u));
    [slope, u * slope * slope * slope]
}

/// σ′ = e/(1 + e)² with e = e^(−|u|), which keeps its digits in both tails, and σ″ = σ′(1 − 2σ) = −σ′ tanh(u/2), which
/// keeps them near 0.
fn sigmoid_slopes(u: f64) -> [f64; 2] {
    let e = math::exp(-u.abs());
    let slope = e / ((1.0 + e) * (1.0 + e));
    [slope, -slope * math::tanh(0.5 * u)]
}

impl Number for f64 {
    fn of(value: f64) -> Self {
        value
    }

    fn value(self) -> f64 {
        self
    }

    fn chain(self, g: f64, _: impl FnOnce() -> [Self; 2]) -> Self {
        g
    }
}

#[cfg(test)]
mod tests;

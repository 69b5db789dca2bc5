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

    /// The chain rule: g(self), given g's value and its first and second derivative at `self.value()`.
    fn chain(self, g: f64, g1: f64, g2: f64) -> Self;

    /// eᵘ.
    fn exp(self) -> Self {
        let e = math::exp(self.value());
        self.chain(e, e, e)
    }

    /// ln u.
    fn ln(self) -> Self {
        let u = self.value();
        self.chain(math::ln(u), 1.0 / u, -1.0 / (u * u))
    }

    /// √u.
    fn sqrt(self) -> Self {
        let r = math::sqrt(self.value());
        self.chain(r, 0.5 / r, -0.25 / (r * r * r))
    }

    /// sin u.
    fn sin(self) -> Self {
        let (s, c) = (math::sin(self.value()), math::cos(self.value()));
        self.chain(s, c, -s)
    }

    /// cos u.
    fn cos(self) -> Self {
        let (s, c) = (math::sin(self.value()), math::cos(self.value()));
        self.chain(c, -s, -c)
    }

    /// σ(u) = 1 / (1 + e⁻ᵘ).
    fn sigmoid(self) -> Self {
        let f = math::sigmoid(self.value());
        let slope = f * (1.0 - f);
        self.chain(f, slope, slope * (1.0 - 2.0 * f))
    }

    /// u².
    fn squared(self) -> Self {
        self * self
    }
}

impl Number for f64 {
    fn of(value: f64) -> Self {
        value
    }

    fn value(self) -> f64 {
        self
    }

    fn chain(self, g: f64, _: f64, _: f64) -> Self {
        g
    }
}

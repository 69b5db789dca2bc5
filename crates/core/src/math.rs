//! The transcendental functions, one implementation for every machine.
//!
//! `std`'s versions call the platform's C library, which differs from wasm's in the last bit on a good part of all
//! inputs. The exponential and the logistic function, which steps of a neuron need, are our own; the others go through the `libm` crate,
//! which is compiled from the same source everywhere.

mod exp;
pub mod lanes;
mod sigmoid;

pub use exp::{exp, exp_of};
pub(crate) use sigmoid::{Reduction, sigmoid_after};
pub use sigmoid::{sigmoid, sigmoid_of};

/// The natural logarithm of x; NaN for x < 0.
#[must_use]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// ln(1 + x), with all its digits for small x; NaN for x < −1.
#[must_use]
pub fn ln_1p(x: f64) -> f64 {
    libm::log1p(x)
}

/// The decimal logarithm of x; NaN for x < 0.
#[must_use]
pub fn log10(x: f64) -> f64 {
    libm::log10(x)
}

/// The binary logarithm of x; NaN for x < 0.
#[must_use]
pub fn log2(x: f64) -> f64 {
    libm::log2(x)
}

/// √x, correctly rounded; NaN for x < 0.
#[must_use]
#[inline]
pub fn sqrt(x: f64) -> f64 {
    root(x)
}

/// The machine's own instruction: correctly rounded like any other, but a hundred times faster than one in software.
#[cfg(target_feature = "simd128")]
#[inline(always)]
fn root(x: f64) -> f64 {
    use core::arch::wasm32::{f64x2_extract_lane, f64x2_splat, f64x2_sqrt};
    f64x2_extract_lane::<0>(f64x2_sqrt(f64x2_splat(x)))
}

#[cfg(not(target_feature = "simd128"))]
#[inline(always)]
fn root(x: f64) -> f64 {
    libm::sqrt(x)
}

/// xʸ, off by less than one unit in the last place; NaN for x < 0 and y not whole.
#[must_use]
pub fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

/// ∛x, of either sign.
#[must_use]
pub fn cbrt(x: f64) -> f64 {
    libm::cbrt(x)
}

/// xⁿ as a product by repeated squaring, the lowest bit of n first; for n < 0 the reciprocal of x⁻ⁿ. x⁰ is 1 for any x.
///
/// ```
/// use ponder::math::powi;
/// assert_eq!((powi(-2.0, 3), powi(2.0, -1), powi(f64::NAN, 0)), (-8.0, 0.5, 1.0));
/// ```
#[must_use]
pub fn powi(x: f64, n: i32) -> f64 {
    let (mut product, mut square, mut bits) = (1.0, x, n.unsigned_abs());
    loop {
        if bits & 1 == 1 {
            product *= square;
        }
        bits >>= 1;
        if bits == 0 {
            return if n < 0 { 1.0 / product } else { product };
        }
        square *= square;
    }
}

/// The sine of x in radians.
#[must_use]
pub fn sin(x: f64) -> f64 {
    libm::sin(x)
}

/// The cosine of x in radians.
#[must_use]
pub fn cos(x: f64) -> f64 {
    libm::cos(x)
}

/// The tangent of x in radians.
#[must_use]
pub fn tan(x: f64) -> f64 {
    libm::tan(x)
}

/// The angle in −π/2 to π/2 whose sine is x; NaN beyond ±1.
#[must_use]
pub fn asin(x: f64) -> f64 {
    libm::asin(x)
}

/// The angle in 0 to π whose cosine is x; NaN beyond ±1.
#[must_use]
pub fn acos(x: f64) -> f64 {
    libm::acos(x)
}

/// The angle in −π/2 to π/2 whose tangent is x.
#[must_use]
pub fn atan(x: f64) -> f64 {
    libm::atan(x)
}

/// The hyperbolic sine of x.
#[must_use]
pub fn sinh(x: f64) -> f64 {
    libm::sinh(x)
}

/// The hyperbolic cosine of x.
#[must_use]
pub fn cosh(x: f64) -> f64 {
    libm::cosh(x)
}

/// The hyperbolic tangent of x.
#[must_use]
pub fn tanh(x: f64) -> f64 {
    libm::tanh(x)
}

/// The largest integer not above x.
#[must_use]
pub fn floor(x: f64) -> f64 {
    libm::floor(x)
}

/// ln(1 + eᶻ), a smooth relu: 0 far below, z far above.
///
/// max(z, 0) + ln(1 + e^(−|z|)): nothing overflows, and the left tail keeps its digits.
///
/// ```
/// use ponder::math::{exp, softplus};
/// assert_eq!((softplus(1e3), softplus(-1e3)), (1e3, 0.0));
/// assert_eq!(softplus(-40.0), exp(-40.0));
/// ```
#[must_use]
pub fn softplus(z: f64) -> f64 {
    larger(z, 0.0) + ln_1p(exp(-z.abs()))
}

/// The larger of two numbers, the first on a tie or when either is NaN.
///
/// `f64::max` may return either zero of −0 and 0; this may not.
#[must_use]
pub fn larger(a: f64, b: f64) -> f64 {
    if b > a { b } else { a }
}

/// The smaller of two numbers, the first on a tie or when either is NaN.
#[must_use]
pub fn smaller(a: f64, b: f64) -> f64 {
    if b < a { b } else { a }
}

/// The number nearest to `n` from `low` to `high`; `low` where that is the larger of the two.
///
/// `f64::clamp` can say both in decimal, which takes as much room as reading and drawing a plane.
#[must_use]
pub fn within(n: f64, [low, high]: [f64; 2]) -> f64 {
    larger(smaller(n, high), low)
}

/// 1, −1, or x itself where it is neither above nor below zero: a zero or NaN.
#[must_use]
pub fn sign(x: f64) -> f64 {
    if x > 0.0 {
        1.0
    } else if x < 0.0 {
        -1.0
    } else {
        x
    }
}

#[cfg(test)]
mod tests {
    use core::f64::consts::{FRAC_PI_6, LN_2, PI, SQRT_2};

    use super::*;

    #[test]
    fn functions_have_the_values_that_are_known_of_them() {
        for (found, known) in [
            (ln(2.0), LN_2),
            (ln_1p(1.0), LN_2),
            (ln_1p(1e-300), 1e-300),
            (log10(1e-3), -3.0),
            (log2(8.0), 3.0),
            (sqrt(2.0), SQRT_2),
            (pow(4.0, -1.5), 0.125),
            (cbrt(-27.0), -3.0),
            (powi(-2.0, -3), -0.125),
            (sin(FRAC_PI_6), 0.5),
            (cos(PI), -1.0),
            (tan(0.25 * PI), 1.0),
            (asin(0.5), FRAC_PI_6),
            (acos(-1.0), PI),
            (acos(0.5), 2.0 * FRAC_PI_6),
            (atan(-1.0), -0.25 * PI),
            (sinh(LN_2), 0.75),
            (cosh(LN_2), 1.25),
            (tanh(LN_2), 0.6),
        ] {
            assert!((found - known).abs() <= 4e-16 * known.abs(), "{found} and not {known}");
        }
    }
}

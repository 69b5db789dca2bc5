//! Momentum on a bowl: how fast it comes to rest, and whether it swings.
//!
//! On ½ λ x² one update is linear in (x, v). Its two eigenvalues z solve
//!
//! heavy ball:   z² − (1 + γ − η λ) z + γ = 0
//!
//! Nesterov:   z² − (1 + γ) (1 − η λ) z + γ (1 − η λ) = 0
//!
//! and the larger |z| is what is left of the distance after one step, in the long run. While the roots are complex the
//! run swings, and both have |z| = √ of the last term: √γ for the heavy ball whatever the rate, so that more momentum
//! then means *slower* rest.
//!
//! Polyak 1964; O'Donoghue and Candès 2015, section 3; Goh 2017, doi:10.23915/distill.00006.
//!
//! ```
//! use ponder::analysis::quadratic::{heavy_ball, nesterov};
//! let swing = heavy_ball(1.0, 0.5, 0.81);
//! assert_eq!((swing.radius, swing.swings), (0.9, true));
//! assert!(nesterov(1.0, 0.5, 0.81).radius < 0.64, "the look-ahead damps the swing");
//! assert_eq!(heavy_ball(1.0, 0.5, 0.0).radius, 0.5, "no momentum: gradient descent, 1 − ηλ");
//! ```

use crate::math;

/// How a rule moves on a bowl, in the long run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Motion {
    /// The spectral radius: what is left of the distance after one step. Below 1 the run comes to rest.
    pub radius: f64,
    /// Whether it is underdamped: it swings through the minimum.
    pub swings: bool,
}

/// The heavy ball of curvature λ, rate η, momentum γ: v ← γ v + η λ x, x ← x − v. With γ = 0 gradient descent.
#[must_use]
pub fn heavy_ball(curvature: f64, rate: f64, momentum: f64) -> Motion {
    Motion::of(1.0 + momentum - rate * curvature, momentum)
}

/// Nesterov's rule: v ← γ v + η λ (x − γ v), x ← x − v.
#[must_use]
pub fn nesterov(curvature: f64, rate: f64, momentum: f64) -> Motion {
    let plain = 1.0 - rate * curvature;
    Motion::of((1.0 + momentum) * plain, momentum * plain)
}

impl Motion {
    /// The roots of z² − trace z + determinant.
    fn of(trace: f64, determinant: f64) -> Self {
        let half = 0.5 * trace;
        let square = half * half - determinant;
        let swings = square < 0.0;
        let radius = if swings { math::sqrt(determinant) } else { half.abs() + math::sqrt(square) };
        Self { radius, swings }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{METHODS, catalogue};

    type Rule = fn(f64, f64, f64) -> Motion;

    #[test]
    fn at_its_stability_bound_a_rule_neither_comes_nor_goes() {
        let rules: [(&str, Rule); 3] =
            [("gradient-descent", heavy_ball), ("momentum", heavy_ball), ("nesterov", nesterov)];
        for (id, rule) in rules {
            let stability = catalogue::find(METHODS, id).unwrap().stability.unwrap();
            for lambda in [0.1, 1.0, 30.0] {
                let gammas: &[f64] = if id == "gradient-descent" { &[0.0] } else { &[0.0, 0.5, 0.9, 0.99] };
                for &gamma in gammas {
                    let bound = (stability.bound)(lambda, gamma);
                    let radius = |share: f64| rule(lambda, share * bound, gamma).radius;
                    assert!((radius(1.0) - 1.0).abs() < 1e-12, "{id} {lambda} {gamma}");
                    assert!(radius(0.999) < 1.0 && radius(1.001) > 1.0, "{id} {lambda} {gamma}");
                }
            }
        }
    }

    #[test]
    fn the_critical_rate_is_where_swinging_begins() {
        // (1 − √γ)² = 0.01 for γ = 0.81.
        assert!(!heavy_ball(1.0, 0.0099, 0.81).swings);
        assert!(heavy_ball(1.0, 0.0101, 0.81).swings);
    }
}

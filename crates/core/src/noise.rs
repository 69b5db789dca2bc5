//! Noise on the gradients that a rule sees: g + s z in every component, never on a loss.
//!
//! z = u₁ + … + u₁₂ − 6, each u uniform in [0, 1): mean 0, deviation 1, never beyond ±6, and nearly normal (Irwin 1927,
//! Hall 1927). Only sums, so it has the same bits everywhere, as a logarithm or a cosine might not.
//! u = ⌊r/2¹¹⌋ 2⁻⁵³, r the next 64 bits of PCG64 with the seed as its state and 2⁶⁴ as its stream, which no epoch's
//! shuffle can have.
//!
//! ```
//! use ponder::Vector;
//! use ponder::noise::{Noise, NoisePlan};
//! let plan = NoisePlan { deviation: 0.1, seed: 7 };
//! let g = Vector([1.0, 2.0]);
//! assert_ne!(Noise::new(plan).shake(g), g);
//! assert_eq!(Noise::new(plan).shake(g), Noise::new(plan).shake(g), "each run begins anew");
//! ```

use rand_pcg::Pcg64;
use rand_pcg::rand_core::Rng;

use crate::Vector;

/// What a recipe says about noise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NoisePlan {
    /// The standard deviation s in each component, from 0 up.
    pub deviation: f64,
    /// What the numbers begin with.
    pub seed: u64,
}

/// Random numbers that have the same bits everywhere.
#[derive(Clone, Debug)]
pub(crate) struct Draws(Pcg64);

impl Draws {
    /// The numbers of a seed and a stream, from the first.
    pub(crate) fn new(seed: u64, stream: u128) -> Self {
        Self(Pcg64::new(seed.into(), stream))
    }

    /// z.
    pub(crate) fn normal(&mut self) -> f64 {
        (0..12).fold(0.0, |sum, _| sum + self.uniform()) - 6.0
    }

    /// u.
    pub(crate) fn uniform(&mut self) -> f64 {
        /// 2⁻⁵³.
        const STEP: f64 = 0.5 / (1_u64 << 52) as f64;
        (self.0.next_u64() >> 11) as f64 * STEP
    }
}

/// The noise of one run.
#[derive(Clone, Debug)]
pub struct Noise {
    deviation: f64,
    draws: Draws,
}

impl Noise {
    /// The noise of a run before its first look at a gradient.
    #[must_use]
    pub fn new(plan: NoisePlan) -> Self {
        Self { deviation: plan.deviation, draws: Draws::new(plan.seed, 1 << 64) }
    }

    /// The gradient as the rule sees it, drawn for the first parameter first.
    #[must_use]
    pub fn shake<const N: usize>(&mut self, g: Vector<N>) -> Vector<N> {
        Vector(g.0.map(|component| component + self.deviation * self.draws.normal()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    fn draws(seed: u64, count: usize) -> Vec<f64> {
        let mut noise = Noise::new(NoisePlan { deviation: 1.0, seed });
        (0..count).flat_map(|_| noise.shake(Vector::<2>::ZERO).0).collect()
    }

    #[test]
    fn mean_zero_and_deviation_one() {
        let z = draws(1, 10_000);
        let mean = z.iter().sum::<f64>() / z.len() as f64;
        let variance = z.iter().map(|z| (z - mean) * (z - mean)).sum::<f64>() / z.len() as f64;
        // Four standard errors: 1/√20000 for the mean, and √(1.9/20000) for the variance (the kurtosis is 2.9).
        assert!(mean.abs() < 0.029 && (variance - 1.0).abs() < 0.04, "{mean} {variance}");
        assert!(z.iter().all(|z| z.abs() < 6.0));
    }

    #[test]
    fn the_deviation_scales_and_parameters_are_drawn_in_order() {
        let mut noise = Noise::new(NoisePlan { deviation: 0.5, seed: 3 });
        let z = draws(3, 3);
        assert_eq!(noise.shake(Vector([1.0, 10.0])).0, [1.0 + 0.5 * z[0], 10.0 + 0.5 * z[1]]);
        assert_eq!(noise.shake(Vector::<4>::ZERO).0, [2, 3, 4, 5].map(|k| 0.5 * z[k]));
        assert_ne!(draws(4, 3), z);
    }

    #[test]
    fn no_deviation_is_no_noise() {
        let mut noise = Noise::new(NoisePlan { deviation: 0.0, seed: 3 });
        assert_eq!(noise.shake(Vector([1.5, -2.0])), Vector([1.5, -2.0]));
    }
}

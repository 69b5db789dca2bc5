//! The signal-to-noise ratio that Adam divides by: how sure the average gradient is of its direction.
//!
//! m̂ₜ / √v̂ₜ,   mₜ = β₁ mₜ₋₁ + (1 − β₁) gₜ,   vₜ = β₂ vₜ₋₁ + (1 − β₂) gₜ²,   m̂ₜ = mₜ/(1 − β₁ᵗ),   v̂ₜ = vₜ/(1 − β₂ᵗ)
//!
//! A step is η times this. It is ±1 while gradients are steady, near 0 while they change sign, and beyond 1 only while
//! they grow: up to (1 − β₁)/√(1 − β₂) for a lone spike after a long silence, 3.162 with the usual β₁ and β₂. It is no
//! ratio of mean and standard deviation, as v̂ is not freed of the mean: hence no more than 1 for steady gradients.
//!
//! Kingma and Ba 2015, arXiv:1412.6980, section 2.1.
//!
//! ```
//! use ponder::analysis::signal::ratios;
//! assert!(ratios([0.2; 50], 0.9, 0.999).into_iter().all(|ratio| (ratio - 1.0).abs() < 1e-12));
//! let flipping = ratios((0..200).map(|t| if t % 2 == 0 { 1.0 } else { -1.0 }), 0.9, 0.999);
//! assert!(flipping[199].abs() < 0.06);
//! ```

use alloc::vec::Vec;

use crate::math;
use crate::run::Update;

/// m̂/√v̂ after each gradient of a sequence, for one parameter and without ε. NaN while all gradients have been 0.
#[must_use]
pub fn ratios(gradients: impl IntoIterator<Item = f64>, beta1: f64, beta2: f64) -> Vec<f64> {
    let (mut m, mut v) = (0.0, 0.0);
    let mut powers = [1.0; 2];
    let ratio = |g: f64| {
        m = beta1 * m + (1.0 - beta1) * g;
        v = beta2 * v + (1.0 - beta2) * (g * g);
        powers = [powers[0] * beta1, powers[1] * beta2];
        (m / (1.0 - powers[0])) / math::sqrt(v / (1.0 - powers[1]))
    };
    gradients.into_iter().map(ratio).collect()
}

/// m̂/√v̂ of each parameter in one update of a rule that notes both; without the correction m/√v. `None` for other rules.
#[must_use]
pub fn ratio(update: &Update) -> Option<Vec<f64>> {
    let noted = |symbol| update.parts.iter().rev().find(|(_, noted, _)| *noted == symbol).map(|(.., value)| value);
    let both = |m, v| Some((noted(m)?, noted(v)?));
    let (m, v) = both(r"\hat{m}", r"\hat{v}").or_else(|| both("m", "v"))?;
    Some(m.iter().zip(v).map(|(m, v)| m / math::sqrt(*v)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Run, check};
    use core::iter::{once, repeat_n};

    #[test]
    fn a_lone_spike_is_the_loudest_signal() {
        let spike = ratios(repeat_n(0.0, 30_000).chain(once(-7.0)), 0.9, 0.999);
        assert!((spike[30_000] + 0.1 / math::sqrt(0.001)).abs() < 1e-9, "{}", spike[30_000]);
        assert!(spike[0].is_nan());
    }

    fn gap(more: &str, beta1: f64, beta2: f64) -> f64 {
        let run = alloc::format!(r#"{{"method":"adam","learning_rate":0.1{more}}}"#);
        let surface = r#"{"model":"sigmoid-neuron","data":"two-points"}"#;
        let recipe = alloc::format!(r#"{{"surface":{surface},"runs":[{run}],"steps":60}}"#);
        let plan = check(&serde_json::from_str(&recipe).unwrap()).unwrap();
        let updates: Vec<Update> = Run::new(&plan, 0).unwrap().filter_map(|entry| entry.update).collect();
        let gradient = |u: &Update| u.part(crate::note::Part::Gradient).unwrap()[1];
        let reckoned = ratios(updates.iter().map(gradient), beta1, beta2);
        let noted = updates.iter().map(|update| ratio(update).unwrap()[1]);
        noted.zip(reckoned).fold(0.0, |most, (a, b)| math::larger(most, (a - b).abs()))
    }

    #[test]
    fn what_adam_notes_is_what_its_gradients_give() {
        assert!(gap("", 0.9, 0.999) < 1e-12);
        assert!(gap(r#","beta1":0.5"#, 0.5, 0.999) < 1e-12);
        assert!(gap(r#","bias_correction":false"#, 0.9, 0.999) > 0.1, "m/√v is another number");
    }
}

//! One sigmoid neuron: the course's toy network.
//!
//! f(x) = σ(w x + b);   f′ = f (1 − f),   f″ = f (1 − f)(1 − 2f) in z
//!
//! Source: CS7015 Deep Learning, lecture 5.

use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use super::{Activation, Neuron, Words};
use crate::data::DATA_SETS;
use crate::math::lanes::Lanes;
use crate::surface::{Facts, Height};
use crate::{Number, Vector, math};

/// a(z) = σ(z).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sigmoid;

impl Activation for Sigmoid {
    const SPAN: Option<[f64; 2]> = Some([0.0, 1.0]);
    const PYTHON: Words = Words {
        answer: "sigmoid(z)",
        slope: "error * out * (1 - out)",
        bend: "(out * (1 - out)) ** 2 + error * out * (1 - out) * (1 - 2 * out)",
    };

    fn answer<T: Number>(z: T) -> T {
        z.sigmoid()
    }

    #[inline(always)]
    fn answers<L: Lanes>(z: L) -> L {
        math::sigmoid_of(z)
    }

    #[inline(always)]
    fn slope<L: Lanes>(error: L, f: L) -> [L; 2] {
        [error * f, L::all(1.0) - f]
    }

    fn bend(error: f64, f: f64) -> f64 {
        let s = f * (1.0 - f);
        s * s + error * s * (1.0 - 2.0 * f)
    }
}

/// A sigmoid neuron of one input; its parameters are w and b.
pub type SigmoidNeuron = Neuron<Sigmoid>;

impl SigmoidNeuron {
    /// What a figure wants to know before anything runs.
    #[must_use]
    pub fn facts(&self) -> Facts {
        let sum = self.reduce().tex();
        let known = DATA_SETS.iter().find(|set| set.rows == self.data()).map(|set| set.minimum);
        Facts {
            title: "The loss of one sigmoid neuron".into(),
            formula: format!(r"\mathcal{{L}}(w, b) = {sum} \bigl(\sigma(w x_i + b) - y_i\bigr)^2"),
            domain: self.domain,
            start: self.start.to_vec(),
            minima: known.or_else(|| perfect_fit(self.data())).map_or_else(Vec::new, |fit| vec![fit]),
            height: Height::Linear,
        }
    }
}

/// Two points with different x and 0 < y < 1 are fitted exactly: w x + b = ln(y / (1 − y)) is a line through both.
fn perfect_fit(data: &[[f64; 2]]) -> Option<[f64; 2]> {
    let [[x0, y0], [x1, y1]] = *data else { return None };
    let inside = |y: f64| y > 0.0 && y < 1.0;
    let logit = |y: f64| math::ln(y / (1.0 - y));
    let w = (logit(y1) - logit(y0)) / (x1 - x0);
    let fit = [w, logit(y0) - w * x0];
    (inside(y0) && inside(y1) && Vector(fit).is_finite()).then_some(fit)
}

#[cfg(test)]
mod tests {
    use super::super::Reduce;
    use super::*;
    use crate::Landscape;

    fn neuron(data: Vec<[f64; 2]>) -> SigmoidNeuron {
        SigmoidNeuron::new(data, Reduce::HalfSum, [[-6.0, 6.0]; 2], [0.0; 2])
    }

    #[test]
    fn two_points_have_a_perfect_fit() {
        let neuron = neuron(vec![[0.5, 0.3], [2.5, 0.9]]);
        let [fit] = neuron.facts().minima[..] else { panic!("one minimum") };
        assert!(neuron.value(Vector(fit)) < 1e-30);
        assert_eq!(perfect_fit(&[[0.5, 0.3], [0.5, 0.9]]), None, "no curve passes through both");
        assert_eq!(perfect_fit(&[[0.5, 0.0], [2.5, 0.9]]), None, "no answer is 0");
    }

    #[test]
    fn the_minima_of_named_data_are_flat() {
        for set in DATA_SETS {
            let neuron = neuron(set.rows.to_vec());
            assert_eq!(neuron.facts().minima, [set.minimum], "{}", set.id);
            assert!(neuron.slope(Vector(set.minimum)).norm() < 1e-12, "{}", set.id);
        }
    }
}

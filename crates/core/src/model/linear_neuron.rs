//! One linear neuron: a straight line through the points.
//!
//! f(x) = w x + b. The loss is a bowl, and its minimum is the line of least squares:
//! w = Σ (x − x̄)(y − ȳ) / Σ (x − x̄)²,   b = ȳ − w x̄
//!
//! Source: Gauss 1809, Theoria motus; as a neuron, ADALINE: Widrow, Hoff 1960.

use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use super::{Activation, Neuron, Words};
use crate::math::lanes::Lanes;
use crate::math::{larger, smaller};
use crate::surface::{Facts, Height};
use crate::{Number, Vector};

/// a(z) = z.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity;

impl Activation for Identity {
    const SPAN: Option<[f64; 2]> = None;
    const PYTHON: Words = Words { answer: "z", slope: "error", bend: "np.ones_like(out)" };

    fn answer<T: Number>(z: T) -> T {
        z
    }

    fn answers<L: Lanes>(z: L) -> L {
        z
    }

    fn slope<L: Lanes>(error: L, _: L) -> [L; 2] {
        [error, L::all(1.0)]
    }

    fn bend(_: f64, _: f64) -> f64 {
        1.0
    }
}

/// A linear neuron of one input; its parameters are w and b.
pub type LinearNeuron = Neuron<Identity>;

impl LinearNeuron {
    /// What a figure wants to know before anything runs. The window is made large enough for the minimum.
    #[must_use]
    pub fn facts(&self) -> Facts {
        let (sum, fit) = (self.reduce().tex(), self.least_squares());
        let holding = |[from, to]: [f64; 2], at: f64| [smaller(from, at - 1.0), larger(to, at + 1.0)];
        let wide = |[w, b]: [[f64; 2]; 2]| fit.map_or([w, b], |fit| [holding(w, fit[0]), holding(b, fit[1])]);
        Facts {
            title: "The loss of one linear neuron".into(),
            formula: format!(r"\mathcal{{L}}(w, b) = {sum} \bigl(w x_i + b - y_i\bigr)^2"),
            domain: self.domain.map(wide),
            start: self.start.to_vec(),
            minima: fit.map_or_else(Vec::new, |fit| vec![fit]),
            height: Height::Linear,
        }
    }

    /// The one lowest point; none where all x are the same, as the ground then is a trough.
    fn least_squares(&self) -> Option<[f64; 2]> {
        let n = self.data().len() as f64;
        let sum = |term: &dyn Fn(&[f64; 2]) -> f64| self.data().iter().map(term).sum::<f64>();
        let (x, y) = (sum(&|p| p[0]) / n, sum(&|p| p[1]) / n);
        let w = sum(&|p| (p[0] - x) * (p[1] - y)) / sum(&|p| (p[0] - x) * (p[0] - x));
        let fit = [w, y - w * x];
        Vector(fit).is_finite().then_some(fit)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Reduce;
    use super::*;
    use crate::Landscape;

    fn neuron(data: Vec<[f64; 2]>) -> LinearNeuron {
        LinearNeuron::new(data, Reduce::Mean, [[-6.0, 6.0]; 2], [0.0; 2])
    }

    #[test]
    fn the_least_squares_have_no_slope_and_are_in_the_window() {
        let neuron = neuron(vec![[0.0, 10.0], [1.0, 40.0], [2.0, 20.0], [5.0, 90.0]]);
        let facts = neuron.facts();
        let [fit] = facts.minima[..] else { panic!("one minimum") };
        assert!(neuron.slope(Vector(fit)).norm() < 1e-12);
        assert!(facts.domain.unwrap().iter().zip(fit).all(|(side, at)| side[0] < at && at < side[1]), "{facts:?}");
    }

    #[test]
    fn a_trough_has_no_one_minimum() {
        let facts = neuron(vec![[2.0, 1.0], [2.0, 3.0]]).facts();
        assert_eq!((facts.minima, facts.domain), (Vec::new(), Some([[-6.0, 6.0]; 2])));
    }
}

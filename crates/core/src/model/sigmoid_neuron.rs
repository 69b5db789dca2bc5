//! One sigmoid neuron: the course's toy network.
//!
//! f(x) = σ(w x + b),   L(w, b) = c Σᵢ (f(xᵢ) − yᵢ)²,   c = ½, 1 or 1/n
//!
//! ∂L/∂w = 2c Σ (f − y) f (1 − f) x,   ∂L/∂b = 2c Σ (f − y) f (1 − f)
//!
//! Source: CS7015 Deep Learning, lecture 5. The gradient is in closed form; [`crate::Jet`] is its oracle in the tests.

use alloc::vec;
use alloc::vec::Vec;

use crate::surface::{Facts, Height};
use crate::{Jet, Landscape, Number, Vector, math};

/// How the per-example losses are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reduce {
    /// ½ Σ, as the course writes it.
    HalfSum,
    /// Σ.
    Sum,
    /// Σ / n.
    Mean,
}

/// The neuron and the points it is to fit.
#[derive(Clone, Debug, PartialEq)]
pub struct SigmoidNeuron {
    data: Vec<[f64; 2]>,
    /// The factor c before the sum.
    factor: f64,
    domain: [[f64; 2]; 2],
    start: [f64; 2],
}

impl SigmoidNeuron {
    /// A neuron over `data`, rows `[x, y]`, with the window and the start that suit them.
    #[must_use]
    pub fn new(data: Vec<[f64; 2]>, reduce: Reduce, domain: [[f64; 2]; 2], start: [f64; 2]) -> Self {
        let factor = match reduce {
            Reduce::HalfSum => 0.5,
            Reduce::Sum => 1.0,
            Reduce::Mean => 1.0 / data.len() as f64,
        };
        Self { data, factor, domain, start }
    }

    /// The points `[x, y]`.
    #[must_use]
    pub fn data(&self) -> &[[f64; 2]] {
        &self.data
    }

    /// σ(w x + b) at `at` = (w, b).
    #[must_use]
    pub fn predict(&self, at: Vector, x: f64) -> f64 {
        math::sigmoid(at.0[0] * x + at.0[1])
    }

    /// The same loss for any [`Number`]: the oracle of the closed forms.
    pub fn loss<T: Number>(&self, [w, b]: [T; 2]) -> T {
        let errors = self.data.iter().map(|&[x, y]| ((w * x + b).sigmoid() - y).squared());
        errors.reduce(|sum, e| sum + e).unwrap_or_else(|| T::of(0.0)) * self.factor
    }

    /// What a figure wants to know before anything runs.
    #[must_use]
    pub fn facts(&self) -> Facts {
        Facts {
            title: "The loss of one sigmoid neuron".into(),
            formula: r"\mathcal{L}(w, b) = \tfrac12 \sum_i \bigl(\sigma(w x_i + b) - y_i\bigr)^2".into(),
            domain: self.domain,
            start: self.start,
            minima: self.perfect_fit().map_or_else(Vec::new, |p| vec![p]),
            height: Height::Linear,
        }
    }

    /// Two points with different x and 0 < y < 1 are fitted exactly: w x + b = ln(y / (1 − y)) is a line through both.
    fn perfect_fit(&self) -> Option<[f64; 2]> {
        let [[x0, y0], [x1, y1]] = *self.data.as_slice() else { return None };
        let inside = |y: f64| y > 0.0 && y < 1.0;
        let logit = |y: f64| math::ln(y / (1.0 - y));
        let w = (logit(y1) - logit(y0)) / (x1 - x0);
        let fit = [w, logit(y0) - w * x0];
        (inside(y0) && inside(y1) && Vector(fit).is_finite()).then_some(fit)
    }

    /// Σ over the points of K terms each, in the stated order: four lanes, point i in lane i mod 4, each lane from the
    /// first point to the last, then (s0 + s1) + (s2 + s3). It is part of every bit that follows.
    fn sum<const K: usize>(&self, term: impl Fn(f64, f64) -> [f64; K]) -> [f64; K] {
        let mut lanes = [Vector([0.0; K]); 4];
        let mut fours = self.data.chunks_exact(4);
        for four in &mut fours {
            for (lane, &[x, y]) in lanes.iter_mut().zip(four) {
                *lane += Vector(term(x, y));
            }
        }
        for (lane, &[x, y]) in lanes.iter_mut().zip(fours.remainder()) {
            *lane += Vector(term(x, y));
        }
        ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])).0
    }
}

impl Landscape for SigmoidNeuron {
    fn value(&self, at: Vector) -> f64 {
        let [sum] = self.sum(|x, y| {
            let error = self.predict(at, x) - y;
            [error * error]
        });
        sum * self.factor
    }

    fn slope(&self, at: Vector) -> Vector {
        let sum = self.sum(|x, y| {
            let f = self.predict(at, x);
            let db = (f - y) * f * (1.0 - f);
            [db * x, db]
        });
        (2.0 * self.factor) * Vector(sum)
    }

    fn value_and_slope(&self, at: Vector) -> (f64, Vector) {
        let [errors, dw, db] = self.sum(|x, y| {
            let f = self.predict(at, x);
            let error = f - y;
            let db = error * f * (1.0 - f);
            [error * error, db * x, db]
        });
        (errors * self.factor, (2.0 * self.factor) * Vector([dw, db]))
    }

    fn curve(&self, at: Vector) -> Jet {
        // With s = f(1 − f):  ∂²(f − y)²/∂z² = 2 (s² + (f − y) s (1 − 2f)),  z = w x + b.
        let [ww, wb, bb] = self.sum(|x, y| {
            let f = self.predict(at, x);
            let s = f * (1.0 - f);
            let q = s * s + (f - y) * s * (1.0 - 2.0 * f);
            [q * x * x, q * x, q]
        });
        let c = 2.0 * self.factor;
        Jet { value: self.value(at), grad: self.slope(at), hess: [c * Vector([ww, wb]), c * Vector([wb, bb])] }
    }

    fn examples(&self) -> usize {
        self.data.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn neuron(n: usize) -> SigmoidNeuron {
        let data = (0..n).map(|i| [0.3 * i as f64 - 1.0, (i % 3) as f64 / 3.0]).collect();
        SigmoidNeuron::new(data, Reduce::HalfSum, [[-6.0, 6.0]; 2], [0.0; 2])
    }

    #[test]
    fn closed_forms_agree_with_the_jet() {
        for n in [1, 2, 5, 9] {
            let (neuron, at) = (neuron(n), [0.7, -0.4]);
            let (closed, jet) = (neuron.curve(Vector(at)), neuron.loss(Jet::coordinates(at)));
            let close = |a: Vector, b: Vector| (a - b).norm() < 1e-14;
            assert!((closed.value - jet.value).abs() < 1e-15 && close(closed.grad, jet.grad), "{closed:?} {jet:?}");
            assert!((0..2).all(|i| close(closed.hess[i], jet.hess[i])), "{closed:?} {jet:?}");
        }
    }

    #[test]
    fn together_and_apart_are_the_same_bits() {
        for n in 1..12 {
            let (neuron, at) = (neuron(n), Vector([0.7, -0.4]));
            let (value, slope) = neuron.value_and_slope(at);
            assert_eq!(value.to_bits(), neuron.value(at).to_bits());
            assert_eq!(slope.0.map(f64::to_bits), neuron.slope(at).0.map(f64::to_bits));
        }
    }

    #[test]
    fn far_out_the_loss_is_finite_and_flat() {
        let far = Vector([1e300, -1e300]);
        assert!(neuron(2).value(far).is_finite());
        assert!(neuron(2).slope(far).is_finite());
    }

    #[test]
    fn two_points_have_a_perfect_fit() {
        let data = vec![[0.5, 0.2], [2.5, 0.9]];
        let neuron = SigmoidNeuron::new(data, Reduce::HalfSum, [[-6.0, 6.0]; 2], [0.0; 2]);
        let [fit] = neuron.facts().minima[..] else { panic!("one minimum") };
        assert!((Vector(fit) - Vector([1.791_759_469, -2.282_174_096])).norm() < 1e-9);
        assert!(neuron.value(Vector(fit)) < 1e-30);
    }
}

//! A sigmoid neuron with four inputs: five parameters, and so no picture of its loss.
//!
//! f(x) = σ(w₁ x₁ + w₂ x₂ + w₃ x₃ + w₄ x₄ + b)
//!
//! Source: CS7015 Deep Learning, lecture 5, on features that are seldom anything but 0.

use alloc::format;
use alloc::vec::Vec;

use super::{Neuron, Reduce, Sigmoid};
use crate::surface::{Facts, Height};

/// A sigmoid neuron of four inputs over rows `[x1, x2, x3, x4, y]`; its parameters are w1, w2, w3, w4 and b.
pub type FourInputNeuron = Neuron<Sigmoid, 5>;

impl FourInputNeuron {
    /// A neuron over `data` that knows nothing yet: it starts at 0.
    #[must_use]
    pub fn new(data: Vec<[f64; 5]>, reduce: Reduce) -> Self {
        Self::over(data, reduce, None, [0.0; 5])
    }

    /// What a figure wants to know before anything runs.
    #[must_use]
    pub fn facts(&self) -> Facts {
        let sum = self.reduce().tex();
        Facts {
            title: "The loss of one sigmoid neuron with four inputs".into(),
            formula: format!(r"\mathcal{{L}}(w, b) = {sum} \bigl(\sigma(w \cdot x_i + b) - y_i\bigr)^2"),
            domain: self.domain,
            start: self.start.to_vec(),
            minima: Vec::new(),
            height: Height::Linear,
        }
    }
}

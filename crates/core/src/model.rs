//! Models whose loss over data points is the landscape.
//!
//! ```
//! use ponder::model::{LinearNeuron, Reduce};
//! use ponder::{Landscape, Vector};
//!
//! let data = vec![[0.0, 1.0], [1.0, 3.0], [2.0, 5.0]];
//! let neuron = LinearNeuron::new(data, Reduce::HalfSum, [[-6.0, 6.0]; 2], [0.0; 2]);
//! assert_eq!(neuron.facts().minima, [[2.0, 1.0]]);
//! assert_eq!(neuron.value(Vector([2.0, 1.0])), 0.0);
//! ```

#[cfg(feature = "whole")]
mod four_input_neuron;
mod linear_neuron;
mod neuron;
mod sigmoid_neuron;
mod two_points;

#[cfg(feature = "whole")]
pub use four_input_neuron::FourInputNeuron;
pub use linear_neuron::{Identity, LinearNeuron};
pub use neuron::{Activation, Fit, Neuron};
pub use sigmoid_neuron::{Sigmoid, SigmoidNeuron};
pub use two_points::{Last, TwoPoints};

/// How the losses of the points are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reduce {
    /// ½ Σ, as the course writes it.
    HalfSum,
    /// Σ.
    Sum,
    /// Σ / n.
    Mean,
}

/// What a neuron makes of z, as Python of whole arrays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// [`Activation::answer`] of `z`.
    pub answer: &'static str,
    /// [`Activation::slope`] of `error` and the answer `out`.
    pub slope: &'static str,
    /// [`Activation::bend`] of the same.
    pub bend: &'static str,
}

impl Reduce {
    /// The factor c before a sum over `count` points.
    #[must_use]
    pub fn factor(self, count: usize) -> f64 {
        match self {
            Self::HalfSum => 0.5,
            Self::Sum => 1.0,
            Self::Mean => 1.0 / count as f64,
        }
    }

    /// The factor as TeX, before a sum over i.
    #[must_use]
    pub fn tex(self) -> &'static str {
        match self {
            Self::HalfSum => r"\tfrac12 \sum_i",
            Self::Sum => r"\sum_i",
            Self::Mean => r"\tfrac1n \sum_i",
        }
    }
}

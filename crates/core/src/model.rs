//! Models whose loss over data points is the landscape.

mod sigmoid_neuron;

pub use sigmoid_neuron::{Reduce, SigmoidNeuron};

//! The surface: f(p), and its gradient and Hessian where a run asks for them.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::Dialect;
use super::code::{Needs, names, number};
use super::functions::{CONSTANTS, Function, called};
use crate::Surface;
use crate::catalogue::Knob;
use crate::model::SigmoidNeuron;

/// A surface as Python.
#[derive(Debug, Default)]
pub(super) struct Land {
    /// What it is, in words.
    pub(super) title: String,
    /// Constants that it takes from Python's `math`.
    pub(super) constants: Vec<&'static str>,
    /// Functions that it defines, and so need not be imported.
    pub(super) functions: Vec<&'static str>,
    /// Its pieces of code, in order.
    pub(super) blocks: Vec<String>,
}

/// The surface of a plan, with the derivatives that `needs` names.
pub(super) fn land(surface: &Surface, dialect: Dialect, needs: &Needs) -> Land {
    let title = surface.facts().title;
    match surface {
        Surface::Neuron(neuron) => Land { title: title.to_string(), blocks: model(neuron, dialect, needs), ..Land::default() },
        Surface::Analytic(ground) => formula(title, ground.python(), &surface.knobs(), dialect, needs),
    }
}

const SIGMOID: &str = "\
def sigmoid(z):
    e = np.exp(-np.abs(z))  # overflows in neither tail
    return np.where(z < 0, e, 1) / (1 + e)";

const AUTOGRAD: &str = "\
def grad(p):
    p = p.detach().requires_grad_()
    return torch.autograd.grad(f(p), p)[0]";

const HESSIAN: &str = "\
def hess(p):
    return torch.autograd.functional.hessian(f, p)";

fn model(neuron: &SigmoidNeuron, dialect: Dialect, needs: &Needs) -> Vec<String> {
    let rows: Vec<_> = neuron.data().iter().map(|[x, y]| format!("[{}, {}]", number(*x), number(*y))).collect();
    let mut blocks = Vec::from([format!("x, y = {}.T", dialect.array(&wrapped(&rows)))]);
    blocks
}

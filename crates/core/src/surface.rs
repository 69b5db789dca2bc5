//! Loss surfaces: analytic ones, one a file, and those that a model makes out of data.
//!
//! ```
//! use ponder::{Landscape, SURFACES, Surface, Vector, catalogue};
//!
//! let entry = catalogue::find(SURFACES, "himmelblau").unwrap();
//! let surface = Surface::analytic(entry, Vec::new());
//! assert_eq!(surface.facts().minima.len(), 4);
//! assert_eq!(surface.value(Vector([3.0, 2.0])), 0.0);
//! ```

mod analytic;

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use analytic::bell;
pub use analytic::{Analytic, Exact, Formula, Ground};

#[cfg(feature = "whole")]
use crate::Expression;
use crate::catalogue::Knob;
#[cfg(feature = "whole")]
use crate::model::FourInputNeuron;
use crate::model::{Fit, LinearNeuron, SigmoidNeuron};
use crate::{Jet, Landscape, Vector, table};

/// How heights read best: as they are, or as logarithms above the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Height {
    /// Equal losses, equal heights.
    Linear,
    /// Equal factors, equal heights.
    Log,
}

/// What a figure wants to know of a surface before anything runs on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// Its name for people.
    pub title: String,
    /// The loss as TeX.
    pub formula: String,
    /// The window `[[w0, w1], [b0, b1]]` that shows it well; none where the parameters are no plane.
    pub domain: Option<[[f64; 2]; 2]>,
    /// Where runs start when a recipe does not say: one number a parameter.
    pub start: Vec<f64>,
    /// Every known minimum inside the domain; of a reader's own function those that were found.
    pub minima: Vec<[f64; 2]>,
    /// How heights read best.
    pub height: Height,
}

table! {
    /// Every analytic surface, in the order the lessons meet them.
    SURFACES: Analytic =
        saddle
        ravine
        long_valley
        plateau
        double_well
        ; whole LATER_SURFACES:
        two_wells
        flat_and_sharp
        beale
        rosenbrock
        himmelblau
        three_hump_camel
        six_hump_camel
        booth
        rastrigin
        ackley
        monkey_saddle
}

/// The surface of a recipe. Cheap to clone.
///
/// As a [`Landscape`] it is the one over its plane; where there is none, see [`Surface::plane`], it is NaN everywhere.
#[derive(Clone, Debug)]
pub enum Surface {
    /// A sigmoid neuron's loss over data points.
    Neuron(Arc<SigmoidNeuron>),
    /// A linear neuron's loss over data points.
    Linear(Arc<LinearNeuron>),
    /// The loss of a sigmoid neuron with four inputs.
    #[cfg(feature = "whole")]
    FourInput(Arc<FourInputNeuron>),
    /// An analytic function.
    Analytic(Arc<Ground>),
    /// A reader's own function.
    #[cfg(feature = "whole")]
    Expression(Arc<Expression>),
}

impl Surface {
    /// An analytic surface; `knobs` in the order of the entry's table.
    #[must_use]
    pub fn analytic(entry: &'static Analytic, knobs: Vec<f64>) -> Self {
        Self::Analytic(Arc::new(Ground::new(entry, knobs)))
    }

    /// What its parameters are called, in the order of every point and start.
    #[must_use]
    pub fn parameters(&self) -> &'static [&'static str] {
        match self {
            #[cfg(feature = "whole")]
            Self::FourInput(_) => &["w1", "w2", "w3", "w4", "b"],
            _ => &["w", "b"],
        }
    }

    /// The landscape over (w, b), where these are all parameters.
    #[must_use]
    pub fn plane(&self) -> Option<&dyn Landscape<2>> {
        match self {
            Self::Neuron(land) => Some(&**land),
            Self::Linear(land) => Some(&**land),
            Self::Analytic(land) => Some(&**land),
            #[cfg(feature = "whole")]
            Self::Expression(land) => Some(&**land),
            #[cfg(feature = "whole")]
            Self::FourInput(_) => None,
        }
    }

    /// The loss at a point, one number a parameter; NaN where there are more or fewer.
    #[must_use]
    pub fn loss(&self, at: &[f64]) -> f64 {
        match self {
            #[cfg(feature = "whole")]
            Self::FourInput(land) => at.try_into().map_or(f64::NAN, |at| land.value(Vector(at))),
            plane => at.try_into().map_or(f64::NAN, |at| plane.value(Vector(at))),
        }
    }

    /// The gradient at a point, one number a parameter; empty where there are more or fewer.
    #[must_use]
    pub fn gradient(&self, at: &[f64]) -> Vec<f64> {
        match self {
            #[cfg(feature = "whole")]
            Self::FourInput(land) => at.try_into().map_or_else(|_| Vec::new(), |at| land.slope(Vector(at)).0.to_vec()),
            plane => at.try_into().map_or_else(|_| Vec::new(), |at| plane.slope(Vector(at)).0.to_vec()),
        }
    }

    /// The points and the curve through them, where a model of one input makes the surface.
    #[must_use]
    pub fn fit(&self) -> Option<Fit<'_>> {
        match self {
            Self::Neuron(neuron) => Some(neuron.fit()),
            Self::Linear(neuron) => Some(neuron.fit()),
            _ => None,
        }
    }

    /// Its knobs with their present values.
    #[must_use]
    pub fn knobs(&self) -> Vec<(&'static Knob, f64)> {
        match self {
            Self::Analytic(ground) => ground.knobs(),
            _ => Vec::new(),
        }
    }

    /// Where runs start when a recipe does not say: one number a parameter.
    #[must_use]
    pub fn start(&self) -> Vec<f64> {
        match self {
            // Without looking around for what the other facts say.
            #[cfg(feature = "whole")]
            Self::Expression(expression) => expression.start().to_vec(),
            other => other.facts().start,
        }
    }

    /// What a figure wants to know before anything runs.
    #[must_use]
    pub fn facts(&self) -> Facts {
        match self {
            Self::Neuron(neuron) => neuron.facts(),
            Self::Linear(neuron) => neuron.facts(),
            #[cfg(feature = "whole")]
            Self::FourInput(neuron) => neuron.facts(),
            Self::Analytic(ground) => ground.facts(),
            #[cfg(feature = "whole")]
            Self::Expression(expression) => expression.facts(),
        }
    }
}

/// What there is where there is no plane.
const NOWHERE: Jet = Jet { value: f64::NAN, grad: Vector([f64::NAN; 2]), hess: [Vector([f64::NAN; 2]); 2] };

/// One call of each kind, out of line: the loop of a rule is compiled once for all surfaces, not once for each.
impl Landscape for Surface {
    #[inline(never)]
    fn value(&self, at: Vector) -> f64 {
        self.plane().map_or(NOWHERE.value, |land| land.value(at))
    }

    #[inline(never)]
    fn slope(&self, at: Vector) -> Vector {
        self.plane().map_or(NOWHERE.grad, |land| land.slope(at))
    }

    #[inline(never)]
    fn value_and_slope(&self, at: Vector) -> (f64, Vector) {
        self.plane().map_or((NOWHERE.value, NOWHERE.grad), |land| land.value_and_slope(at))
    }

    #[inline(never)]
    fn curve(&self, at: Vector) -> Jet {
        self.plane().map_or(NOWHERE, |land| land.curve(at))
    }

    fn examples(&self) -> usize {
        match self {
            #[cfg(feature = "whole")]
            Self::FourInput(land) => land.examples(),
            plane => plane.plane().map_or(0, |land| land.examples()),
        }
    }

    fn draw(&mut self, whole: &Self, rows: &[usize]) {
        match (self, whole) {
            (Self::Neuron(batch), Self::Neuron(whole)) => Arc::make_mut(batch).draw(whole, rows),
            (Self::Linear(batch), Self::Linear(whole)) => Arc::make_mut(batch).draw(whole, rows),
            #[cfg(feature = "whole")]
            (Self::FourInput(batch), Self::FourInput(whole)) => Arc::make_mut(batch).draw(whole, rows),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;

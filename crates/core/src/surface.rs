//! Loss surfaces: analytic ones, one a file, and those that a model makes out of data.

mod ravine;
mod rosenbrock;
mod saddle;

use alloc::borrow::Cow;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt::{self, Debug, Formatter};

use crate::catalogue::{Knob, Named};
use crate::model::SigmoidNeuron;
use crate::{Dual, Expression, Jet, Landscape, Number, Vector};

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
    pub title: Cow<'static, str>,
    /// The loss as TeX.
    pub formula: Cow<'static, str>,
    /// The window `[[w0, w1], [b0, b1]]` that shows it well.
    pub domain: [[f64; 2]; 2],
    /// Where runs start when a recipe does not say.
    pub start: [f64; 2],
    /// Every known minimum inside or near the domain.
    pub minima: Vec<[f64; 2]>,
    /// How heights read best.
    pub height: Height,
}

/// One analytic surface: the whole of its file.
#[derive(Clone, Copy)]
pub struct Analytic {
    /// Its id in a recipe.
    pub id: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// f(w, b) as TeX.
    pub formula: &'static str,
    /// Who published it, where.
    pub source: &'static str,
    /// The window `[[w0, w1], [b0, b1]]` that shows it well.
    pub domain: [[f64; 2]; 2],
    /// Where runs start when a recipe does not say.
    pub start: [f64; 2],
    /// Its known minima.
    pub minima: &'static [[f64; 2]],
    /// How heights read best.
    pub height: Height,
    /// The constants that a recipe may set.
    pub knobs: &'static [Knob],
    /// Value, gradient and Hessian, all from the one generic formula.
    pub exact: Exact,
}

/// What a surface's file writes once: f(w, b) for any [`Number`].
pub trait Formula {
    /// The loss at `[w, b]`, given the knobs in the order of the entry's table.
    fn loss<T: Number>(knobs: &[f64], at: [T; 2]) -> T;
}

/// One formula at the three types that runs need.
#[derive(Clone, Copy, Debug)]
pub struct Exact {
    value: fn(&[f64], [f64; 2]) -> f64,
    slope: fn(&[f64], [f64; 2]) -> Vector,
    curve: fn(&[f64], [f64; 2]) -> Jet,
}

impl Exact {
    /// Derivatives of `F` by automatic differentiation.
    #[must_use]
    pub const fn of<F: Formula>() -> Self {
        Self {
            value: |knobs, at| F::loss(knobs, at),
            slope: |knobs, at| F::loss(knobs, Dual::coordinates(at)).grad,
            curve: |knobs, at| F::loss(knobs, Jet::coordinates(at)),
        }
    }
}

impl Named for Analytic {
    fn id(&self) -> &'static str {
        self.id
    }
}

impl Debug for Analytic {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Analytic").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Every analytic surface, in the order the lessons meet them.
pub static SURFACES: &[&Analytic] = &[&saddle::ENTRY, &ravine::ENTRY, &rosenbrock::ENTRY];

/// An analytic surface with its knobs set.
#[derive(Clone, Debug)]
pub struct Ground {
    entry: &'static Analytic,
    knobs: Vec<f64>,
}

impl Landscape for Ground {
    fn value(&self, at: Vector) -> f64 {
        (self.entry.exact.value)(&self.knobs, at.0)
    }
    fn slope(&self, at: Vector) -> Vector {
        (self.entry.exact.slope)(&self.knobs, at.0)
    }
    fn curve(&self, at: Vector) -> Jet {
        (self.entry.exact.curve)(&self.knobs, at.0)
    }
}

/// The surface of a recipe. Cheap to clone.
#[derive(Clone, Debug)]
pub enum Surface {
    /// A sigmoid neuron's loss over data points.
    Neuron(Arc<SigmoidNeuron>),
    /// An analytic function.
    Analytic(Arc<Ground>),
    /// A reader's own function.
    Expression(Arc<Expression>),
}

impl Surface {
    /// An analytic surface; `knobs` in the order of the entry's table.
    #[must_use]
    pub fn analytic(entry: &'static Analytic, knobs: Vec<f64>) -> Self {
        Self::Analytic(Arc::new(Ground { entry, knobs }))
    }

    /// The landscape over (w, b).
    #[must_use]
    pub fn plane(&self) -> &dyn Landscape<2> {
        match self {
            Self::Neuron(neuron) => &**neuron,
            Self::Analytic(ground) => &**ground,
            Self::Expression(expression) => &**expression,
        }
    }

    /// The neuron and its data, where the surface is made by one.
    #[must_use]
    pub fn neuron(&self) -> Option<&SigmoidNeuron> {
        match self {
            Self::Neuron(neuron) => Some(neuron),
            Self::Analytic(_) | Self::Expression(_) => None,
        }
    }

    /// Its knobs with their present values.
    #[must_use]
    pub fn knobs(&self) -> Vec<(&'static Knob, f64)> {
        match self {
            Self::Neuron(_) | Self::Expression(_) => Vec::new(),
            Self::Analytic(ground) => ground.entry.knobs.iter().zip(ground.knobs.iter().copied()).collect(),
        }
    }

    /// What a figure wants to know before anything runs.
    #[must_use]
    pub fn facts(&self) -> Facts {
        match self {
            Self::Neuron(neuron) => neuron.facts(),
            Self::Analytic(ground) => {
                let Analytic { title, formula, domain, start, minima, height, .. } = *ground.entry;
                let (title, formula) = (title.into(), formula.into());
                Facts { title, formula, domain, start, minima: minima.to_vec(), height }
            }
            Self::Expression(expression) => expression.facts(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declared_minima_are_flat_and_curve_upwards() {
        for entry in SURFACES {
            let knobs = entry.knobs.iter().map(|k| k.default.unwrap()).collect();
            let surface = Surface::analytic(entry, knobs);
            for &minimum in entry.minima {
                let jet = surface.plane().curve(Vector(minimum));
                let [[a, b], [c, d]] = jet.hess.map(|row| row.0);
                assert!(jet.grad.norm() < 1e-9, "{}: {jet:?}", entry.id);
                assert!(a + d > 0.0 && a * d - b * c >= 0.0, "{}: {jet:?}", entry.id);
            }
        }
    }

    #[test]
    fn value_slope_and_curve_agree_and_every_entry_names_its_source() {
        for entry in SURFACES {
            let surface = Surface::analytic(entry, entry.knobs.iter().map(|k| k.default.unwrap()).collect());
            let at = Vector(entry.start);
            let jet = surface.plane().curve(at);
            assert_eq!(jet.value.to_bits(), surface.plane().value(at).to_bits(), "{}", entry.id);
            assert_eq!(jet.grad, surface.plane().slope(at), "{}", entry.id);
            assert!(!entry.source.is_empty() && !entry.formula.is_empty(), "{}", entry.id);
        }
    }
}

//! Surfaces that are given as a formula: what one file says of one, and what a recipe makes of it.
//!
//! ∇f and the Hessian come from the formula itself, by automatic differentiation ([`Dual`], [`Jet`]).

use alloc::vec::Vec;
use core::fmt::{self, Debug, Formatter};

use super::{Facts, Height};
use crate::catalogue::{Knob, Named};
use crate::{Dual, Jet, Landscape, Number, Vector};

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
    /// Where runs start when a recipe does not say; inside the domain.
    pub start: [f64; 2],
    /// Every minimum inside the domain, given the knobs in the order of the table.
    pub minima: fn(&[f64]) -> Vec<[f64; 2]>,
    /// How heights read best.
    pub height: Height,
    /// The constants that a recipe may set.
    pub knobs: &'static [Knob],
    /// f(w, b) in Python: lines of which the last is an expression. `w`, `b` and the knobs' ids are numbers or more than
    /// numbers; `exp`, `ln`, `sqrt`, `sin`, `cos`, `sigmoid` and their like take both, `min` and `max` too.
    pub python: &'static [&'static str],
    /// Value, gradient and Hessian, all from the one generic formula.
    pub exact: Exact,
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

/// What a surface's file writes once: f(w, b) for any [`Number`].
pub trait Formula {
    /// The loss at `[w, b]`, given the knobs in the order of the entry's table.
    fn loss<T: Number>(knobs: &[f64], at: [T; 2]) -> T;
}

/// One formula at the three types that runs need.
#[derive(Clone, Copy, Debug)]
pub struct Exact {
    value: fn(&[f64], [f64; 2]) -> f64,
    slope: fn(&[f64], [f64; 2]) -> Dual,
    curve: fn(&[f64], [f64; 2]) -> Jet,
}

impl Exact {
    /// Derivatives of `F` by automatic differentiation.
    #[must_use]
    pub const fn of<F: Formula>() -> Self {
        Self {
            value: |knobs, at| F::loss(knobs, at),
            slope: |knobs, at| F::loss(knobs, Dual::coordinates(at)),
            curve: |knobs, at| F::loss(knobs, Jet::coordinates(at)),
        }
    }
}

/// An analytic surface with its knobs set.
#[derive(Clone, Debug)]
pub struct Ground {
    entry: &'static Analytic,
    knobs: Vec<f64>,
}

impl Ground {
    /// The surface; `knobs` in the order of the entry's table.
    #[must_use]
    pub fn new(entry: &'static Analytic, knobs: Vec<f64>) -> Self {
        Self { entry, knobs }
    }

    /// Its knobs with their present values.
    #[must_use]
    pub fn knobs(&self) -> Vec<(&'static Knob, f64)> {
        self.entry.knobs.iter().zip(self.knobs.iter().copied()).collect()
    }

    /// f(w, b) in Python, as [`Analytic::python`].
    #[must_use]
    pub fn python(&self) -> &'static [&'static str] {
        self.entry.python
    }

    /// What a figure wants to know before anything runs.
    #[must_use]
    pub fn facts(&self) -> Facts {
        let Analytic { title, formula, domain, start, height, minima, .. } = *self.entry;
        let (domain, start, minima) = (Some(domain), start.to_vec(), minima(&self.knobs));
        Facts { title: title.into(), formula: formula.into(), domain, start, minima, height }
    }
}

impl Landscape for Ground {
    fn value(&self, at: Vector) -> f64 {
        (self.entry.exact.value)(&self.knobs, at.0)
    }

    fn slope(&self, at: Vector) -> Vector {
        (self.entry.exact.slope)(&self.knobs, at.0).grad
    }

    fn value_and_slope(&self, at: Vector) -> (f64, Vector) {
        let Dual { value, grad } = (self.entry.exact.slope)(&self.knobs, at.0);
        (value, grad)
    }

    fn curve(&self, at: Vector) -> Jet {
        (self.entry.exact.curve)(&self.knobs, at.0)
    }
}

/// A bell of height 1: e^(−|p − c|² / 2σ²) around the centre c, of width σ.
pub(super) fn bell<T: Number>([w, b]: [T; 2], center: [f64; 2], width: f64) -> T {
    let square = (w - center[0]).squared() + (b - center[1]).squared();
    (square / (-2.0 * width * width)).exp()
}

#[cfg(test)]
mod tests {
    use super::super::SURFACES;
    use super::*;
    use crate::analysis::eigenvalues;

    fn ground(entry: &'static Analytic) -> Ground {
        Ground::new(entry, entry.knobs.iter().map(|k| k.default.unwrap()).collect())
    }

    #[test]
    fn declared_minima_are_flat_and_curve_upwards() {
        for entry in SURFACES {
            let ground = ground(entry);
            for minimum in ground.facts().minima {
                let jet = ground.curve(Vector(minimum));
                assert!(jet.grad.norm() < 1e-9, "{}: {jet:?}", entry.id);
                assert!(eigenvalues(&jet)[1] > 0.0, "{}: {jet:?}", entry.id);
            }
        }
    }

    #[test]
    fn value_slope_and_curve_agree_and_every_entry_names_its_source() {
        for entry in SURFACES {
            let (ground, at) = (ground(entry), Vector(entry.start));
            let jet = ground.curve(at);
            assert_eq!(jet.value.to_bits(), ground.value(at).to_bits(), "{}", entry.id);
            assert_eq!(jet.grad, ground.slope(at), "{}", entry.id);
            assert_eq!((jet.value, jet.grad), ground.value_and_slope(at), "{}", entry.id);
            assert!(!entry.source.is_empty() && !entry.formula.is_empty(), "{}", entry.id);
        }
    }

    #[test]
    fn every_start_is_inside_its_domain_and_above_the_lowest_minimum() {
        for entry in SURFACES {
            let ([w, b], [across, along]) = (entry.start, entry.domain);
            assert!(across[0] < w && w < across[1] && along[0] < b && b < along[1], "{}", entry.id);
            let ground = ground(entry);
            let lowest =
                ground.facts().minima.into_iter().map(|at| ground.value(Vector(at))).reduce(crate::math::smaller);
            assert!(lowest.is_none_or(|lowest| ground.value(Vector(entry.start)) > lowest), "{}", entry.id);
        }
    }
}

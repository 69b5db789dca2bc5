//! The loss as a landscape over the parameters, and a rule's only window on it.
//!
//! ```
//! use ponder::landscape::{Evaluations, Landscape, Look};
//! use ponder::{Jet, Number, Vector};
//!
//! #[derive(Debug)]
//! struct Bowl;
//!
//! impl Landscape for Bowl {
//!     fn value(&self, at: Vector) -> f64 {
//!         self.curve(at).value
//!     }
//!     fn slope(&self, at: Vector) -> Vector {
//!         self.curve(at).grad
//!     }
//!     fn curve(&self, at: Vector) -> Jet {
//!         let [w, b] = Jet::coordinates(at.0);
//!         w.squared() + b.squared() * 2.0
//!     }
//! }
//!
//! let mut seen = Evaluations::default();
//! let mut look = Look::new(&Bowl, &mut seen);
//! assert_eq!(look.slope(Vector([1.0, 1.0])), Vector([2.0, 4.0]));
//! assert_eq!(look.hessian(Vector([1.0, 1.0]))[1], Vector([0.0, 4.0]));
//! assert_eq!((seen.gradients, seen.curvatures), (1, 1), "every look has its price");
//! ```

use crate::noise::Noise;
use crate::{Jet, Tree, Vector};

/// A loss surface over `N` parameters. Poles and NaN are values, never panics.
pub trait Landscape<const N: usize = 2>: Send + Sync {
    /// The loss f(p).
    fn value(&self, at: Vector<N>) -> f64;

    /// The gradient ∇f(p), exact.
    fn slope(&self, at: Vector<N>) -> Vector<N>;

    /// Loss and gradient in one go: the same bits as asked for apart, for a landscape where that is cheaper.
    fn value_and_slope(&self, at: Vector<N>) -> (f64, Vector<N>) {
        (self.value(at), self.slope(at))
    }

    /// Loss, gradient and Hessian, exact.
    fn curve(&self, at: Vector<N>) -> Jet<N>;

    /// How many data points one look visits; 0 for a surface that is given as a formula.
    fn examples(&self) -> usize {
        0
    }

    /// Makes this landscape the batch `rows` (indices into the data) of `whole`. A surface without data has no batches.
    fn draw(&mut self, _whole: &Self, _rows: &[usize])
    where
        Self: Sized,
    {
    }
}

/// What a run asked of its landscape: the price it paid. Recording the loss is free.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evaluations {
    /// Looks at the value.
    pub values: u64,
    /// Looks at the gradient.
    pub gradients: u64,
    /// Looks at the Hessian.
    pub curvatures: u64,
    /// Data points visited by all of them.
    pub points: u64,
}

impl Evaluations {
    /// As JSON and JavaScript see it.
    #[must_use]
    pub fn tree(&self) -> Tree {
        let Self { values, gradients, curvatures, points } = *self;
        let count = |n: u64| Tree::Number(n as f64);
        Tree::map([
            ("values", count(values)),
            ("gradients", count(gradients)),
            ("curvatures", count(curvatures)),
            ("points", count(points)),
        ])
    }
}

/// The only way a rule sees the landscape. Every look is counted, and what a look at the gradient sees may be noisy.
#[derive(Debug)]
pub struct Look<'a, L: ?Sized, const N: usize> {
    land: &'a L,
    seen: &'a mut Evaluations,
    /// The gradient where the run stands, where recording the loss has brought it along.
    here: Option<(Vector<N>, Vector<N>)>,
    noise: Option<&'a mut Noise>,
}

impl<'a, const N: usize, L: Landscape<N> + ?Sized> Look<'a, L, N> {
    /// A window on `land` that counts into `seen`.
    pub fn new(land: &'a L, seen: &'a mut Evaluations) -> Self {
        Self { land, seen, here: None, noise: None }
    }

    /// The same window, where the gradient at one point is known already.
    #[must_use]
    pub fn knowing(self, at: Vector<N>, slope: Vector<N>) -> Self {
        Self { here: Some((at, slope)), ..self }
    }

    /// The same window through noise: every gradient that is seen is shaken.
    #[must_use]
    pub fn through(self, noise: Option<&'a mut Noise>) -> Self {
        Self { noise, ..self }
    }

    /// ∇f at `at`. Counted even where the number is known already: the rule asked for it.
    #[inline(always)]
    pub fn slope(&mut self, at: Vector<N>) -> Vector<N> {
        self.seen.gradients += 1;
        self.seen.points += self.land.examples() as u64;
        let slope = match self.here {
            Some((here, slope)) if here == at => slope,
            _ => self.land.slope(at),
        };
        match &mut self.noise {
            Some(noise) => noise.shake(slope),
            None => slope,
        }
    }

    /// f at `at`.
    pub fn value(&mut self, at: Vector<N>) -> f64 {
        self.seen.values += 1;
        self.seen.points += self.land.examples() as u64;
        self.land.value(at)
    }

    /// The Hessian of f at `at`, a row a vector.
    pub fn hessian(&mut self, at: Vector<N>) -> [Vector<N>; N] {
        self.seen.curvatures += 1;
        self.seen.points += self.land.examples() as u64;
        self.land.curve(at).hess
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nobody may look at it.
    #[derive(Debug)]
    struct Dark;

    impl Landscape for Dark {
        fn value(&self, _: Vector) -> f64 {
            unreachable!("no look at the value")
        }
        fn slope(&self, Vector([w, _]): Vector) -> Vector {
            assert!(w > 0.0, "no look on this side");
            Vector([w, 0.0])
        }
        fn curve(&self, _: Vector) -> Jet {
            unreachable!("no look at the curve")
        }
        fn examples(&self) -> usize {
            3
        }
    }

    #[test]
    fn a_slope_that_is_known_is_paid_for_and_not_computed_again() {
        let mut seen = Evaluations::default();
        let mut look = Look::new(&Dark, &mut seen).knowing(Vector([-1.0, 0.0]), Vector([5.0, 6.0]));
        assert_eq!(look.slope(Vector([-1.0, 0.0])), Vector([5.0, 6.0]));
        assert_eq!(look.slope(Vector([1.0, 0.0])), Vector([1.0, 0.0]), "elsewhere it is looked at");
        assert_eq!((seen.gradients, seen.points), (2, 6));
    }
}

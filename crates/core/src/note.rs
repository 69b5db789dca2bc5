//! A step in parts: what a rule says about each of its updates, for arrows, formulas and checks.

use alloc::vec::Vec;

use crate::Vector;

/// What a noted vector is, so that a figure can draw it without knowing the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The point whose gradient was asked for.
    LookedAt,
    /// The gradient that was seen there.
    Gradient,
    /// What the rule remembers after this update.
    Memory,
    /// The effective rate of each parameter.
    Scale,
    /// A term of the formula that is none of the others.
    Term,
    /// The step itself: new point minus old point.
    Move,
}

/// Collects the parts of one update, in order, under the symbols of the rule's formula. `()` notes nothing and costs
/// nothing.
pub trait Note<const N: usize> {
    /// Takes one part.
    fn part(&mut self, part: Part, symbol: &'static str, value: Vector<N>);
}

impl<const N: usize> Note<N> for () {
    fn part(&mut self, _: Part, _: &'static str, _: Vector<N>) {}
}

impl<const N: usize> Note<N> for Vec<(Part, &'static str, Vector<N>)> {
    fn part(&mut self, part: Part, symbol: &'static str, value: Vector<N>) {
        self.push((part, symbol, value));
    }
}

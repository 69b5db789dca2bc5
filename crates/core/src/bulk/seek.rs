//! The minima of a window where nobody has listed them: downhill from a grid of starts by Newton's steps, held back by as
//! much as they need to lead down.

use alloc::vec::Vec;

use crate::analysis::eigenvalues;
use crate::analysis::outcome::BENT;
use crate::{Jet, Landscape, Surface, Vector, math};

/// Starts a side.
const SIDE: usize = 12;
/// Steps from one start, at most.
const STEPS: usize = 80;
/// A gradient so long counts as zero.
const FLAT: f64 = 1e-9;
/// Two ends so near to each other, in sides of the window, are one minimum.
const SAME: f64 = 1e-3;
/// A coordinate so small, in sides of the window, is 0.
const ZERO: f64 = 1e-9;
/// The most minima that are kept.
const MOST: usize = 64;

/// A search on its way.
#[derive(Clone, Debug)]
pub(super) struct Seek {
    window: [[f64; 2]; 2],
    next: usize,
    found: Vec<[f64; 2]>,
}

impl Seek {
    pub(super) fn new(window: [[f64; 2]; 2]) -> Self {
        Self { window, next: 0, found: Vec::new() }
    }

    /// Goes downhill from the next start; how many looks it took, or `None` once all is done.
    pub(super) fn go(&mut self, land: &Surface) -> Option<usize> {
        let start = (self.next < SIDE * SIDE)
            .then(|| [self.next % SIDE, self.next / SIDE].map(|i| (i as f64 + 0.5) / SIDE as f64))?;
        self.next += 1;
        let [w, b] = self.window;
        let at = Vector([w[0] + start[0] * (w[1] - w[0]), b[0] + start[1] * (b[1] - b[0])]);
        let (looks, end) = descend(land, at);
        // What is left of a zero is rounding.
        let snapped = |x: f64, [low, high]: [f64; 2]| if x.abs() < ZERO * (high - low) { 0.0 } else { x };
        let end = end.map(|[w, b]| [snapped(w, self.window[0]), snapped(b, self.window[1])]);
        self.found.extend(end.filter(|end| self.is_new(*end)));
        Some(looks)
    }

    fn is_new(&self, [w, b]: [f64; 2]) -> bool {
        let [wide, high] = self.window.map(|[low, top]| top - low);
        let inside = |x: f64, [low, top]: [f64; 2]| x >= low && x <= top;
        let same = |other: &[f64; 2]| (w - other[0]).abs() < SAME * wide && (b - other[1]).abs() < SAME * high;
        inside(w, self.window[0])
            && inside(b, self.window[1])
            && !self.found.iter().any(same)
            && self.found.len() < MOST
    }

    /// What was found.
    pub(super) fn into_found(self) -> Vec<[f64; 2]> {
        self.found
    }
}

/// The minimum below a start, and the looks it took.
fn descend(land: &Surface, start: Vector) -> (usize, Option<[f64; 2]>) {
    let (mut at, mut jet, mut held) = (start, land.curve(start), 1.0);
    for looks in 1..=STEPS {
        if !jet.value.is_finite() {
            return (looks, None);
        }
        if jet.grad.norm() <= FLAT {
            let [largest, least] = eigenvalues(&jet);
            return (looks, (least > BENT * largest.abs()).then_some(at.0));
        }
        let next = at - newton(&jet, held);
        let there = land.curve(next);
        // Near the bottom all losses are alike to the last bit; there the slope says whether it went well.
        if there.value < jet.value || there.value == jet.value && there.grad.norm() < jet.grad.norm() {
            (at, jet, held) = (next, there, held * 0.25);
        } else {
            held *= 8.0;
        }
    }
    (STEPS, None)
}

/// (H + μ I)⁻¹ ∇f, with μ > 0 so large that H + μ I bends upwards everywhere.
fn newton(jet: &Jet, held: f64) -> Vector {
    let [_, least] = eigenvalues(jet);
    let mu = held * 1e-3 + math::larger(0.0, -2.0 * least);
    let [[a, b], [_, d]] = [jet.hess[0].0, jet.hess[1].0];
    let (a, d) = (a + mu, d + mu);
    let [g, h] = jet.grad.0;
    let det = a * d - b * b;
    Vector([(d * g - b * h) / det, (a * h - b * g) / det])
}

#[cfg(test)]
mod tests;

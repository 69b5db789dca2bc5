//! Newton's method: to where the slope of the quadratic model that touches the loss here vanishes.
//!
//! θ ← θ − η H⁻¹ ∇L(θ),   H = ∇²L(θ)
//!
//! Nocedal and Wright 2006, Numerical Optimization, section 3.3. Where H is not positive definite that place is a saddle
//! or a top of the model, and the step may lead uphill; where H is singular there is none, and the numbers are not
//! finite.

use super::{Method, Pace, Rule};
use crate::Vector;
use crate::catalogue::Knob;
use crate::form::{Form, Writing, begin};
use crate::landscape::{Landscape, Look};
use crate::note::{Note, Part};
use crate::recipe::Settings;

pub(super) const ENTRY: Method = Method {
    id: "newton",
    title: "Newton's method",
    source: "Nocedal and Wright 2006, Numerical Optimization, section 3.3",
    forms: &[COURSE],
    stability: None,
};

const COURSE: Form = Form {
    convention: "course",
    knobs: &[Knob { about: "which part of Newton's step is made", ..Knob::LEARNING_RATE.at(1.0) }],
    fixed: &[],
    writings: &[Writing::only(&[r"w \leftarrow w - \eta H^{-1} \nabla w"], &["p = p - lr*solve(hess(p), g)"])],
    torch: None,
    begin: begin::<Newton, Newton>(),
};

struct Newton;

impl<const N: usize> Rule<N> for Newton {
    fn new(_: &Settings) -> Self {
        Self
    }

    fn step<L: Landscape<N> + ?Sized>(
        &mut self,
        at: Vector<N>,
        pace: Pace,
        look: &mut Look<'_, L, N>,
        note: &mut impl Note<N>,
    ) -> Vector<N> {
        let g = look.slope(at);
        let whole = solve(look.hessian(at), g);
        let step = pace.rate * whole;
        note.part(Part::LookedAt, "w", at);
        note.part(Part::Gradient, r"\nabla w", g);
        note.part(Part::Model, r"H^{-1} \nabla w", whole);
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

/// The x with A x = b, by elimination with the largest pivot of each column; not finite where A is singular.
fn solve<const N: usize>(mut a: [Vector<N>; N], mut b: Vector<N>) -> Vector<N> {
    for k in 0..N {
        let largest = (k..N).fold(k, |best, i| if a[i].0[k].abs() > a[best].0[k].abs() { i } else { best });
        a.swap(k, largest);
        b.0.swap(k, largest);
        for i in k + 1..N {
            let factor = a[i].0[k] / a[k].0[k];
            a[i] = a[i] - factor * a[k];
            b.0[i] -= factor * b.0[k];
        }
    }
    for k in (0..N).rev() {
        let known = (k + 1..N).fold(0.0, |sum, j| sum + a[k].0[j] * b.0[j]);
        b.0[k] = (b.0[k] - known) / a[k].0[k];
    }
    b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_of_five_is_solved() {
        // Each row begins with zeros, or a smaller number than another, so that rows must be swapped.
        let a = [
            [0.0, 2.0, 1.0, 0.0, 3.0],
            [1.0, 0.0, -4.0, 2.0, 0.0],
            [5.0, 1.0, 0.0, 0.0, 1.0],
            [0.0, 0.0, 3.0, -1.0, 2.0],
            [2.0, -3.0, 0.0, 4.0, 0.0],
        ];
        let x = Vector([1.0, -2.0, 3.0, -4.0, 5.0]);
        let b = Vector(a.map(|row| Vector(row).dot(x)));
        assert!((solve(a.map(Vector), b) - x).norm() < 1e-13);
    }

    #[test]
    fn a_singular_system_has_no_finite_solution() {
        let b = Vector([1.0, 1.0]);
        for a in [[[0.0, 0.0], [0.0, 0.0]], [[1.0, 2.0], [2.0, 4.0]], [[3.0, 0.0], [0.0, 0.0]]] {
            assert!(!solve(a.map(Vector), b).is_finite(), "{a:?}");
        }
    }
}

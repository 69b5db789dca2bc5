//! Gradient descent: a step against the gradient, as long as the slope is steep.
//!
//! θ ← θ − η ∇L(θ)
//!
//! Cauchy 1847. All conventions agree on it.

use super::{Method, Pace, Rule, Stability};
use crate::Vector;
use crate::catalogue::Knob;
use crate::form::{Form, Writing, quick};
use crate::landscape::{Landscape, Look};
use crate::note::{Note, Part};
use crate::recipe::Settings;

pub(super) const ENTRY: Method = Method {
    id: "gradient-descent",
    title: "Gradient descent",
    source: "Cauchy 1847, Compte rendu 25; CS7015 lecture 5",
    forms: &[
        PLAIN,
        Form { convention: "pytorch", torch: Some("torch.optim.SGD([p], lr=lr)"), ..PLAIN },
        Form { convention: "optax", ..PLAIN },
        Form { convention: "keras", ..PLAIN },
    ],
    stability: Some(Stability { formula: "2/λ", bound: |lambda, _| 2.0 / lambda }),
};

const PLAIN: Form = Form {
    convention: "course",
    knobs: &[Knob::LEARNING_RATE],
    fixed: &[],
    writings: &[Writing::only(&[r"w \leftarrow w - \eta \nabla w"], &["p = p - lr*g"])],
    torch: None,
    begin: quick::<GradientDescent, GradientDescent, GradientDescent>(),
};

struct GradientDescent;

impl<const N: usize> Rule<N> for GradientDescent {
    fn new(_: &Settings) -> Self {
        Self
    }

    #[inline(always)]
    fn step<L: Landscape<N> + ?Sized>(
        &mut self,
        at: Vector<N>,
        pace: Pace,
        look: &mut Look<'_, L, N>,
        note: &mut impl Note<N>,
    ) -> Vector<N> {
        let g = look.slope(at);
        let step = pace.rate * g;
        note.part(Part::LookedAt, "w", at);
        note.part(Part::Gradient, r"\nabla w", g);
        note.part(Part::Term, r"\eta \nabla w", step);
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

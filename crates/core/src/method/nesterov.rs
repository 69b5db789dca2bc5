//! Nesterov's accelerated gradient: look before you leap.
//!
//! v ← γ v + η ∇L(θ − γ v),   θ ← θ − v
//!
//! Nesterov 1983; this form: Sutskever et al. 2013. The gradient is taken where the remembered step alone would lead.

use super::{Method, Pace, Rule, Stability, begin};
use crate::Vector;
use crate::catalogue::Knob;
use crate::landscape::{Landscape, Look};
use crate::note::{Note, Part};
use crate::recipe::Settings;

pub(super) const ENTRY: Method = Method {
    id: "nesterov",
    title: "Nesterov's accelerated gradient",
    formula: &[
        r"\tilde{w} \leftarrow w - \gamma v",
        r"v \leftarrow \gamma v + \eta \nabla \tilde{w}",
        r"w \leftarrow w - v",
    ],
    source: "Nesterov 1983, Soviet Math. Doklady 27; Sutskever et al. 2013; CS7015 lecture 5",
    knobs: &[Knob::learning_rate(None), Knob::momentum()],
    stability: Some(Stability {
        formula: "2(1 + γ)/((1 + 2γ)λ)",
        bound: |lambda, gamma| 2.0 * (1.0 + gamma) / ((1.0 + 2.0 * gamma) * lambda),
    }),
    begin: begin::<Nesterov<2>, Nesterov<5>>,
};

struct Nesterov<const N: usize> {
    v: Vector<N>,
}

impl<const N: usize> Rule<N> for Nesterov<N> {
    fn new(_: &Settings) -> Self {
        Self { v: Vector::ZERO }
    }

    fn step<L: Landscape<N> + ?Sized>(
        &mut self,
        at: Vector<N>,
        pace: Pace,
        look: &mut Look<'_, L, N>,
        note: &mut impl Note<N>,
    ) -> Vector<N> {
        note.part(Part::Term, "w", at);
        note.part(Part::Term, "v", self.v);
        let kept = pace.momentum * self.v;
        let ahead = at - kept;
        note.part(Part::Term, r"\gamma v", kept);
        note.part(Part::LookedAt, r"\tilde{w}", ahead);
        let g = look.slope(ahead);
        let fresh = pace.rate * g;
        self.v = kept + fresh;
        note.part(Part::Gradient, r"\nabla \tilde{w}", g);
        note.part(Part::Term, r"\eta \nabla \tilde{w}", fresh);
        note.part(Part::Memory, "v", self.v);
        note.part(Part::Move, r"\Delta w", -self.v);
        at - self.v
    }
}

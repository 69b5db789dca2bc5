//! Nesterov's accelerated gradient: look before you leap.
//!
//! v ← γ v + η ∇L(θ − γ v),   θ ← θ − v
//!
//! Nesterov 1983; this form: Sutskever et al. 2013. The gradient is taken where the remembered step alone would lead.

use super::{Method, Pace, Rule, begin};
use crate::Vector;
use crate::catalogue::Knob;
use crate::landscape::{Landscape, Look};
use crate::note::{Note, Part};
use crate::recipe::Settings;

pub(super) const ENTRY: Method = Method {
    id: "nesterov",
    title: "Nesterov's accelerated gradient",
    formula: &[
        r"w_{\text{ahead}} = w_t - \gamma\, v_{t-1}",
        r"v_t = \gamma\, v_{t-1} + \eta\, \nabla w_{\text{ahead}}",
        r"w_{t+1} = w_t - v_t",
    ],
    source: "Nesterov 1983, Soviet Math. Doklady 27; Sutskever et al. 2013; CS7015 lecture 5",
    knobs: &[Knob::learning_rate(None), Knob::momentum()],
    begin: begin::<Nesterov<2>>,
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
        let kept = pace.momentum * self.v;
        let ahead = at - kept;
        let g = look.slope(ahead);
        let fresh = pace.rate * g;
        self.v = kept + fresh;
        note.part(Part::Term, r"\gamma\, v_{t-1}", kept);
        note.part(Part::LookedAt, r"w_{\text{ahead}}", ahead);
        note.part(Part::Gradient, r"\nabla w_{\text{ahead}}", g);
        note.part(Part::Term, r"\eta\, \nabla w_{\text{ahead}}", fresh);
        note.part(Part::Memory, "v", self.v);
        note.part(Part::Move, "-v_t", -self.v);
        at - self.v
    }
}

//! Momentum: every step keeps a share γ of the step before.
//!
//! v ← γ v + η ∇L(θ),   θ ← θ − v
//!
//! Polyak 1964 (the heavy ball); Rumelhart, Hinton, Williams 1986. In the course's form v points uphill and holds the
//! rate of its own time; libraries keep v without the rate, which differs when the rate changes.

use super::{Method, Pace, Rule, Stability, begin};
use crate::Vector;
use crate::catalogue::Knob;
use crate::landscape::{Landscape, Look};
use crate::note::{Note, Part};
use crate::recipe::Settings;

pub(super) const ENTRY: Method = Method {
    id: "momentum",
    title: "Momentum",
    formula: &[r"v \leftarrow \gamma v + \eta \nabla w", r"w \leftarrow w - v"],
    source: "Polyak 1964, doi:10.1016/0041-5553(64)90137-5; CS7015 lecture 5",
    knobs: &[Knob::learning_rate(None), Knob::momentum()],
    stability: Some(Stability { formula: "2(1 + γ)/λ", bound: |lambda, gamma| 2.0 * (1.0 + gamma) / lambda }),
    begin: begin::<Momentum<2>, Momentum<5>>,
};

struct Momentum<const N: usize> {
    v: Vector<N>,
}

impl<const N: usize> Rule<N> for Momentum<N> {
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
        let g = look.slope(at);
        note.part(Part::LookedAt, "w", at);
        note.part(Part::Gradient, r"\nabla w", g);
        note.part(Part::Term, "v", self.v);
        let kept = pace.momentum * self.v;
        let fresh = pace.rate * g;
        self.v = kept + fresh;
        note.part(Part::Term, r"\gamma v", kept);
        note.part(Part::Term, r"\eta \nabla w", fresh);
        note.part(Part::Memory, "v", self.v);
        note.part(Part::Move, r"\Delta w", -self.v);
        at - self.v
    }
}

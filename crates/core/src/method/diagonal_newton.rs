//! Diagonal Newton: Newton's method as if no parameter knew of the others.
//!
//! θᵢ ← θᵢ − η gᵢ / (hᵢ + ε),   h = the diagonal of ∇²L(θ)
//!
//! Becker and LeCun 1988, Improving the Convergence of Back-Propagation Learning with Second Order Methods, with |hᵢ|;
//! the course prints hᵢ, which leads uphill wherever the loss curves down.

use super::{Method, Pace, Rule};
use crate::Vector;
use crate::catalogue::Knob;
use crate::form::{Form, Writing, begin};
use crate::landscape::{Landscape, Look};
use crate::note::{Note, Part};
use crate::recipe::Settings;

pub(super) const ENTRY: Method = Method {
    id: "diagonal-newton",
    title: "Diagonal Newton",
    source: "Becker and LeCun 1988, Improving the Convergence of Back-Propagation Learning with Second Order Methods",
    forms: &[COURSE],
    stability: None,
};

const ABSOLUTE: f64 = 1.0;

const COURSE: Form = Form {
    convention: "course",
    knobs: &[
        Knob { about: "which part of Newton's step is made", ..Knob::LEARNING_RATE.at(1.0) },
        Knob { about: "keeps the division finite where the loss is not curved", ..Knob::EPSILON.at(1e-8) },
        Knob::words("hessian", &["printed", "absolute"], "whether the curvature keeps its sign"),
    ],
    fixed: &[],
    writings: &[
        Writing::when(
            &[("hessian", ABSOLUTE)],
            &[r"w \leftarrow w - \frac{\eta}{|h| + \varepsilon} \nabla w"],
            &["p = p - lr*g/(abs(hess(p).diagonal())+epsilon)"],
        ),
        Writing::only(
            &[r"w \leftarrow w - \frac{\eta}{h + \varepsilon} \nabla w"],
            &["p = p - lr*g/(hess(p).diagonal()+epsilon)"],
        ),
    ],
    torch: None,
    begin: begin::<DiagonalNewton, DiagonalNewton>(),
};

struct DiagonalNewton {
    absolute: bool,
    epsilon: f64,
}

impl<const N: usize> Rule<N> for DiagonalNewton {
    fn new(settings: &Settings) -> Self {
        Self { absolute: settings.of("hessian") == ABSOLUTE, epsilon: settings.of("epsilon") }
    }

    fn step<L: Landscape<N> + ?Sized>(
        &mut self,
        at: Vector<N>,
        pace: Pace,
        look: &mut Look<'_, L, N>,
        note: &mut impl Note<N>,
    ) -> Vector<N> {
        let g = look.slope(at);
        let rows = look.hessian(at);
        let h = Vector(core::array::from_fn(|i| rows[i].0[i]));
        let curvature = if self.absolute { h.map(f64::abs) } else { h };
        let scale = curvature.map(|h| pace.rate / (h + self.epsilon));
        let step = scale * g;
        note.part(Part::LookedAt, "w", at);
        note.part(Part::Gradient, r"\nabla w", g);
        note.part(Part::Term, "h", h);
        note.part(Part::Scale, r"\frac{\eta}{h}", scale);
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

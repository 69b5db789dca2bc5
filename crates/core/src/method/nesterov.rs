//! Nesterov's accelerated gradient: look before you leap.
//!
//! v ← γ v + η ∇L(θ − γ v),   θ ← θ − v
//!
//! Nesterov 1983; this form: Sutskever et al. 2013. The gradient is taken where the remembered step alone would lead.
//! Libraries store that look-ahead point as their parameters, so that one gradient at the stored point is enough
//! (Bengio et al. 2013): v ← ∇L(θ) + γ v, θ ← θ − η (∇L(θ) + γ v). Keras's v holds the rate and the other sign.

use super::{Method, Pace, Rule, Stability};
use crate::Vector;
use crate::catalogue::Knob;
use crate::form::{Form, Writing, quick};
use crate::landscape::{Landscape, Look};
use crate::note::{Note, Part};
use crate::recipe::Settings;

pub(super) const ENTRY: Method = Method {
    id: "nesterov",
    title: "Nesterov's accelerated gradient",
    source: "Nesterov 1983, Soviet Math. Doklady 27; Sutskever et al. 2013; CS7015 lecture 5",
    forms: &[COURSE, PYTORCH, OPTAX, KERAS],
    stability: Some(Stability {
        formula: "2(1 + γ)/((1 + 2γ)λ)",
        bound: |lambda, gamma| 2.0 * (1.0 + gamma) / ((1.0 + 2.0 * gamma) * lambda),
    }),
};

const COURSE: Form = Form {
    convention: "course",
    knobs: &[Knob::LEARNING_RATE, Knob::MOMENTUM],
    fixed: &[],
    writings: &[Writing::only(
        &[
            r"\tilde{w} \leftarrow w - \gamma v",
            r"v \leftarrow \gamma v + \eta \nabla \tilde{w}",
            r"w \leftarrow w - v",
        ],
        &["v = mu*v + lr*grad(p - mu*v)", "p = p - v"],
    )],
    torch: None,
    begin: quick::<Nesterov<2>, Nesterov<5>, Nesterov<8>>(),
};

const PYTORCH: Form = Form {
    convention: "pytorch",
    writings: &[Writing::only(
        &[r"v \leftarrow \gamma v + \nabla w", r"w \leftarrow w - \eta (\nabla w + \gamma v)"],
        &["buf = g if t == 1 else mu*buf + g", "p = p - lr*(g + mu*buf)"],
    )],
    torch: Some("torch.optim.SGD([p], lr=lr, momentum=mu, nesterov=True)"),
    begin: quick::<Stored<2>, Stored<5>, Stored<8>>(),
    ..COURSE
};

const OPTAX: Form = Form {
    convention: "optax",
    writings: &[Writing::only(
        &[r"v \leftarrow \nabla w + \gamma v", r"w \leftarrow w - \eta (\nabla w + \gamma v)"],
        &["buf = g + mu*buf", "p = p - lr*(g + mu*buf)"],
    )],
    torch: None,
    ..PYTORCH
};

const KERAS: Form = Form {
    convention: "keras",
    fixed: &[("downhill", 1.0)],
    writings: &[Writing::only(
        &[r"v \leftarrow \gamma v - \eta \nabla w", r"w \leftarrow w + \gamma v - \eta \nabla w"],
        &["v = mu*v - lr*g", "p = p + (mu*v - lr*g)"],
    )],
    torch: None,
    ..PYTORCH
};

struct Nesterov<const N: usize> {
    v: Vector<N>,
}

impl<const N: usize> Rule<N> for Nesterov<N> {
    fn new(_: &Settings) -> Self {
        Self { v: Vector::ZERO }
    }

    #[inline(always)]
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

/// The look-ahead point is the one that is stored.
struct Stored<const N: usize> {
    v: Vector<N>,
    /// Keras's v holds the rate and points downhill.
    downhill: bool,
}

impl<const N: usize> Rule<N> for Stored<N> {
    fn new(settings: &Settings) -> Self {
        Self { v: Vector::ZERO, downhill: settings.is("downhill") }
    }

    #[inline(always)]
    fn step<L: Landscape<N> + ?Sized>(
        &mut self,
        at: Vector<N>,
        Pace { rate, momentum }: Pace,
        look: &mut Look<'_, L, N>,
        note: &mut impl Note<N>,
    ) -> Vector<N> {
        let g = look.slope(at);
        note.part(Part::LookedAt, "w", at);
        note.part(Part::Gradient, r"\nabla w", g);
        note.part(Part::Term, "v", self.v);
        let step = if self.downhill {
            self.v = momentum * self.v - rate * g;
            momentum * self.v - rate * g
        } else {
            self.v = momentum * self.v + g;
            -(rate * (g + momentum * self.v))
        };
        note.part(Part::Memory, "v", self.v);
        note.part(Part::Move, r"\Delta w", step);
        at + step
    }
}

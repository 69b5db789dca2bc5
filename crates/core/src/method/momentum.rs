//! Momentum: every step keeps a share γ of the step before.
//!
//! v ← γ v + η ∇L(θ),   θ ← θ − v
//!
//! Polyak 1964 (the heavy ball); Rumelhart, Hinton, Williams 1986. In the course's form v holds the rate of its own
//! time, in Keras's too, with the other sign; PyTorch and Optax keep v without the rate, which differs when the rate
//! changes: v ← γ v + (1 − τ) ∇L(θ), θ ← θ − η v, where PyTorch's first v is ∇L(θ) whatever the dampening τ.

use super::{Method, Pace, Rule, Stability};
use crate::Vector;
use crate::catalogue::Knob;
use crate::form::{Form, Writing, quick};
use crate::landscape::{Landscape, Look};
use crate::note::{Note, Part};
use crate::recipe::Settings;

pub(super) const ENTRY: Method = Method {
    id: "momentum",
    title: "Momentum",
    source: "Polyak 1964, doi:10.1016/0041-5553(64)90137-5; CS7015 lecture 5",
    forms: &[COURSE, PYTORCH, OPTAX, KERAS],
    stability: Some(Stability { formula: "2(1 + γ)/λ", bound: |lambda, gamma| 2.0 * (1.0 + gamma) / lambda }),
};

const COURSE: Form = Form {
    convention: "course",
    knobs: &[Knob::LEARNING_RATE, Knob::MOMENTUM],
    fixed: &[],
    writings: &[Writing::only(
        &[r"v \leftarrow \gamma v + \eta \nabla w", r"w \leftarrow w - v"],
        &["v = mu*v + lr*g", "p = p - v"],
    )],
    torch: None,
    begin: quick::<Momentum<2>, Momentum<5>, Momentum<8>>(),
};

const PYTORCH: Form = Form {
    convention: "pytorch",
    knobs: &[
        Knob::LEARNING_RATE,
        Knob::MOMENTUM,
        Knob::linear("dampening", r"\tau", [0.0, 1.0], "how much of a fresh gradient is left out").at(0.0),
    ],
    writings: &[
        Writing::when(
            &[("dampening", 0.0)],
            &[r"v \leftarrow \gamma v + \nabla w", r"w \leftarrow w - \eta v"],
            &["buf = g if t == 1 else mu*buf + g", "p = p - lr*buf"],
        ),
        Writing::only(
            &[
                r"v \leftarrow \begin{cases} \nabla w & t = 1 \\ \gamma v + (1 - \tau) \nabla w & t > 1 \end{cases}",
                r"w \leftarrow w - \eta v",
            ],
            &["buf = g if t == 1 else mu*buf + (1-dampening)*g", "p = p - lr*buf"],
        ),
    ],
    torch: Some("torch.optim.SGD([p], lr=lr, momentum=mu, dampening=dampening)"),
    begin: quick::<WithoutRate<2>, WithoutRate<5>, WithoutRate<8>>(),
    ..COURSE
};

const OPTAX: Form = Form {
    convention: "optax",
    knobs: &[Knob::LEARNING_RATE, Knob::MOMENTUM],
    writings: &[Writing::only(
        &[r"v \leftarrow \nabla w + \gamma v", r"w \leftarrow w - \eta v"],
        &["buf = g + mu*buf", "p = p - lr*buf"],
    )],
    torch: None,
    ..PYTORCH
};

const KERAS: Form = Form {
    convention: "keras",
    fixed: &[("downhill", 1.0)],
    writings: &[Writing::only(
        &[r"v \leftarrow \gamma v - \eta \nabla w", r"w \leftarrow w + v"],
        &["v = mu*v - lr*g", "p = p + v"],
    )],
    ..COURSE
};

/// v holds the rate of its own time.
struct Momentum<const N: usize> {
    v: Vector<N>,
    /// Keras's v points downhill.
    downhill: bool,
}

impl<const N: usize> Rule<N> for Momentum<N> {
    fn new(settings: &Settings) -> Self {
        Self { v: Vector::ZERO, downhill: settings.is("downhill") }
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
        note.part(Part::LookedAt, "w", at);
        note.part(Part::Gradient, r"\nabla w", g);
        note.part(Part::Term, "v", self.v);
        let kept = pace.momentum * self.v;
        let fresh = pace.rate * g;
        self.v = if self.downhill { kept - fresh } else { kept + fresh };
        let step = if self.downhill { self.v } else { -self.v };
        note.part(Part::Term, r"\gamma v", kept);
        note.part(Part::Term, r"\eta \nabla w", fresh);
        note.part(Part::Memory, "v", self.v);
        note.part(Part::Move, r"\Delta w", step);
        at + step
    }
}

/// v is a sum of gradients; the rate comes in with the step.
struct WithoutRate<const N: usize> {
    v: Vector<N>,
    t: f64,
    dampening: f64,
}

impl<const N: usize> Rule<N> for WithoutRate<N> {
    fn new(settings: &Settings) -> Self {
        Self { v: Vector::ZERO, t: 0.0, dampening: settings.of("dampening") }
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
        note.part(Part::LookedAt, "w", at);
        note.part(Part::Gradient, r"\nabla w", g);
        note.part(Part::Term, "v", self.v);
        self.t += 1.0;
        note.number("t", self.t);
        let fresh = if self.t == 1.0 { g } else { (1.0 - self.dampening) * g };
        self.v = pace.momentum * self.v + fresh;
        let step = pace.rate * self.v;
        note.part(Part::Memory, "v", self.v);
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

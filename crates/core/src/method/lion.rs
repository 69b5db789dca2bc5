//! Lion: every parameter moves by the rate, in the direction on which the gradient and its average agree.
//!
//! c ← sign(β₁ m + (1 − β₁) g),   m ← β₂ m + (1 − β₂) g,   θ ← θ − η (c + λ θ)
//!
//! Chen et al. 2023, arXiv:2302.06675, algorithm 2. The weights decay beside the step, not through the gradient; Optax
//! and Keras differ in how much of that is the default.

use super::{Method, Pace, Rule};
use crate::catalogue::Knob;
use crate::form::{Form, Writing, begin};
use crate::landscape::{Landscape, Look};
use crate::note::{Note, Part};
use crate::recipe::Settings;
use crate::{Vector, math};

pub(super) const ENTRY: Method = Method {
    id: "lion",
    title: "Lion",
    source: "Chen et al. 2023, arXiv:2302.06675, algorithm 2",
    forms: &[OPTAX, KERAS],
    stability: None,
};

const C: &str = r"c \leftarrow \operatorname{sign}(\beta_1 m + (1 - \beta_1) \nabla w)";
const M: &str = r"m \leftarrow \beta_2 m + (1 - \beta_2) \nabla w";

const OPTAX: Form = Form {
    convention: "optax",
    knobs: &[Knob::LEARNING_RATE, Knob::BETA1, Knob::BETA2.at(0.99), Knob::WEIGHT_DECAY.at(1e-3)],
    fixed: &[],
    writings: &[
        Writing::when(
            &[("weight_decay", 0.0)],
            &[C, M, r"w \leftarrow w - \eta c"],
            &["c = sign((1-beta1)*g + beta1*m)", "m = (1-beta2)*g + beta2*m", "p = p - lr*c"],
        ),
        Writing::only(
            &[C, M, r"w \leftarrow w - \eta (c + \lambda w)"],
            &["c = sign((1-beta1)*g + beta1*m)", "m = (1-beta2)*g + beta2*m", "p = p - lr*(c + weight_decay*p)"],
        ),
    ],
    torch: None,
    begin: begin::<Lion<2>, Lion<5>>(),
};

const KERAS: Form = Form {
    convention: "keras",
    knobs: &[Knob::LEARNING_RATE, Knob::BETA1, Knob::BETA2.at(0.99), Knob::WEIGHT_DECAY.at(0.0)],
    writings: &[
        Writing::when(
            &[("weight_decay", 0.0)],
            &[C, M, r"w \leftarrow w - \eta c"],
            &["p = p - lr*sign(m*beta1 + g*(1-beta1))", "m = m*beta2 + g*(1-beta2)"],
        ),
        Writing::only(
            &[C, M, r"w \leftarrow w - \eta (c + \lambda w)"],
            &["p = p - p*weight_decay*lr", "p = p - lr*sign(m*beta1 + g*(1-beta1))", "m = m*beta2 + g*(1-beta2)"],
        ),
    ],
    ..OPTAX
};

struct Lion<const N: usize> {
    m: Vector<N>,
    beta1: f64,
    beta2: f64,
    decay: f64,
}

impl<const N: usize> Rule<N> for Lion<N> {
    fn new(settings: &Settings) -> Self {
        let [beta1, beta2, decay] = ["beta1", "beta2", "weight_decay"].map(|id| settings.of(id));
        Self { m: Vector::ZERO, beta1, beta2, decay }
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
        note.part(Part::Term, "m", self.m);
        let c = (self.beta1 * self.m + (1.0 - self.beta1) * g).map(math::sign);
        self.m = self.beta2 * self.m + (1.0 - self.beta2) * g;
        let step = pace.rate * (c + self.decay * at);
        note.part(Part::Term, "c", c);
        note.part(Part::Memory, "m", self.m);
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

//! Adam: the average gradient, divided by the root of the average squared gradient, both freed of their zero start.
//!
//! m ← β₁ m + (1 − β₁) g,   v ← β₂ v + (1 − β₂) g²,   m̂ = m / (1 − β₁ᵗ),   v̂ = v / (1 − β₂ᵗ)
//!
//! θ ← θ − η m̂ / √(v̂ + ε)   (course);   θ ← θ − η m̂ / (√v̂ + ε)   (paper, PyTorch, Optax)
//!
//! Kingma and Ba 2015, arXiv:1412.6980, algorithm 1. Keras's is the paper's second form (end of section 2): its ε
//! stands beside the root of the uncorrected v.

use super::{Method, Pace, Rule};
use crate::Vector;
use crate::catalogue::Knob;
use crate::form::{Form, Writing, quick};
use crate::landscape::{Landscape, Look};
use crate::memory::{AVERAGES, KERAS_AVERAGES, M, M_HAT, Moments, OUTSIDE, Root, TORCH_M, UNCORRECTED, V, V_HAT};
use crate::note::{Note, Part};
use crate::recipe::Settings;

pub(super) const ENTRY: Method = Method {
    id: "adam",
    title: "Adam",
    source: "Kingma and Ba 2015, arXiv:1412.6980, algorithm 1; CS7015 lecture 5",
    forms: &[COURSE, PYTORCH, OPTAX, KERAS],
    stability: None,
};

const COURSE: Form = Form {
    convention: "course",
    knobs: &[
        Knob::LEARNING_RATE,
        Knob::BETA1,
        Knob::BETA2,
        Knob::EPSILON.at(1e-8),
        Knob::EPSILON_PLACEMENT,
        Knob::BIAS_CORRECTION,
    ],
    fixed: &[],
    writings: &[
        Writing::when(
            &[("bias_correction", 0.0), ("epsilon_placement", OUTSIDE)],
            &[M, V, r"w \leftarrow w - \frac{\eta}{\sqrt{v} + \varepsilon} m"],
            &[AVERAGES[0], AVERAGES[1], "p = p - lr/(sqrt(v)+epsilon)*m"],
        ),
        Writing::when(
            &[("bias_correction", 0.0)],
            &[M, V, r"w \leftarrow w - \frac{\eta}{\sqrt{v + \varepsilon}} m"],
            &[AVERAGES[0], AVERAGES[1], "p = p - lr/sqrt(v+epsilon)*m"],
        ),
        Writing::when(
            &[("epsilon_placement", OUTSIDE)],
            &[M, V, M_HAT, V_HAT, r"w \leftarrow w - \frac{\eta}{\sqrt{\hat{v}} + \varepsilon} \hat{m}"],
            &[AVERAGES[0], AVERAGES[1], "p = p - lr/(sqrt(v/(1-beta2**t))+epsilon)*(m/(1-beta1**t))"],
        ),
        Writing::only(
            &[M, V, M_HAT, V_HAT, r"w \leftarrow w - \frac{\eta}{\sqrt{\hat{v} + \varepsilon}} \hat{m}"],
            &[AVERAGES[0], AVERAGES[1], "p = p - lr/sqrt(v/(1-beta2**t)+epsilon)*(m/(1-beta1**t))"],
        ),
    ],
    torch: None,
    begin: quick::<Adam<2>, Adam<5>, Adam<8>>(),
};

const PYTORCH: Form = Form {
    convention: "pytorch",
    knobs: &[Knob::LEARNING_RATE, Knob::BETA1, Knob::BETA2, Knob::EPSILON.at(1e-8)],
    fixed: &[("epsilon_placement", OUTSIDE)],
    writings: &[Writing::only(
        &[M, V, M_HAT, V_HAT, r"w \leftarrow w - \eta \frac{\hat{m}}{\sqrt{\hat{v}} + \varepsilon}"],
        &[TORCH_M, AVERAGES[1], "p = p - lr/(1-beta1**t)*m/(sqrt(v)/sqrt(1-beta2**t)+epsilon)"],
    )],
    torch: Some("torch.optim.Adam([p], lr=lr, betas=(beta1, beta2), eps=epsilon)"),
    ..COURSE
};

const OPTAX: Form = Form {
    convention: "optax",
    knobs: &[Knob::LEARNING_RATE, Knob::BETA1, Knob::BETA2, Knob::EPSILON.at(1e-8), Knob::EPSILON_ROOT.at(0.0)],
    writings: &[Writing::only(
        &[
            M,
            V,
            M_HAT,
            V_HAT,
            r"w \leftarrow w - \eta \frac{\hat{m}}{\sqrt{\hat{v} + \bar{\varepsilon}} + \varepsilon}",
        ],
        &[AVERAGES[0], AVERAGES[1], "p = p - lr*(m/(1-beta1**t))/(sqrt(v/(1-beta2**t)+epsilon_root)+epsilon)"],
    )],
    torch: None,
    ..PYTORCH
};

const KERAS: Form = Form {
    convention: "keras",
    knobs: &[Knob::LEARNING_RATE, Knob::BETA1, Knob::BETA2, Knob::EPSILON.at(1e-7)],
    fixed: &[("epsilon_placement", UNCORRECTED)],
    writings: &[Writing::only(
        &[M, V, r"w \leftarrow w - \frac{\eta \sqrt{1 - \beta_2^t}}{1 - \beta_1^t} \frac{m}{\sqrt{v} + \varepsilon}"],
        &[KERAS_AVERAGES[0], KERAS_AVERAGES[1], "p = p - m*(lr*sqrt(1-beta2**t)/(1-beta1**t))/(sqrt(v)+epsilon)"],
    )],
    torch: None,
    ..COURSE
};

struct Adam<const N: usize> {
    moments: Moments<N>,
    root: Root,
}

impl<const N: usize> Rule<N> for Adam<N> {
    fn new(settings: &Settings) -> Self {
        Self { moments: Moments::new(settings), root: Root::new(settings) }
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
        let step = self.moments.fall(g, pace.rate, self.root, note);
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

//! AdaMax: Adam with the largest recent gradient in the place of the root mean square.
//!
//! m ← β₁ m + (1 − β₁) g,   u ← max(β₂ u, |g|),   θ ← θ − η m̂ / (u + ε)   (course, Keras)
//!
//! Kingma and Ba 2015, arXiv:1412.6980, section 7.1: the limit of Lᵖ norms for p → ∞, which needs no second correction.
//! PyTorch and Optax add ε inside the maximum, u ← max(β₂ u, |g| + ε), and divide by u alone.

use super::{Method, Pace, Rule};
use crate::catalogue::Knob;
use crate::form::{Form, Writing, begin};
use crate::landscape::{Landscape, Look};
use crate::memory::{AVERAGES, KERAS_AVERAGES, M, M_HAT, TORCH_M};
use crate::note::{Note, Part};
use crate::recipe::Settings;
use crate::{Vector, math};

pub(super) const ENTRY: Method = Method {
    id: "adamax",
    title: "AdaMax",
    source: "Kingma and Ba 2015, arXiv:1412.6980, section 7.1",
    forms: &[COURSE, PYTORCH, OPTAX, KERAS],
    stability: None,
};

const U: &str = r"u \leftarrow \max(\beta_2 u, |\nabla w|)";
const BESIDE: &str = r"w \leftarrow w - \frac{\eta}{u + \varepsilon} \hat{m}";
const PYTHON_U: &str = "u = maximum(beta2*u, abs(g))";

const COURSE: Form = Form {
    convention: "course",
    knobs: &[Knob::LEARNING_RATE, Knob::BETA1, Knob::BETA2, Knob::EPSILON.at(1e-8), Knob::BIAS_CORRECTION],
    fixed: &[],
    writings: &[
        Writing::when(
            &[("bias_correction", 0.0)],
            &[M, U, r"w \leftarrow w - \frac{\eta}{u + \varepsilon} m"],
            &[AVERAGES[0], PYTHON_U, "p = p - lr*m/(u+epsilon)"],
        ),
        Writing::only(&[M, U, M_HAT, BESIDE], &[AVERAGES[0], PYTHON_U, "p = p - lr/(1-beta1**t)*m/(u+epsilon)"]),
    ],
    torch: None,
    begin: begin::<AdaMax<2>, AdaMax<5>>(),
};

const PYTORCH: Form = Form {
    convention: "pytorch",
    knobs: &[Knob::LEARNING_RATE, Knob::BETA1, Knob::BETA2, Knob::EPSILON.at(1e-8)],
    fixed: &[(IN_MAXIMUM, 1.0)],
    writings: &[Writing::only(
        &[
            M,
            r"u \leftarrow \max(\beta_2 u, |\nabla w| + \varepsilon)",
            M_HAT,
            r"w \leftarrow w - \frac{\eta}{u} \hat{m}",
        ],
        &[TORCH_M, "u = maximum(beta2*u, abs(g)+epsilon)", "p = p - lr/(1-beta1**t)*m/u"],
    )],
    torch: Some("torch.optim.Adamax([p], lr=lr, betas=(beta1, beta2), eps=epsilon)"),
    ..COURSE
};

const OPTAX: Form = Form {
    convention: "optax",
    writings: &[Writing::only(
        PYTORCH.writings[0].formula,
        &[AVERAGES[0], "u = maximum(abs(g)+epsilon, beta2*u)", "p = p - lr*(m/(1-beta1**t))/u"],
    )],
    torch: None,
    ..PYTORCH
};

const KERAS: Form = Form {
    convention: "keras",
    knobs: &[Knob::LEARNING_RATE, Knob::BETA1, Knob::BETA2, Knob::EPSILON.at(1e-7)],
    writings: &[Writing::only(
        &[M, U, M_HAT, BESIDE],
        &[KERAS_AVERAGES[0], PYTHON_U, "p = p - lr*m/((1-beta1**t)*(u+epsilon))"],
    )],
    ..COURSE
};

/// The switch of PyTorch and Optax: ε stands in the maximum.
const IN_MAXIMUM: &str = "epsilon_in_maximum";

struct AdaMax<const N: usize> {
    m: Vector<N>,
    u: Vector<N>,
    t: f64,
    beta1: f64,
    beta2: f64,
    /// β₁ᵗ.
    power: f64,
    /// ε in the maximum and beside u; one of them is 0.
    epsilon: [f64; 2],
    corrected: bool,
}

impl<const N: usize> AdaMax<N> {
    /// Takes a gradient into the average and the maximum.
    #[inline]
    fn take(&mut self, g: Vector<N>, note: &mut impl Note<N>) {
        note.part(Part::Term, "m", self.m);
        note.part(Part::Term, "u", self.u);
        self.m = self.beta1 * self.m + (1.0 - self.beta1) * g;
        self.u = (self.beta2 * self.u).zip(g, |u, g| math::larger(u, g.abs() + self.epsilon[0]));
        self.t += 1.0;
        self.power *= self.beta1;
        note.part(Part::Memory, "m", self.m);
        note.part(Part::Memory, "u", self.u);
        note.number("t", self.t);
    }

    #[inline]
    fn m_hat(&self, note: &mut impl Note<N>) -> Vector<N> {
        if !self.corrected {
            return self.m;
        }
        let m_hat = self.m / (1.0 - self.power);
        note.part(Part::Term, r"\hat{m}", m_hat);
        m_hat
    }
}

impl<const N: usize> Rule<N> for AdaMax<N> {
    fn new(settings: &Settings) -> Self {
        let [beta1, beta2, epsilon] = ["beta1", "beta2", "epsilon"].map(|id| settings.of(id));
        let epsilon = if settings.is(IN_MAXIMUM) { [epsilon, 0.0] } else { [0.0, epsilon] };
        let corrected = settings.get("bias_correction") != Some(0.0);
        Self { m: Vector::ZERO, u: Vector::ZERO, t: 0.0, beta1, beta2, power: 1.0, epsilon, corrected }
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
        self.take(g, note);
        let m_hat = self.m_hat(note);
        let scale = self.u.map(|u| pace.rate / (u + self.epsilon[1]));
        let step = scale * m_hat;
        note.part(Part::Scale, r"\frac{\eta}{u}", scale);
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

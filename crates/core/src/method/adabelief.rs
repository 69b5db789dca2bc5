//! AdaBelief: Adam whose second average asks how far a gradient is from what was expected, not how large it is.
//!
//! m ← β₁ m + (1 − β₁) g,   v ← β₂ v + (1 − β₂) (g − m)² + ε̄,   θ ← θ − η m̂ / (√v̂ + ε)
//!
//! Zhuang et al. 2020, arXiv:2010.07468, algorithm 2, where v is called s. ε̄ is added at every update and so piles up
//! in v, before the correction.

use super::{Method, Pace, Rule};
use crate::catalogue::Knob;
use crate::form::{Form, Writing, begin};
use crate::landscape::{Landscape, Look};
use crate::memory::{AVERAGES, M, M_HAT, Moments, V_HAT};
use crate::note::{Note, Part};
use crate::recipe::Settings;
use crate::{Vector, math};

pub(super) const ENTRY: Method = Method {
    id: "adabelief",
    title: "AdaBelief",
    source: "Zhuang et al. 2020, arXiv:2010.07468, algorithm 2",
    forms: &[OPTAX],
    stability: None,
};

const OPTAX: Form = Form {
    convention: "optax",
    knobs: &[
        Knob::LEARNING_RATE,
        Knob::BETA1,
        Knob::BETA2,
        Knob::EPSILON.at(1e-16),
        Knob { about: "what every update adds to the average square", ..Knob::EPSILON_ROOT.at(1e-16) },
    ],
    fixed: &[],
    writings: &[Writing::only(
        &[
            M,
            r"v \leftarrow \beta_2 v + (1 - \beta_2) (\nabla w - m)^2 + \bar{\varepsilon}",
            M_HAT,
            V_HAT,
            r"w \leftarrow w - \eta \frac{\hat{m}}{\sqrt{\hat{v}} + \varepsilon}",
        ],
        &[
            AVERAGES[0],
            "v = beta2*v + (1-beta2)*(g-m)**2 + epsilon_root",
            "p = p - lr*(m/(1-beta1**t))/(sqrt(v/(1-beta2**t))+epsilon)",
        ],
    )],
    torch: None,
    begin: begin::<AdaBelief<2>, AdaBelief<5>>(),
};

struct AdaBelief<const N: usize> {
    moments: Moments<N>,
    beta2: f64,
    epsilon: f64,
    epsilon_root: f64,
}

impl<const N: usize> Rule<N> for AdaBelief<N> {
    fn new(settings: &Settings) -> Self {
        let [beta2, epsilon, epsilon_root] = ["beta2", "epsilon", "epsilon_root"].map(|id| settings.of(id));
        Self { moments: Moments::new(settings), beta2, epsilon, epsilon_root }
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
        let Self { beta2, epsilon, epsilon_root, .. } = *self;
        let next = |m: Vector<N>, v: Vector<N>| {
            let surprise = (g - m) * (g - m);
            (beta2 * v + (1.0 - beta2) * surprise).map(|v| v + epsilon_root)
        };
        self.moments.take_with(g, next, note);
        let (m_hat, v_hat, _) = self.moments.corrected(self.moments.v, note);
        let scale = v_hat.map(|v| pace.rate / (math::sqrt(v) + epsilon));
        let step = scale * m_hat;
        note.part(Part::Scale, r"\frac{\eta}{\sqrt{\hat{v}}}", scale);
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

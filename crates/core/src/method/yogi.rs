//! Yogi: Adam whose second average goes up and down by at most (1 − β₂) g², however far g² is from it.
//!
//! m ← β₁ m + (1 − β₁) g,   v ← v − (1 − β₂) sign(v − g²) g²,   θ ← θ − η m̂ / (√v̂ + ε)
//!
//! Zaheer et al. 2018, Adaptive Methods for Nonconvex Optimization, NeurIPS 31, algorithm 2. In Adam a gradient of
//! before is forgotten the faster the larger it was; here v falls slowly. Both averages start above zero, and are
//! corrected all the same: Optax.

use super::{Method, Pace, Rule};
use crate::catalogue::Knob;
use crate::form::{Form, Writing, begin};
use crate::landscape::{Landscape, Look};
use crate::memory::{AVERAGES, M, M_HAT, Moments, OUTSIDE, Root, V_HAT};
use crate::note::{Note, Part};
use crate::recipe::Settings;
use crate::{Vector, math};

pub(super) const ENTRY: Method = Method {
    id: "yogi",
    title: "Yogi",
    source: "Zaheer et al. 2018, Adaptive Methods for Nonconvex Optimization, NeurIPS 31, algorithm 2",
    forms: &[OPTAX],
    stability: None,
};

const OPTAX: Form = Form {
    convention: "optax",
    knobs: &[
        Knob::LEARNING_RATE,
        Knob::BETA1,
        Knob::BETA2,
        Knob::EPSILON.at(1e-3),
        Knob { about: "where both averages start", ..Knob::INITIAL_ACCUMULATOR.at(1e-6) },
    ],
    fixed: &[("epsilon_placement", OUTSIDE)],
    writings: &[Writing::only(
        &[
            M,
            r"v \leftarrow v - (1 - \beta_2) \operatorname{sign}(v - (\nabla w)^2) (\nabla w)^2",
            M_HAT,
            V_HAT,
            r"w \leftarrow w - \eta \frac{\hat{m}}{\sqrt{\hat{v}} + \varepsilon}",
        ],
        &[
            "m = initial_accumulator if t == 1 else m",
            "v = initial_accumulator if t == 1 else v",
            AVERAGES[0],
            "v = v - (1-beta2)*sign(v-g*g)*g*g",
            "p = p - lr*(m/(1-beta1**t))/(sqrt(v/(1-beta2**t))+epsilon)",
        ],
    )],
    torch: None,
    begin: begin::<Yogi<2>, Yogi<5>>(),
};

struct Yogi<const N: usize> {
    moments: Moments<N>,
    beta2: f64,
    root: Root,
}

impl<const N: usize> Rule<N> for Yogi<N> {
    fn new(settings: &Settings) -> Self {
        let mut moments = Moments::new(settings);
        moments.m = Vector([settings.of("initial_accumulator"); N]);
        moments.v = moments.m;
        Self { moments, beta2: settings.of("beta2"), root: Root::new(settings) }
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
        let (beta2, square) = (self.beta2, g * g);
        self.moments.take_with(g, |_, v| v - (1.0 - beta2) * ((v - square).map(math::sign) * square), note);
        let (m_hat, v_hat, weight) = self.moments.corrected(self.moments.v, note);
        let scale = self.root.of(v_hat, weight).map(|root| pace.rate / root);
        let step = scale * m_hat;
        note.part(Part::Scale, r"\frac{\eta}{\sqrt{\hat{v}}}", scale);
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

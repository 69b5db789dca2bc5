//! AMSGrad: Adam whose rates never rise again, as it divides by the largest average square so far.
//!
//! v̄ ← max(v̄, v),   θ ← θ − η m̂ / √(v̄ / (1 − β₂ᵗ) + ε)   (course)
//!
//! Reddi, Kale and Kumar 2018, arXiv:1904.09237, algorithm 2, which has no corrections. Optax takes the largest v̂, the
//! others correct the largest v; as the first v̂ is the whole of g², Optax's first gradient bounds its rate for ever.

use super::{Method, Pace, Rule};
use crate::catalogue::Knob;
use crate::form::{Form, Writing, begin};
use crate::landscape::{Landscape, Look};
use crate::memory::{AVERAGES, KERAS_AVERAGES, M, M_HAT, Moments, OUTSIDE, Root, TORCH_M, UNCORRECTED, V, V_HAT};
use crate::note::{Note, Part};
use crate::recipe::Settings;
use crate::{Vector, math};

pub(super) const ENTRY: Method = Method {
    id: "amsgrad",
    title: "AMSGrad",
    source: "Reddi, Kale and Kumar 2018, arXiv:1904.09237, algorithm 2",
    forms: &[COURSE, PYTORCH, OPTAX, KERAS],
    stability: None,
};

const MAX: &str = r"\bar{v} \leftarrow \max(\bar{v}, v)";
const MAX_HAT: &str = r"\hat{v} \leftarrow \frac{\bar{v}}{1 - \beta_2^t}";
const PYTHON_MAX: &str = "vm = maximum(vm, v)";

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
            &[M, V, MAX, r"w \leftarrow w - \frac{\eta}{\sqrt{\bar{v}} + \varepsilon} m"],
            &[AVERAGES[0], AVERAGES[1], PYTHON_MAX, "p = p - lr/(sqrt(vm)+epsilon)*m"],
        ),
        Writing::when(
            &[("bias_correction", 0.0)],
            &[M, V, MAX, r"w \leftarrow w - \frac{\eta}{\sqrt{\bar{v} + \varepsilon}} m"],
            &[AVERAGES[0], AVERAGES[1], PYTHON_MAX, "p = p - lr/sqrt(vm+epsilon)*m"],
        ),
        Writing::when(
            &[("epsilon_placement", OUTSIDE)],
            &[M, V, MAX, M_HAT, MAX_HAT, r"w \leftarrow w - \frac{\eta}{\sqrt{\hat{v}} + \varepsilon} \hat{m}"],
            &[AVERAGES[0], AVERAGES[1], PYTHON_MAX, "p = p - lr/(sqrt(vm/(1-beta2**t))+epsilon)*(m/(1-beta1**t))"],
        ),
        Writing::only(
            &[M, V, MAX, M_HAT, MAX_HAT, r"w \leftarrow w - \frac{\eta}{\sqrt{\hat{v} + \varepsilon}} \hat{m}"],
            &[AVERAGES[0], AVERAGES[1], PYTHON_MAX, "p = p - lr/sqrt(vm/(1-beta2**t)+epsilon)*(m/(1-beta1**t))"],
        ),
    ],
    torch: None,
    begin: begin::<AmsGrad<2>, AmsGrad<5>>(),
};

const PYTORCH: Form = Form {
    convention: "pytorch",
    knobs: &[Knob::LEARNING_RATE, Knob::BETA1, Knob::BETA2, Knob::EPSILON.at(1e-8)],
    fixed: &[("epsilon_placement", OUTSIDE)],
    writings: &[Writing::only(
        &[M, V, MAX, M_HAT, MAX_HAT, r"w \leftarrow w - \eta \frac{\hat{m}}{\sqrt{\hat{v}} + \varepsilon}"],
        &[TORCH_M, AVERAGES[1], PYTHON_MAX, "p = p - lr/(1-beta1**t)*m/(sqrt(vm)/sqrt(1-beta2**t)+epsilon)"],
    )],
    torch: Some("torch.optim.Adam([p], lr=lr, betas=(beta1, beta2), eps=epsilon, amsgrad=True)"),
    ..COURSE
};

const OPTAX: Form = Form {
    convention: "optax",
    knobs: &[Knob::LEARNING_RATE, Knob::BETA1, Knob::BETA2, Knob::EPSILON.at(1e-8), Knob::EPSILON_ROOT.at(0.0)],
    fixed: &[("epsilon_placement", OUTSIDE), (MAX_OF_CORRECTED, 1.0)],
    writings: &[Writing::only(
        &[
            M,
            V,
            M_HAT,
            V_HAT,
            r"\bar{v} \leftarrow \max(\bar{v}, \hat{v})",
            r"w \leftarrow w - \eta \frac{\hat{m}}{\sqrt{\bar{v} + \bar{\varepsilon}} + \varepsilon}",
        ],
        &[
            AVERAGES[0],
            AVERAGES[1],
            "vm = maximum(vm, v/(1-beta2**t))",
            "p = p - lr*(m/(1-beta1**t))/(sqrt(vm+epsilon_root)+epsilon)",
        ],
    )],
    ..COURSE
};

const KERAS: Form = Form {
    convention: "keras",
    knobs: &[Knob::LEARNING_RATE, Knob::BETA1, Knob::BETA2, Knob::EPSILON.at(1e-7)],
    fixed: &[("epsilon_placement", UNCORRECTED)],
    writings: &[Writing::only(
        &[
            M,
            V,
            MAX,
            r"w \leftarrow w - \frac{\eta \sqrt{1 - \beta_2^t}}{1 - \beta_1^t} \frac{m}{\sqrt{\bar{v}} + \varepsilon}",
        ],
        &[
            KERAS_AVERAGES[0],
            KERAS_AVERAGES[1],
            PYTHON_MAX,
            "p = p - m*(lr*sqrt(1-beta2**t)/(1-beta1**t))/(sqrt(vm)+epsilon)",
        ],
    )],
    ..COURSE
};

/// The switch of Optax: the maximum is of v̂, not of v.
const MAX_OF_CORRECTED: &str = "max_of_corrected";

struct AmsGrad<const N: usize> {
    moments: Moments<N>,
    largest: Vector<N>,
    root: Root,
    of_corrected: bool,
}

impl<const N: usize> AmsGrad<N> {
    /// Keeps the larger of each component.
    #[inline]
    fn keep(&mut self, v: Vector<N>, note: &mut impl Note<N>) {
        note.part(Part::Term, r"\bar{v}", self.largest);
        self.largest = self.largest.zip(v, math::larger);
        note.part(Part::Memory, r"\bar{v}", self.largest);
    }
}

impl<const N: usize> Rule<N> for AmsGrad<N> {
    fn new(settings: &Settings) -> Self {
        let (moments, root) = (Moments::new(settings), Root::new(settings));
        Self { moments, largest: Vector::ZERO, root, of_corrected: settings.is(MAX_OF_CORRECTED) }
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
        self.moments.take(g, note);
        let (m_hat, root) = if self.of_corrected {
            let (m_hat, v_hat, weight) = self.moments.corrected(self.moments.v, note);
            self.keep(v_hat, note);
            (m_hat, self.root.of(self.largest, weight))
        } else {
            self.keep(self.moments.v, note);
            let (m_hat, v_hat, weight) = self.moments.corrected(self.largest, note);
            (m_hat, self.root.of(v_hat, weight))
        };
        let scale = root.map(|root| pace.rate / root);
        let step = scale * m_hat;
        note.part(Part::Scale, r"\frac{\eta}{\sqrt{\bar{v}}}", scale);
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

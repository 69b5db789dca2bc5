//! NAdam: Adam with Nesterov's look ahead: the step uses the average gradient as the next update would weigh it.
//!
//! m̄ = β₁ m / (1 − β₁ᵗ⁺¹) + (1 − β₁) g / (1 − β₁ᵗ),   θ ← θ − η m̄ / √(v̂ + ε)   (course)
//!
//! Dozat 2016, Incorporating Nesterov momentum into Adam, ICLR workshop. PyTorch and Keras let the coefficient warm up:
//! μₜ = β₁ (1 − ½ · 0.96^(t ψ)) and P = μ₁ ⋯ μₜ take the places of β₁ and β₁ᵗ; ψ is 1 in Keras. Far beyond that
//! warm-up, for a large ψ, this is the constant coefficient of the course and Optax.

use super::{Method, Pace, Rule};
use crate::catalogue::Knob;
use crate::form::{Form, Writing, begin};
use crate::landscape::{Landscape, Look};
use crate::memory::{AVERAGES, KERAS_AVERAGES, M, Moments, OUTSIDE, Root, TORCH_M, V, V_HAT};
use crate::note::{Note, Part};
use crate::recipe::Settings;
use crate::{Vector, math};

pub(super) const ENTRY: Method = Method {
    id: "nadam",
    title: "NAdam",
    source: "Dozat 2016, Incorporating Nesterov Momentum into Adam, ICLR workshop",
    forms: &[COURSE, PYTORCH, OPTAX, KERAS],
    stability: None,
};

const AHEAD: &str =
    r"\bar{m} \leftarrow \frac{\beta_1 m}{1 - \beta_1^{t + 1}} + \frac{(1 - \beta_1) \nabla w}{1 - \beta_1^t}";
const PLAIN_AHEAD: &str = r"\bar{m} \leftarrow \beta_1 m + (1 - \beta_1) \nabla w";
const WARM: [&str; 4] = [
    r"\mu_t \leftarrow \beta_1 (1 - \frac{0.96^{t \psi}}{2})",
    r"\mu_{t+1} \leftarrow \beta_1 (1 - \frac{0.96^{(t + 1) \psi}}{2})",
    r"P \leftarrow P \mu_t",
    r"\bar{m} \leftarrow \frac{\mu_{t+1} m}{1 - P \mu_{t+1}} + \frac{(1 - \mu_t) \nabla w}{1 - P}",
];
const BESIDE_ROOT: &str = r"w \leftarrow w - \eta \frac{\bar{m}}{\sqrt{\hat{v}} + \varepsilon}";

const PYTHON_AHEAD: &str = "n = beta1*m/(1-beta1**(t+1)) + (1-beta1)*g/(1-beta1**t)";
const PYTHON_PLAIN: &str = "n = beta1*m + (1-beta1)*g";
const PYTHON_PRODUCT: &str = "P = c if t == 1 else P*c";

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
            &[M, V, PLAIN_AHEAD, r"w \leftarrow w - \frac{\eta}{\sqrt{v} + \varepsilon} \bar{m}"],
            &[AVERAGES[0], AVERAGES[1], PYTHON_PLAIN, "p = p - lr/(sqrt(v)+epsilon)*n"],
        ),
        Writing::when(
            &[("bias_correction", 0.0)],
            &[M, V, PLAIN_AHEAD, r"w \leftarrow w - \frac{\eta}{\sqrt{v + \varepsilon}} \bar{m}"],
            &[AVERAGES[0], AVERAGES[1], PYTHON_PLAIN, "p = p - lr/sqrt(v+epsilon)*n"],
        ),
        Writing::when(
            &[("epsilon_placement", OUTSIDE)],
            &[M, V, AHEAD, V_HAT, r"w \leftarrow w - \frac{\eta}{\sqrt{\hat{v}} + \varepsilon} \bar{m}"],
            &[AVERAGES[0], AVERAGES[1], PYTHON_AHEAD, "p = p - lr/(sqrt(v/(1-beta2**t))+epsilon)*n"],
        ),
        Writing::only(
            &[M, V, AHEAD, V_HAT, r"w \leftarrow w - \frac{\eta}{\sqrt{\hat{v} + \varepsilon}} \bar{m}"],
            &[AVERAGES[0], AVERAGES[1], PYTHON_AHEAD, "p = p - lr/sqrt(v/(1-beta2**t)+epsilon)*n"],
        ),
    ],
    torch: None,
    begin: begin::<NAdam<2>, NAdam<5>>(),
};

const PYTORCH: Form = Form {
    convention: "pytorch",
    knobs: &[
        Knob::LEARNING_RATE,
        Knob::BETA1,
        Knob::BETA2,
        Knob::EPSILON.at(1e-8),
        Knob::log("momentum_decay", r"\psi", [0.0, 1.0], "how fast the momentum warms up").at(0.004),
    ],
    fixed: &[("epsilon_placement", OUTSIDE)],
    writings: &[Writing::only(
        &[M, V, WARM[0], WARM[1], WARM[2], WARM[3], V_HAT, BESIDE_ROOT],
        &[
            TORCH_M,
            AVERAGES[1],
            "c = beta1*(1-.5*.96**(t*momentum_decay))",
            "c1 = beta1*(1-.5*.96**((t+1)*momentum_decay))",
            PYTHON_PRODUCT,
            "D = sqrt(v/(1-beta2**t))+epsilon",
            "p = p - lr*(1-c)/(1-P)*g/D - lr*c1/(1-P*c1)*m/D",
        ],
    )],
    torch: Some("torch.optim.NAdam([p], lr=lr, betas=(beta1, beta2), eps=epsilon, momentum_decay=momentum_decay)"),
    ..COURSE
};

const OPTAX: Form = Form {
    convention: "optax",
    knobs: &[Knob::LEARNING_RATE, Knob::BETA1, Knob::BETA2, Knob::EPSILON.at(1e-8), Knob::EPSILON_ROOT.at(0.0)],
    fixed: &[("epsilon_placement", OUTSIDE)],
    writings: &[Writing::only(
        &[
            M,
            V,
            AHEAD,
            V_HAT,
            r"w \leftarrow w - \eta \frac{\bar{m}}{\sqrt{\hat{v} + \bar{\varepsilon}} + \varepsilon}",
        ],
        &[AVERAGES[0], AVERAGES[1], PYTHON_AHEAD, "p = p - lr*n/(sqrt(v/(1-beta2**t)+epsilon_root)+epsilon)"],
    )],
    ..COURSE
};

const KERAS: Form = Form {
    convention: "keras",
    knobs: &[Knob::LEARNING_RATE, Knob::BETA1, Knob::BETA2, Knob::EPSILON.at(1e-7)],
    fixed: &[("epsilon_placement", OUTSIDE), ("momentum_decay", 1.0)],
    writings: &[Writing::only(
        &[
            M,
            V,
            r"\mu_t \leftarrow \beta_1 (1 - \frac{0.96^t}{2})",
            r"\mu_{t+1} \leftarrow \beta_1 (1 - \frac{0.96^{t + 1}}{2})",
            WARM[2],
            WARM[3],
            V_HAT,
            BESIDE_ROOT,
        ],
        &[
            KERAS_AVERAGES[0],
            KERAS_AVERAGES[1],
            "c = beta1*(1-.5*.96**t)",
            "c1 = beta1*(1-.5*.96**(t+1))",
            PYTHON_PRODUCT,
            "n = c1*m/(1-P*c1) + (1-c)*g/(1-P)",
            "p = p - n*lr/(sqrt(v/(1-beta2**t))+epsilon)",
        ],
    )],
    ..COURSE
};

struct NAdam<const N: usize> {
    moments: Moments<N>,
    root: Root,
    beta1: f64,
    /// ψ ln 0.96, where the coefficient warms up.
    warming: Option<f64>,
    /// P, the product of the coefficients so far.
    product: f64,
    corrected: bool,
}

impl<const N: usize> NAdam<N> {
    /// The coefficients of this update and of the next.
    #[inline]
    fn coefficients(&self) -> [f64; 2] {
        let Some(warming) = self.warming else { return [self.beta1; 2] };
        [self.moments.t, self.moments.t + 1.0].map(|t| self.beta1 * (1.0 - 0.5 * math::exp(t * warming)))
    }

    /// m̄, once the gradient is in the averages.
    #[inline]
    fn ahead(&mut self, g: Vector<N>, note: &mut impl Note<N>) -> Vector<N> {
        let [now, next] = self.coefficients();
        note.number("P", self.product);
        self.product *= now;
        note.number(r"\mu_t", now);
        note.number(r"\mu_{t+1}", next);
        note.number("P", self.product);
        let (of_m, of_g) = (next * self.moments.m, (1.0 - now) * g);
        let ahead =
            if self.corrected { of_m / (1.0 - self.product * next) + of_g / (1.0 - self.product) } else { of_m + of_g };
        note.part(Part::Term, r"\bar{m}", ahead);
        ahead
    }
}

impl<const N: usize> Rule<N> for NAdam<N> {
    fn new(settings: &Settings) -> Self {
        Self {
            moments: Moments::new(settings),
            root: Root::new(settings),
            beta1: settings.of("beta1"),
            warming: settings.get("momentum_decay").map(|psi| psi * math::ln(0.96)),
            product: 1.0,
            corrected: settings.get("bias_correction") != Some(0.0),
        }
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
        let ahead = self.ahead(g, note);
        let (v_hat, weight) = self.moments.v_hat(self.moments.v, note);
        let scale = self.root.of(v_hat, weight).map(|root| pace.rate / root);
        let step = scale * ahead;
        note.part(Part::Scale, r"\frac{\eta}{\sqrt{\hat{v}}}", scale);
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

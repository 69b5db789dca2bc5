//! AdamW: Adam, and a pull of the weights to zero that does not go through its averages.
//!
//! θ ← θ − η λ θ − η m̂ / √(v̂ + ε)
//!
//! Loshchilov and Hutter 2019, arXiv:1711.05101, algorithm 2. An L2 term in the loss would be divided by √v̂ like every
//! gradient; decoupled, the decay is the same for every weight. All conventions take it with the rate of this update.

use super::{Method, Pace, Rule};
use crate::Vector;
use crate::catalogue::Knob;
use crate::form::{Form, Writing, begin};
use crate::landscape::{Landscape, Look};
use crate::memory::{AVERAGES, KERAS_AVERAGES, M, M_HAT, Moments, OUTSIDE, Root, TORCH_M, UNCORRECTED, V, V_HAT};
use crate::note::{Note, Part};
use crate::recipe::Settings;

pub(super) const ENTRY: Method = Method {
    id: "adamw",
    title: "AdamW",
    source: "Loshchilov and Hutter 2019, arXiv:1711.05101, algorithm 2",
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
        Knob::WEIGHT_DECAY.at(0.01),
        Knob::EPSILON_PLACEMENT,
        Knob::BIAS_CORRECTION,
    ],
    fixed: &[],
    writings: &[
        Writing::when(
            &[("bias_correction", 0.0), ("epsilon_placement", OUTSIDE)],
            &[M, V, r"w \leftarrow w - \eta \lambda w - \frac{\eta}{\sqrt{v} + \varepsilon} m"],
            &[AVERAGES[0], AVERAGES[1], "p = p - lr*weight_decay*p - lr/(sqrt(v)+epsilon)*m"],
        ),
        Writing::when(
            &[("bias_correction", 0.0)],
            &[M, V, r"w \leftarrow w - \eta \lambda w - \frac{\eta}{\sqrt{v + \varepsilon}} m"],
            &[AVERAGES[0], AVERAGES[1], "p = p - lr*weight_decay*p - lr/sqrt(v+epsilon)*m"],
        ),
        Writing::when(
            &[("epsilon_placement", OUTSIDE)],
            &[
                M,
                V,
                M_HAT,
                V_HAT,
                r"w \leftarrow w - \eta \lambda w - \frac{\eta}{\sqrt{\hat{v}} + \varepsilon} \hat{m}",
            ],
            &[
                AVERAGES[0],
                AVERAGES[1],
                "p = p - lr*weight_decay*p - lr/(sqrt(v/(1-beta2**t))+epsilon)*(m/(1-beta1**t))",
            ],
        ),
        Writing::only(
            &[
                M,
                V,
                M_HAT,
                V_HAT,
                r"w \leftarrow w - \eta \lambda w - \frac{\eta}{\sqrt{\hat{v} + \varepsilon}} \hat{m}",
            ],
            &[AVERAGES[0], AVERAGES[1], "p = p - lr*weight_decay*p - lr/sqrt(v/(1-beta2**t)+epsilon)*(m/(1-beta1**t))"],
        ),
    ],
    torch: None,
    begin: begin::<AdamW<2>, AdamW<5>>(),
};

const PYTORCH: Form = Form {
    convention: "pytorch",
    knobs: &[Knob::LEARNING_RATE, Knob::BETA1, Knob::BETA2, Knob::EPSILON.at(1e-8), Knob::WEIGHT_DECAY.at(0.01)],
    fixed: &[("epsilon_placement", OUTSIDE)],
    writings: &[Writing::only(
        &[M, V, M_HAT, V_HAT, r"w \leftarrow (1 - \eta \lambda) w - \eta \frac{\hat{m}}{\sqrt{\hat{v}} + \varepsilon}"],
        &[
            "p = p*(1-lr*weight_decay)",
            TORCH_M,
            AVERAGES[1],
            "p = p - lr/(1-beta1**t)*m/(sqrt(v)/sqrt(1-beta2**t)+epsilon)",
        ],
    )],
    torch: Some("torch.optim.AdamW([p], lr=lr, betas=(beta1, beta2), eps=epsilon, weight_decay=weight_decay)"),
    ..COURSE
};

const OPTAX: Form = Form {
    convention: "optax",
    knobs: &[
        Knob::LEARNING_RATE,
        Knob::BETA1,
        Knob::BETA2,
        Knob::EPSILON.at(1e-8),
        Knob::EPSILON_ROOT.at(0.0),
        Knob::WEIGHT_DECAY.at(1e-4),
    ],
    fixed: &[("epsilon_placement", OUTSIDE)],
    writings: &[Writing::only(
        &[
            M,
            V,
            M_HAT,
            V_HAT,
            r"w \leftarrow w - \eta (\frac{\hat{m}}{\sqrt{\hat{v} + \bar{\varepsilon}} + \varepsilon} + \lambda w)",
        ],
        &[
            AVERAGES[0],
            AVERAGES[1],
            "p = p - lr*((m/(1-beta1**t))/(sqrt(v/(1-beta2**t)+epsilon_root)+epsilon) + weight_decay*p)",
        ],
    )],
    ..COURSE
};

const KERAS: Form = Form {
    convention: "keras",
    knobs: &[Knob::LEARNING_RATE, Knob::BETA1, Knob::BETA2, Knob::EPSILON.at(1e-7), Knob::WEIGHT_DECAY.at(0.004)],
    fixed: &[("epsilon_placement", UNCORRECTED)],
    writings: &[Writing::only(
        &[
            M,
            V,
            r"w \leftarrow w - \eta \lambda w - \frac{\eta \sqrt{1 - \beta_2^t}}{1 - \beta_1^t} \frac{m}{\sqrt{v} + \varepsilon}",
        ],
        &[
            "p = p - p*weight_decay*lr",
            KERAS_AVERAGES[0],
            KERAS_AVERAGES[1],
            "p = p - m*(lr*sqrt(1-beta2**t)/(1-beta1**t))/(sqrt(v)+epsilon)",
        ],
    )],
    ..COURSE
};

struct AdamW<const N: usize> {
    moments: Moments<N>,
    root: Root,
    weight_decay: f64,
}

impl<const N: usize> Rule<N> for AdamW<N> {
    fn new(settings: &Settings) -> Self {
        let (moments, root) = (Moments::new(settings), Root::new(settings));
        Self { moments, root, weight_decay: settings.of("weight_decay") }
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
        let fall = self.moments.fall(g, pace.rate, self.root, note);
        let decay = pace.rate * self.weight_decay * at;
        note.part(Part::Term, r"\eta \lambda w", decay);
        let step = decay + fall;
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

//! RAdam: Adam that waits for its average square to mean something, and then lets it in by degrees.
//!
//! ρ∞ = 2 / (1 − β₂) − 1,   ρ = ρ∞ − 2 t β₂ᵗ / (1 − β₂ᵗ),   θ ← θ − η k m̂
//!
//! k = √((ρ − 4)(ρ − 2) ρ∞ / ((ρ∞ − 4)(ρ∞ − 2) ρ)) / (√v̂ + ε) once ρ > 5, else 1
//!
//! Liu et al. 2020, arXiv:1908.03265, algorithm 2. ρ is the number of gradients that the average is worth; the first
//! update that is rectified is t = 6 for β₂ of 0.9, 0.99 and 0.999 alike. PyTorch has ε beside the uncorrected root
//! and wants ρ > 5, Optax has it beside the corrected root and wants ρ ≥ 5.

use super::{Method, Pace, Rule};
use crate::catalogue::Knob;
use crate::form::{Form, Writing, begin};
use crate::landscape::{Landscape, Look};
use crate::memory::{AVERAGES, M, M_HAT, Moments, OUTSIDE, Root, TORCH_M, UNCORRECTED, V, V_HAT};
use crate::note::{Note, Part};
use crate::recipe::Settings;
use crate::{Vector, math};

pub(super) const ENTRY: Method = Method {
    id: "radam",
    title: "RAdam",
    source: "Liu et al. 2020, arXiv:1908.03265, algorithm 2",
    forms: &[PYTORCH, OPTAX],
    stability: None,
};

const RHO_MAX: &str = r"\rho_\infty \leftarrow \frac{2}{1 - \beta_2} - 1";
const RHO: &str = r"\rho \leftarrow \rho_\infty - \frac{2 t \beta_2^t}{1 - \beta_2^t}";
const W: &str = r"w \leftarrow w - \eta k \hat{m}";
const PYTHON_RHO: [&str; 2] = ["R = 2/(1-beta2)-1", "r = R - 2*t*beta2**t/(1-beta2**t)"];

const PYTORCH: Form = Form {
    convention: "pytorch",
    knobs: &[Knob::LEARNING_RATE, Knob::BETA1, Knob::BETA2, Knob::EPSILON.at(1e-8)],
    fixed: &[("epsilon_placement", UNCORRECTED)],
    writings: &[Writing::only(
        &[
            M,
            V,
            M_HAT,
            RHO_MAX,
            RHO,
            concat!(
                r"k \leftarrow \begin{cases} ",
                r"\sqrt{\frac{(\rho - 4)(\rho - 2) \rho_\infty}{(\rho_\infty - 4)(\rho_\infty - 2) \rho}} ",
                r"\frac{\sqrt{1 - \beta_2^t}}{\sqrt{v} + \varepsilon} & \rho > 5 \\ 1 & \text{otherwise} \end{cases}",
            ),
            W,
        ],
        &[
            TORCH_M,
            AVERAGES[1],
            PYTHON_RHO[0],
            PYTHON_RHO[1],
            concat!("k = sqrt((r-4)*(r-2)*R/((R-4)*(R-2)*r))*sqrt(1-beta2**t)/(sqrt(v)+epsilon)", " if r > 5 else 1",),
            "p = p - lr*m/(1-beta1**t)*k",
        ],
    )],
    torch: Some("torch.optim.RAdam([p], lr=lr, betas=(beta1, beta2), eps=epsilon)"),
    begin: begin::<RAdam<2>, RAdam<5>>(),
};

const OPTAX: Form = Form {
    convention: "optax",
    knobs: &[Knob::LEARNING_RATE, Knob::BETA1, Knob::BETA2, Knob::EPSILON.at(1e-8), Knob::EPSILON_ROOT.at(0.0)],
    fixed: &[("epsilon_placement", OUTSIDE), (FROM_FIVE, 1.0)],
    writings: &[Writing::only(
        &[
            M,
            V,
            M_HAT,
            V_HAT,
            RHO_MAX,
            RHO,
            concat!(
                r"k \leftarrow \begin{cases} 1 & \rho < 5 \\ ",
                r"\sqrt{\frac{(\rho - 4)(\rho - 2) \rho_\infty}{(\rho_\infty - 4)(\rho_\infty - 2) \rho}} ",
                r"\frac{1}{\sqrt{\hat{v} + \bar{\varepsilon}} + \varepsilon} & \text{otherwise} \end{cases}",
            ),
            W,
        ],
        &[
            AVERAGES[0],
            AVERAGES[1],
            PYTHON_RHO[0],
            PYTHON_RHO[1],
            concat!(
                "k = sqrt((r-4)*(r-2)*R/((R-4)*(R-2)*r))/(sqrt(v/(1-beta2**t)+epsilon_root)+epsilon)",
                " if r >= 5 else 1",
            ),
            "p = p - lr*k*(m/(1-beta1**t))",
        ],
    )],
    torch: None,
    ..PYTORCH
};

/// The switch of Optax: ρ = 5 is enough.
const FROM_FIVE: &str = "rectifies_at_five";

struct RAdam<const N: usize> {
    moments: Moments<N>,
    root: Root,
    ln_beta2: f64,
    /// ρ∞, what an endless average is worth.
    rho_max: f64,
    from_five: bool,
}

impl<const N: usize> RAdam<N> {
    /// The share of the rate that the average square is trusted with at ρ; `None` while it is not.
    #[inline]
    fn rectification(&self, rho: f64) -> Option<f64> {
        let max = self.rho_max;
        let share = (rho - 4.0) * (rho - 2.0) * max / ((max - 4.0) * (max - 2.0) * rho);
        (rho > 5.0 || (self.from_five && rho == 5.0)).then(|| math::sqrt(share))
    }

    /// k, where the average square is `v_hat` and has come together to `weight` = 1 − β₂ᵗ.
    #[inline]
    fn k(&self, v_hat: Vector<N>, weight: f64, note: &mut impl Note<N>) -> Vector<N> {
        // ρ is the difference of two large numbers: a power multiplied up over t updates would be too coarse.
        let power = math::exp(self.moments.t * self.ln_beta2);
        let rho = self.rho_max - 2.0 * self.moments.t * power / (1.0 - power);
        note.number(r"\rho_\infty", self.rho_max);
        note.number(r"\rho", rho);
        let k = match self.rectification(rho) {
            Some(rectification) => self.root.of(v_hat, weight).map(|root| rectification / root),
            None => Vector([1.0; N]),
        };
        note.part(Part::Term, "k", k);
        k
    }
}

impl<const N: usize> Rule<N> for RAdam<N> {
    fn new(settings: &Settings) -> Self {
        let beta2 = settings.of("beta2");
        Self {
            moments: Moments::new(settings),
            root: Root::new(settings),
            ln_beta2: math::ln(beta2),
            rho_max: 2.0 / (1.0 - beta2) - 1.0,
            from_five: settings.is(FROM_FIVE),
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
        let (m_hat, v_hat, weight) = self.moments.corrected(self.moments.v, note);
        let scale = pace.rate * self.k(v_hat, weight, note);
        let step = scale * m_hat;
        note.part(Part::Scale, r"\eta k", scale);
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

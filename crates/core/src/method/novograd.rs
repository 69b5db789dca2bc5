//! NovoGrad: one second average for all parameters together, of the gradient's length; the average of gradients comes
//! after the division by it.
//!
//! v ← β₂ v + (1 − β₂) ‖g‖²,   m ← β₁ m + g / (√(v + ε̄) + ε),   θ ← θ − η m
//!
//! Ginsburg et al. 2019, arXiv:1905.11286, algorithm 1, with w and b as one layer. The first v is ‖g‖², so that nothing
//! needs a correction.

use super::{Method, Pace, Rule};
use crate::Vector;
use crate::catalogue::Knob;
use crate::form::{Form, Writing, begin};
use crate::landscape::{Landscape, Look};
use crate::memory::{OUTSIDE, Root};
use crate::note::{Note, Part};
use crate::recipe::Settings;

pub(super) const ENTRY: Method = Method {
    id: "novograd",
    title: "NovoGrad",
    source: "Ginsburg et al. 2019, arXiv:1905.11286, algorithm 1",
    forms: &[OPTAX],
    stability: None,
};

const V: &str = concat!(
    r"v \leftarrow \begin{cases} \lVert \nabla w \rVert^2 & t = 1 \\",
    r" \beta_2 v + (1 - \beta_2) \lVert \nabla w \rVert^2 & t > 1 \end{cases}",
);

const OPTAX: Form = Form {
    convention: "optax",
    knobs: &[
        Knob::LEARNING_RATE,
        Knob::BETA1,
        Knob::BETA2.at(0.25),
        Knob::EPSILON.at(1e-6),
        Knob::EPSILON_ROOT.at(0.0),
    ],
    fixed: &[("epsilon_placement", OUTSIDE)],
    writings: &[Writing::only(
        &[
            V,
            r"m \leftarrow \beta_1 m + \frac{\nabla w}{\sqrt{v + \bar{\varepsilon}} + \varepsilon}",
            r"w \leftarrow w - \eta m",
        ],
        &[
            "n = sum(g*g) if t == 1 else (1-beta2)*sum(g*g) + beta2*n",
            "x = g/(sqrt(n+epsilon_root)+epsilon)",
            "m = x if t == 1 else beta1*m + x",
            "p = p - lr*m",
        ],
    )],
    torch: None,
    begin: begin::<NovoGrad<2>, NovoGrad<5>>(),
};

struct NovoGrad<const N: usize> {
    m: Vector<N>,
    /// The same number for every parameter.
    v: Vector<N>,
    t: f64,
    beta1: f64,
    beta2: f64,
    root: Root,
}

impl<const N: usize> Rule<N> for NovoGrad<N> {
    fn new(settings: &Settings) -> Self {
        let [beta1, beta2] = ["beta1", "beta2"].map(|id| settings.of(id));
        Self { m: Vector::ZERO, v: Vector::ZERO, t: 0.0, beta1, beta2, root: Root::new(settings) }
    }

    fn step<L: Landscape<N> + ?Sized>(
        &mut self,
        at: Vector<N>,
        pace: Pace,
        look: &mut Look<'_, L, N>,
        note: &mut impl Note<N>,
    ) -> Vector<N> {
        let g = look.slope(at);
        let square = g.dot(g);
        self.t += 1.0;
        note.part(Part::LookedAt, "w", at);
        note.part(Part::Gradient, r"\nabla w", g);
        note.number(r"\lVert \nabla w \rVert^2", square);
        note.number("t", self.t);
        note.part(Part::Term, "v", self.v);
        note.part(Part::Term, "m", self.m);
        self.v = if self.t == 1.0 {
            Vector([square; N])
        } else {
            self.v.map(|v| self.beta2 * v + (1.0 - self.beta2) * square)
        };
        self.m = self.beta1 * self.m + g / self.root.of(self.v, 1.0);
        let step = pace.rate * self.m;
        note.part(Part::Memory, "v", self.v);
        note.part(Part::Memory, "m", self.m);
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

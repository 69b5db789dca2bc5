//! AdaGrad: every parameter has its own rate, which falls with the squared gradients it has seen so far.
//!
//! v ← v + g²,   θ ← θ − η g / √(v + ε)   (course);   θ ← θ − η g / (√v + ε)   (PyTorch)
//!
//! Duchi, Hazan and Singer 2011, JMLR 12. The square root can be left out, to see what it is good for. Optax and Keras
//! start v at 0.1; in Optax a parameter that has seen no gradient at all stands still, whatever ε.

use super::{Method, Pace, Rule};
use crate::Vector;
use crate::catalogue::Knob;
use crate::form::{Form, Writing, quick};
use crate::landscape::{Landscape, Look};
use crate::memory::{INSIDE, OUTSIDE, Root};
use crate::note::{Note, Part};
use crate::recipe::Settings;

pub(super) const ENTRY: Method = Method {
    id: "adagrad",
    title: "AdaGrad",
    source: "Duchi, Hazan and Singer 2011, JMLR 12, 2121-2159; CS7015 lecture 5",
    forms: &[COURSE, PYTORCH, OPTAX, KERAS],
    stability: None,
};

const V: &str = r"v \leftarrow v + (\nabla w)^2";
const INSIDE_ROOT: &str = r"w \leftarrow w - \frac{\eta}{\sqrt{v + \varepsilon}} \nabla w";
const BESIDE_ROOT: &str = r"w \leftarrow w - \frac{\eta}{\sqrt{v} + \varepsilon} \nabla w";
const START: &str = "v = initial_accumulator if t == 1 else v";
const SUM: &str = "v = v + g*g";

const COURSE: Form = Form {
    convention: "course",
    knobs: &[
        Knob::LEARNING_RATE,
        Knob::EPSILON.at(1e-8),
        Knob::EPSILON_PLACEMENT,
        Knob::INITIAL_ACCUMULATOR.at(0.0),
        Knob::flag("square_root", "whether the rate is divided by the root of the sum, not by the sum").at(1.0),
    ],
    fixed: &[],
    writings: &[
        Writing::when(
            &[("square_root", 0.0)],
            &[V, r"w \leftarrow w - \frac{\eta}{v + \varepsilon} \nabla w"],
            &[START, SUM, "p = p - lr/(v+epsilon)*g"],
        )
        .ignoring(&["epsilon_placement"]),
        Writing::when(
            &[("epsilon_placement", OUTSIDE)],
            &[V, BESIDE_ROOT],
            &[START, SUM, "p = p - lr/(sqrt(v)+epsilon)*g"],
        ),
        Writing::only(&[V, INSIDE_ROOT], &[START, SUM, "p = p - lr/sqrt(v+epsilon)*g"]),
    ],
    torch: None,
    begin: quick::<AdaGrad<2>, AdaGrad<5>, AdaGrad<8>>(),
};

const PYTORCH: Form = Form {
    convention: "pytorch",
    knobs: &[Knob::LEARNING_RATE, Knob::EPSILON.at(1e-10), Knob::INITIAL_ACCUMULATOR.at(0.0)],
    fixed: &[("square_root", 1.0), ("epsilon_placement", OUTSIDE)],
    writings: &[Writing::only(&[V, BESIDE_ROOT], &[START, SUM, "p = p - lr*g/(sqrt(v)+epsilon)"])],
    torch: Some("torch.optim.Adagrad([p], lr=lr, eps=epsilon, initial_accumulator_value=initial_accumulator)"),
    ..COURSE
};

const OPTAX: Form = Form {
    convention: "optax",
    knobs: &[Knob::LEARNING_RATE, Knob::EPSILON.at(1e-7), Knob::INITIAL_ACCUMULATOR.at(0.1)],
    fixed: &[("square_root", 1.0), ("epsilon_placement", INSIDE), (STILL, 1.0)],
    writings: &[Writing::only(
        &[
            V,
            r"s \leftarrow \begin{cases} \frac{\eta}{\sqrt{v + \varepsilon}} & v > 0 \\ 0 & v = 0 \end{cases}",
            r"w \leftarrow w - s \nabla w",
        ],
        &[START, SUM, "p = p - lr*where(v > 0, 1/sqrt(v+epsilon), 0)*g"],
    )],
    ..COURSE
};

const KERAS: Form = Form {
    convention: "keras",
    fixed: &[("square_root", 1.0), ("epsilon_placement", INSIDE)],
    writings: &[Writing::only(&[V, INSIDE_ROOT], &[START, SUM, "p = p - lr*g/sqrt(v+epsilon)"])],
    ..OPTAX
};

/// The switch of Optax: a parameter whose v is 0 has rate 0.
const STILL: &str = "still_without_gradient";

struct AdaGrad<const N: usize> {
    v: Vector<N>,
    root: Root,
    /// ε where no root is taken.
    rootless: Option<f64>,
    still: bool,
}

impl<const N: usize> AdaGrad<N> {
    /// The rate of every parameter: η over the root of its sum.
    #[inline]
    fn scale(&self, rate: f64) -> Vector<N> {
        let divisor = match self.rootless {
            Some(epsilon) => self.v.map(|v| v + epsilon),
            None => self.root.of(self.v, 1.0),
        };
        let scale = divisor.map(|divisor| rate / divisor);
        if self.still { scale.zip(self.v, |scale, v| if v > 0.0 { scale } else { 0.0 }) } else { scale }
    }
}

impl<const N: usize> Rule<N> for AdaGrad<N> {
    fn new(settings: &Settings) -> Self {
        Self {
            v: Vector([settings.of("initial_accumulator"); N]),
            root: Root::new(settings),
            rootless: (!settings.is("square_root")).then(|| settings.of("epsilon")),
            still: settings.is(STILL),
        }
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
        note.part(Part::Term, "v", self.v);
        self.v += g * g;
        note.part(Part::Memory, "v", self.v);
        let scale = self.scale(pace.rate);
        let step = scale * g;
        note.part(Part::Scale, "s", scale);
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

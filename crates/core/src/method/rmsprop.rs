//! RMSProp: AdaGrad with a short memory, so that the rates can rise again.
//!
//! v ← β v + (1 − β) g²,   θ ← θ − η g / √(v + ε)   (course, Optax, Keras);   θ ← θ − η g / (√v + ε)   (PyTorch)
//!
//! Hinton 2012, Neural Networks for Machine Learning, lecture 6e. Centred, v − a² with the average gradient a takes
//! the place of v: the variance instead of the mean square (Graves 2013, arXiv:1308.0850). Under a nearly constant
//! gradient that difference rounds to 0 or below; with ε beside the root the step is then huge or NaN. So is the rule.

use super::{Method, Pace, Rule};
use crate::Vector;
use crate::catalogue::Knob;
use crate::form::{Form, Writing, quick};
use crate::landscape::{Landscape, Look};
use crate::memory::{INSIDE, OUTSIDE, Root};
use crate::note::{Note, Part};
use crate::recipe::Settings;

pub(super) const ENTRY: Method = Method {
    id: "rmsprop",
    title: "RMSProp",
    source: "Hinton 2012, Neural Networks for Machine Learning, lecture 6e; CS7015 lecture 5",
    forms: &[COURSE, PYTORCH, OPTAX, KERAS],
    stability: None,
};

const V: &str = r"v \leftarrow \beta v + (1 - \beta) (\nabla w)^2";
const A: &str = r"a \leftarrow \beta a + (1 - \beta) \nabla w";
const INSIDE_ROOT: &str = r"w \leftarrow w - \frac{\eta}{\sqrt{v + \varepsilon}} \nabla w";
const BESIDE_ROOT: &str = r"w \leftarrow w - \frac{\eta}{\sqrt{v} + \varepsilon} \nabla w";
const INSIDE_CENTRED: &str = r"w \leftarrow w - \frac{\eta}{\sqrt{v - a^2 + \varepsilon}} \nabla w";
const BESIDE_CENTRED: &str = r"w \leftarrow w - \frac{\eta}{\sqrt{v - a^2} + \varepsilon} \nabla w";

/// In Python: the mean square, and Optax's averages in Optax's order.
const SQUARE: &str = "v = decay*v + (1-decay)*g*g";
const OPTAX_SQUARE: &str = "v = (1-decay)*g*g + decay*v";
const OPTAX_MEAN: &str = "a = (1-decay)*g + decay*a";

const CENTERED: Knob = Knob::flag("centered", "whether the variance takes the place of the mean square");

const COURSE: Form = Form {
    convention: "course",
    knobs: &[Knob::LEARNING_RATE, Knob::DECAY, Knob::EPSILON.at(1e-8), Knob::EPSILON_PLACEMENT],
    fixed: &[],
    writings: &[
        Writing::when(
            &[("epsilon_placement", OUTSIDE)],
            &[V, BESIDE_ROOT],
            &[SQUARE, "p = p - lr/(sqrt(v)+epsilon)*g"],
        ),
        Writing::only(&[V, INSIDE_ROOT], &[SQUARE, "p = p - lr/sqrt(v+epsilon)*g"]),
    ],
    torch: None,
    begin: quick::<RmsProp<2>, RmsProp<5>, RmsProp<8>>(),
};

const PYTORCH: Form = Form {
    convention: "pytorch",
    knobs: &[Knob::LEARNING_RATE, Knob::DECAY.at(0.99), Knob::EPSILON.at(1e-8), CENTERED],
    fixed: &[("epsilon_placement", OUTSIDE)],
    writings: &[
        Writing::when(
            &[("centered", 1.0)],
            &[V, A, BESIDE_CENTRED],
            &[SQUARE, "a = a + (1-decay)*(g-a)", "p = p - lr*g/(sqrt(v-a*a)+epsilon)"],
        ),
        Writing::only(&[V, BESIDE_ROOT], &[SQUARE, "p = p - lr*g/(sqrt(v)+epsilon)"]),
    ],
    torch: Some("torch.optim.RMSprop([p], lr=lr, alpha=decay, eps=epsilon, centered=centered)"),
    ..COURSE
};

const OPTAX: Form = Form {
    convention: "optax",
    knobs: &[Knob::LEARNING_RATE, Knob::DECAY, Knob::EPSILON.at(1e-8), CENTERED, Knob::EPSILON_PLACEMENT],
    writings: &[
        Writing::when(
            &[("centered", 1.0), ("epsilon_placement", OUTSIDE)],
            &[V, A, BESIDE_CENTRED],
            &[OPTAX_MEAN, OPTAX_SQUARE, "p = p - lr*g/(sqrt(v-a*a)+epsilon)"],
        ),
        Writing::when(
            &[("centered", 1.0)],
            &[V, A, INSIDE_CENTRED],
            &[OPTAX_MEAN, OPTAX_SQUARE, "p = p - lr*g/sqrt(v-a*a+epsilon)"],
        ),
        Writing::when(
            &[("epsilon_placement", OUTSIDE)],
            &[V, BESIDE_ROOT],
            &[OPTAX_SQUARE, "p = p - lr*g/(sqrt(v)+epsilon)"],
        ),
        Writing::only(&[V, INSIDE_ROOT], &[OPTAX_SQUARE, "p = p - lr*g/sqrt(v+epsilon)"]),
    ],
    ..COURSE
};

const KERAS: Form = Form {
    convention: "keras",
    knobs: &[Knob::LEARNING_RATE, Knob::DECAY, Knob::EPSILON.at(1e-7), CENTERED],
    fixed: &[("epsilon_placement", INSIDE)],
    writings: &[
        Writing::when(
            &[("centered", 1.0)],
            &[V, A, INSIDE_CENTRED],
            &[SQUARE, "a = decay*a + (1-decay)*g", "p = p - lr*g/sqrt(v-a*a+epsilon)"],
        ),
        Writing::only(&[V, INSIDE_ROOT], &[SQUARE, "p = p - lr*g/sqrt(v+epsilon)"]),
    ],
    ..COURSE
};

struct RmsProp<const N: usize> {
    v: Vector<N>,
    /// The average gradient, where the rule is centred.
    a: Option<Vector<N>>,
    decay: f64,
    root: Root,
}

impl<const N: usize> RmsProp<N> {
    /// Takes a gradient into the averages; what stands under the root.
    #[inline]
    fn take(&mut self, g: Vector<N>, note: &mut impl Note<N>) -> Vector<N> {
        note.part(Part::Term, "v", self.v);
        self.v = self.decay * self.v + (1.0 - self.decay) * (g * g);
        note.part(Part::Memory, "v", self.v);
        let Some(a) = &mut self.a else { return self.v };
        note.part(Part::Term, "a", *a);
        *a = self.decay * *a + (1.0 - self.decay) * g;
        note.part(Part::Memory, "a", *a);
        self.v - *a * *a
    }
}

impl<const N: usize> Rule<N> for RmsProp<N> {
    fn new(settings: &Settings) -> Self {
        let a = settings.is("centered").then_some(Vector::ZERO);
        Self { v: Vector::ZERO, a, decay: settings.of("decay"), root: Root::new(settings) }
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
        let spread = self.take(g, note);
        let scale = self.root.of(spread, 1.0).map(|root| pace.rate / root);
        let step = scale * g;
        note.part(Part::Scale, r"\frac{\eta}{\sqrt{v}}", scale);
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

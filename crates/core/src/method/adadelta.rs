//! AdaDelta: RMSProp whose rate is the size of its own recent steps, so that a step has the unit of the weights.
//!
//! v ← β v + (1 − β) g²,   x = √(s + ε) / √(v + ε) · g,   s ← β s + (1 − β) x²,   θ ← θ − x
//!
//! Zeiler 2012, arXiv:1212.5701, algorithm 1. The libraries multiply the step x by a learning rate. s starts at 0, so ε
//! alone sets the size of the first steps.

use super::{Method, Pace, Rule};
use crate::Vector;
use crate::catalogue::Knob;
use crate::form::{Form, Writing, begin};
use crate::landscape::{Landscape, Look};
use crate::memory::Root;
use crate::note::{Note, Part};
use crate::recipe::Settings;

pub(super) const ENTRY: Method = Method {
    id: "adadelta",
    title: "AdaDelta",
    source: "Zeiler 2012, arXiv:1212.5701, algorithm 1",
    forms: &[COURSE, PYTORCH, OPTAX, KERAS],
    stability: None,
};

const V: &str = r"v \leftarrow \beta v + (1 - \beta) (\nabla w)^2";
const X: &str = r"x \leftarrow \frac{\sqrt{s + \varepsilon}}{\sqrt{v + \varepsilon}} \nabla w";
const S: &str = r"s \leftarrow \beta s + (1 - \beta) x^2";
const W: &str = r"w \leftarrow w - \eta x";
const LINES: [&str; 3] =
    ["v = decay*v + (1-decay)*g*g", "x = sqrt(s+epsilon)/sqrt(v+epsilon)*g", "s = decay*s + (1-decay)*x*x"];

const COURSE: Form = Form {
    convention: "course",
    knobs: &[Knob::DECAY, Knob::EPSILON.at(1e-8)],
    fixed: &[],
    writings: &[Writing::only(&[V, X, S, r"w \leftarrow w - x"], &[LINES[0], LINES[1], LINES[2], "p = p - x"])],
    torch: None,
    begin: begin::<AdaDelta<2>, AdaDelta<5>>(),
};

const PYTORCH: Form = Form {
    convention: "pytorch",
    knobs: &[Knob::LEARNING_RATE.at(1.0), Knob::DECAY, Knob::EPSILON.at(1e-6)],
    writings: &[Writing::only(&[V, X, S, W], &[LINES[0], LINES[1], LINES[2], "p = p - lr*x"])],
    torch: Some("torch.optim.Adadelta([p], lr=lr, rho=decay, eps=epsilon)"),
    ..COURSE
};

const OPTAX: Form = Form {
    convention: "optax",
    knobs: &[Knob::LEARNING_RATE, Knob::DECAY, Knob::EPSILON.at(1e-6)],
    writings: &[Writing::only(
        &[V, X, S, W],
        &["v = (1-decay)*g*g + decay*v", LINES[1], "s = (1-decay)*x*x + decay*s", "p = p - lr*x"],
    )],
    ..COURSE
};

const KERAS: Form = Form {
    convention: "keras",
    knobs: &[Knob::LEARNING_RATE.at(0.001), Knob::DECAY.at(0.95), Knob::EPSILON.at(1e-7)],
    writings: &[Writing::only(
        &[V, X, S, W],
        &[LINES[0], "x = sqrt(s+epsilon)*g/sqrt(v+epsilon)", LINES[2], "p = p - lr*x"],
    )],
    ..COURSE
};

struct AdaDelta<const N: usize> {
    v: Vector<N>,
    s: Vector<N>,
    decay: f64,
    root: Root,
}

impl<const N: usize> Rule<N> for AdaDelta<N> {
    fn new(settings: &Settings) -> Self {
        Self { v: Vector::ZERO, s: Vector::ZERO, decay: settings.of("decay"), root: Root::new(settings) }
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
        note.part(Part::Term, "v", self.v);
        note.part(Part::Term, "s", self.s);
        self.v = self.decay * self.v + (1.0 - self.decay) * (g * g);
        note.part(Part::Memory, "v", self.v);
        let ratio = self.root.of(self.s, 1.0) / self.root.of(self.v, 1.0);
        let x = ratio * g;
        note.part(Part::Term, "x", x);
        self.s = self.decay * self.s + (1.0 - self.decay) * (x * x);
        note.part(Part::Memory, "s", self.s);
        let step = pace.rate * x;
        note.part(Part::Scale, r"\eta \frac{\sqrt{s}}{\sqrt{v}}", pace.rate * ratio);
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

//! Rprop: every parameter has a step size h of its own; of the gradient only the sign counts.
//!
//! h ← η₊ h where the gradient keeps its sign, η₋ h where it flips, within h₋ … h₊;   θ ← θ − h sign(g)
//!
//! Riedmiller and Braun 1993, doi:10.1109/ICNN.1993.298623. The learning rate is the first h and nothing else: a later
//! rate has no effect. PyTorch compares two gradients, and where the sign flipped it stands still for one update.
//! Optax compares the gradient with the move it is about to make, makes that move, and prepares the next: so its first
//! update moves nothing, it stands still twice at a flip, and its h grows one update earlier.

use super::{Method, Pace, Rule};
use crate::catalogue::Knob;
use crate::form::{Form, Writing, begin};
use crate::landscape::{Landscape, Look};
use crate::note::{Note, Part};
use crate::recipe::Settings;
use crate::{Vector, math};

pub(super) const ENTRY: Method = Method {
    id: "rprop",
    title: "Rprop",
    source: "Riedmiller and Braun 1993, doi:10.1109/ICNN.1993.298623",
    forms: &[PYTORCH, OPTAX],
    stability: None,
};

const FIRST: &str = r"h \leftarrow \begin{cases} \eta & t = 1 \\ h & t > 1 \end{cases}";

const CLIPPED: &str = concat!(
    r"h \leftarrow \begin{cases} \operatorname{clip}(\eta_+ h, h_{\min}, h_{\max}) & z > 0 \\",
    r" \operatorname{clip}(\eta_- h, h_{\min}, h_{\max}) & z < 0 \\ h & z = 0 \end{cases}",
);

const PYTORCH: Form = Form {
    convention: "pytorch",
    knobs: &[
        Knob::LEARNING_RATE,
        Knob::linear("eta_minus", r"\eta_-", [0.1, 1.0], "by what a step size shrinks when its slope flips").at(0.5),
        Knob::linear("eta_plus", r"\eta_+", [1.0, 2.0], "by what a step size grows while its slope keeps its sign")
            .at(1.2),
        Knob::log("step_min", r"h_{\min}", [1e-12, 1.0], "the smallest step size").at(1e-6),
        Knob::log("step_max", r"h_{\max}", [1e-3, 1e3], "the largest step size").at(50.0),
    ],
    fixed: &[],
    writings: &[Writing::only(
        &[
            FIRST,
            r"z \leftarrow q \nabla w",
            r"k \leftarrow \begin{cases} \eta_+ & z > 0 \\ \eta_- & z < 0 \\ 1 & z = 0 \end{cases}",
            r"h \leftarrow \operatorname{clip}(k h, h_{\min}, h_{\max})",
            r"q \leftarrow \begin{cases} 0 & z < 0 \\ \nabla w & \text{otherwise} \end{cases}",
            r"w \leftarrow w - h \operatorname{sign}(q)",
        ],
        &[
            "h = lr if t == 1 else h",
            "z = sign(g*q)",
            "h = clip(h*where(z > 0, eta_plus, where(z < 0, eta_minus, 1)), step_min, step_max)",
            "q = where(z < 0, 0, g)",
            "p = p - sign(q)*h",
        ],
    )],
    torch: Some("torch.optim.Rprop([p], lr=lr, etas=(eta_minus, eta_plus), step_sizes=(step_min, step_max))"),
    begin: begin::<Rprop<2>, Rprop<5>>(),
};

const OPTAX: Form = Form {
    convention: "optax",
    writings: &[Writing::only(
        &[
            FIRST,
            r"z \leftarrow q \nabla w",
            CLIPPED,
            r"x \leftarrow \begin{cases} 0 & z < 0 \\ q & \text{otherwise} \end{cases}",
            r"q \leftarrow \begin{cases} 0 & z < 0 \\ h \operatorname{sign}(\nabla w) & \text{otherwise} \end{cases}",
            r"w \leftarrow w - x",
        ],
        &[
            "h = lr if t == 1 else h",
            "z = g*q",
            "h = where(z == 0, h, clip(h*where(z > 0, eta_plus, eta_minus), step_min, step_max))",
            "x = where(z < 0, 0, q)",
            "q = where(z < 0, 0, h*sign(g))",
            "p = p - x",
        ],
    )],
    torch: None,
    begin: begin::<Prepared<2>, Prepared<5>>(),
    ..PYTORCH
};

/// The step sizes, and what turns them.
struct Sizes<const N: usize> {
    h: Vector<N>,
    t: f64,
    minus: f64,
    plus: f64,
    min: f64,
    max: f64,
}

impl<const N: usize> Sizes<N> {
    fn new(settings: &Settings) -> Self {
        let [minus, plus, min, max] = ["eta_minus", "eta_plus", "step_min", "step_max"].map(|id| settings.of(id));
        Self { h: Vector::ZERO, t: 0.0, minus, plus, min, max }
    }

    /// The first update takes its step sizes from the rate.
    fn begin(&mut self, rate: f64, note: &mut impl Note<N>) {
        note.part(Part::Term, "h", self.h);
        self.t += 1.0;
        if self.t == 1.0 {
            self.h = Vector([rate; N]);
        }
        note.number("t", self.t);
        note.part(Part::Term, "h", self.h);
    }

    fn clip(&self, h: f64) -> f64 {
        math::smaller(math::larger(h, self.min), self.max)
    }
}

/// q is the gradient before, 0 where its sign flipped.
struct Rprop<const N: usize> {
    sizes: Sizes<N>,
    q: Vector<N>,
}

impl<const N: usize> Rule<N> for Rprop<N> {
    fn new(settings: &Settings) -> Self {
        Self { sizes: Sizes::new(settings), q: Vector::ZERO }
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
        note.part(Part::Term, "q", self.q);
        let sizes = &mut self.sizes;
        sizes.begin(pace.rate, note);
        let z = self.q * g;
        let k = z.map(|z| {
            if z > 0.0 {
                sizes.plus
            } else if z < 0.0 {
                sizes.minus
            } else {
                1.0
            }
        });
        sizes.h = (k * sizes.h).map(|h| sizes.clip(h));
        self.q = z.zip(g, |z, g| if z < 0.0 { 0.0 } else { g });
        let step = sizes.h * self.q.map(math::sign);
        note.part(Part::Term, "z", z);
        note.part(Part::Term, "k", k);
        note.part(Part::Memory, "h", sizes.h);
        note.part(Part::Memory, "q", self.q);
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

/// q is the move of the next update, prepared by this one.
struct Prepared<const N: usize> {
    sizes: Sizes<N>,
    q: Vector<N>,
}

impl<const N: usize> Rule<N> for Prepared<N> {
    fn new(settings: &Settings) -> Self {
        Self { sizes: Sizes::new(settings), q: Vector::ZERO }
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
        note.part(Part::Term, "q", self.q);
        let sizes = &mut self.sizes;
        sizes.begin(pace.rate, note);
        let z = self.q * g;
        let turned = |z, h: f64| if z > 0.0 { sizes.clip(sizes.plus * h) } else { sizes.clip(sizes.minus * h) };
        sizes.h = z.zip(sizes.h, |z, h| if z == 0.0 { h } else { turned(z, h) });
        let step = z.zip(self.q, |z, q| if z < 0.0 { 0.0 } else { q });
        let next = sizes.h * g.map(math::sign);
        self.q = z.zip(next, |z, next| if z < 0.0 { 0.0 } else { next });
        note.part(Part::Term, "z", z);
        note.part(Part::Memory, "h", sizes.h);
        note.part(Part::Term, "x", step);
        note.part(Part::Memory, "q", self.q);
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

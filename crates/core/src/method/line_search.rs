//! Backtracking line search: gradient descent that halves its rate until the step pays.
//!
//! θ ← θ − α g with the first α of η, η/2, η/4, … for which L(θ − α g) ≤ L(θ) − 10⁻⁴ α ‖g‖²
//!
//! Armijo 1966, Pacific Journal of Mathematics 16; the constant as in Nocedal and Wright 2006, section 3.1. After 60
//! halvings it gives up and stays.

use super::{Method, Pace, Rule};
use crate::Vector;
use crate::catalogue::Knob;
use crate::form::{Form, Writing, begin};
use crate::landscape::{Landscape, Look};
use crate::note::{Note, Part};
use crate::recipe::Settings;

pub(super) const ENTRY: Method = Method {
    id: "line-search",
    title: "Backtracking line search",
    source: "Armijo 1966, Pacific Journal of Mathematics 16, doi:10.2140/pjm.1966.16.1",
    forms: &[COURSE],
    stability: None,
};

/// How much of what the slope promises a step must gain.
const SHARE: f64 = 1e-4;
const HALVINGS: usize = 60;

const W: &str = concat!(
    r"w \leftarrow \begin{cases} w - \alpha \nabla w",
    r" & L(w - \alpha \nabla w) \le L(w) - 0.0001 \alpha \lVert \nabla w \rVert^2 \\",
    r" w & \text{otherwise} \end{cases}",
);

const COURSE: Form = Form {
    convention: "course",
    knobs: &[Knob { about: "the first rate to try", ..Knob::LEARNING_RATE.at(1.0) }],
    fixed: &[],
    writings: &[Writing::only(
        &[r"\alpha \leftarrow \frac{\eta}{2^k}", W],
        &[
            "pays = lambda a: f(p - a*g) <= f(p) - 1e-4*a*sum(g*g)",
            "p = p - next((lr/2**k for k in range(61) if pays(lr/2**k)), 0)*g",
        ],
    )],
    torch: None,
    begin: begin::<LineSearch, LineSearch>(),
};

struct LineSearch;

impl<const N: usize> Rule<N> for LineSearch {
    fn new(_: &Settings) -> Self {
        Self
    }

    fn step<L: Landscape<N> + ?Sized>(
        &mut self,
        at: Vector<N>,
        pace: Pace,
        look: &mut Look<'_, L, N>,
        note: &mut impl Note<N>,
    ) -> Vector<N> {
        let (g, here) = (look.slope(at), look.value(at));
        let square = g.dot(g);
        let (mut rate, mut halvings, mut there) = (pace.rate, 0, look.value(at - pace.rate * g));
        let pays = |rate: f64, there: f64| there <= here - SHARE * rate * square;
        while !pays(rate, there) && halvings < HALVINGS {
            rate *= 0.5;
            halvings += 1;
            there = look.value(at - rate * g);
        }
        let (arrived, kind) = if pays(rate, there) { (at - rate * g, Part::Scale) } else { (at, Part::Term) };
        note.part(Part::LookedAt, "w", at);
        note.part(Part::Gradient, r"\nabla w", g);
        note.number(r"\lVert \nabla w \rVert^2", square);
        note.number("L(w)", here);
        note.number("k", halvings as f64);
        note.part(kind, r"\alpha", Vector([rate; N]));
        note.number(r"L(w - \alpha \nabla w)", there);
        note.part(Part::Move, r"\Delta w", arrived - at);
        arrived
    }
}

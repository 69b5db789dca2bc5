//! ASGD: gradient descent whose rate falls with the updates and whose weights decay a little.
//!
//! η̄ ← η / (1 + λ η (t − 1))^α,   θ ← (1 − λ η̄) θ − η̄ ∇L(θ)
//!
//! Polyak and Juditsky 1992, doi:10.1137/0330046, who average the points; the average is not the point that moves, and
//! is left out here. In PyTorch an update fixes the rate of the next one: so under a schedule η is the rate of the
//! update before, and the first update's its own.

use super::{Method, Pace, Rule};
use crate::catalogue::Knob;
use crate::form::{Form, Writing, begin};
use crate::landscape::{Landscape, Look};
use crate::note::{Note, Part};
use crate::recipe::Settings;
use crate::{Vector, math};

pub(super) const ENTRY: Method = Method {
    id: "asgd",
    title: "Averaged SGD",
    source: "Polyak and Juditsky 1992, doi:10.1137/0330046",
    forms: &[PYTORCH],
    stability: None,
};

const PYTORCH: Form = Form {
    convention: "pytorch",
    knobs: &[
        Knob::LEARNING_RATE,
        Knob::log("lambda", r"\lambda", [0.0, 1.0], "how fast the rate falls and the weights decay").at(1e-4),
        Knob::linear("power", r"\alpha", [0.0, 1.0], "with which power of the updates the rate falls").at(0.75),
    ],
    fixed: &[],
    writings: &[Writing::only(
        &[
            r"\bar{\eta} \leftarrow \frac{\eta_{t-1}}{(1 + \lambda \eta_{t-1} (t - 1))^\alpha}",
            r"w \leftarrow (1 - \lambda \bar{\eta}) w - \bar{\eta} \nabla w",
        ],
        &[
            "r = lr if t == 1 else last",
            "last = lr",
            "rate = r/(1+lambda_*r*(t-1))**power",
            "p = p*(1-lambda_*rate) - rate*g",
        ],
    )],
    torch: Some("torch.optim.ASGD([p], lr=lr, lambd=lambda_, alpha=power)"),
    begin: begin::<Asgd, Asgd>(),
};

struct Asgd {
    t: f64,
    /// The rate of the update before.
    before: f64,
    lambda: f64,
    power: f64,
}

impl<const N: usize> Rule<N> for Asgd {
    fn new(settings: &Settings) -> Self {
        Self { t: 0.0, before: 0.0, lambda: settings.of("lambda"), power: settings.of("power") }
    }

    fn step<L: Landscape<N> + ?Sized>(
        &mut self,
        at: Vector<N>,
        pace: Pace,
        look: &mut Look<'_, L, N>,
        note: &mut impl Note<N>,
    ) -> Vector<N> {
        let g = look.slope(at);
        let Self { t, before, lambda, power } = *self;
        let fixed = if t == 0.0 { pace.rate } else { before };
        let rate = fixed / math::pow(1.0 + lambda * fixed * t, power);
        *self = Self { t: t + 1.0, before: pace.rate, ..*self };
        let arrived = (1.0 - lambda * rate) * at - rate * g;
        note.part(Part::LookedAt, "w", at);
        note.part(Part::Gradient, r"\nabla w", g);
        note.number("t", self.t);
        note.number(r"\eta_{t-1}", fixed);
        note.part(Part::Scale, r"\bar{\eta}", Vector([rate; N]));
        note.part(Part::Move, r"\Delta w", arrived - at);
        arrived
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Evaluations, Jet};

    /// The line L = w.
    #[derive(Debug)]
    struct Line;

    impl Landscape<1> for Line {
        fn value(&self, at: Vector<1>) -> f64 {
            at.0[0]
        }
        fn slope(&self, _: Vector<1>) -> Vector<1> {
            Vector([1.0])
        }
        fn curve(&self, at: Vector<1>) -> Jet<1> {
            Jet::coordinates(at.0)[0]
        }
    }

    fn moves(lambda: f64, rates: [f64; 4]) -> [f64; 4] {
        let mut rule = Asgd { lambda, power: 0.5, ..Rule::<1>::new(&Settings::default()) };
        let mut seen = Evaluations::default();
        rates.map(|rate| {
            let pace = Pace { rate, momentum: 0.0 };
            -rule.step(Vector([0.0]), pace, &mut Look::new(&Line, &mut seen), &mut ()).0[0]
        })
    }

    #[test]
    fn a_new_rate_is_felt_one_update_late() {
        assert_eq!(moves(0.0, [1.0, 0.1, 0.1, 0.1]), [1.0, 1.0, 0.1, 0.1]);
        assert_eq!(moves(0.0, [0.3, 2.0, 5.0, 7.0]), [0.3, 0.3, 2.0, 5.0]);
    }

    #[test]
    fn the_first_update_has_the_rate_in_full() {
        // 1 / (1 + 3 (t − 1))^½.
        let [first, second, _, fourth] = moves(3.0, [1.0; 4]);
        assert_eq!((first, second), (1.0, 0.5));
        assert!((fourth - 1.0 / math::sqrt(10.0)).abs() < 1e-15);
    }
}

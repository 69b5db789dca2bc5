//! The optimal step: gradient descent whose rate takes it to the lowest point of the quadratic model along the slope.
//!
//! θ ← θ − (gᵀg / gᵀHg) g,   H = ∇²L(θ), where gᵀHg > 0
//!
//! Cauchy 1847, Compte rendu 25. On a bowl it is the exact line search. Where the loss curves down along its slope
//! there is no lowest point, and the step is the plain one, η g.

use super::{Method, Pace, Rule};
use crate::Vector;
use crate::catalogue::Knob;
use crate::form::{Form, Writing, begin};
use crate::landscape::{Landscape, Look};
use crate::note::{Note, Part};
use crate::recipe::Settings;

pub(super) const ENTRY: Method = Method {
    id: "optimal-step",
    title: "Gradient descent with the optimal step",
    source: "Cauchy 1847, Compte rendu 25",
    forms: &[COURSE],
    stability: None,
};

const ALPHA: &str = concat!(
    r"\alpha \leftarrow \begin{cases}",
    r" \frac{\lVert \nabla w \rVert^2}{\nabla w^\top H \nabla w} & \nabla w^\top H \nabla w > 0 \\",
    r" \eta & \text{otherwise} \end{cases}",
);

const COURSE: Form = Form {
    convention: "course",
    knobs: &[Knob { about: "the rate where the loss curves down along its slope", ..Knob::LEARNING_RATE }],
    fixed: &[],
    writings: &[Writing::only(
        &[ALPHA, r"w \leftarrow w - \alpha \nabla w"],
        &["k = g @ hess(p) @ g", "p = p - (g @ g/k if k > 0 else lr)*g"],
    )],
    torch: None,
    begin: begin::<OptimalStep, OptimalStep>(),
};

struct OptimalStep;

impl<const N: usize> Rule<N> for OptimalStep {
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
        let g = look.slope(at);
        let square = g.dot(g);
        let curvature = g.dot(Vector(look.hessian(at).map(|row| row.dot(g))));
        let rate = if curvature > 0.0 { square / curvature } else { pace.rate };
        let step = rate * g;
        note.part(Part::LookedAt, "w", at);
        note.part(Part::Gradient, r"\nabla w", g);
        note.number(r"\lVert \nabla w \rVert^2", square);
        note.number(r"\nabla w^\top H \nabla w", curvature);
        note.part(Part::Scale, r"\alpha", Vector([rate; N]));
        note.part(Part::Move, r"\Delta w", -step);
        at - step
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Evaluations, Jet, Number};

    /// w² + 10 b².
    #[derive(Debug)]
    struct Bowl;

    impl Landscape for Bowl {
        fn value(&self, at: Vector) -> f64 {
            self.curve(at).value
        }
        fn slope(&self, at: Vector) -> Vector {
            self.curve(at).grad
        }
        fn curve(&self, at: Vector) -> Jet {
            let [w, b] = Jet::coordinates(at.0);
            w.squared() + b.squared() * 10.0
        }
    }

    /// S2-15: H = diag(2, 20) and g = (3, 20).
    #[test]
    fn s2_15_the_optimal_rate() {
        let (mut seen, mut noted) = (Evaluations::default(), Some(alloc::vec::Vec::new()));
        let pace = Pace { rate: 1.0, momentum: 0.0 };
        let at = Vector([1.5, 1.0]);
        let after = OptimalStep.step(at, pace, &mut Look::new(&Bowl, &mut seen), &mut noted);
        let said =
            |which| noted.iter().flatten().find(|(part, ..)| *part == which).map(|(.., value)| value.clone()).unwrap();
        let (rate, moved) = (said(Part::Scale)[0], said(Part::Move));
        assert!((rate - 0.05101).abs() < 5e-6, "{rate}");
        assert!((0..2).all(|i| (moved[i] - (after - at).0[i]).abs() < 1e-15), "{moved:?}");
        assert_eq!((seen.gradients, seen.curvatures), (1, 1));
    }
}

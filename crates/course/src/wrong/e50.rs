//! AdaGrad as one sentence tells it: small gradients make small steps.

use ponder::method::Pace;
use ponder::{Vector, math};

use super::{Column, Fall, Wrong, first, nothing, under};

pub(super) const ENTRY: Wrong = Wrong {
    id: "E50",
    printed: &[
        r"G \leftarrow G + g^2",
        r"G \text{ small} \; \Rightarrow \; \text{smaller step sizes}",
        r"\theta \leftarrow \theta - (\text{step size}) \cdot g",
    ],
    line: 1,
    meant: &[
        r"G \leftarrow G + g^2",
        r"G \text{ small} \; \Rightarrow \; \text{larger step sizes}, \; \frac{\eta}{\sqrt{G + \varepsilon}}",
        r"\theta \leftarrow \theta - (\text{step size}) \cdot g",
    ],
    recipe: r#"{"surface":{"function":"ravine"},"steps":60,
        "runs":[{"method":"adagrad","start":[0.3,-4],"learning_rate":0.3}]}"#,
    wrong: under::<Upside>,
    right: first,
    look: Column::B,
    measure: nothing,
};

/// Multiplies by the root where AdaGrad divides, scaled so that gradients of size one move alike.
struct Upside {
    sum: Vector,
}

impl Fall for Upside {
    fn begin() -> Self {
        Self { sum: Vector::ZERO }
    }

    fn fall(&mut self, at: Vector, gradient: Vector, pace: Pace) -> Vector {
        self.sum += gradient * gradient;
        at - gradient.zip(self.sum, |g, sum| pace.rate * math::sqrt(sum + 1e-8) * g)
    }
}

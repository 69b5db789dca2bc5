//! RMSProp with its update outside the loop: it moves once, at the very end.

use ponder::method::Pace;
use ponder::{Vector, math};

use super::{Column, Fall, Wrong, first, nothing, under};

/// The number of epochs of the recipe below.
const EPOCHS: usize = 100;

pub(super) const ENTRY: Wrong = Wrong {
    id: "E17",
    printed: &[
        r"\text{for every epoch: } \quad dw \leftarrow \sum \nabla w(x, y)",
        r"\quad v \leftarrow \beta \, v + (1 - \beta) \, dw^2",
        r"w \leftarrow w - \frac{\eta}{\sqrt{v + \varepsilon}} \, dw",
    ],
    line: 2,
    meant: &[
        r"\text{for every epoch: } \quad dw \leftarrow \sum \nabla w(x, y)",
        r"\quad v \leftarrow \beta \, v + (1 - \beta) \, dw^2",
        r"\quad w \leftarrow w - \frac{\eta}{\sqrt{v + \varepsilon}} \, dw",
    ],
    recipe: r#"{"surface":{"model":"sigmoid-neuron","data":"sparse"},"steps":100,
        "runs":[{"method":"rmsprop","start":[-2,4],"learning_rate":0.1}]}"#,
    wrong: under::<AtTheEnd>,
    right: first,
    look: Column::Loss,
    measure: nothing,
};

struct AtTheEnd {
    v: Vector,
    t: usize,
}

impl Fall for AtTheEnd {
    fn begin() -> Self {
        Self { v: Vector::ZERO, t: 0 }
    }

    fn fall(&mut self, at: Vector, gradient: Vector, pace: Pace) -> Vector {
        self.t += 1;
        self.v = 0.9 * self.v + (1.0 - 0.9) * (gradient * gradient);
        if self.t < EPOCHS {
            return at;
        }
        at - gradient.zip(self.v, |g, v| pace.rate / math::sqrt(v + 1e-8) * g)
    }
}

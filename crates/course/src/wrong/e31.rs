//! RMSProp with the averages of the two parameters taken for each other.

use ponder::method::Pace;
use ponder::{Run, Vector, math};

use super::{Column, Fall, Wrong, first, under};
use crate::Bench;
use crate::bench::recipe;

pub(super) const ENTRY: Wrong = Wrong {
    id: "E31",
    printed: &[
        r"v_{w_1} \text{ average of } (\nabla w_1)^2; \quad v_{w_2} \text{ average of } (\nabla w_2)^2",
        r"\lvert \nabla w_1 \rvert \gg \lvert \nabla w_2 \rvert, \text{ so the average is large for } w_2",
        r"w_j \leftarrow w_j - \frac{\eta}{\sqrt{v_{w_j} + \varepsilon}} \nabla w_j",
    ],
    line: 1,
    meant: &[
        r"v_{w_1} \text{ average of } (\nabla w_1)^2; \quad v_{w_2} \text{ average of } (\nabla w_2)^2",
        r"\lvert \nabla w_1 \rvert \gg \lvert \nabla w_2 \rvert, \text{ so the average is large for } w_1",
        r"w_j \leftarrow w_j - \frac{\eta}{\sqrt{v_{w_j} + \varepsilon}} \nabla w_j",
    ],
    recipe: RECIPE,
    wrong: under::<Swapped>,
    right: first,
    look: Column::W,
    measure,
};

const RECIPE: &str = r#"{"surface":{"function":"ravine"},"steps":60,
    "runs":[{"method":"rmsprop","start":[1,-1],"learning_rate":0.1}]}"#;

/// The two averages after the first step.
fn measure(bench: &mut Bench) {
    let (_, plan) = recipe(RECIPE);
    let parts =
        Run::new(&plan, 0).and_then(|mut run| run.next()?.update).map(|update| update.parts).unwrap_or_default();
    if let Some((_, _, v)) = parts.iter().rfind(|(_, symbol, _)| *symbol == "v") {
        bench.number("w1", "the average for w₁ after one step", v[0], 3);
        bench.number("w2", "the average for w₂", v[1], 3);
    }
}

/// Each parameter is divided by the other's root.
struct Swapped {
    v: Vector,
}

impl Fall for Swapped {
    fn begin() -> Self {
        Self { v: Vector::ZERO }
    }

    fn fall(&mut self, at: Vector, gradient: Vector, pace: Pace) -> Vector {
        self.v = 0.9 * self.v + (1.0 - 0.9) * (gradient * gradient);
        let [one, other] = self.v.0;
        at - gradient.zip(Vector([other, one]), |g, v| pace.rate / math::sqrt(v + 1e-8) * g)
    }
}

//! One memory for both parameters.

use ponder::Vector;
use ponder::method::Pace;

use super::{Column, Fall, Wrong, first, nothing, under};

pub(super) const ENTRY: Wrong = Wrong {
    id: "E13",
    printed: &[
        r"v_w \leftarrow \gamma \, v + \eta \nabla w; \quad v_b \leftarrow \gamma \, v + \eta \nabla b",
        r"w \leftarrow w - v_w; \quad b \leftarrow b - v_b",
        r"v \leftarrow v_w; \quad v \leftarrow v_w",
    ],
    line: 2,
    meant: &[
        r"v_w \leftarrow \gamma \, v_w + \eta \nabla w; \quad v_b \leftarrow \gamma \, v_b + \eta \nabla b",
        r"w \leftarrow w - v_w; \quad b \leftarrow b - v_b",
        r"\text{each keeps its own memory}",
    ],
    recipe: r#"{"surface":{"model":"sigmoid-neuron","data":"two-points"},"steps":200,
        "runs":[{"method":"momentum","start":[-2,-2],"learning_rate":1,"momentum":0.9}]}"#,
    wrong: under::<Shared>,
    right: first,
    look: Column::Loss,
    measure: nothing,
};

/// Both parameters remember the step of w.
struct Shared {
    v: f64,
}

impl Fall for Shared {
    fn begin() -> Self {
        Self { v: 0.0 }
    }

    fn fall(&mut self, at: Vector, gradient: Vector, pace: Pace) -> Vector {
        let step = gradient.map(|slope| pace.momentum * self.v + pace.rate * slope);
        self.v = step.0[0];
        at - step
    }
}

//! The loop of descent never counts, so it never ends.

use ponder::Vector;
use ponder::method::Pace;

use super::{Column, Fall, Wrong, nothing, under};

/// The printed number of iterations.
const MOST: usize = 1000;

pub(super) const ENTRY: Wrong = Wrong {
    id: "E4",
    printed: &[
        r"t \leftarrow 0",
        r"\text{while } t < 1000:",
        r"\quad w_{t+1} \leftarrow w_t - \eta \nabla w_t; \quad b_{t+1} \leftarrow b_t - \eta \nabla b_t",
        r"\text{end}",
    ],
    line: 3,
    meant: &[
        r"t \leftarrow 0",
        r"\text{while } t < 1000:",
        r"\quad w_{t+1} \leftarrow w_t - \eta \nabla w_t; \quad b_{t+1} \leftarrow b_t - \eta \nabla b_t",
        r"\quad t \leftarrow t + 1; \quad \text{end}",
    ],
    recipe: r#"{"surface":{"model":"sigmoid-neuron","data":"two-points"},"steps":1100,
        "runs":[{"method":"gradient-descent","start":[-2,-2],"learning_rate":1}]}"#,
    wrong: under::<Counted<false>>,
    right: under::<Counted<true>>,
    look: Column::Loss,
    measure: nothing,
};

/// Descent that looks at its counter before every step, and perhaps counts.
struct Counted<const COUNTS: bool> {
    t: usize,
}

impl<const COUNTS: bool> Fall for Counted<COUNTS> {
    fn begin() -> Self {
        Self { t: 0 }
    }

    fn fall(&mut self, at: Vector, gradient: Vector, pace: Pace) -> Vector {
        if self.t >= MOST {
            return at;
        }
        self.t += usize::from(COUNTS);
        at - pace.rate * gradient
    }
}

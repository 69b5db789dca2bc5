//! A path kept in an array of whole numbers: every update is cut off.

use ponder::Vector;
use ponder::method::Pace;

use super::{Column, Fall, Wrong, first, nothing, under};

pub(super) const ENTRY: Wrong = Wrong {
    id: "E43",
    printed: &[
        r"\text{params} \leftarrow \text{np.tile}([5, -3], (n, 1))",
        r"v \leftarrow \mu \, v - \eta \nabla f(\theta_{k-1})",
        r"\text{params}[k] \leftarrow \text{params}[k-1] + v",
    ],
    line: 0,
    meant: &[
        r"\text{params} \leftarrow \text{np.tile}([5, -3], (n, 1)).\text{astype(float)}",
        r"v \leftarrow \mu \, v - \eta \nabla f(\theta_{k-1})",
        r"\text{params}[k] \leftarrow \text{params}[k-1] + v",
    ],
    recipe: r#"{"surface":{"function":"booth"},"steps":60,
        "runs":[{"method":"momentum","start":[5,-3],"learning_rate":0.01,"momentum":0.9}]}"#,
    wrong: under::<Whole>,
    right: first,
    look: Column::W,
    measure: nothing,
};

/// Momentum whose places are cut off to whole numbers, towards zero, as NumPy does it.
struct Whole {
    v: Vector,
}

impl Fall for Whole {
    fn begin() -> Self {
        Self { v: Vector::ZERO }
    }

    fn fall(&mut self, at: Vector, gradient: Vector, pace: Pace) -> Vector {
        self.v = pace.momentum * self.v - pace.rate * gradient;
        (at + self.v).map(f64::trunc)
    }
}

//! Momentum's third velocity with a sign lost in a bracket.

use ponder::Vector;
use ponder::method::Pace;

use super::{Column, Fall, Wrong, first, nothing, under};

pub(super) const ENTRY: Wrong = Wrong {
    id: "E27",
    printed: &[
        r"\nu_1 = -G_1",
        r"\nu_2 = -\tfrac{9}{10} G_1 - G_2",
        r"\nu_3 = -\tfrac{9}{10} (\tfrac{9}{10} G_1 - G_2) - G_3",
    ],
    line: 2,
    meant: &[
        r"\nu_1 = -G_1",
        r"\nu_2 = -\tfrac{9}{10} G_1 - G_2",
        r"\nu_3 = -\tfrac{9}{10} (\tfrac{9}{10} G_1 + G_2) - G_3",
    ],
    recipe: r#"{"surface":{"function":"ravine"},"steps":60,
        "runs":[{"method":"momentum","start":[1,-4],"learning_rate":0.05,"momentum":0.9}]}"#,
    wrong: under::<Flipped>,
    right: first,
    look: Column::W,
    measure: nothing,
};

/// Loses the sign of the second gradient in the third velocity.
struct Flipped {
    v: Vector,
    second: Vector,
    t: usize,
}

impl Fall for Flipped {
    fn begin() -> Self {
        Self { v: Vector::ZERO, second: Vector::ZERO, t: 0 }
    }

    fn fall(&mut self, at: Vector, gradient: Vector, pace: Pace) -> Vector {
        self.t += 1;
        let fresh = pace.rate * gradient;
        if self.t == 2 {
            self.second = fresh;
        }
        let kept = if self.t == 3 { self.v - 2.0 * self.second } else { self.v };
        self.v = pace.momentum * kept + fresh;
        at - self.v
    }
}

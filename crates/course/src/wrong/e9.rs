//! Momentum written out counts the first gradient twice and the second not at all.

use ponder::Vector;
use ponder::method::Pace;

use super::{Column, Fall, Wrong, first, nothing, under};

pub(super) const ENTRY: Wrong = Wrong {
    id: "E9",
    printed: &[
        r"v_t = \gamma \, v_{t-1} + \eta \nabla w_t",
        r"v_t = \gamma^{t-1} \eta \nabla w_1 + \gamma^{t-2} \eta \nabla w_1 + \dots + \eta \nabla w_t",
        r"w_{t+1} = w_t - v_t",
    ],
    line: 1,
    meant: &[
        r"v_t = \gamma \, v_{t-1} + \eta \nabla w_t",
        r"v_t = \gamma^{t-1} \eta \nabla w_1 + \gamma^{t-2} \eta \nabla w_2 + \dots + \eta \nabla w_t",
        r"w_{t+1} = w_t - v_t",
    ],
    recipe: r#"{"surface":{"function":"ravine"},"steps":60,
        "runs":[{"method":"momentum","start":[1,-4],"learning_rate":0.05,"momentum":0.9}]}"#,
    wrong: under::<Twice>,
    right: first,
    look: Column::W,
    measure: nothing,
};

/// Takes the first gradient again in place of the second.
struct Twice {
    v: Vector,
    first: Vector,
    t: usize,
}

impl Fall for Twice {
    fn begin() -> Self {
        Self { v: Vector::ZERO, first: Vector::ZERO, t: 0 }
    }

    fn fall(&mut self, at: Vector, gradient: Vector, pace: Pace) -> Vector {
        self.t += 1;
        if self.t == 1 {
            self.first = gradient;
        }
        let gradient = if self.t == 2 { self.first } else { gradient };
        self.v = pace.momentum * self.v + pace.rate * gradient;
        at - self.v
    }
}

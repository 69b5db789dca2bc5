//! Exponential decay without its e: for a first rate below one, the rate grows.

use ponder::method::Pace;
use ponder::{Vector, math};

use super::{Column, Fall, Wrong, first, under};
use crate::Bench;

/// The first rate and the decay of the recipe below.
const FIRST: f64 = 0.1;
const DECAY: f64 = 0.01;

pub(super) const ENTRY: Wrong = Wrong {
    id: "E14",
    printed: &[r"\eta_t = \eta_0^{-kt}", r"w_{t+1} = w_t - \eta_t \nabla w_t"],
    line: 0,
    meant: &[r"\eta_t = \eta_0 \, e^{-kt}", r"w_{t+1} = w_t - \eta_t \nabla w_t"],
    recipe: r#"{"surface":{"model":"sigmoid-neuron","data":"two-points"},"steps":200,
        "runs":[{"method":"gradient-descent","start":[-2,-2],"learning_rate":0.1,"schedule":{"kind":"exponential","k":0.01}}]}"#,
    wrong: under::<Growing>,
    right: first,
    look: Column::Loss,
    measure,
};

fn printed(t: u32) -> f64 {
    math::pow(FIRST, -DECAY * f64::from(t))
}

fn measure(bench: &mut Bench) {
    for (id, t) in [("printed-0", 0), ("printed-100", 100), ("printed-200", 200)] {
        bench.number(id, &format!("printed rate at t = {t}"), printed(t), 3);
    }
    for (id, t) in [("meant-0", 0), ("meant-100", 100), ("meant-200", 200)] {
        let rate = FIRST * math::exp(-DECAY * f64::from(t));
        bench.number(id, &format!("meant rate at t = {t}"), rate, 3);
    }
}

struct Growing {
    t: u32,
}

impl Fall for Growing {
    fn begin() -> Self {
        Self { t: 0 }
    }

    fn fall(&mut self, at: Vector, gradient: Vector, _: Pace) -> Vector {
        let rate = printed(self.t);
        self.t += 1;
        at - rate * gradient
    }
}

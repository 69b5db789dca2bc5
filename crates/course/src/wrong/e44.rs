//! An average with β on the new value, and then 0.9 for β.

use ponder::Vector;
use ponder::analysis::series::travel;
use ponder::method::Pace;

use super::{Column, Fall, Side, Wrong, under};
use crate::Bench;
use crate::bench::recipe;

pub(super) const ENTRY: Wrong = Wrong {
    id: "E44",
    printed: &[
        r"v_t = (1 - \beta) \, v_{t-1} + \beta \nabla f(\theta_t)",
        r"\beta = \tfrac{9}{10}",
        r"\theta_{t+1} = \theta_t - \eta \, v_t",
    ],
    line: 1,
    meant: &[
        r"v_t = (1 - \beta) \, v_{t-1} + \beta \nabla f(\theta_t)",
        r"\beta = \tfrac{1}{10}, \text{ so that } \tfrac{9}{10} \text{ of the old value stays}",
        r"\theta_{t+1} = \theta_t - \eta \, v_t",
    ],
    recipe: RECIPE,
    wrong: under::<Average<10>>,
    right: under::<Average<90>>,
    look: Column::W,
    measure,
};

/// The slopes are noisy, which is what an average is for.
const RECIPE: &str = r#"{"surface":{"function":"ravine"},"steps":120,
    "runs":[{"method":"gradient-descent","start":[1,-4],"learning_rate":0.05,"noise":{"deviation":4,"seed":1}}]}"#;

/// How far each walks, to and fro, across the ravine.
fn measure(bench: &mut Bench) {
    let (_, plan) = recipe(RECIPE);
    let way = |side: Side| travel((0..=120).map(|t| side.at(t)[0]));
    bench.number("printed", "way walked along w in 120 steps, as printed", way(Side::new(&plan, ENTRY.wrong)), 2);
    bench.number("meant", "the same as it was meant", way(Side::new(&plan, ENTRY.right)), 2);
}

/// Steps along an average of the gradients that keeps so many hundredths of its old value.
struct Average<const KEPT: u8> {
    v: Vector,
}

impl<const KEPT: u8> Fall for Average<KEPT> {
    fn begin() -> Self {
        Self { v: Vector::ZERO }
    }

    fn fall(&mut self, at: Vector, gradient: Vector, pace: Pace) -> Vector {
        let kept = f64::from(KEPT) / 100.0;
        self.v = kept * self.v + (1.0 - kept) * gradient;
        at - pace.rate * self.v
    }
}

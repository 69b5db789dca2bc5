//! A slope function of the program returns nothing.

use ponder::Vector;
use ponder::method::Pace;

use super::{Column, Fall, Wrong, first, nothing, under};

pub(super) const ENTRY: Wrong = Wrong {
    id: "E7",
    printed: &[
        r"\text{grad\_w}(w, b, x, y): \quad (f - y) \, f \, (1 - f) \, x",
        r"\text{grad\_b}(w, b, x, y): \quad \text{return } (f - y) \, f \, (1 - f)",
        r"w \leftarrow w - \eta \sum \text{grad\_w}; \quad b \leftarrow b - \eta \sum \text{grad\_b}",
    ],
    line: 0,
    meant: &[
        r"\text{grad\_w}(w, b, x, y): \quad \text{return } (f - y) \, f \, (1 - f) \, x",
        r"\text{grad\_b}(w, b, x, y): \quad \text{return } (f - y) \, f \, (1 - f)",
        r"w \leftarrow w - \eta \sum \text{grad\_w}; \quad b \leftarrow b - \eta \sum \text{grad\_b}",
    ],
    recipe: r#"{"surface":{"model":"sigmoid-neuron","data":"two-points"},"steps":100,
        "runs":[{"method":"gradient-descent","start":[-2,-2],"learning_rate":1}]}"#,
    wrong: under::<Silent>,
    right: first,
    look: Column::Loss,
    measure: nothing,
};

/// Descent whose slope along w is nothing: not zero, but no number.
struct Silent;

impl Fall for Silent {
    fn begin() -> Self {
        Self
    }

    fn fall(&mut self, at: Vector, gradient: Vector, pace: Pace) -> Vector {
        at - pace.rate * Vector([f64::NAN, gradient.0[1]])
    }
}

//! Mini-batch descent with its update outside the loop over the points: one update an epoch, whatever the batch.

use ponder::landscape::{Landscape, Look};
use ponder::method::{Pace, Rule};
use ponder::note::{Note, Part};
use ponder::recipe::Settings;
use ponder::{Run, Vector};

use super::{Column, Wrong, first};
use crate::Bench;

/// Batches of two of the eight points.
const UPDATES: usize = 4;

pub(super) const ENTRY: Wrong = Wrong {
    id: "E12",
    printed: &[
        r"\text{for every epoch: } \quad dw, db \leftarrow 0, 0; \quad \text{for every } (x, y):",
        r"\quad\quad dw, db \leftarrow dw + \nabla w(x, y), \; db + \nabla b(x, y)",
        r"\quad\quad \text{seen} \leftarrow \text{seen} + 1",
        r"\quad \text{if seen} \bmod B = 0: \quad w, b \leftarrow w - \eta \, dw, \; b - \eta \, db; \quad dw, db \leftarrow 0, 0",
    ],
    line: 3,
    meant: &[
        r"\text{for every epoch: } \quad dw, db \leftarrow 0, 0; \quad \text{for every } (x, y):",
        r"\quad\quad dw, db \leftarrow dw + \nabla w(x, y), \; db + \nabla b(x, y)",
        r"\quad\quad \text{seen} \leftarrow \text{seen} + 1",
        r"\quad\quad \text{if seen} \bmod B = 0: \quad w, b \leftarrow w - \eta \, dw, \; b - \eta \, db; \quad dw, db \leftarrow 0, 0",
    ],
    recipe: r#"{"surface":{"model":"sigmoid-neuron","data":"eight-points"},"steps":160,
        "runs":[{"method":"gradient-descent","start":[-2,-2],"learning_rate":1,"batch":{"size":2}}]}"#,
    wrong: |plan| Run::ruled_by::<OnceAnEpoch>(plan, 0),
    right: first,
    look: Column::Loss,
    measure,
};

/// What else the printed program does to the batches: five points in batches of two, the sizes in the order in which
/// updates see them, once the loop is mended. The counter runs on over the epochs; the gradient that is left does not.
fn measure(bench: &mut Bench) {
    let (points, size) = (5, 2);
    let (mut seen, mut held, mut sizes) = (0, 0, Vec::new());
    for _ in 0..2 {
        held = 0;
        for _ in 0..points {
            (seen, held) = (seen + 1, held + 1);
            if seen % size == 0 {
                sizes.push(held);
                held = 0;
            }
        }
    }
    let used: usize = sizes.iter().sum();
    bench.number("seen", "points seen in two epochs of five", seen as f64, 3);
    bench.number("lost", "of which no update ever hears", (seen - used - held) as f64, 3);
    bench.number("short", "size of the first batch of the second epoch, B being 2", sizes[points / size] as f64, 3);
}

/// Adds up the gradients of an epoch, all seen from the same place, and moves once.
struct OnceAnEpoch {
    sum: Vector,
    t: usize,
}

impl Rule<2> for OnceAnEpoch {
    fn new(_: &Settings) -> Self {
        Self { sum: Vector::ZERO, t: 0 }
    }

    fn step<L: Landscape<2> + ?Sized>(
        &mut self,
        at: Vector,
        pace: Pace,
        look: &mut Look<'_, L, 2>,
        note: &mut impl Note<2>,
    ) -> Vector {
        let gradient = look.slope(at);
        note.part(Part::Gradient, r"\nabla w", gradient);
        self.sum += gradient;
        self.t += 1;
        if !self.t.is_multiple_of(UPDATES) {
            return at;
        }
        at - pace.rate * std::mem::replace(&mut self.sum, Vector::ZERO)
    }
}

//! Newton's method for roots, where a minimum was asked for.

use ponder::landscape::{Landscape, Look};
use ponder::method::{Pace, Rule};
use ponder::note::{Note, Part};
use ponder::recipe::Settings;
use ponder::{Run, Vector};

use super::{Column, Wrong, first, nothing};

pub(super) const ENTRY: Wrong = Wrong {
    id: "E54",
    printed: &[r"\text{wanted: the } x \text{ where } f \text{ is lowest}", r"x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)}"],
    line: 1,
    meant: &[r"\text{wanted: the } x \text{ where } f \text{ is lowest}", r"x_{n+1} = x_n - \frac{f'(x_n)}{f''(x_n)}"],
    recipe: r#"{"surface":{"expression":"(w - 1)^2 + (b - 1)^2 + 1"},"steps":40,
        "runs":[{"method":"newton","start":[3,2.5]}]}"#,
    wrong: |plan| Run::ruled_by::<Roots>(plan, 0),
    right: first,
    look: Column::Loss,
    measure: nothing,
};

/// Looks for a place where the loss is zero.
struct Roots;

impl Rule<2> for Roots {
    fn new(_: &Settings) -> Self {
        Self
    }

    fn step<L: Landscape<2> + ?Sized>(
        &mut self,
        at: Vector,
        _: Pace,
        look: &mut Look<'_, L, 2>,
        note: &mut impl Note<2>,
    ) -> Vector {
        let (loss, slope) = (look.value(at), look.slope(at));
        note.part(Part::Gradient, r"\nabla w", slope);
        at - slope.map(|slope| loss / slope)
    }
}

//! The layers of a figure: one a file, a pure function from what is known to marks; listed below in drawing order.

mod arrows;
mod stage;

pub(crate) use stage::Stage;

use std::fmt::{self, Debug, Formatter};

use crate::Part;
use crate::scene::{Ground, Mark};
use crate::view::View;

/// One layer, as figures name it.
pub struct Layer {
    /// Its name in a figure's `layers`.
    pub id: &'static str,
    /// Whether it is the same at every step.
    pub still: bool,
    /// The pictures it is on.
    pub views: &'static [View],
    /// Whether it belongs to the arrows of a step, which are shown on demand.
    pub(crate) arrows: bool,
    /// The part of a step that it draws: while a reader looks at that one it is shown, listed or not.
    pub(crate) part: Option<Part>,
    /// Whether it is shown only where a figure lists it.
    pub(crate) on_demand: bool,
    /// Whether it is shown even where a figure lists other layers.
    pub(crate) always: bool,
    pub(crate) draw: Draw,
}

impl Layer {
    /// A layer that is drawn where a figure says nothing else.
    const fn new(id: &'static str, still: bool, views: &'static [View], draw: Draw) -> Self {
        Self { id, still, views, arrows: false, part: None, on_demand: false, always: false, draw }
    }

    /// A layer of arrows, of one part of a step.
    const fn arrow(id: &'static str, part: Part, draw: fn(&Stage) -> Vec<Mark>) -> Self {
        Self { arrows: true, part: Some(part), ..Self::new(id, false, &[View::Contour], Draw::Marks(draw)) }
    }

    /// A layer about the present step that is drawn only where a figure lists it.
    const fn on_demand(id: &'static str, part: Option<Part>, draw: fn(&Stage) -> Vec<Mark>) -> Self {
        let layer = Self::new(id, false, &[View::Contour], Draw::Marks(draw));
        Self { arrows: true, on_demand: true, part, ..layer }
    }

    /// Whether it draws the part of a step that the reader looks at.
    pub(crate) fn is_looked_at(&self, stage: &Stage) -> bool {
        self.part.is_some_and(|part| stage.shows(part))
    }
}

/// What a layer makes.
pub(crate) enum Draw {
    /// What lies under all marks.
    Ground(fn(&Stage) -> Ground),
    /// Marks.
    Marks(fn(&Stage) -> Vec<Mark>),
}

::ponder::table! {
    /// Every layer, in the order in which they are drawn.
    LAYERS: Layer =
        land
        contour_lines
        r#box
        minima
        start
        data
        fit
        data_labels
        now_line
        loss
        bowl
        panels
        path
        scale
        pull
        memory
        look_ahead
        gradient
        step
        heads
        names
        ponder
}

impl Debug for Layer {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Layer").field("id", &self.id).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod part_tests;
#[cfg(test)]
mod step_tests;
#[cfg(test)]
mod tests;

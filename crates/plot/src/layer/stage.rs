//! All that a layer may know: the picture, the data, and the moment.

use ponder::note::Part;
use ponder::{Entry, Facts, Surface};

use crate::curves::Panel;
use crate::land::Land;
use crate::now::Now;
use crate::plane::Plane;
use crate::scape::Scape;
use crate::scene::{Pixel, Rect, Size};
use crate::theme::{Hues, Role, Theme};
use crate::tongue::Tongue;
use crate::track::Track;
use crate::view::View;

/// What layers are functions of.
pub(crate) struct Stage<'a> {
    /// Which picture.
    pub view: View,
    /// How large.
    pub size: Size,
    /// In which light.
    pub theme: Theme,
    /// In which colours the land is.
    pub hues: Hues,
    /// Whether the ground is to be made of areas, for paper, or may be an image.
    pub vector: bool,
    /// From the data to the picture; on the surface the map of its window, used only for what lies inside.
    pub plane: Plane,
    /// The panels below the loss, on the curves.
    pub panels: Vec<(Plane, &'a Panel)>,
    /// The surface of the recipe.
    pub surface: &'a Surface,
    /// What it says of itself.
    pub facts: &'a Facts,
    /// Its heights.
    pub land: &'a Land,
    /// The land in three dimensions, on the surface.
    pub scape: Option<Scape<'a>>,
    /// The runs.
    pub tracks: &'a [Track],
    /// For each run the update that leaves the present point, where it may be shown.
    pub entries: &'a [Option<Entry>],
    /// Whether the figure lists its layers.
    pub listed: bool,
    /// Where words stand on the map that do not move.
    pub words: &'a [Rect],
    /// The moment, within what may be shown.
    pub now: &'a Now,
    /// The language of its words.
    pub tongue: &'a Tongue,
}

impl Stage<'_> {
    /// Where a point of the parameter plane lies, if it is on the picture.
    pub(crate) fn place(&self, at: [f64; 2]) -> Option<Pixel> {
        match &self.scape {
            Some(scape) => scape.place(at),
            None => Some(at).filter(|at| self.plane.holds(*at)).map(|at| self.plane.place(at)),
        }
    }

    /// The pen of a run.
    pub(crate) fn pen(&self, run: usize) -> Role {
        Role::Run(self.tracks[run].pen)
    }

    /// Where the run stands: the end of its way so far.
    pub(crate) fn head(&self, run: usize) -> Option<[f64; 2]> {
        self.tracks[run].head(self.now.step)
    }

    /// Whether the reader looks at this part of a step.
    pub(crate) fn shows(&self, part: Part) -> bool {
        self.now.part == Some(part)
    }

    /// Whether something of this part is dimmed because the reader looks at another one.
    pub(crate) fn dims(&self, part: Part) -> bool {
        self.now.part.is_some_and(|shown| shown != part)
    }
}

//! Surfaces and data sets as JSON and JavaScript see them.

use alloc::vec::Vec;

use super::Knob;
use crate::Tree;
use crate::data::DataSet;
use crate::surface::{Analytic, Height};

impl Analytic {
    /// As JSON and JavaScript see it, with the minima that it has at its knobs' defaults.
    #[must_use]
    pub fn tree(&self) -> Tree {
        let defaults: Vec<f64> = self.knobs.iter().filter_map(|knob| knob.default).collect();
        let height = match self.height {
            Height::Linear => "linear",
            Height::Log => "log",
        };
        Tree::map([
            ("id", self.id.into()),
            ("title", self.title.into()),
            ("formula", self.formula.into()),
            ("source", self.source.into()),
            ("knobs", Tree::List(self.knobs.iter().map(Knob::tree).collect())),
            ("domain", points(&self.domain)),
            ("start", Tree::numbers(&self.start)),
            ("minima", points(&(self.minima)(&defaults))),
            ("height", height.into()),
        ])
    }
}

impl DataSet {
    /// As JSON and JavaScript see it.
    #[must_use]
    pub fn tree(&self) -> Tree {
        Tree::map([
            ("id", self.id.into()),
            ("title", self.title.into()),
            ("source", self.source.into()),
            ("rows", points(self.rows)),
            ("domain", points(&self.domain)),
            ("start", Tree::numbers(&self.start)),
            ("minimum", Tree::numbers(&self.minimum)),
        ])
    }
}

fn points(pairs: &[[f64; 2]]) -> Tree {
    Tree::List(pairs.iter().map(|pair| Tree::numbers(pair)).collect::<Vec<_>>())
}

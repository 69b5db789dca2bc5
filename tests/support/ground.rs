//! Every surface there is to run on: the analytic ones as they are and with their knobs turned, and models over data.

use ponder::data::DATA_SETS;
use ponder::{Facts, METHODS, SURFACES, Tree, check};

use crate::dice::Dice;
use crate::object;

/// A surface of a recipe.
#[derive(Debug)]
pub struct Ground {
    /// For people.
    pub name: String,
    /// As a recipe writes it.
    pub surface: Tree,
    /// Whether there are batches to draw.
    pub has_data: bool,
}

/// All of them.
#[must_use]
pub fn grounds() -> Vec<Ground> {
    let mut dice = Dice(0);
    let plain = SURFACES.iter().map(|entry| Ground {
        name: entry.id.into(),
        surface: Tree::map([("function", entry.id.into())]),
        has_data: false,
    });
    let turned = SURFACES.iter().filter(|entry| !entry.knobs.is_empty()).map(|entry| {
        let knobs = entry.knobs.iter().map(|knob| (knob.id, knob.written(dice.knob(knob))));
        let keys = [("function", entry.id.into())].into_iter().chain(knobs);
        Ground { name: format!("{} turned", entry.id), surface: object(keys), has_data: false }
    });
    plain.chain(turned).chain(neurons()).collect()
}

/// The neuron over every data set, each with one way to sum and the first with all.
fn neurons() -> impl Iterator<Item = Ground> {
    const REDUCES: [&str; 3] = ["half-sum", "sum", "mean"];
    let sets = DATA_SETS.iter().enumerate().map(move |(i, set)| (set.id, REDUCES[i % 3]));
    sets.chain(REDUCES[1..].iter().map(|reduce| (DATA_SETS[0].id, *reduce))).map(|(data, reduce)| Ground {
        name: format!("neuron on {data}, {reduce}"),
        surface: Tree::map([("model", "sigmoid-neuron".into()), ("data", data.into()), ("reduce", reduce.into())]),
        has_data: true,
    })
}

impl Ground {
    /// What core says of it.
    ///
    /// # Panics
    /// When core refuses it.
    #[must_use]
    pub fn facts(&self) -> Facts {
        let run = Tree::map([("method", METHODS[0].id.into()), ("learning_rate", 1.0.into())]);
        let runs = Tree::List(vec![run]);
        let recipe = Tree::map([("surface", self.surface.clone()), ("runs", runs), ("steps", 1.0.into())]);
        check(&recipe).unwrap_or_else(|faults| panic!("{}: {faults}", self.name)).surface().facts()
    }
}

//! Everything there is to run on: every analytic surface as it is and with its knobs turned, every model over data.

use ponder::data::DATA_SETS;
use ponder::surface::Analytic;
use ponder::{Facts, METHODS, SURFACES, Tree, check};

use crate::dice::Dice;
use crate::{object, tree};

/// A kind of surface.
#[derive(Debug)]
pub struct Ground {
    /// Its id.
    pub id: String,
    /// As recipes write it, each time a little different.
    pub variants: Vec<Tree>,
    /// Whether there are batches to draw.
    pub has_data: bool,
}

/// One row, and so many that a sum in four lanes has one, two and three left over; the first rows are no data set's.
const ROWS: &[&str] = &[
    "[[0.7, 0.6]]",
    "[[-1.5, 0.1], [0.25, 0.55], [1.75, 0.8]]",
    "[[-2, 0.3], [-1, 0.2], [0.5, 0.9], [1, 0.4], [3, 0.7]]",
];
const HELD_OUT: &str = "[[-0.5, 0.35], [2.25, 0.85]]";
const FOUR_INPUTS: &[&str] = &[
    "[[0.5, -1, 2, 0.25, 0.3]]",
    "[[1, 0, 0, 0.5, 0.2], [0, 1, 0, -0.5, 0.9], [0, 0, 1, 1.5, 0.4], [1, 1, 1, 0, 0.7], [-1, 0.5, 2, 1, 0.1]]",
];
const REDUCE: [&str; 3] = ["half-sum", "sum", "mean"];

/// All of them.
#[must_use]
pub fn grounds() -> Vec<Ground> {
    let mut dice = Dice(0);
    let functions = SURFACES.iter().map(|entry| function(entry, &mut dice));
    let named = || DATA_SETS.iter().map(|set| set.id.into());
    let rows = || ROWS.iter().map(|rows| tree(rows));
    let models = [
        model("sigmoid-neuron", named().chain(rows())),
        model("linear-neuron", rows().chain(named())),
        model("four-input-neuron", FOUR_INPUTS.iter().map(|rows| tree(rows))),
    ];
    functions.chain(models).collect()
}

/// An analytic surface; where it has knobs, also twice with all of them turned.
fn function(entry: &Analytic, dice: &mut Dice) -> Ground {
    let mut variants = vec![Tree::map([("function", entry.id.into())])];
    while !entry.knobs.is_empty() && variants.len() < 3 {
        let knobs = entry.knobs.iter().map(|knob| (knob.id, knob.written(dice.knob(knob))));
        variants.push(object([("function", entry.id.into())].into_iter().chain(knobs)));
    }
    Ground { id: entry.id.into(), variants, has_data: false }
}

/// A model over each of `data`; every way to sum has its turn, and every third holds points out.
fn model(id: &str, data: impl Iterator<Item = Tree>) -> Ground {
    let variant = |(i, data): (usize, Tree)| {
        let mut keys = vec![("model", id.into()), ("data", data), ("reduce", REDUCE[i % 3].into())];
        if i % 3 == 2 && id != "four-input-neuron" {
            keys.push(("validation", tree(HELD_OUT)));
        }
        object(keys)
    };
    Ground { id: id.into(), variants: data.enumerate().map(variant).collect(), has_data: true }
}

/// What core says of a surface.
///
/// # Panics
/// When core refuses it.
#[must_use]
pub fn facts(surface: &Tree) -> Facts {
    let run = Tree::map([("method", METHODS[0].id.into()), ("learning_rate", 1.0.into())]);
    let recipe = Tree::map([("surface", surface.clone()), ("runs", Tree::List(vec![run])), ("steps", 1.0.into())]);
    check(&recipe).unwrap_or_else(|faults| panic!("{surface:?}: {faults}")).surface().facts()
}

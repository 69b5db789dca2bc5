//! Everything there is to run on: every analytic surface as it is and with its knobs turned, every model over
//! data, expressions.

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

/// Every name that an expression knows, and every way to write a power.
const EXPRESSIONS: &[&str] = &[
    "w^2 + b^2 + sin(3*w)*cos(2*b)",
    "ln(1 + w^2) + log(2 + b^2) + log10(3 + w^2) + log2(4 + b^2)",
    "sqrt(1 + w^2) + cbrt(b)^2 + abs(w - b) + sign(w)*b/5 + w**2/10",
    "exp(-(w² + b²)/4) + sigmoid(w) + softplus(b) + relu(-w) + b²/8",
    "asin(tanh(w))^2 + acos(b/(1 + abs(b))) + atan(w·b) + b^2",
    "sinh(w/3)^2 + cosh(b/4) + tan(atan(w)/2)^2",
    "min(w^2, (w - 2)^2 + 0.5) + max(b^2, b, -b)",
    "pow(abs(w) + 0.5, 1.7) + (b^2 + 1)^0.3 + 2^-1*w³ + w^4",
    "x^4 - 3*x^2*y + y^2 + 0.1*e^(x/4) − pi*y/10 + π",
];

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
    let expression = |text: &&str| Tree::map([("expression", (*text).into())]);
    let variants = EXPRESSIONS.iter().map(expression).collect();
    let expressions = Ground { id: "expression".into(), variants, has_data: false };
    functions.chain(models).chain([expressions]).collect()
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

//! The `surface` of a recipe.
//!
//! ```
//! use ponder::recipe::surface::{models, reductions};
//! assert_eq!(models().next().unwrap(), ("sigmoid-neuron", "two-points".into()));
//! assert_eq!(reductions().collect::<Vec<_>>(), ["half-sum", "sum", "mean"]);
//! ```

use alloc::format;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::MAX_DATA;
use super::fields::{self, Fields};
use crate::catalogue;
use crate::data::DATA_SETS;
use crate::fault::Fault;
#[cfg(feature = "whole")]
use crate::model::FourInputNeuron;
use crate::model::{LinearNeuron, Reduce, SigmoidNeuron};
#[cfg(feature = "whole")]
use crate::{ExprError, Expression};
use crate::{SURFACES, Surface, Tree};

/// A surface, and the same model over the rows that are held out, where there are any.
pub(super) type Read = (Surface, Option<Surface>);

/// A window and a start.
type Picture = ([[f64; 2]; 2], [f64; 2]);

#[derive(Clone, Copy)]
enum Model {
    OneInput(fn(Vec<[f64; 2]>, Reduce, Picture) -> Surface),
    #[cfg(feature = "whole")]
    FourInputs,
}

const MODELS: &[(&str, Model)] = &[
    ("sigmoid-neuron", Model::OneInput(|data, c, (w, s)| Surface::Neuron(Arc::new(SigmoidNeuron::new(data, c, w, s))))),
    ("linear-neuron", Model::OneInput(|data, c, (w, s)| Surface::Linear(Arc::new(LinearNeuron::new(data, c, w, s))))),
    #[cfg(feature = "whole")]
    ("four-input-neuron", Model::FourInputs),
];
/// Every model by its id, with data that it can be shown with: the name of a set, or rows.
pub fn models() -> impl Iterator<Item = (&'static str, Tree)> {
    MODELS.iter().map(|(id, model)| {
        let sample = match model {
            Model::OneInput(_) => DATA_SETS[0].id.into(),
            #[cfg(feature = "whole")]
            Model::FourInputs => Tree::List(FOUR_INPUTS.iter().map(|row| Tree::numbers(row)).collect()),
        };
        (*id, sample)
    })
}

/// The ways to sum over data points, by id, the usual one first.
pub fn reductions() -> impl Iterator<Item = &'static str> {
    REDUCE.iter().map(|(id, _)| *id)
}

/// Points for the neuron with four inputs: the second input is seldom on, and matters.
#[cfg(feature = "whole")]
const FOUR_INPUTS: [[f64; 5]; 6] = [
    [0.6, 0.0, 0.5, 0.8, 0.35],
    [0.9, 0.0, 0.0, 0.4, 0.57],
    [0.3, 0.0, 0.7, 0.0, 0.11],
    [0.8, 0.4, 0.0, 0.6, 0.97],
    [0.5, 0.0, 0.4, 0.9, 0.4],
    [0.9, 0.5, 0.3, 0.2, 0.92],
];

const REDUCE: &[(&str, Reduce)] = &[("half-sum", Reduce::HalfSum), ("sum", Reduce::Sum), ("mean", Reduce::Mean)];
const WHERE_NOTHING_IS_KNOWN: Picture = ([[-6.0, 6.0], [-6.0, 6.0]], [-2.0, -2.0]);

/// Whether a model goes by this id.
pub(crate) fn is_model(id: &str) -> bool {
    MODELS.iter().any(|(known, _)| *known == id)
}

pub(super) fn read(tree: &Tree, path: &str, faults: &mut Vec<Fault>) -> Option<Read> {
    let mut fields = Fields::of(tree, path, faults)?;
    let kinds = ["model", "function", "expression"].map(|key| fields.any(key).is_some());
    if kinds.contains(&true) {
        for other in ["model", "function", "expression"] {
            fields.forget(other);
        }
    }
    match kinds {
        [true, false, false] => model(fields),
        [false, true, false] => function(fields).map(|surface| (surface, None)),
        #[cfg(feature = "whole")]
        [false, false, true] => expression(fields).map(|surface| (surface, None)),
        _ => {
            fields.faults().push(Fault::wrong(path, tree.glimpse(), "allowed is one of model, function or expression"));
            None
        }
    }
}

fn model(mut fields: Fields) -> Option<Read> {
    let model = fields.word("model", MODELS);
    // Asked for whatever the model is, so that none of them is called unknown.
    let [name, ..] = ["model", "data", "reduce", "validation"].map(|key| fields.any(key));
    let read = match model {
        Some(Model::OneInput(make)) => one_input(&mut fields, make),
        #[cfg(feature = "whole")]
        Some(Model::FourInputs) => four_inputs(&mut fields),
        None => None,
    };
    fields.finish(name.and_then(Tree::text).unwrap_or("a model"));
    read
}

fn one_input(fields: &mut Fields, make: fn(Vec<[f64; 2]>, Reduce, Picture) -> Surface) -> Option<Read> {
    const SHAPE: &str = "points [x, y]";
    let tree = fields.required("data", "a list of points [x, y] or the name of a data set");
    let data = match tree.and_then(Tree::text) {
        Some(name) => named(fields, name),
        None => rows(fields, "data", SHAPE),
    };
    let (held_out, reduce) = (rows(fields, "validation", SHAPE), reduce(fields));
    let (data, reduce) = (data?, reduce?);
    let known = DATA_SETS.iter().find(|set| set.rows == data.as_slice());
    let picture = known.map_or(WHERE_NOTHING_IS_KNOWN, |set| (set.domain, set.start));
    Some((make(data, reduce, picture), held_out.map(|rows| make(rows, reduce, picture))))
}

#[cfg(feature = "whole")]
fn four_inputs(fields: &mut Fields) -> Option<Read> {
    const SHAPE: &str = "rows [x1, x2, x3, x4, y]";
    fields.required("data", "a list of rows [x1, x2, x3, x4, y]");
    let (data, held_out, reduce) = (rows(fields, "data", SHAPE), rows(fields, "validation", SHAPE), reduce(fields));
    let (data, reduce) = (data?, reduce?);
    let make = |rows| Surface::FourInput(Arc::new(FourInputNeuron::new(rows, reduce)));
    Some((make(data), held_out.map(make)))
}

fn reduce(fields: &mut Fields) -> Option<Reduce> {
    match fields.any("reduce") {
        Some(_) => fields.word("reduce", REDUCE),
        None => Some(Reduce::HalfSum),
    }
}

/// The points of a named data set.
fn named(fields: &mut Fields, name: &str) -> Option<Vec<[f64; 2]>> {
    match catalogue::find(DATA_SETS, name) {
        Ok(set) => Some(set.rows.to_vec()),
        Err(names) => {
            fields.wrong("data", &name.into(), format!("allowed is {names}, or a list of points"));
            None
        }
    }
}

/// Rows of N numbers; `shape` is what a fault calls them.
fn rows<const N: usize>(fields: &mut Fields, key: &'static str, shape: &str) -> Option<Vec<[f64; N]>> {
    let tree = fields.any(key)?;
    let path = fields.path(key);
    let Some(rows) = tree.list().filter(|rows| (1..=MAX_DATA).contains(&rows.len())) else {
        fields.wrong(key, tree, format!("allowed is a list of 1 to {MAX_DATA} {shape}"));
        return None;
    };
    let row = |(i, row)| fields::numbers(row, &format!("{path}[{i}]"), N, fields.faults())?.try_into().ok();
    let read: Vec<_> = rows.iter().enumerate().filter_map(row).collect();
    (read.len() == rows.len()).then_some(read)
}

fn function(mut fields: Fields) -> Option<Surface> {
    let id = fields.text("function")?;
    let entry = match catalogue::find(SURFACES, id) {
        Ok(entry) => entry,
        Err(names) => {
            fields.wrong("function", &id.into(), format!("allowed is {names}"));
            return None;
        }
    };
    let knobs = entry.knobs.iter().map(|knob| fields.number(knob.id, f64::NEG_INFINITY).or(knob.default));
    let knobs: Vec<Option<f64>> = knobs.collect();
    fields.finish(entry.id);
    Some(Surface::analytic(entry, knobs.into_iter().collect::<Option<_>>()?))
}

#[cfg(feature = "whole")]
fn expression(mut fields: Fields) -> Option<Surface> {
    let (text, path) = (fields.text("expression"), fields.path("expression"));
    let read = text.and_then(|text| {
        let wrong = |error: ExprError| {
            fields.faults().push(Fault::wrong(path, error.excerpt(text), format!("{error}")));
        };
        Expression::parse(text).map_err(wrong).ok()
    });
    fields.finish("an expression");
    read.map(|expression| Surface::Expression(Arc::new(expression)))
}

#[cfg(test)]
mod tests;

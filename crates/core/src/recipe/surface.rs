//! The `surface` of a recipe.

use alloc::format;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::MAX_DATA;
use super::fields::{self, Fields};
use crate::catalogue;
use crate::data::DATA_SETS;
use crate::fault::Fault;
use crate::model::{Reduce, SigmoidNeuron};
use crate::{ExprError, Expression, SURFACES, Surface, Tree};

const REDUCE: &[(&str, Reduce)] = &[("half-sum", Reduce::HalfSum), ("sum", Reduce::Sum), ("mean", Reduce::Mean)];
const WHERE_NOTHING_IS_KNOWN: ([[f64; 2]; 2], [f64; 2]) = ([[-6.0, 6.0], [-6.0, 6.0]], [-2.0, -2.0]);

pub(super) fn read(tree: &Tree, path: &str, faults: &mut Vec<Fault>) -> Option<Surface> {
    let mut fields = Fields::of(tree, path, faults)?;
    let kinds = ["model", "function", "expression"].map(|key| fields.any(key).is_some());
    match kinds {
        [true, false, false] => model(fields),
        [false, true, false] => function(fields),
        [false, false, true] => expression(fields),
        _ => {
            fields.faults().push(Fault::wrong(path, tree.glimpse(), "allowed is one of model, function or expression"));
            None
        }
    }
}

fn model(mut fields: Fields) -> Option<Surface> {
    let model = fields.word("model", &[("sigmoid-neuron", ())]);
    let data = fields.required("data", "a list of points [x, y] or the name of a data set");
    let reduce = match fields.any("reduce") {
        Some(_) => fields.word("reduce", REDUCE),
        None => Some(Reduce::HalfSum),
    };
    let path = fields.path("data");
    let points = data.and_then(|tree| points(tree, &path, fields.faults()));
    fields.finish("sigmoid-neuron");
    model?;
    let (data, (domain, start)) = points?;
    Some(Surface::Neuron(Arc::new(SigmoidNeuron::new(data, reduce?, domain, start))))
}

type Points = (Vec<[f64; 2]>, ([[f64; 2]; 2], [f64; 2]));

/// The points, with the window and start that suit them.
fn points(tree: &Tree, path: &str, faults: &mut Vec<Fault>) -> Option<Points> {
    if let Some(name) = tree.text() {
        return match catalogue::find(DATA_SETS, name) {
            Ok(set) => Some((set.rows.to_vec(), (set.domain, set.start))),
            Err(names) => {
                faults.push(Fault::wrong(path, tree.glimpse(), format!("allowed is {names}, or a list of points")));
                None
            }
        };
    }
    let Some(rows) = tree.list().filter(|rows| (1..=MAX_DATA).contains(&rows.len())) else {
        faults.push(Fault::wrong(path, tree.glimpse(), format!("allowed is a list of 1 to {MAX_DATA} points [x, y]")));
        return None;
    };
    let row = |(i, row)| fields::numbers(row, &format!("{path}[{i}]"), 2, faults).map(|v| [v[0], v[1]]);
    let read: Vec<_> = rows.iter().enumerate().filter_map(row).collect();
    let known = DATA_SETS.iter().find(|set| set.rows == read.as_slice());
    let picture = known.map_or(WHERE_NOTHING_IS_KNOWN, |set| (set.domain, set.start));
    (read.len() == rows.len()).then_some((read, picture))
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
    let knobs: Option<Vec<f64>> = knobs.collect();
    fields.finish(entry.id);
    Some(Surface::analytic(entry, knobs?))
}

fn expression(mut fields: Fields) -> Option<Surface> {
    let (text, path) = (fields.text("expression"), fields.path("expression"));
    let read = text.and_then(|text| {
        let wrong = |error| fields.faults().push(Fault::wrong(path, ExprError::excerpt(&error, text), error));
        Expression::parse(text).map_err(wrong).ok()
    });
    fields.finish("an expression");
    read.map(|expression| Surface::Expression(Arc::new(expression)))
}

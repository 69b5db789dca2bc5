//! The `runs` of a recipe.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::vec::Vec;

use super::fields::Fields;
use super::{MAX_RUNS, RunPlan, Settings};
use crate::catalogue::{self, Knob};
use crate::fault::Fault;
use crate::method::Method;
use crate::{METHODS, Surface, Tree};

pub(super) fn read(tree: &Tree, surface: Option<&Surface>, faults: &mut Vec<Fault>) -> Option<Vec<RunPlan>> {
    let Some(list) = tree.list().filter(|list| (1..=MAX_RUNS).contains(&list.len())) else {
        faults.push(Fault::wrong("runs", tree.glimpse(), format!("allowed is a list of 1 to {MAX_RUNS} runs")));
        return None;
    };
    let runs = list.iter().enumerate().filter_map(|(i, tree)| run(tree, &format!("runs[{i}]"), surface, faults));
    let runs: Vec<_> = runs.collect();
    (runs.len() == list.len()).then_some(runs)
}

fn run(tree: &Tree, path: &str, surface: Option<&Surface>, faults: &mut Vec<Fault>) -> Option<RunPlan> {
    let mut fields = Fields::of(tree, path, faults)?;
    let method = method(&mut fields)?;
    // In the order in which an error message should list them.
    let settings: Option<Vec<_>> = method.knobs.iter().map(|knob| setting(&mut fields, knob)).collect();
    let start = match (fields.any("start"), surface) {
        (Some(_), Some(surface)) => fields.numbers("start", surface.parameters().len()),
        (None, Some(surface)) => Some(surface.facts().start),
        // How many numbers it needs is known only where the surface is right.
        (_, None) => None,
    };
    let name = fields.text("name").unwrap_or(method.title).to_owned();
    fields.word("convention", &[("course", ())]);
    fields.finish(method.id);
    Some(RunPlan { method, name, start: start?, settings: Settings(settings?) })
}

fn method(fields: &mut Fields) -> Option<&'static Method> {
    let names = || catalogue::list(METHODS.iter().map(|m| m.id));
    let tree = fields.required("method", &names())?;
    let found = tree.text().and_then(|id| catalogue::find(METHODS, id).ok());
    if found.is_none() {
        fields.wrong("method", tree, format!("allowed is {}", names()));
    }
    found
}

fn setting(fields: &mut Fields, knob: &Knob) -> Option<(&'static str, f64)> {
    let value = match (fields.any(knob.id), knob.default) {
        (None, None) => {
            let path = fields.path(knob.id);
            fields.faults().push(Fault::missing(path, "needed is a finite number from 0 up"));
            None
        }
        (None, default) => default,
        (Some(_), _) => fields.number(knob.id, 0.0),
    };
    Some((knob.id, value?))
}

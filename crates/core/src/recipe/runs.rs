//! The `runs` of a recipe.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::vec::Vec;
use core::cell::OnceCell;

use super::fields::Fields;
use super::tempo::{self, Moves};
use super::{MAX_RUNS, RunPlan, Settings, batch};
use crate::catalogue::{self, Knob, Scale};
use crate::fault::Fault;
use crate::form::Form;
use crate::method::Method;
use crate::{Landscape, METHODS, Surface, Tree};

pub(super) fn read(tree: &Tree, surface: Option<&Surface>, faults: &mut Vec<Fault>) -> Option<Vec<RunPlan>> {
    let Some(list) = tree.list().filter(|list| (1..=MAX_RUNS).contains(&list.len())) else {
        faults.push(Fault::wrong("runs", tree.glimpse(), format!("allowed is a list of 1 to {MAX_RUNS} runs")));
        return None;
    };
    let ground = Ground { surface, start: OnceCell::new() };
    let runs = list.iter().enumerate().filter_map(|(i, tree)| run(tree, &format!("runs[{i}]"), &ground, faults));
    let runs: Vec<_> = runs.collect();
    (runs.len() == list.len()).then_some(runs)
}

/// What all runs walk on.
struct Ground<'s> {
    surface: Option<&'s Surface>,
    /// Where those begin that do not say: for a reader's function it may have to be looked for, which is done once.
    start: OnceCell<Vec<f64>>,
}

fn run(tree: &Tree, path: &str, ground: &Ground<'_>, faults: &mut Vec<Fault>) -> Option<RunPlan> {
    let surface = ground.surface;
    let mut fields = Fields::of(tree, path, faults)?;
    let method = method(&mut fields)?;
    let form = form(&mut fields, method)?;
    // In the order in which an error message should list them.
    let settings = settings(&mut fields, form);
    let start = match (fields.any("start"), surface) {
        (Some(_), Some(surface)) => fields.numbers("start", surface.parameters().len()),
        (None, Some(surface)) => Some(ground.start.get_or_init(|| surface.start()).clone()),
        // How many numbers it needs is known only where the surface is right.
        (_, None) => None,
    };
    let name = fields.text("name").unwrap_or(method.title).to_owned();
    let [rate, momentum] = ["learning_rate", "momentum"].map(|id| form.knob(id).is_some());
    let tempo = tempo::read(&mut fields, Moves { method: method.id, rate, momentum });
    let batch = batch::batch(&mut fields, surface.map(Surface::examples));
    let noise = batch::noise(&mut fields);
    fields.last(&["convention", "name", "method"]);
    fields.finish(method.id);
    Some(RunPlan { method, form, name, start: start?, settings: settings?, tempo, batch, noise })
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

/// The rule as the convention asked for has it, or as its first one has it.
fn form(fields: &mut Fields, method: &'static Method) -> Option<&'static Form> {
    let Some(tree) = fields.any("convention") else { return method.forms.first() };
    let found = tree.text().and_then(|name| method.form(name));
    if found.is_none() {
        let names = catalogue::list(method.forms.iter().map(|form| form.convention));
        fields.wrong("convention", tree, format!("{} is in {names}", method.id));
    }
    found
}

fn settings(fields: &mut Fields, form: &'static Form) -> Option<Settings> {
    // Every knob is asked for before the first fault counts, or those after it would be called unknown.
    let knobs: Vec<_> = form.knobs.iter().map(|knob| setting(fields, knob)).collect();
    let settings = Settings { knobs: knobs.into_iter().collect::<Option<_>>()?, fixed: form.fixed };
    let writing = form.writing(&settings);
    for id in writing.ignores {
        if let Some(tree) = fields.any(id) {
            let why = writing.when.iter().filter_map(|(id, value)| Some((form.knob(id)?, value)));
            let why: Vec<_> =
                why.map(|(knob, value)| format!("{} {}", knob.id, knob.written(*value).glimpse())).collect();
            fields.wrong(id, tree, format!("with {} it has no meaning", why.join(" and ")));
        }
    }
    Some(settings)
}

fn setting(fields: &mut Fields, knob: &'static Knob) -> Option<(&'static str, f64)> {
    let Some(tree) = fields.any(knob.id) else {
        if knob.default.is_none() {
            let path = fields.path(knob.id);
            fields.faults().push(Fault::missing(path, "needed is a finite number from 0 up"));
        }
        return Some((knob.id, knob.default?));
    };
    let value = match knob.scale {
        Scale::Linear | Scale::Log => fields.number(knob.id, 0.0),
        Scale::Flag => fields.flag(knob.id).map(|on| f64::from(u8::from(on))),
        Scale::Words(words) => {
            let found = words.iter().position(|word| tree.text() == Some(word));
            if found.is_none() {
                fields.wrong(knob.id, tree, format!("allowed is {}", catalogue::list(words.iter().copied())));
            }
            found.map(|i| i as f64)
        }
    };
    Some((knob.id, value?))
}

#[cfg(test)]
mod tests;

//! The figure format as a JSON Schema, made from the tables that check it, so that an editor knows what may stand where.
//!
//! A schema sees one place at a time. What follows from two of them, such as a batch where there are no data, or runs ×
//! steps, is for [`check_figure`](crate::check_figure) alone.

mod figure;
mod run;

use ponder::{SURFACES, Tree};
use ponder::{data::DATA_SETS, recipe};

use crate::question::MAX_QUESTIONS;

/// The schema of a figure, and so of a recipe.
pub fn schema() -> Tree {
    let mut keys = vec![
        ("version", of("const", 1.0.into())),
        ("surface", surface()),
        ("runs", list(refer("run"), [1, recipe::MAX_RUNS])),
        ("steps", whole([1.0, recipe::MAX_STEPS as f64])),
        ("until", bound()),
        ("title", typed("string")),
        ("alt", typed("string")),
        ("view", figure::view()),
    ];
    keys.push(("ponders", list(any(figure::questions()), [0, MAX_QUESTIONS])));
    let head = Tree::map([
        ("$schema", "https://json-schema.org/draft/2020-12/schema".into()),
        ("title", "A figure of Ponder".into()),
        ("description", "A recipe (a surface, runs, steps), and how it is shown and what it asks.".into()),
    ]);
    let Tree::Map(body) = object(keys, &["surface", "runs", "steps"]) else { return head };
    let runs = ("run", any(run::runs()));
    let parts = [runs, ("rate-schedule", run::rates()), ("momentum-schedule", run::momenta())];
    extend(extend(head, body), [("$defs".to_owned(), Tree::map(parts))])
}

fn surface() -> Tree {
    let words = |words: &[&str]| of("enum", Tree::List(words.iter().map(|word| (*word).into()).collect()));
    let reduce = words(&["half-sum", "sum", "mean"]);
    let model = |ids: &[&str], columns: usize, named: bool| {
        let rows = list(numbers(columns), [1, recipe::MAX_DATA]);
        let names: Vec<&str> = DATA_SETS.iter().map(|set| set.id).collect();
        let data = if named { any(vec![words(&names), rows.clone()]) } else { rows.clone() };
        let keys = vec![("model", words(ids)), ("data", data), ("reduce", reduce.clone()), ("validation", rows)];
        object(keys, &["model", "data"])
    };
    let mut kinds = vec![
        model(&["sigmoid-neuron", "linear-neuron"], 2, true),
        model(&["four-input-neuron"], 5, false),
        object(vec![("expression", typed("string"))], &["expression"]),
    ];
    kinds.extend(SURFACES.iter().map(|entry| {
        let mut keys = vec![("function", of("const", entry.id.into()))];
        keys.extend(entry.knobs.iter().map(|knob| (knob.id, with(typed("number"), said(knob)))));
        with(object(keys, &["function"]), [("title", entry.title.into())])
    }));
    any(kinds)
}

/// Where something ends: the loss or the gradient is low.
fn bound() -> Tree {
    any(vec![
        object(vec![("loss_below", typed("number"))], &["loss_below"]),
        object(vec![("gradient_below", least("minimum", 0.0))], &["gradient_below"]),
    ])
}

fn said(knob: &ponder::Knob) -> Vec<(&'static str, Tree)> {
    let default = knob.default.map(|value| ("default", knob.written(value)));
    [("description", knob.about.into())].into_iter().chain(default).collect()
}

fn of(key: &str, value: Tree) -> Tree {
    Tree::map([(key, value)])
}

fn typed(name: &str) -> Tree {
    of("type", name.into())
}

/// A number from `n` up (`minimum`) or above it (`exclusiveMinimum`).
fn least(key: &'static str, n: f64) -> Tree {
    with(typed("number"), [(key, n.into())])
}

fn whole([from, to]: [f64; 2]) -> Tree {
    with(typed("integer"), [("minimum", from.into()), ("maximum", to.into())])
}

fn list(items: Tree, [least, most]: [usize; 2]) -> Tree {
    with(typed("array"), [("items", items), ("minItems", least.into()), ("maxItems", most.into())])
}

/// Exactly so many numbers.
fn numbers(count: usize) -> Tree {
    list(typed("number"), [count, count])
}

fn any(schemas: Vec<Tree>) -> Tree {
    of("anyOf", Tree::List(schemas))
}

fn refer(part: &str) -> Tree {
    of("$ref", format!("#/$defs/{part}").as_str().into())
}

/// An object of these keys and no others.
fn object(keys: Vec<(&'static str, Tree)>, required: &[&str]) -> Tree {
    let keys = keys.into_iter().map(|(key, schema)| (key.to_owned(), schema)).collect();
    Tree::map([
        ("type", "object".into()),
        ("properties", Tree::Map(keys)),
        ("required", Tree::List(required.iter().map(|key| (*key).into()).collect())),
        ("additionalProperties", Tree::Bool(false)),
    ])
}

fn with<'a>(schema: Tree, more: impl IntoIterator<Item = (&'a str, Tree)>) -> Tree {
    extend(schema, more.into_iter().map(|(key, value)| (key.to_owned(), value)))
}

fn extend(schema: Tree, more: impl IntoIterator<Item = (String, Tree)>) -> Tree {
    let Tree::Map(mut pairs) = schema else { return schema };
    pairs.extend(more);
    Tree::Map(pairs)
}

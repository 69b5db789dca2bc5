//! Two hundred recipes of a thousand steps: what must have the same bits in every engine.
//!
//! The first few are frozen in `tests/bits/frozen.json`. The others are dealt from the catalogue, so that every form of
//! every method meets every surface, and a new entry is among them without a word here.

use ponder::recipe::MAX_RUNS;
use ponder::{Knob, METHODS, SURFACES, Tree, check};

use crate::dice::Dice;

/// How many recipes there are.
pub const RECIPES: usize = 200;
/// The updates of each.
pub const STEPS: usize = 1000;

/// A recipe and what a report calls it.
#[derive(Debug)]
pub struct Sample {
    /// `017 rosenbrock: adam, lion`.
    pub name: String,
    /// The recipe.
    pub recipe: Tree,
}

/// A surface to run on.
struct Ground {
    name: String,
    surface: Tree,
}

/// A method as one convention has it.
struct Form {
    method: &'static str,
    convention: &'static str,
    knobs: &'static [Knob],
}

/// The frozen ones with the hash of their bits, as `{"name", "recipe", "sha256"}`.
///
/// # Panics
/// When the file is broken.
#[must_use]
pub fn frozen() -> Vec<(Sample, String)> {
    let file: Tree = serde_json::from_str(include_str!("../bits/frozen.json")).expect("frozen.json is JSON");
    let text = |entry: &Tree, key| entry.get(key).and_then(Tree::text).map(String::from).expect("a text");
    let sample = |entry| Sample { name: text(entry, "name"), recipe: entry.get("recipe").cloned().expect("a recipe") };
    file.list().expect("a list").iter().map(|entry| (sample(entry), text(entry, "sha256"))).collect()
}

/// All of them, the frozen ones first.
#[must_use]
pub fn recipes() -> Vec<Sample> {
    let mut samples: Vec<_> = frozen().into_iter().map(|(sample, _)| sample).collect();
    let (grounds, forms) = (grounds(), forms());
    let places = RECIPES - samples.len();
    // So many that all forms have met a surface when its turns are over.
    let runs = forms.len().div_ceil(places / grounds.len());
    assert!(runs <= MAX_RUNS, "{} forms on {} surfaces are too many for {places} recipes", forms.len(), grounds.len());
    samples.extend((0..places).map(|i| {
        let (ground, turn) = (&grounds[i % grounds.len()], i / grounds.len());
        let dealt = (turn * runs..(turn + 1) * runs).map(|at| &forms[at % forms.len()]);
        deal(i, ground, &dealt.collect::<Vec<_>>())
    }));
    samples
}

fn deal(i: usize, ground: &Ground, forms: &[&Form]) -> Sample {
    let mut dice = Dice(i as u64);
    let [w, b] = domain(&ground.surface);
    let runs = forms.iter().map(|form| {
        let mut run = knobs(form, &mut dice);
        if dice.below(2) == 0 {
            run.push(("start", Tree::numbers(&[dice.between(w[0], w[1]), dice.between(b[0], b[1])])));
        }
        object(run)
    });
    let runs = Tree::List(runs.collect());
    let names: Vec<_> = forms.iter().map(|form| form.method).collect();
    let name = format!("{i:03} {}: {}", ground.name, names.join(", "));
    let recipe = Tree::map([("surface", ground.surface.clone()), ("runs", runs), ("steps", STEPS.into())]);
    Sample { name, recipe }
}

/// The method with a rate, and every other knob left alone or turned.
fn knobs(form: &Form, dice: &mut Dice) -> Vec<(&'static str, Tree)> {
    let mut run = vec![("method", form.method.into()), ("convention", form.convention.into())];
    for knob in form.knobs {
        if knob.id == "learning_rate" {
            // Large enough to move, small enough that most runs stay finite.
            run.push((knob.id, dice.decade(1e-4, 0.1).into()));
        } else if knob.default.is_none() || dice.below(2) == 0 {
            run.push((knob.id, dice.knob(knob).into()));
        }
    }
    run
}

fn forms() -> Vec<Form> {
    METHODS.iter().map(|method| Form { method: method.id, convention: "course", knobs: method.knobs }).collect()
}

/// Every analytic surface as it is and with its knobs turned, and the neuron over data.
fn grounds() -> Vec<Ground> {
    let mut dice = Dice(0);
    let plain = SURFACES.iter().map(|entry| (entry.id, vec![("function", entry.id.into())]));
    let turned = SURFACES.iter().filter(|entry| !entry.knobs.is_empty()).map(|entry| {
        let knobs = entry.knobs.iter().map(|knob| (knob.id, dice.knob(knob).into()));
        (entry.id, [("function", entry.id.into())].into_iter().chain(knobs).collect())
    });
    let functions = plain.chain(turned).map(|(id, keys)| Ground { name: id.into(), surface: object(keys) });
    let mut grounds: Vec<_> = functions.collect();
    grounds.extend(["half-sum", "sum", "mean"].into_iter().flat_map(|reduce| {
        ponder::data::DATA_SETS.iter().map(move |set| Ground {
            name: format!("sigmoid-neuron {} {reduce}", set.id),
            surface: Tree::map([
                ("model", "sigmoid-neuron".into()),
                ("data", set.id.into()),
                ("reduce", reduce.into()),
            ]),
        })
    }));
    grounds
}

fn object(keys: Vec<(&'static str, Tree)>) -> Tree {
    Tree::Map(keys.into_iter().map(|(key, value)| (key.into(), value)).collect())
}

/// The window that shows the surface.
fn domain(surface: &Tree) -> [[f64; 2]; 2] {
    let run = Tree::map([("method", METHODS[0].id.into()), ("learning_rate", 1.0.into())]);
    let recipe = Tree::map([("surface", surface.clone()), ("runs", Tree::List(vec![run])), ("steps", 1.0.into())]);
    check(&recipe).unwrap_or_else(|faults| panic!("{faults}")).surface().facts().domain
}

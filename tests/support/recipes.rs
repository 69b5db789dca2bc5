//! Two hundred recipes of a thousand steps: what must have the same bits in every engine.
//!
//! The first few are frozen in `tests/bits/frozen.json`. The others are dealt from the catalogue, so that every writing
//! of every method meets every surface, and a new entry is among them without a word here.

use std::collections::BTreeSet;

use ponder::Tree;
use ponder::recipe::MAX_RUNS;

use crate::dice::Dice;
use crate::ground::{Ground, facts, grounds};
use crate::object;
use crate::style::{Style, styles};
use crate::tempo::tempo;

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
///
/// # Panics
/// When the catalogue has outgrown two hundred recipes.
#[must_use]
pub fn recipes() -> Vec<Sample> {
    let mut samples: Vec<_> = frozen().into_iter().map(|(sample, _)| sample).collect();
    let (grounds, styles) = (grounds(), styles());
    let places = RECIPES - samples.len();
    // So many that every style has met a ground when its turns are over.
    let runs = styles.len().div_ceil(places / grounds.len());
    assert!(runs <= MAX_RUNS, "{} styles on {} grounds are too many for {places}", styles.len(), grounds.len());
    samples.extend((0..places).map(|i| {
        let (ground, turn) = (&grounds[i % grounds.len()], i / grounds.len());
        let dealt = (turn * runs..(turn + 1) * runs).map(|at| styles[at % styles.len()]);
        deal(i, ground, &ground.variants[turn % ground.variants.len()], &dealt.collect::<Vec<_>>())
    }));
    samples
}

fn deal(i: usize, ground: &Ground, surface: &Tree, styles: &[Style]) -> Sample {
    let mut dice = Dice(i as u64);
    let window = window(surface);
    let runs = styles.iter().map(|style| {
        let mut run = style.keys(&mut dice);
        run.extend(tempo(style.form, ground.has_data, &mut dice));
        if dice.below(4) > 0 {
            let start = window.iter().map(|[low, high]| dice.between(*low, *high).into());
            run.push(("start", Tree::List(start.collect())));
        }
        object(run)
    });
    let runs = Tree::List(runs.collect());
    let names: BTreeSet<_> = styles.iter().map(|style| style.method).collect();
    let name = format!("{i:03} {}: {}", ground.id, names.into_iter().collect::<Vec<_>>().join(", "));
    Sample { name, recipe: Tree::map([("surface", surface.clone()), ("runs", runs), ("steps", STEPS.into())]) }
}

/// Where runs may start: a range a parameter.
fn window(surface: &Tree) -> Vec<[f64; 2]> {
    let facts = facts(surface);
    facts.domain.map_or_else(|| facts.start.iter().map(|at| [at - 2.0, at + 2.0]).collect(), |domain| domain.to_vec())
}

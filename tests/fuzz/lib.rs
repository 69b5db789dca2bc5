//! What the targets judge by: the very functions of `tests/robust`.

#![allow(dead_code, reason = "of the modules of tests/robust only the judges are used")]

#[path = "../robust/around.rs"]
mod around;
#[path = "../robust/expression.rs"]
mod expression;
#[path = "../robust/figure.rs"]
mod figure;
#[path = "../robust/ground.rs"]
mod ground;
#[path = "../robust/hold.rs"]
mod hold;
#[path = "../robust/judge.rs"]
mod judge;
#[path = "../robust/link.rs"]
mod link;
#[path = "../robust/places.rs"]
mod places;
#[path = "../robust/recipe.rs"]
mod recipe;
#[path = "../robust/tape.rs"]
mod tape;

use std::hash::{DefaultHasher, Hash, Hasher};

use ponder::Tree;

/// Of so many texts one is judged in full, always the same ones. The rest is parsed, checked and mended, which is what
/// a text from outside could break; to run a recipe to its end, or to open a link's own link, takes many times as long.
const WHOLE: u64 = 16;

fn whole(text: &str) -> bool {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish() % WHOLE == 0
}

/// A formula: see `tests/robust/judge.rs`.
pub fn expression(text: &str) -> Result<(), String> {
    judge::expression(text)
}

/// A recipe file.
pub fn recipe(text: &str) -> Result<(), String> {
    if whole(text) {
        return judge::recipe(text);
    }
    let Ok(tree) = serde_json::from_str::<Tree>(text) else { return Ok(()) };
    ponder::check(&tree).map_or_else(|faults| hold::has_reasons(&tree, &faults), |_| Ok(()))
}

/// A link.
pub fn link(text: &str) -> Result<(), String> {
    if whole(text) { judge::link(text) } else { link::opens(text).map(drop) }
}

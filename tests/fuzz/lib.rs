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

/// A formula: see `tests/robust/judge.rs`.
pub fn expression(text: &str) -> Result<(), String> {
    judge::expression(text)
}

/// A recipe file.
pub fn recipe(text: &str) -> Result<(), String> {
    judge::recipe(text)
}

/// A link.
pub fn link(text: &str) -> Result<(), String> {
    judge::link(text)
}

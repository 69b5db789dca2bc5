//! What `ponder python` prints: the scripts are run, and their numbers are ours up to rounding.
//!
//! `PONDER_PYTHON` names a Python with NumPy; `cargo xtask test` makes one and names it. PyTorch is too large for that:
//! `PONDER_TORCH=a/python cargo test --test python -- --ignored` runs the same recipes' scripts for PyTorch, in a Python
//! that has it.
#![cfg(not(target_arch = "wasm32"))]

#[path = "python/recipes.rs"]
mod recipes;
#[path = "python/replay.rs"]
mod replay;

use ponder::python::Dialect;
use replay::{Agreement, replay};

/// As in the golden files: what rounding may come to within the steps that do not make it ten thousand times worse.
const TOLERANCE: f64 = 1e-10;

/// Runs the recipes' scripts; none may be off, and most points must have been compared.
fn agree(dialect: Dialect, recipes: &[String]) {
    let told = replay(dialect, recipes);
    let off: Vec<_> = told.iter().filter(|(_, run)| run.worst > TOLERANCE).collect();
    assert!(off.is_empty(), "{} of {} runs are off: {off:#?}", off.len(), told.len());
    let sum = |of: fn(&Agreement) -> usize| told.iter().map(|(_, run)| of(run)).sum::<usize>() as f64;
    let share = sum(|run| run.compared) / sum(|run| run.points);
    let worst = told.iter().map(|(_, run)| run.worst).fold(0.0, f64::max);
    println!("{} runs, {:.1} % of their points compared, off by {worst:.1e} at most", told.len(), 100.0 * share);
    assert!(share > 0.8, "only {share} of all points could be compared");
}

#[test]
fn every_rule_in_every_convention() {
    agree(Dialect::NumPy, &recipes::rules());
}

#[test]
fn every_surface_with_gradient_and_hessian() {
    agree(Dialect::NumPy, &recipes::surfaces());
}

#[test]
fn every_expression_with_its_kinks_and_poles() {
    agree(Dialect::NumPy, &recipes::expressions());
}

#[test]
fn every_schedule_batch_and_noise() {
    agree(Dialect::NumPy, &recipes::tempos());
}

#[test]
fn what_diverges_or_is_at_its_limit() {
    agree(Dialect::NumPy, &recipes::limits());
}

#[test]
#[ignore = "needs PyTorch, named by PONDER_TORCH"]
fn all_of_it_in_pytorch() {
    let all = [recipes::rules(), recipes::surfaces(), recipes::expressions(), recipes::tempos(), recipes::limits()];
    agree(Dialect::PyTorch, &all.concat());
}

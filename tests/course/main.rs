//! The numbers of the course, row by row, to the digits printed there.
//!
//! Row ids are the course checklist's: S0 to S4 are its five texts, C its claims, E what they got wrong. The scenes
//! that make its stories visible are tested under their names. `coverage` lists all of them.
#![cfg(not(target_arch = "wasm32"))]

mod analysis;
mod averages;
mod batches;
mod claims;

mod errata;
mod ground;
mod guesses;
mod newton;
mod rates;
mod rules;
mod saddle;
mod scenes;
mod scenes_functions;
mod scenes_sparse;
mod schedules;
mod sparse;

use ponder_tests::walked::TWO_POINTS;

const VALLEY: &str = r#"{"model":"sigmoid-neuron","data":"valley"}"#;
const EIGHT_POINTS: &str = r#"{"model":"sigmoid-neuron","data":"eight-points"}"#;
const SPARSE: &str = r#"{"model":"sigmoid-neuron","data":"sparse"}"#;
const SADDLE: &str = r#"{"function":"saddle"}"#;

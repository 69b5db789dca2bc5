//! What must hold for every method in every convention and writing, on every surface, including those not yet written.
#![cfg(not(target_arch = "wasm32"))]

mod batch;
mod down;
mod five;
mod kin;
mod looks;
mod mirror;
mod recipe;
mod rest;
mod said;
mod tempo;
mod unit;
mod walk;

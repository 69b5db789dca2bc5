//! A recipe as text. What the command line prints and what the page saves is written here, so that it is the same.

#[cfg(target_arch = "wasm32")]
mod page;
mod trajectory;

pub use trajectory::{csv, json};

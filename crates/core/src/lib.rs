//! How neural-network optimizers move, in exact and repeatable numbers.
//!
//! A **recipe** names a loss surface, one or more optimizers with their settings, and a number of steps. Its
//! **trajectory** is a pure function of it: the same bits natively and in every browser, because everything here is
//! plain IEEE double arithmetic in a stated order, and every transcendental function goes through [`math`].
//!
//! Simplifications, on purpose: numbers are `f64`; surfaces are functions of two parameters, and of five for a neuron
//! with four inputs; runs are deterministic. Out of scope: tensors, training real networks, anything that reads a clock
//! or a file.
//!
//! ```
//! use ponder::{Tree, check};
//!
//! let recipe = Tree::map([
//!     ("surface", Tree::map([("model", "sigmoid-neuron".into()), ("data", "two-points".into())])),
//!     ("runs", Tree::List(vec![Tree::map([("method", "gradient-descent".into()), ("learning_rate", 1.0.into())])])),
//!     ("steps", 1000.0.into()),
//! ]);
//! let plan = check(&recipe).unwrap();
//! let rows = plan.trajectory();
//! assert!(rows[rows.len() - 1] < 1e-10, "the loss after a thousand steps");
//! ```
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(
    not(feature = "whole"),
    allow(dead_code, unused_imports, reason = "what only the rest of the catalogue takes")
)]

extern crate alloc;

pub mod analysis;
pub mod batch;
pub mod bulk;
pub mod catalogue;
pub mod csv;
pub mod data;
#[cfg(feature = "whole")]
pub mod expr;
pub mod fault;
pub mod form;
pub mod jet;
pub mod landscape;
pub mod link;
pub mod math;
pub mod memory;
pub mod method;
pub mod model;
pub mod noise;
pub mod note;
pub mod number;
#[cfg(feature = "whole")]
pub mod python;
#[cfg(feature = "whole")]
mod race;
pub mod recipe;
pub mod run;
pub mod schedule;
pub mod surface;
pub mod tempo;
pub mod text;
pub mod tree;
pub mod vector;
mod walker;

pub use analysis::event::Event;
pub use analysis::outcome::{self, Outcome};
pub use catalogue::Knob;
#[cfg(feature = "whole")]
pub use expr::{ExprError, Expression};
pub use fault::{Fault, FaultKind, Faults};
pub use form::Form;
pub use jet::{Dual, Jet};
pub use landscape::{Evaluations, Landscape};
#[cfg(feature = "whole")]
pub use method::LATER_METHODS;
pub use method::METHODS;
pub use number::Number;
pub use recipe::{Plan, RunPlan, check};
pub use run::{Entry, Run, Update};
pub use schedule::{MOMENTUM_SCHEDULES, SCHEDULES};
#[cfg(feature = "whole")]
pub use surface::LATER_SURFACES;
pub use surface::{Facts, Height, SURFACES, Surface};
pub use tree::Tree;
pub use vector::Vector;

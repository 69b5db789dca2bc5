//! A plan as a Python script that needs nothing but NumPy, or PyTorch, and prints the plan's own CSV.
//!
//! The script is the same arithmetic written for a reader: the surface as f(p), every run as a generator of points with
//! the lines of its rule ([`Writing::python`](crate::form::Writing)), all in double precision. Sums may be added up in
//! another order, so points agree to rounding and not to the last bit.
//!
//! ```
//! use ponder::{Tree, check, python};
//!
//! let run = Tree::map([("method", "momentum".into()), ("learning_rate", 0.01.into())]);
//! let recipe = Tree::map([
//!     ("surface", Tree::map([("function", "saddle".into())])),
//!     ("runs", Tree::List(vec![run])),
//!     ("steps", 50.0.into()),
//! ]);
//! let script = python::script(&check(&recipe).unwrap(), python::Dialect::NumPy);
//! assert!(script.contains("        v = mu*v + lr*g\n        p = p - v\n"));
//! ```

mod around;
mod code;
mod functions;
mod land;
mod model;
mod prelude;
mod run;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::Plan;
use code::Needs;

/// Which library the script is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// NumPy: gradients in closed form, or by a small class of dual numbers.
    NumPy,
    /// PyTorch: gradients by its own differentiation, and its own optimizer wherever the rule is one.
    PyTorch,
}

/// The script that prints what `ponder trajectory` prints for this plan.
#[must_use]
pub fn script(plan: &Plan, dialect: Dialect) -> String {
    let runs = plan.runs().iter().enumerate().map(|(i, run)| run::block(plan, i, run, dialect));
    let runs: Vec<_> = runs.collect();
    let needs = runs.iter().fold(Needs::default(), |needs, block| needs.and(block));
    let land = land::land(plan, dialect, &needs);
    let mut blocks = Vec::from([prelude::head(plan, dialect, &needs, &land)]);
    blocks.extend(prelude::helpers(dialect, &needs, &land));
    blocks.extend(land.blocks);
    blocks.extend(runs);
    blocks.push(prelude::report(plan));
    blocks.join("\n\n\n") + "\n"
}

impl Dialect {
    /// How the script calls the library.
    fn library(self) -> &'static str {
        match self {
            Self::NumPy => "np",
            Self::PyTorch => "torch",
        }
    }

    /// A list of numbers as the library holds it.
    fn array(self, numbers: &str) -> String {
        match self {
            Self::NumPy => format!("np.array({numbers})"),
            Self::PyTorch => format!("torch.tensor({numbers})"),
        }
    }
}

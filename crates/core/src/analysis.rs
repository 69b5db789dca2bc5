//! What can be said about surfaces and runs: numbers that figures and lessons show.
//!
//! ```
//! use ponder::analysis::{Path, eigenvalues};
//! use ponder::{Landscape, Vector, check};
//!
//! let run = r#"{"method":"gradient-descent","learning_rate":0.15,"start":[1,0]}"#;
//! let recipe = format!(r#"{{"surface":{{"function":"ravine"}},"runs":[{run}],"steps":4}}"#);
//! let plan = check(&serde_json::from_str(&recipe).unwrap()).unwrap();
//! assert_eq!(eigenvalues(&plan.surface().curve(Vector([1.0, 0.0]))), [10.0, 1.0]);
//!
//! let rows = plan.trajectory();
//! let path = Path::new(&rows, 2);
//! assert_eq!(path.u_turns().collect::<Vec<_>>(), [2, 3, 4], "with a rate above 1/λ it jumps from side to side");
//! assert_eq!(path.uphill().next(), None, "below 2/λ, each time nearer");
//! ```

pub mod curvature;
pub mod eigen;
pub mod event;
pub mod fairness;
pub mod outcome;
pub mod path;
pub mod quadratic;
pub mod rates;
pub mod results;
pub mod segment;
pub mod series;
pub mod signal;
#[cfg(feature = "whole")]
pub mod survey;
pub mod units;

pub use eigen::eigenvalues;
pub use path::Path;

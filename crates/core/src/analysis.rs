//! What can be said about surfaces and runs: numbers that figures and lessons show.

pub mod curvature;
pub mod eigen;
pub mod event;
pub mod outcome;
pub mod path;
pub mod quadratic;
pub mod rates;
pub mod segment;
pub mod series;
pub mod signal;
pub mod units;

pub use eigen::eigenvalues;
pub use path::Path;

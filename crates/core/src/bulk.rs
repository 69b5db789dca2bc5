//! Many runs that nobody watches step by step: where each ends, and how soon.
//!
//! A [`Job`] is a grid of [`Cell`]s, each the same run with one thing changed: its start ([basins](Grid::Starts)), its
//! learning rate, or its learning rate and its momentum. It is done in tiles, and a tile in slices, so that whoever asks
//! can show progress and stop at any time. Every cell ends with the bits of [`Plan::trajectory`](crate::Plan::trajectory).
//!
//! ```
//! use ponder::bulk::{Fate, Job};
//! use ponder::check;
//!
//! let run = r#"{"method":"gradient-descent","learning_rate":0.05}"#;
//! let recipe = format!(r#"{{"surface":{{"function":"double-well"}},"runs":[{run}],"steps":200}}"#);
//! let plan = check(&serde_json::from_str(&recipe).unwrap()).unwrap();
//! let ask = serde_json::from_str(r#"{"kind":"basins","size":[5,1],"window":[[-2,2],[-0.5,0.5]]}"#).unwrap();
//! let mut job = Job::new(&plan, &ask).unwrap();
//! job.turn_to(0, job.grid().len());
//! while !job.advance(10_000) {}
//! let side = |fate| match fate { Fate::Arrived { target, .. } => job.targets()[usize::from(target)][0], _ => f64::NAN };
//! let sides: Vec<_> = job.cells().iter().map(|cell| side(cell.fate)).collect();
//! assert!(sides[0] < 0.0 && sides[1] < 0.0 && sides[3] > 0.0 && sides[4] > 0.0, "each side has a well: {sides:?}");
//! ```

#[cfg(feature = "bulk")]
mod abreast;
mod ask;
mod bound;
mod grid;
mod job;
mod seek;
mod slices;
mod tally;
mod tile;
mod trail;

#[cfg(feature = "bulk")]
pub(crate) use abreast::{Pack, pack};
pub use bound::{Bound, bound};
pub use grid::{Grid, MAX_RATES, MAX_SIDE, spread};
pub use job::Job;
pub use slices::best;
pub(crate) use slices::{Trial, lowest};
pub use tally::{Share, Tally};
pub use trail::{Cell, Fate};

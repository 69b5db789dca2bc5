//! `ponder trajectory`: every point of every run.

use std::path::PathBuf;

use ponder::{Outcome, Plan, outcome};
use ponder_press::{csv, json};

use crate::{Failure, input};

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// A recipe in JSON; - is standard input
    recipe: PathBuf,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Format {
    /// run,step, the parameters, loss: one line a point
    Csv,
    /// every step with its gradient, memory and move
    Json,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let plan = input::plan(&options.recipe)?;
    let rows = plan.trajectory();
    warn_of_divergence(&plan, &rows);
    input::stream(|out| match options.format {
        Format::Csv => csv(&plan, &rows, out),
        Format::Json => json(&plan, &rows, out),
    })
}

/// A diverged run is a result, not a failure: one line beside the numbers.
fn warn_of_divergence(plan: &Plan, rows: &[f64]) {
    for (run, rows) in rows.chunks_exact(plan.stride()).enumerate() {
        match Outcome::of(plan, run, rows) {
            Some(o) if matches!(o.kind, outcome::Kind::Diverged { .. }) => {
                eprintln!("run {run} ({}): {o}", input::plain(plan.runs()[run].name()));
            }
            _ => {}
        }
    }
}

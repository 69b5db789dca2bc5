//! `ponder trajectory`: every point of every run.

use std::fmt::Write;
use std::path::PathBuf;

use ponder::text::shortest;
use ponder::{Outcome, Plan, Run, Tree, outcome};

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
    let text = match options.format {
        Format::Csv => csv(&plan, &rows),
        Format::Json => json(&plan, &rows).map_err(|error| Failure::Files(error.to_string()))?,
    };
    input::write(None, &text)
}

fn runs<'a>(plan: &'a Plan, rows: &'a [f64]) -> impl Iterator<Item = (usize, &'a [f64])> {
    rows.chunks_exact(plan.stride()).enumerate()
}

/// A diverged run is a result, not a failure: one line beside the numbers.
fn warn_of_divergence(plan: &Plan, rows: &[f64]) {
    for (run, rows) in runs(plan, rows) {
        match Outcome::of(plan, run, rows) {
            Some(o) if matches!(o.kind, outcome::Kind::Diverged { .. }) => {
                eprintln!("run {run} ({}): {o}", plan.runs()[run].name().escape_debug());
            }
            _ => {}
        }
    }
}

fn csv(plan: &Plan, rows: &[f64]) -> String {
    let mut text = format!("run,step,{},loss\n", plan.surface().parameters().join(","));
    for (run, rows) in runs(plan, rows) {
        for (step, row) in rows.chunks_exact(plan.parameters() + 1).enumerate() {
            let numbers: Vec<_> = row.iter().map(|&n| shortest(n)).collect();
            // Writing into a String cannot fail.
            let _ = writeln!(text, "{run},{step},{}", numbers.join(","));
        }
    }
    text
}

fn json(plan: &Plan, rows: &[f64]) -> serde_json::Result<String> {
    let runs = runs(plan, rows).filter_map(|(run, rows)| run_tree(plan, run, rows)).collect();
    let whole = Tree::map([("version", 1.0.into()), ("runs", Tree::List(runs))]);
    serde_json::to_string(&whole).map(|text| text + "\n")
}

fn run_tree(plan: &Plan, run: usize, rows: &[f64]) -> Option<Tree> {
    let mut walk = Run::new(plan, run)?;
    let steps = walk.by_ref().map(|entry| entry.tree()).collect();
    let about = &plan.runs()[run];
    Some(Tree::map([
        ("name", about.name().into()),
        ("method", about.method().id.into()),
        ("convention", about.convention().into()),
        ("steps", Tree::List(steps)),
        ("outcome", Outcome::of(plan, run, rows)?.tree()),
        ("evaluations", walk.evaluations().tree()),
    ]))
}

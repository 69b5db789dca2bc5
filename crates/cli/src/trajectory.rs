//! `ponder trajectory`: every point of every run.

use std::io::{self, Write};
use std::path::PathBuf;

use ponder::text::shortest;
use ponder::{Entry, Outcome, Plan, Run, Tree, outcome};

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

fn runs<'a>(plan: &'a Plan, rows: &'a [f64]) -> impl Iterator<Item = (usize, &'a [f64])> {
    rows.chunks_exact(plan.stride()).enumerate()
}

/// A diverged run is a result, not a failure: one line beside the numbers.
fn warn_of_divergence(plan: &Plan, rows: &[f64]) {
    for (run, rows) in runs(plan, rows) {
        match Outcome::of(plan, run, rows) {
            Some(o) if matches!(o.kind, outcome::Kind::Diverged { .. }) => {
                eprintln!("run {run} ({}): {o}", input::plain(plan.runs()[run].name()));
            }
            _ => {}
        }
    }
}

fn csv(plan: &Plan, rows: &[f64], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "run,step,{},loss", plan.surface().parameters().join(","))?;
    for (run, rows) in runs(plan, rows) {
        for (step, row) in rows.chunks_exact(plan.parameters() + 1).enumerate() {
            let numbers: Vec<_> = row.iter().map(|&n| shortest(n)).collect();
            writeln!(out, "{run},{step},{}", numbers.join(","))?;
        }
    }
    Ok(())
}

fn json(plan: &Plan, rows: &[f64], out: &mut dyn Write) -> io::Result<()> {
    write!(out, r#"{{"version":1,"runs":["#)?;
    for (run, rows) in runs(plan, rows) {
        out.write_all(if run > 0 { b"," } else { b"" })?;
        run_json(plan, run, rows, out)?;
    }
    writeln!(out, "]}}")
}

fn run_json(plan: &Plan, run: usize, rows: &[f64], out: &mut dyn Write) -> io::Result<()> {
    let (Some(mut walk), Some(outcome)) = (Run::new(plan, run), Outcome::of(plan, run, rows)) else { return Ok(()) };
    let about = &plan.runs()[run];
    let names = [("name", about.name()), ("method", about.method().id), ("convention", about.convention())];
    write!(out, "{{")?;
    for (key, value) in names {
        write!(out, r#""{key}":{},"#, serde_json::to_string(value)?)?;
    }
    write!(out, r#""steps":["#)?;
    for entry in walk.by_ref() {
        out.write_all(if entry.t > 0 { b"," } else { b"" })?;
        serde_json::to_writer(&mut *out, &contents(&entry))?;
    }
    let [outcome, evaluations] = [outcome.tree(), walk.evaluations().tree()].map(|tree| serde_json::to_string(&tree));
    write!(out, r#"],"outcome":{},"evaluations":{}}}"#, outcome?, evaluations?)
}

/// An entry without the parts of its formula, which are for pages that explain a step.
fn contents(entry: &Entry) -> Tree {
    match entry.tree() {
        Tree::Map(pairs) => Tree::Map(pairs.into_iter().filter(|(key, _)| key != "parts").collect()),
        other => other,
    }
}

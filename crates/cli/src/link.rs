//! `ponder link`: a figure as a link, and a link as a figure.

use std::path::PathBuf;

use ponder::{Fault, Tree, link};

use crate::{Failure, input};

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// A recipe or figure in JSON, or with --open a link or a whole address; - is standard input
    what: String,
    /// Print the figure that a link says; what was not right in it is told on standard error
    #[arg(long, conflicts_with = "at")]
    open: bool,
    /// The step at which the link opens
    #[arg(long, value_name = "T")]
    at: Option<usize>,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let done = if options.open { open(&options.what)? } else { encode(options)? };
    input::write(None, &(done + "\n"))
}

fn encode(options: &Options) -> Result<String, Failure> {
    let figure = input::tree(&PathBuf::from(&options.what))?;
    let wrong = |faults: ponder::Faults| Failure::Recipe(faults.to_string());
    let plan = ponder_plot::check_figure(&figure).map_err(wrong)?;
    if let Some(at) = options.at.filter(|at| *at > plan.steps()) {
        return Err(wrong(
            Fault::wrong("at", at.to_string(), format!("allowed is a whole number from 0 to {}", plan.steps())).into(),
        ));
    }
    link::encode(&figure, options.at).map_err(wrong)
}

fn open(what: &str) -> Result<String, Failure> {
    let text = if what == "-" { input::text(&PathBuf::from(what))? } else { what.to_owned() };
    let check = |figure: &Tree| ponder_plot::check_figure(figure).map(drop);
    let opened = link::decode(&text, &check).map_err(|faults| Failure::Recipe(faults.to_string()))?;
    for note in &opened.notes {
        eprintln!("ponder: {}", input::plain(&note.to_string()));
    }
    if let Some(at) = opened.at {
        eprintln!("ponder: at: the reader is at step {at}");
    }
    serde_json::to_string(&opened.figure).map_err(|error| Failure::Files(error.to_string()))
}

//! `ponder python`: the recipe as a script that prints the same CSV without us.

use std::path::PathBuf;

use ponder::python::{Dialect, script};

use crate::{Failure, input};

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// A recipe in JSON; - is standard input
    recipe: PathBuf,
    /// Write it for PyTorch, with its own optimizers where the rules are theirs, and not for NumPy
    #[arg(long)]
    torch: bool,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let plan = input::plan(&options.recipe)?;
    let dialect = if options.torch { Dialect::PyTorch } else { Dialect::NumPy };
    input::write(None, &script(&plan, dialect))
}

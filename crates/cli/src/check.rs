//! `ponder check`: is this recipe or figure right?

use std::path::PathBuf;

use crate::{Failure, input};

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// A recipe or figure in JSON; - is standard input
    recipe: PathBuf,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let plan = input::plan(&options.recipe)?;
    input::write(None, &format!("right: {} of {} steps\n", count(plan.runs().len(), "run"), plan.steps()))
}

fn count(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

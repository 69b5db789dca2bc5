//! The `ponder` command: trajectories, checks and drawings from a recipe.

mod basins;
mod check;
mod claim;
mod draw;
mod film;
mod input;
mod link;
mod list;
mod maps;
mod progress;
mod python;
mod sweep;
mod trajectory;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// How neural-network optimizers move, in exact and repeatable numbers.
#[derive(Debug, Parser)]
#[command(
    name = "ponder",
    version,
    about,
    after_help = "A file named - is standard input. Exit status: 0 fine, 1 input or output, 2 bad recipe or usage."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print every point of every run as CSV or JSON
    Trajectory(trajectory::Options),
    /// Say whether a recipe or figure is right, and if not, where and why
    Check(check::Options),
    /// Draw one view of a figure as SVG
    Draw(draw::Options),
    /// Try every rate of a grid, or every rate with every momentum: the final losses, and the best rate
    Sweep(sweep::Options),
    /// Draw from which starts a run reaches which minimum, and how soon
    Basins(basins::Options),
    /// Print a figure as a link, or with --open the figure that a link says
    Link(link::Options),
    /// Film one view of a figure as it plays, as an animated GIF
    Film(film::Options),
    /// List what there is: methods, surfaces, schedules, data, and the course's claims
    List(list::Options),
    /// Put one claim of the course to the test: its verdict, the numbers, the recipes
    Claim(claim::Options),
    /// Print a Python script that reproduces the runs and prints the same CSV
    Python(python::Options),
}

/// Why a command ended without doing its work.
#[derive(Debug)]
enum Failure {
    /// A file could not be read or written: exit status 1.
    Files(String),
    /// The recipe is wrong: exit status 2.
    Recipe(String),
}

impl Failure {
    fn report(&self) -> ExitCode {
        let (message, code) = match self {
            Self::Files(message) => (message, 1),
            Self::Recipe(message) => (message, 2),
        };
        eprintln!("ponder: {message}");
        ExitCode::from(code)
    }
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Trajectory(options) => trajectory::run(&options),
        Command::Check(options) => check::run(&options),
        Command::Draw(options) => draw::run(&options),
        Command::Sweep(options) => sweep::run(&options),
        Command::Basins(options) => basins::run(&options),
        Command::Link(options) => link::run(&options),
        Command::Film(options) => film::run(&options),
        Command::List(options) => list::run(&options),
        Command::Claim(options) => claim::run(&options),
        Command::Python(options) => python::run(&options),
    };
    done.map_or_else(|failure| failure.report(), |()| ExitCode::SUCCESS)
}

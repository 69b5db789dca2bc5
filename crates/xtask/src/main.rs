//! `cargo xtask`: runs the project's tools. Plain std and one HTTP server, so that it starts in seconds.
#![forbid(unsafe_code)]

mod args;
mod bench;
mod build;
mod dist;
mod hosts;
mod mutants;
mod process;
mod serve;
mod shop;
mod size;
mod snapshots;
mod soak;
mod stamp;
mod test;
mod tidy;
mod tools;

use shop::Shop;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve [--port N] [--no-open]   build what is missing and show the course at http://127.0.0.1:8000/
cargo xtask build                          write the whole static site to dist/site/
cargo xtask dist [--base /PATH/]           build, and pack dist/npm/ (ponder-figure) and dist/ponder.html
cargo xtask test [STEP …] [--all-engines]  run every test, or only the steps named; an engine missing is a failure
cargo xtask test-hosts [NAME …]            a figure in real hosts: mdBook, reveal.js, Sphinx, VitePress and others
cargo xtask bench [NAME …]                 measure against others: docs/benchmarks.md and target/bench/results.json
cargo xtask bench --guard                  count the instructions of hot paths: more than there were is a failure
cargo xtask size [--json] [--guard]        what readers download, against its budgets; --guard: exit 1 over one
cargo xtask snapshots                      store anew what others rely on, after a change that is meant
cargo xtask soak [Rn …] [--seed N]         the long form of every promise: docs/reliability.md
cargo xtask mutants [WORD …]               change core line by line: do the tests notice? WORDs are cargo-mutants's
cargo xtask tidy                           check the repository itself";

/// Why a command ends badly.
enum Trouble {
    /// It failed, for this reason: exit 1.
    Failed(String),
    /// It failed and has said so: exit 1.
    Told,
    /// It was asked for something it does not know: exit 2.
    Usage(String),
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match command(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Trouble::Failed(message)) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
        Err(Trouble::Told) => ExitCode::FAILURE,
        Err(Trouble::Usage(message)) => {
            eprintln!("xtask: {message}");
            ExitCode::from(2)
        }
    }
}

fn command(words: &[String]) -> Result<(), Trouble> {
    let (name, rest) = words.split_first().ok_or_else(|| usage("which command?"))?;
    match name.as_str() {
        "serve" => serve::serve(&Shop::open(), args::serve(rest).map_err(Trouble::Usage)?).map_err(Trouble::Failed),
        "build" => {
            args::none(rest).map_err(Trouble::Usage)?;
            build::build(&Shop::open()).map_err(Trouble::Failed)?;
            println!("the site is in dist/site/");
            Ok(())
        }
        "dist" => dist::dist(&Shop::open(), args::base(rest).map_err(Trouble::Usage)?).map_err(Trouble::Failed),
        "test" => {
            let asked = args::test(rest, &test::names()).map_err(Trouble::Usage)?;
            // The count must stay the last line.
            let shop = Shop { all_engines: asked.all_engines, ..Shop::open() };
            if test::test(&shop, &asked.names) { Ok(()) } else { Err(Trouble::Told) }
        }
        "test-hosts" => hosts::hosts(&Shop::open(), rest).map_err(Trouble::Failed),
        "size" => {
            let flags = args::flags(rest, &["--json", "--guard"]).map_err(Trouble::Usage)?;
            size::size(&Shop::open(), flags).map_err(Trouble::Failed)
        }
        "bench" => bench::bench(&Shop::open(), rest).map_err(Trouble::Failed),
        "mutants" => mutants::mutants(&Shop::open(), rest).map_err(Trouble::Failed),
        "soak" => soak::soak(&Shop::open(), rest).map_err(Trouble::Failed),
        "snapshots" => {
            args::none(rest).map_err(Trouble::Usage)?;
            snapshots::snapshots(&Shop::open()).map_err(Trouble::Failed)
        }
        "tidy" => {
            args::none(rest).map_err(Trouble::Usage)?;
            tidy::tidy(&Shop::open()).map_err(Trouble::Failed)
        }
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(usage(&format!("there is no command `{other}`"))),
    }
}

fn usage(what: &str) -> Trouble {
    Trouble::Usage(format!("{what}\n{HELP}"))
}

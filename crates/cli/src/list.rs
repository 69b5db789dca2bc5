//! `ponder list`: what a recipe can name, with everything that is known of it, and the course's claims.
//!
//! A table is a name and the trees of its entries, so that a new one is one line; how they read as text is told by the
//! keys of the trees alone.

mod detail;
mod plain;

use ponder::data::{DATA_SETS, DataSet};
use ponder::method::Method;
use ponder::schedule::{MOMENTUM_SCHEDULES, SCHEDULES, Schedule};
use ponder::surface::Analytic;
use ponder::{METHODS, SURFACES, Tree, catalogue};
use ponder_course::{CLAIMS, Claim};

use crate::{Failure, input};

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Which table; without one all of them, with their names; `schema`: the figure format as a JSON Schema
    table: Option<String>,
    /// Which entry, with everything about it; the whole table when absent
    id: Option<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// for people
    Text,
    /// the entries as the JavaScript API has them
    Json,
}

struct Table {
    name: &'static str,
    entries: fn() -> Vec<Tree>,
}

const TABLES: &[Table] = &[
    Table { name: "methods", entries: || trees(METHODS, Method::tree) },
    Table { name: "surfaces", entries: || trees(SURFACES, Analytic::tree) },
    Table { name: "schedules", entries: || trees(SCHEDULES, Schedule::tree) },
    Table { name: "momentum-schedules", entries: || trees(MOMENTUM_SCHEDULES, Schedule::tree) },
    Table { name: "data", entries: || trees(DATA_SETS, DataSet::tree) },
    Table { name: "claims", entries: || trees(CLAIMS, Claim::tree) },
];

fn trees<T>(table: &[&'static T], tree: fn(&T) -> Tree) -> Vec<Tree> {
    table.iter().map(|entry| tree(entry)).collect()
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let text = match (&options.table, &options.id) {
        (None, _) => overview(options.format),
        (Some(name), None) if name == "schema" => print(Format::Json, ponder_plot::schema(), detail::table),
        (Some(name), None) => print(options.format, Tree::List((table(name)?.entries)()), detail::table),
        (Some(name), Some(id)) => print(options.format, entry(table(name)?, id)?, detail::entry),
    };
    input::write(None, &text?)
}

/// Every table: its name, and ids and titles of its entries.
fn overview(format: Format) -> Result<String, Failure> {
    let tables = TABLES.iter().map(|table| (table.name.to_owned(), Tree::List((table.entries)())));
    print(format, Tree::Map(tables.collect()), detail::overview)
}

fn print(format: Format, tree: Tree, text: fn(&Tree) -> String) -> Result<String, Failure> {
    match format {
        Format::Text => Ok(text(&tree)),
        Format::Json => {
            serde_json::to_string(&tree).map(|json| json + "\n").map_err(|error| Failure::Files(error.to_string()))
        }
    }
}

fn table(name: &str) -> Result<&'static Table, Failure> {
    let found = TABLES.iter().find(|table| table.name == name);
    found.ok_or_else(|| unknown("table", name, TABLES.iter().map(|table| table.name)))
}

fn entry(table: &Table, id: &str) -> Result<Tree, Failure> {
    let entries = (table.entries)();
    let found = entries.iter().find(|entry| detail::word(entry, "id") == id).cloned();
    found.ok_or_else(|| unknown(table.name, id, entries.iter().map(|entry| detail::word(entry, "id"))))
}

/// In the words of a recipe's faults.
fn unknown<'a>(what: &str, given: &str, known: impl Iterator<Item = &'a str>) -> Failure {
    Failure::Recipe(format!("{what}: \"{}\"; allowed is {}", input::plain(given), catalogue::list(known)))
}

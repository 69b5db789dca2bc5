//! The grammar of links as it stood when somebody last meant to change it: `tests/snapshots/links.txt`, which
//! `cargo xtask snapshots` renews. Links that were given away are for ever: keys may come, and none may go.

extern crate std;

use alloc::format;
use alloc::string::String;
use std::{env, fs};

use super::shape::{FIGURE, FUNCTION, GROUND, Object, QUESTION, RUN, Shape, VIEW};

const STORED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/snapshots/links.txt");

/// One key a line, what stands in its value below it.
fn keys(keys: &[(&str, Shape)], depth: usize) -> String {
    let line = |(name, shape): &(&str, Shape)| {
        let indent = "  ".repeat(depth);
        match shape {
            Shape::Object(inner) => format!("{indent}{name}\n{}", object(inner, depth + 1)),
            plain => format!("{indent}{name} {plain:?}\n"),
        }
    };
    keys.iter().map(line).collect()
}

fn object(Object { head, keys: own, many }: &Object, depth: usize) -> String {
    let indent = "  ".repeat(depth);
    let first = head.iter().map(|pair| format!("{indent}first: {}", keys(&[*pair], 0))).collect::<String>();
    let list = many
        .iter()
        .map(|(key, list, shape)| format!("{indent}any number of, as {list}:\n{}", keys(&[(*key, *shape)], depth + 1)));
    format!("{first}{}{}", keys(own, depth), list.collect::<String>())
}

#[test]
fn links_are_written_as_they_were() {
    let parts = [("figure", &FIGURE[..]), ("surface", &GROUND), ("view", &VIEW)];
    let tables = parts.iter().map(|(name, table)| format!("{name}\n{}", keys(table, 1)));
    let objects = [("surface, a function", &FUNCTION), ("run", &RUN), ("ponder", &QUESTION)];
    let rest = objects.iter().map(|(name, table)| format!("{name}\n{}", object(table, 1)));
    let grammar: String = tables.chain(rest).collect();
    if env::var_os("PONDER_SNAPSHOTS").is_some_and(|what| what == "store") {
        fs::write(STORED, &grammar).unwrap();
    }
    let stored = fs::read_to_string(STORED).unwrap_or_default();
    assert!(stored == grammar, "links are written otherwise; where that is meant: cargo xtask snapshots\n{grammar}");
}

//! Entries as text: the whole of one, one line each of a table, the ids of all tables.

use std::fmt::Write;

use ponder::Tree;
use ponder::text::shortest;

use super::plain::plain;

/// Keys that have their place of their own; what else an entry knows stands at its end, key by key.
const TOLD: &[&str] = &["id", "title", "source", "about", "formula", "knobs", "forms"];

/// The text under a key; empty where there is none.
pub(super) fn word<'a>(tree: &'a Tree, key: &str) -> &'a str {
    tree.get(key).and_then(Tree::text).unwrap_or_default()
}

fn list<'a>(tree: &'a Tree, key: &str) -> &'a [Tree] {
    tree.get(key).and_then(Tree::list).unwrap_or_default()
}

/// All tables, from a map of their names to their entries.
pub(super) fn overview(tables: &Tree) -> String {
    let Tree::Map(tables) = tables else { return String::new() };
    let table = |(name, entries): &(String, Tree)| {
        let rows = entries.list().unwrap_or_default().iter().map(|entry| vec![said(entry, "id"), said(entry, "title")]);
        format!("{name}\n{}", indented(&aligned(&rows.collect::<Vec<_>>())))
    };
    tables.iter().map(table).collect::<Vec<_>>().join("\n")
}

/// One line an entry: id, title, and its formula or, without one, where it comes from.
pub(super) fn table(entries: &Tree) -> String {
    let row = |entry: &Tree| {
        let lines: Vec<_> = formula(entry).into_iter().map(plain).collect();
        let line = if lines.is_empty() { said(entry, "source") } else { lines.join("; ") };
        vec![said(entry, "id"), said(entry, "title"), line]
    };
    aligned(&entries.list().unwrap_or_default().iter().map(row).collect::<Vec<_>>())
}

/// The lines of an entry's formula; of a rule as its default convention has it.
fn formula(entry: &Tree) -> Vec<&str> {
    let writing = list(entry, "forms").first().and_then(|form| list(form, "writings").last());
    match writing {
        Some(writing) => list(writing, "formula").iter().filter_map(Tree::text).collect(),
        None => entry.get("formula").and_then(Tree::text).into_iter().collect(),
    }
}

/// Everything about one entry.
pub(super) fn entry(entry: &Tree) -> String {
    let mut text = format!("{}: {}\n", word(entry, "id"), word(entry, "title"));
    for line in [word(entry, "about"), word(entry, "source")].into_iter().filter(|line| !line.is_empty()) {
        // Writing into a String cannot fail, here and below.
        let _ = writeln!(text, "{line}");
    }
    if !word(entry, "formula").is_empty() {
        let _ = writeln!(text, "\n{}", plain(word(entry, "formula")));
    }
    text.push_str(&knobs(entry));
    for form in list(entry, "forms") {
        let _ = write!(text, "\n{}\n{}", word(form, "convention"), indented(&(writings(form) + &knobs(form))));
    }
    let Tree::Map(pairs) = entry else { return text };
    let rest = pairs.iter().filter(|(key, value)| !TOLD.contains(&key.as_str()) && *value != Tree::Null);
    let rest: Vec<_> = rest.map(|(key, value)| vec![key.replace('_', " "), value_of(value)]).collect();
    if !rest.is_empty() {
        let _ = write!(text, "\n{}", aligned(&rest));
    }
    text
}

/// How a rule is written in one convention, once for each setting of its switches.
fn writings(form: &Tree) -> String {
    let lines = |writing: &Tree| -> String {
        list(writing, "formula").iter().filter_map(Tree::text).map(|line| plain(line) + "\n").collect()
    };
    let writings = list(form, "writings");
    let one = |writing: &Tree| match writing.get("when") {
        Some(Tree::Map(switches)) if !switches.is_empty() => {
            let set = switches.iter().map(|(id, value)| format!("{id} {}", value_of(value)));
            format!("with {}:\n{}", set.collect::<Vec<_>>().join(", "), indented(&lines(writing)))
        }
        _ if writings.len() > 1 => format!("else:\n{}", indented(&lines(writing))),
        _ => lines(writing),
    };
    writings.iter().map(one).collect()
}

/// One line a knob: its key, its letter, its default, its range, what it does.
fn knobs(tree: &Tree) -> String {
    let row = |knob: &Tree| {
        let default = knob.get("default").filter(|value| **value != Tree::Null);
        let default = default.map_or_else(|| "required".into(), |value| format!("default {}", value_of(value)));
        vec![said(knob, "id"), plain(word(knob, "symbol")), default, range(knob), said(knob, "about")]
    };
    let rows: Vec<_> = list(tree, "knobs").iter().map(row).collect();
    if rows.is_empty() { String::new() } else { format!("\n{}", aligned(&rows)) }
}

/// What a knob may be: its words, or the ends of a sensible slider.
fn range(knob: &Tree) -> String {
    match (word(knob, "scale"), knob.get("min"), knob.get("max")) {
        ("words", ..) => list(knob, "words").iter().filter_map(Tree::text).collect::<Vec<_>>().join(" or "),
        ("flag", ..) => "true or false".into(),
        (_, Some(min), Some(max)) => format!("{} to {}", value_of(min), value_of(max)),
        _ => String::new(),
    }
}

fn said(tree: &Tree, key: &str) -> String {
    word(tree, key).to_owned()
}

/// Any value in the way of a recipe, but without its quotes.
fn value_of(tree: &Tree) -> String {
    match tree {
        Tree::Null => "none".into(),
        Tree::Bool(value) => value.to_string(),
        Tree::Number(number) => shortest(*number),
        Tree::Text(text) => text.clone(),
        Tree::List(items) => format!("[{}]", items.iter().map(value_of).collect::<Vec<_>>().join(", ")),
        Tree::Map(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| format!("{key} {}", value_of(value)));
            pairs.collect::<Vec<_>>().join(", ")
        }
    }
}

/// Rows as lines: all columns but the last as wide as their widest cell, two spaces apart.
fn aligned(rows: &[Vec<String>]) -> String {
    let wide = |text: &str| text.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).count();
    let columns = rows.first().map_or(0, Vec::len);
    let widths: Vec<_> = (0..columns).map(|i| rows.iter().map(|row| wide(&row[i])).max().unwrap_or_default()).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell}{:1$}", "", width - wide(cell)));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

fn indented(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { "\n".into() } else { format!("  {line}\n") }).collect()
}

//! From a figure to its link.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::percent;
use super::shape::{FIGURE, FUNCTION, GROUND, Object, QUESTION, RUN, SEPARATORS, Shape, VIEW};
use crate::recipe::fields::join;
use crate::{Fault, Faults, Tree, text, tree};

type Written = Result<String, Fault>;

/// Everything that a figure says; the keys of `known` tables alone, so that nothing is lost unsaid.
pub(super) fn figure(figure: &Tree) -> Result<String, Faults> {
    let mut parts = Vec::from([String::from("v=1")]);
    surface(figure.get("surface").unwrap_or(&Tree::Null), &mut parts)?;
    each(figure, "runs", "run", &RUN, &mut parts)?;
    keys(figure, "", &FIGURE, &mut parts)?;
    let view = figure.get("view").unwrap_or(&Tree::Null);
    keys(view, "view", &VIEW, &mut parts)?;
    each(figure, "ponders", "ponder", &QUESTION, &mut parts)?;
    let known = FIGURE.iter().map(|(key, _)| *key).chain(["surface", "runs", "view", "ponders"]);
    nothing_else(figure, "", &known.collect::<Vec<_>>())?;
    nothing_else(view, "view", &VIEW.map(|(key, _)| key))?;
    Ok(parts.join("&"))
}

/// A function with its knobs, or the keys of a model or an expression.
fn surface(surface: &Tree, parts: &mut Vec<String>) -> Result<(), Fault> {
    if surface.get("function").is_some() {
        parts.push(format!("surface={}", value(surface, Shape::Object(&FUNCTION), 0, "surface")?));
        return Ok(());
    }
    if let Some(id) = surface.get("model") {
        parts.push(format!("surface={}", value(id, Shape::Scalar, 0, "surface.model")?));
    }
    keys(surface, "surface", &GROUND[1..], parts)?;
    nothing_else(surface, "surface", &GROUND.map(|(key, _)| key))
}

/// The keys of a table that `tree` has, in the order of the table.
fn keys(tree: &Tree, path: &str, table: &[(&str, Shape)], parts: &mut Vec<String>) -> Result<(), Fault> {
    for (key, shape) in table {
        if let Some(found) = given(tree, key) {
            parts.push(format!("{key}={}", value(found, *shape, 0, &join(path, key))?));
        }
    }
    Ok(())
}

/// One `word=…` for each item of a list.
fn each(tree: &Tree, key: &str, word: &str, shape: &'static Object, parts: &mut Vec<String>) -> Result<(), Fault> {
    for (i, item) in given(tree, key).and_then(Tree::list).unwrap_or_default().iter().enumerate() {
        parts.push(format!("{word}={}", value(item, Shape::Object(shape), 0, &format!("{key}[{i}]"))?));
    }
    Ok(())
}

fn given<'t>(tree: &'t Tree, key: &str) -> Option<&'t Tree> {
    tree.get(key).filter(|tree| **tree != Tree::Null)
}

fn nothing_else(tree: &Tree, path: &str, known: &[&str]) -> Result<(), Fault> {
    let Tree::Map(pairs) = tree else { return Ok(()) };
    let other = pairs.iter().find(|(key, value)| !known.contains(&key.as_str()) && *value != Tree::Null);
    other.map_or(Ok(()), |(key, _)| {
        Err(Fault::unknown(join(path, &tree::short(key)), format!("a link knows {}", known.join(", "))))
    })
}

/// A value `depth` levels inside a value.
fn value(tree: &Tree, shape: Shape, depth: usize, path: &str) -> Written {
    match (shape, tree) {
        (Shape::Object(shape), Tree::Map(pairs)) => object(pairs, shape, depth, path),
        // An item of an order.
        (Shape::Object(Object { head: Some((_, Shape::Text)), .. }), Tree::Text(_)) => scalar(tree, path),
        // A plain answer.
        (Shape::Object(Object { head: None, .. }), Tree::List(_)) => value(tree, Shape::Either, depth, path),
        (Shape::List, Tree::List(items)) => list(items, path),
        (Shape::Either, Tree::List(items)) => Ok(list(items, path)? + if items.len() < 2 { "," } else { "" }),
        (Shape::Rows, Tree::List(rows)) => {
            let separator = SEPARATORS.get(depth).ok_or_else(|| unsaid(tree, path))?.to_string();
            let rows = rows.iter().map(|row| list(row.list().ok_or_else(|| unsaid(row, path))?, path));
            Ok(rows.collect::<Result<Vec<_>, _>>()?.join(&separator))
        }
        (Shape::Moment, Tree::Map(_)) => moment(tree.get("event").ok_or_else(|| unsaid(tree, path))?, path),
        _ => scalar(tree, path),
    }
}

/// `{"event": …}`.
fn moment(event: &Tree, path: &str) -> Written {
    match event {
        Tree::Map(pairs) if pairs.len() == 1 => Ok(format!("{}={}", pairs[0].0, scalar(&pairs[0].1, path)?)),
        word => scalar(word, path),
    }
}

fn object(pairs: &[(String, Tree)], shape: &Object, depth: usize, path: &str) -> Written {
    let separator = SEPARATORS.get(depth).map(ToString::to_string);
    let mut parts = Vec::new();
    for (key, found) in pairs.iter().filter(|(_, value)| *value != Tree::Null) {
        let path = join(path, key);
        match (shape.head, shape.many) {
            (Some((head, of)), _) if head == key => parts.insert(0, value(found, of, depth + 1, &path)?),
            (_, Some((word, many, of))) if many == key => {
                for item in found.list().ok_or_else(|| unsaid(found, &path))? {
                    parts.push(format!("{word}={}", value(item, of, depth + 1, &path)?));
                }
            }
            _ => parts.push(format!("{key}={}", value(found, shape.shape(key), depth + 1, &path)?)),
        }
    }
    match separator {
        Some(separator) => Ok(parts.join(&separator)),
        None => Err(Fault::wrong(path, tree::keys(pairs.len()), "a link goes no deeper")),
    }
}

fn list(items: &[Tree], path: &str) -> Written {
    let items: Result<Vec<_>, _> = items.iter().map(|item| scalar(item, path)).collect();
    Ok(items?.join(","))
}

fn scalar(tree: &Tree, path: &str) -> Written {
    match tree {
        Tree::Bool(on) => Ok(on.to_string()),
        Tree::Number(n) if n.is_finite() => Ok(text::shortest(*n)),
        Tree::Text(text) => {
            let mut out = String::new();
            percent::encode(text, &mut out);
            Ok(out)
        }
        other => Err(unsaid(other, path)),
    }
}

fn unsaid(tree: &Tree, path: &str) -> Fault {
    Fault::wrong(path, tree.glimpse(), "a link has no words for it")
}

//! From a link to the figure that it says, right or wrong.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::shape::{FIGURE, FUNCTION, GROUND, Object, QUESTION, RUN, SEPARATORS, Shape, VIEW};
use super::{MAX_KEYS, Note, percent};
use crate::recipe::{fields::join, is_model};
use crate::{Fault, SURFACES, Tree, catalogue, text, tree};

type Pairs = Vec<(String, Tree)>;
type Notes = Vec<Note>;

/// No number needs so many characters; a longer one would take its time to read.
const LONGEST_NUMBER: usize = 64;
/// The longest key that is looked up.
const LONGEST_KEY: usize = 40;

/// The tables of keys, and where in a figure they stand.
const PLACES: [(&str, &[(&str, Shape)]); 4] =
    [("", &FIGURE), ("surface", &GROUND), ("view", &VIEW), ("", &[("v", Shape::Scalar), ("at", Shape::Scalar)])];

/// The part of an address that is the link.
pub(super) fn part(text: &str) -> &str {
    let text = text.trim();
    let (address, hash) = text.split_once('#').unwrap_or((text, ""));
    if hash.split('&').any(|pair| pair.starts_with("v=")) {
        return hash;
    }
    // Where an equals sign stands before it, a question mark is a letter of some text.
    match address.split_once('?').filter(|(before, _)| !before.contains('=')) {
        Some((_, query)) => query,
        None => address,
    }
}

/// A figure, the step at which it is to be opened, and what nobody knows.
pub(super) fn figure(text: &str) -> Result<(Tree, Option<Tree>, Notes), Fault> {
    let (mut link, mut notes) = (Link::default(), Notes::new());
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    if pairs.clone().nth(MAX_KEYS).is_some() {
        return Err(Fault::wrong("link", "too many keys", format!("allowed are {MAX_KEYS}")));
    }
    for pair in pairs {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        link.take(key, value, &mut notes);
    }
    let [.., own] = &link.places;
    match own.iter().find(|(key, _)| key == "v").map(|(_, version)| version) {
        Some(Tree::Number(1.0)) => {}
        Some(version) => return Err(Fault::wrong("v", version.glimpse(), "allowed is 1")),
        None => return Err(Fault::missing("v", "a link begins with v=1")),
    }
    let at = own.iter().find(|(key, _)| key == "at").map(|(_, at)| at.clone());
    Ok((link.figure(&mut notes), at, notes))
}

/// A link while it is read.
#[derive(Default)]
struct Link {
    /// The keys found, each in its place.
    places: [Pairs; PLACES.len()],
    runs: Vec<Tree>,
    ponders: Vec<Tree>,
}

impl Link {
    fn take(&mut self, key: &str, value: &str, notes: &mut Notes) {
        match key {
            "run" => self.runs.push(object(value, &RUN, 0, &format!("runs[{}]", self.runs.len()), notes)),
            "ponder" => {
                let path = format!("ponders[{}]", self.ponders.len());
                self.ponders.push(object(value, &QUESTION, 0, &path, notes));
            }
            "surface" | "function" => {
                let Tree::Map(pairs) = object(value, &FUNCTION, 0, "surface", notes) else { return };
                for (key, value) in pairs {
                    add(&mut self.places[1], "surface", &key, value, notes);
                }
            }
            _ => self.take_known(key, value, notes),
        }
    }

    fn take_known(&mut self, key: &str, value: &str, notes: &mut Notes) {
        let shape = |table: &[(&str, Shape)]| table.iter().find(|(known, _)| *known == key).map(|(_, shape)| *shape);
        let found = PLACES.iter().enumerate().find_map(|(i, (path, keys))| Some((i, *path, shape(keys)?)));
        let Some((place, path, shape)) = found else {
            let keys = PLACES.iter().flat_map(|(_, keys)| keys.iter().map(|(key, _)| *key));
            let known: Vec<_> = ["surface", "run", "ponder"].into_iter().chain(keys).collect();
            let fault = Fault::unknown(tree::short(key), format!("a link knows {}", known.join(", ")));
            return notes.push(Note::left_out(fault));
        };
        let tree = read(value, shape, 0, &join(path, key), notes);
        add(&mut self.places[place], path, key, tree, notes);
    }

    fn figure(self, notes: &mut Notes) -> Tree {
        let [figure, surface, view, _] = self.places;
        let surface = name_ground(surface, notes);
        let some = |pairs: Pairs| if pairs.is_empty() { Tree::Null } else { Tree::Map(pairs) };
        let list = |items: Vec<Tree>| if items.is_empty() { Tree::Null } else { Tree::List(items) };
        let mut pairs = Vec::from([("surface".to_owned(), some(surface)), ("runs".to_owned(), list(self.runs))]);
        pairs.extend(figure);
        pairs.extend([("view".to_owned(), some(view)), ("ponders".to_owned(), list(self.ponders))]);
        pairs.retain(|(_, value)| *value != Tree::Null);
        Tree::Map(pairs)
    }
}

/// `surface=ID` names a function or a model: what has data and is no function is meant to be a model. Where `model=ID`
/// names one, too, the first of them counts.
fn name_ground(surface: Pairs, notes: &mut Notes) -> Pairs {
    let data = surface.iter().any(|(key, _)| key == "data");
    let is_meant = |id: &str| is_model(id) || (data && catalogue::find(SURFACES, id).is_err());
    let mut named = Pairs::new();
    for (key, value) in surface {
        let model = key == "function" && value.text().is_some_and(is_meant);
        add(&mut named, "surface", if model { "model" } else { &key }, value, notes);
    }
    named
}

/// Adds a key, unless it is there; of two the first counts, as everywhere.
fn add(pairs: &mut Pairs, path: &str, key: &str, value: Tree, notes: &mut Notes) {
    if pairs.iter().any(|(known, _)| known == key) {
        let fault = Fault::wrong(join(path, key), "stands twice", "allowed is every key once");
        return notes.push(Note::left_out(fault));
    }
    pairs.push((key.to_owned(), value));
}

/// A value `depth` levels inside a value.
fn read(text: &str, shape: Shape, depth: usize, path: &str, notes: &mut Notes) -> Tree {
    match shape {
        Shape::Scalar => scalar(text),
        Shape::Text => Tree::Text(percent::decode(text).into_owned()),
        Shape::List => list(text),
        Shape::Either if text.contains(',') => list(text.strip_suffix(',').unwrap_or(text)),
        Shape::Either => scalar(text),
        Shape::Rows => rows(text, depth),
        Shape::Moment => moment(text),
        // An answer may be plain.
        Shape::Object(Object { head: None, .. }) if !text.is_empty() && !text.contains('=') => {
            read(text, Shape::Either, depth, path, notes)
        }
        Shape::Object(shape) => object(text, shape, depth, path, notes),
    }
}

fn object(text: &str, shape: &Object, depth: usize, path: &str, notes: &mut Notes) -> Tree {
    let separator = SEPARATORS.get(depth).copied().unwrap_or(';');
    let (mut pairs, mut many) = (Pairs::new(), Vec::new());
    for (i, part) in text.split(separator).enumerate() {
        let (key, value) = match (part.split_once('='), shape.head) {
            (None, Some((head, _))) if i == 0 => (head, part),
            (found, _) => found.unwrap_or((part, "")),
        };
        if i >= MAX_KEYS {
            notes.push(Note::left_out(Fault::wrong(path, "too many keys", format!("allowed are {MAX_KEYS}"))));
            break;
        }
        match shape.many {
            _ if part.is_empty() && key.is_empty() => {}
            Some((word, list, of)) if word == key => {
                if many.is_empty() {
                    // Here, and once, whatever comes in between.
                    add(&mut pairs, path, list, Tree::Null, notes);
                }
                many.push(read(value, of, depth + 1, &format!("{path}.{list}[{}]", many.len()), notes));
            }
            _ if is_key(key) => {
                let value = read(value, shape.shape(key), depth + 1, &join(path, key), notes);
                add(&mut pairs, path, key, value, notes);
            }
            _ => {
                let path = join(path, &tree::short(key));
                notes.push(Note::left_out(Fault::unknown(path, "keys are of a to z, 0 to 9 and _")));
            }
        }
    }
    let ordered = pairs.iter().any(|(key, value)| key == "kind" && value.text() == Some("order"));
    if let Some((_, list)) = pairs.iter_mut().find(|(key, _)| shape.many.is_some_and(|(_, list, _)| list == key)) {
        *list = Tree::List(if ordered { many.into_iter().map(bare).collect() } else { many });
    }
    Tree::Map(pairs)
}

/// An option that is a text alone, as an order has them.
fn bare(option: Tree) -> Tree {
    match option {
        Tree::Map(mut pairs) if pairs.len() == 1 && pairs[0].0 == "text" => pairs.remove(0).1,
        other => other,
    }
}

fn is_key(key: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    !key.is_empty() && key.len() <= LONGEST_KEY && key.bytes().all(plain)
}

fn rows(text: &str, depth: usize) -> Tree {
    let separator = SEPARATORS.get(depth).copied().unwrap_or(';');
    if !text.contains([separator, ',']) && !matches!(scalar(text), Tree::Number(_)) {
        return scalar(text);
    }
    Tree::List(text.split(separator).map(list).collect())
}

fn list(text: &str) -> Tree {
    if text.is_empty() {
        return Tree::List(Vec::new());
    }
    match text.split(',').nth(MAX_KEYS) {
        Some(_) => Tree::Text(text.to_owned()),
        None => Tree::List(text.split(',').map(scalar).collect()),
    }
}

/// When a question waits.
fn moment(text: &str) -> Tree {
    let event = match (text.split_once('='), scalar(text)) {
        (Some((key, bound)), _) if is_key(key) => Tree::map([(key, scalar(bound))]),
        (_, Tree::Text(word)) if word != "end" => Tree::Text(word),
        (_, other) => return other,
    };
    Tree::map([("event", event)])
}

fn scalar(value: &str) -> Tree {
    let value = percent::decode(value);
    match &*value {
        "true" => Tree::Bool(true),
        "false" => Tree::Bool(false),
        word if word.len() > LONGEST_NUMBER => Tree::Text(word.to_owned()),
        word => text::number(word).map_or_else(|| Tree::Text(word.to_owned()), Tree::Number),
    }
}

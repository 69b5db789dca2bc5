//! Links: every figure comes back from its own, and no text makes more of one than a right figure.

use ponder::link::Opened;
use ponder::{Faults, Tree, link};
use ponder_plot::check_figure;

use crate::figure::figure;
use crate::tape::Tape;

/// What a link may have too many of, or in the wrong place.
const PIECES: [&str; 24] = [
    "&",
    ";",
    ":",
    ",",
    "=",
    "%",
    "#",
    "?",
    "-",
    "e",
    "1e999",
    "0",
    "-1",
    "NaN",
    "&run=",
    "&steps=0",
    "&at=",
    "v=1",
    "%E2%82",
    "schedule=",
    "&ponder=type",
    "true",
    "\u{feff}η🙂",
    "&window=1,1;2",
];

fn check(figure: &Tree) -> Result<(), Faults> {
    check_figure(figure).map(drop)
}

/// A figure with the step at which it is opened.
pub(crate) fn state(tape: &mut Tape) -> Tree {
    let share = tape.between(0.0, 1.0);
    let figure = figure(tape);
    let steps = figure.get("steps").and_then(Tree::number).unwrap_or(1.0);
    Tree::map([("at", (share * steps).floor().into()), ("figure", figure)])
}

/// Figure → link → figure → link, and nothing has changed.
pub(crate) fn comes_back(state: &Tree) -> Result<(), String> {
    let at = state.get("at").and_then(Tree::number).map(|at| at as usize);
    let figure = state.get("figure").ok_or("no figure")?;
    check(figure).map_err(|faults| format!("refused: {faults}"))?;
    let text = link::encode(figure, at).map_err(|faults| format!("no link: {faults}"))?;
    let back = link::decode(&text, &check).map_err(|faults| format!("{text}: {faults}"))?;
    if !back.notes.is_empty() || back.at != at {
        return Err(format!("{text}: at {:?}, {:?}", back.at, back.notes));
    }
    if sorted(&back.figure) != sorted(figure) {
        return Err(format!("{text} says {:?}", back.figure));
    }
    match link::encode(&back.figure, at) {
        Ok(again) if again == text => Ok(()),
        other => Err(format!("{text} becomes {other:?}")),
    }
}

/// The same bits: keys in one order, numbers as JSON has them, an empty view left out.
fn sorted(tree: &Tree) -> Tree {
    match tree {
        Tree::Map(pairs) => {
            let mut pairs: Vec<_> = pairs.iter().map(|(key, value)| (key.clone(), sorted(value))).collect();
            pairs.retain(|(key, value)| key != "view" || *value != Tree::Map(Vec::new()));
            pairs.sort_by(|(a, _), (b, _)| a.cmp(b));
            Tree::Map(pairs)
        }
        Tree::List(items) => Tree::List(items.iter().map(sorted).collect()),
        Tree::Number(n) => Tree::Text(format!("{:x}", n.to_bits())),
        other => other.clone(),
    }
}

/// The link to some figure, changed in some places, as the text of a tree.
pub(crate) fn mutant(tape: &mut Tape) -> Tree {
    let changes: Vec<_> = (0..tape.count(6)).map(|_| (tape.between(0.0, 1.0), tape.below(6), tape.below(24))).collect();
    let figure = figure(tape);
    let mut text: Vec<char> = link::encode(&figure, Some(3)).unwrap_or_default().chars().collect();
    for (place, how, piece) in changes {
        let at = (place * text.len() as f64) as usize;
        let piece: Vec<char> = PIECES[piece].chars().collect();
        let end = (at + piece.len()).min(text.len());
        match how {
            0 => drop(text.drain(at..end)),
            1 => drop(text.splice(at..end, piece)),
            2 => text.truncate(at + 1),
            3 => text.extend_from_within(at..end),
            _ => drop(text.splice(at..at, piece)),
        }
    }
    Tree::Text(text.into_iter().collect())
}

/// What a link opens, if anything; else it says why not.
pub(crate) fn opens(text: &str) -> Result<Option<Opened>, String> {
    match link::decode(text, &check) {
        Ok(opened) => Ok(Some(opened)),
        Err(Faults(faults)) if faults.is_empty() => Err("refused for no reason".into()),
        Err(_) => Ok(None),
    }
}

/// Whatever a link says: reasons, or a figure that is right and has a link of its own.
pub(crate) fn opens_or_says_why(text: &Tree) -> Result<(), String> {
    let Some(opened) = opens(text.text().ok_or("no text")?)? else { return Ok(()) };
    let plan = check_figure(&opened.figure).map_err(|faults| format!("opened, but {faults}"))?;
    if opened.at.is_some_and(|at| at > plan.steps()) {
        return Err(format!("opened at {:?} of {}", opened.at, plan.steps()));
    }
    comes_back(&Tree::map([("at", opened.at.map(|at| at as f64).into()), ("figure", opened.figure)]))
}

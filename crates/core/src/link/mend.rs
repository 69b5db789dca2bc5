//! Makes right what can be made right: numbers out of range, keys that nobody knows, what can do without.

use alloc::vec::Vec;

use super::{MAX_KEYS, Note};
use crate::fault::FaultKind;
use crate::{Fault, Faults, Tree};

/// More rounds than a figure has levels: what is left out may leave something else without what it needs.
const ROUNDS: usize = 16;

/// Changes `figure` until it passes `check`; `notes` grow by what was changed.
pub(super) fn mend(
    figure: &mut Tree,
    notes: &mut Vec<Note>,
    check: &dyn Fn(&Tree) -> Result<(), Faults>,
) -> Result<(), Faults> {
    for _ in 0..ROUNDS {
        let Err(Faults(mut faults)) = check(figure) else { return Ok(()) };
        if faults.len() > MAX_KEYS {
            // So much is wrong that it is no figure.
            faults.truncate(MAX_KEYS);
            return Err(Faults(faults));
        }
        let before = notes.len();
        // The last first, so that the places of the others stay what they are.
        let stuck: Vec<_> = faults.iter().rev().filter(|fault| !remedy(figure, fault, notes)).collect();
        if !stuck.is_empty() {
            return Err(Faults(stuck.into_iter().rev().map(|fault| reason(fault, notes)).collect()));
        }
        notes[before..].reverse();
    }
    check(figure)
}

/// Why something is missing: it was there and was wrong.
fn reason(fault: &Fault, notes: &[Note]) -> Fault {
    let before = notes.iter().find(|note| note.fault.path == fault.path);
    before.map_or(fault, |note| &note.fault).clone()
}

/// Whether there was something to be done about a fault.
fn remedy(figure: &mut Tree, fault: &Fault, notes: &mut Vec<Note>) -> bool {
    let path: Vec<_> = fault.path.split(['.', '[', ']']).filter(|part| !part.is_empty()).collect();
    if let (Some(nearest), Some(place)) = (fault.nearest, find(figure, &path)) {
        *place = nearest.into();
        notes.push(Note { fault: fault.clone(), taken: Some(nearest) });
        return true;
    }
    let place =
        if fault.kind == FaultKind::Missing { path.split_last().map_or(&[][..], |(_, all)| all) } else { &path };
    if fault.kind != FaultKind::Unknown && is_needed(place) {
        return false;
    }
    let Some((last, before)) = place.split_last() else { return false };
    match find(figure, before) {
        Some(Tree::Map(pairs)) => pairs.retain(|(key, _)| key != last),
        Some(Tree::List(items)) => {
            if let Some(i) = last.parse().ok().filter(|i| *i < items.len()) {
                items.remove(i);
            }
        }
        // It went with something around it.
        _ => {}
    }
    notes.push(Note::left_out(fault.clone()));
    true
}

/// What no figure does without, or what would be another figure with another value: the land, the runs and their rules.
fn is_needed(place: &[&str]) -> bool {
    match place {
        ["surface", ..] | ["runs" | "steps"] | ["runs", _] | ["runs", _, "method"] | [] => true,
        _ => false,
    }
}

/// The value at a path.
fn find<'t>(tree: &'t mut Tree, path: &[&str]) -> Option<&'t mut Tree> {
    path.iter().try_fold(tree, |tree, part| match tree {
        Tree::Map(pairs) => pairs.iter_mut().find(|(key, _)| key == part).map(|(_, value)| value),
        Tree::List(items) => items.get_mut(part.parse::<usize>().ok()?),
        _ => None,
    })
}

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
        let (mut gone, mut fresh) = (Vec::new(), Vec::new());
        // The last first, so that the places of the others stay what they are.
        let stuck: Vec<_> = faults.iter().rev().filter(|fault| !remedy(figure, fault, &mut gone, &mut fresh)).collect();
        if !stuck.is_empty() {
            return Err(Faults(stuck.into_iter().rev().map(|fault| reason(fault, notes)).collect()));
        }
        // What goes because something in it went was told of then.
        let told = |gone: &&str| notes.iter().any(|note| note.taken.is_none() && is_in(&note.fault.path, gone));
        let news: Vec<_> = fresh.into_iter().filter(|(gone, _)| !gone.as_ref().is_some_and(told)).collect();
        notes.extend(news.into_iter().rev().map(|(_, note)| note));
    }
    check(figure)
}

/// Why something is missing: it was there and was wrong.
fn reason(fault: &Fault, notes: &[Note]) -> Fault {
    let before = notes.iter().find(|note| note.fault.path == fault.path);
    before.map_or(fault, |note| &note.fault).clone()
}

/// Whether there was something to be done about a fault; `gone` are the places that were left out in this round, `fresh`
/// the notes of it with such a place.
fn remedy<'f>(
    figure: &mut Tree,
    fault: &'f Fault,
    gone: &mut Vec<&'f str>,
    fresh: &mut Vec<(Option<&'f str>, Note)>,
) -> bool {
    if gone.iter().any(|place| is_in(&fault.path, place)) {
        return true;
    }
    if let (Some(nearest), Some(value)) = (fault.nearest, find(figure, &parts(&fault.path))) {
        *value = nearest.into();
        fresh.push((None, Note { fault: fault.clone(), taken: Some(nearest) }));
        return true;
    }
    let place = match fault.kind {
        FaultKind::Missing => fault.path.rsplit_once('.').map_or("", |(all, _)| all),
        FaultKind::Unknown | FaultKind::Wrong => &fault.path,
    };
    if fault.kind != FaultKind::Unknown && is_needed(&parts(place)) {
        return false;
    }
    leave_out(figure, &parts(place));
    gone.push(place);
    fresh.push((Some(place), Note::left_out(fault.clone())));
    true
}

fn leave_out(figure: &mut Tree, place: &[&str]) {
    let Some((last, before)) = place.split_last() else { return };
    match find(figure, before) {
        Some(Tree::Map(pairs)) => pairs.retain(|(key, _)| key != last),
        Some(Tree::List(items)) => {
            if let Some(i) = last.parse().ok().filter(|i| *i < items.len()) {
                items.remove(i);
            }
        }
        _ => {}
    }
}

/// The keys and indices of a path.
fn parts(path: &str) -> Vec<&str> {
    path.split(['.', '[', ']']).filter(|part| !part.is_empty()).collect()
}

/// Whether a path is a place, or inside it.
fn is_in(path: &str, place: &str) -> bool {
    path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// What no figure does without, or what would be another figure with another value: the land, the runs and their rules.
fn is_needed(place: &[&str]) -> bool {
    matches!(place, ["surface", ..] | ["runs" | "steps"] | ["runs", _] | ["runs", _, "method"] | [])
}

/// The value at a path.
fn find<'t>(tree: &'t mut Tree, path: &[&str]) -> Option<&'t mut Tree> {
    path.iter().try_fold(tree, |tree, part| match tree {
        Tree::Map(pairs) => pairs.iter_mut().find(|(key, _)| key == part).map(|(_, value)| value),
        Tree::List(items) => items.get_mut(part.parse::<usize>().ok()?),
        _ => None,
    })
}

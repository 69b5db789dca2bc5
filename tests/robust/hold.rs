//! What must hold of every recipe.

use ponder::python::{Dialect, script};
use ponder::text::shortest;
use ponder::{Fault, FaultKind, Faults, Landscape, Outcome, Plan, Run, Tree, check};

use crate::places::places;
use crate::recipe::STEPS;

/// Fails with the words given unless the condition holds.
macro_rules! must {
    ($condition:expr, $($words:tt)*) => {
        if !$condition {
            return Err(format!($($words)*));
        }
    };
}

/// A right recipe is taken and runs to its end.
pub(crate) fn runs_to_its_end(recipe: &Tree) -> Result<(), String> {
    let plan = check(recipe).map_err(|faults| format!("refused: {faults}"))?;
    let rows = plan.trajectory();
    must!(rows.len() == plan.runs().len() * plan.stride(), "{} numbers", rows.len());
    for (i, rows) in rows.chunks_exact(plan.stride()).enumerate() {
        is_finite_or_nan_to_its_end(&plan, i, rows)?;
        has_an_outcome(&plan, i, rows)?;
        is_walked_through(&plan, i, rows)?;
    }
    for dialect in [Dialect::NumPy, Dialect::PyTorch] {
        must!(script(&plan, dialect).ends_with('\n'), "no script for {dialect:?}");
    }
    Ok(())
}

fn is_finite_or_nan_to_its_end(plan: &Plan, run: usize, rows: &[f64]) -> Result<(), String> {
    let mut over = false;
    for (t, row) in rows.chunks_exact(plan.parameters() + 1).enumerate() {
        let finite = row.iter().all(|n| n.is_finite());
        must!(finite || row.iter().all(|n| n.is_nan()), "run {run} at {t}: {row:?}");
        must!(!(over && finite), "run {run} comes back at {t}");
        over = !finite;
        must!(over || t > 0 || row[..row.len() - 1] == *plan.runs()[run].start(), "run {run} starts at {row:?}");
        // CSV: what is printed reads back as what it was.
        for n in row {
            let back: f64 = shortest(*n).parse().map_err(|_| format!("{n:?} is printed as {}", shortest(*n)))?;
            must!(back.to_bits() == n.to_bits() || back.is_nan() && over, "{n:?} reads back as {back:?}");
        }
    }
    Ok(())
}

fn has_an_outcome(plan: &Plan, run: usize, rows: &[f64]) -> Result<(), String> {
    let outcome = Outcome::of(plan, run, rows).ok_or("no outcome")?;
    let sentence = outcome.to_string();
    must!(sentence.ends_with('.') && outcome.step <= plan.steps(), "{outcome:?}: {sentence}");
    // A schedule may raise the rate beyond all numbers; nothing else that the sentence names can be infinite.
    let others = sentence.replace("the rate ∞ is above", "");
    must!(!others.contains("not a number") && !others.contains('∞'), "{outcome:?}: {sentence}");
    Ok(())
}

/// Entry by entry it has the same bits. Some entries are printed as JSON: at powers of two, and where numbers end.
fn is_walked_through(plan: &Plan, run: usize, rows: &[f64]) -> Result<(), String> {
    let mut walk = Run::new(plan, run).ok_or("no run")?;
    let mut rows = rows.chunks_exact(plan.parameters() + 1).peekable();
    for entry in walk.by_ref() {
        let row = rows.next().ok_or("an entry too many")?;
        let here = entry.at.iter().chain([&entry.loss]).map(|n| n.to_bits());
        must!(here.eq(row.iter().map(|n| n.to_bits())), "run {run} at {}: {:?}, not {row:?}", entry.t, entry.at);
        if entry.t.is_power_of_two() || rows.peek().is_none_or(|next| next[0].is_nan()) {
            serde_json::to_string(&entry.tree()).map_err(|error| format!("{entry:?}: {error}"))?;
        }
    }
    must!(rows.next().is_none(), "an entry too few");
    let looks = walk.evaluations();
    must!(looks.gradients <= plan.steps() as u64, "{looks:?}");
    Ok(())
}

/// A recipe of any kind is either refused with reasons, or right.
pub(crate) fn is_refused_or_runs(recipe: &Tree) -> Result<(), String> {
    match check(recipe) {
        Err(faults) => has_reasons(recipe, &faults),
        Ok(plan) if plan.steps() <= STEPS && plan.surface().examples() <= 100 => runs_to_its_end(recipe),
        Ok(_) => Ok(()),
    }
}

/// Every fault names a place in the recipe, what stands there and what may stand there.
pub(crate) fn has_reasons(recipe: &Tree, Faults(faults): &Faults) -> Result<(), String> {
    must!(!faults.is_empty(), "refused without a fault");
    let places = places(recipe);
    for fault in faults {
        let mut at = places.iter().filter(|(path, _)| *path == fault.path).map(|(_, tree)| *tree);
        let found = match fault.kind {
            FaultKind::Missing => is_missing(&places, &fault.path),
            FaultKind::Unknown => at.next().is_some(),
            FaultKind::Wrong => at.any(|tree| is_shown(tree, fault)),
        };
        must!(found, "{:?} leads nowhere: {fault}", fault.path);
        must!(!fault.given.is_empty() && !fault.allowed.is_empty(), "{fault:?}");
    }
    Ok(())
}

/// Whether what is said to stand there stands there.
fn is_shown(tree: &Tree, fault: &Fault) -> bool {
    match (fault.path.as_str(), tree) {
        // They may be too many only together with the runs.
        ("steps", _) => true,
        // Of a text that is read letter by letter the wrong part is shown.
        ("surface.expression", Tree::Text(text)) => text.contains(fault.given.trim_matches(['"', '…'])),
        _ => fault.given == tree.glimpse(),
    }
}

/// Whether an object that the path's last key belongs to is without it. Of two keys alike either may be meant.
fn is_missing(places: &[(String, &Tree)], path: &str) -> bool {
    let (owner, key) = path.rsplit_once('.').unwrap_or(("", path));
    let without = |tree: &Tree| match tree {
        Tree::Map(pairs) => pairs.iter().all(|(other, value)| other != key || *value == Tree::Null),
        _ => false,
    };
    places.iter().any(|(path, tree)| path == owner && without(tree))
}

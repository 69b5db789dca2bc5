//! A run as rows `[w, b, loss]`, and what tests read off them.

use ponder::{Run, Update};

use crate::{as_printed, plan, rows};

/// Point t of a run: w, b and the loss there.
pub type Row = [f64; 3];

/// A recipe of one run. `surface` is JSON, and so is `run`: its keys, without the braces around them.
#[must_use]
pub fn recipe(surface: &str, run: &str, steps: usize) -> String {
    format!(r#"{{"surface":{surface},"runs":[{{{run}}}],"steps":{steps}}}"#)
}

/// The rows of one run.
#[must_use]
pub fn walk(surface: &str, run: &str, steps: usize) -> Vec<Row> {
    rows(&recipe(surface, run, steps))
}

/// The updates of one run, in parts.
///
/// # Panics
/// Never: a recipe has a run.
#[must_use]
pub fn updates(surface: &str, run: &str, steps: usize) -> Vec<Update> {
    let plan = plan(&recipe(surface, run, steps));
    Run::new(&plan, 0).expect("a run").filter_map(|entry| entry.update).collect()
}

/// Asserts that a number, rounded to as many digits, is the one printed.
///
/// # Panics
/// When it is not.
#[track_caller]
pub fn assert_printed(number: f64, printed: &str) {
    assert_eq!(as_printed(number, printed), printed, "{number}");
}

/// Asserts that (w, b) is the point printed.
///
/// # Panics
/// When it is not.
#[track_caller]
pub fn assert_at(row: Row, printed: [&str; 2]) {
    assert_eq!([0, 1].map(|i| as_printed(row[i], printed[i])), printed, "{row:?}");
}

/// The steps that raise the loss, and by more than rounding does.
#[must_use]
pub fn uphill(rows: &[Row]) -> Vec<usize> {
    (1..rows.len()).filter(|&t| rows[t][2] > rows[t - 1][2] + 1e-12).collect()
}

/// The distance of a point from another.
#[must_use]
pub fn distance(row: &Row, [w, b]: [f64; 2]) -> f64 {
    (row[0] - w).hypot(row[1] - b)
}

/// The length of every step.
#[must_use]
pub fn strides(rows: &[Row]) -> Vec<f64> {
    rows.windows(2).map(|pair| distance(&pair[1], [pair[0][0], pair[0][1]])).collect()
}

/// The first step from which on this holds for all that is left.
#[must_use]
pub fn for_good(rows: &[Row], holds: impl Fn(&Row) -> bool) -> Option<usize> {
    let first = rows.iter().rposition(|row| !holds(row)).map_or(0, |last| last + 1);
    (first < rows.len()).then_some(first)
}

/// How far each swing to one side of 0 goes, in order.
#[must_use]
pub fn swings(along: impl IntoIterator<Item = f64>) -> Vec<f64> {
    let (mut swings, mut side) = (Vec::new(), 0.0);
    for s in along.into_iter().filter(|s| *s != 0.0) {
        match swings.last_mut() {
            Some(widest) if s.signum() == side => *widest = s.abs().max(*widest),
            _ => swings.push(s.abs()),
        }
        side = s.signum();
    }
    swings
}

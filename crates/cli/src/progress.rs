//! A bar on standard error while a long job runs, where that is a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use ponder::bulk::{Cell, Job};

/// Looks between two movements of the bar.
const SLICE: u64 = 2_000_000;
/// Cells that are begun at once.
const TILE: usize = 1024;

/// Everything of a job: its cells, and the rows that it keeps.
pub(crate) struct Done {
    pub(crate) cells: Vec<Cell>,
    pub(crate) ends: Vec<f64>,
}

/// Does a job to its end.
pub(crate) fn whole(job: &mut Job, what: &str) -> Done {
    let count = job.grid().len();
    let bar = bar(count, what);
    let mut done = Done { cells: Vec::with_capacity(count), ends: Vec::new() };
    for from in (0..count).step_by(TILE) {
        job.turn_to(from, from + TILE);
        while !job.advance(SLICE) {
            bar.set_position((from + job.cells().len()) as u64);
        }
        done.cells.extend_from_slice(job.cells());
        done.ends.extend_from_slice(job.ends());
    }
    bar.finish_and_clear();
    done
}

/// Nothing is drawn where standard error is no terminal.
fn bar(count: usize, what: &str) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(count as u64), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{msg} [{bar:32}] {percent:>3} %, {eta} left");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> "));
    bar.set_message(what.to_owned());
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

//! What maps of runs have in common: names of minima, pictures, lines of text.

use std::iter;
use std::path::Path;

use ponder::Tree;
use ponder::bulk::{Cell, Fate, Job};
use ponder::text::{human, shortest};
use ponder_plot::{Color, Theme, tint::tint};

use crate::{Failure, input, progress};

/// The name of a minimum: A, B, …, Z, A2, B2, …
pub(crate) fn name(target: u8) -> String {
    let letter = char::from(b'A' + target % 26);
    match target / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{}", round + 1),
    }
}

/// How a run ended, in one word.
pub(crate) fn word(fate: Fate) -> String {
    match fate {
        Fate::Arrived { target, .. } => name(target),
        Fate::Elsewhere => "elsewhere".into(),
        Fate::Cycling => "cycling".into(),
        Fate::Diverged { .. } => "diverged".into(),
    }
}

/// When it arrived or diverged; empty where it did neither.
pub(crate) fn step(fate: Fate) -> String {
    match fate {
        Fate::Arrived { step, .. } | Fate::Diverged { step } => step.to_string(),
        Fate::Elsewhere | Fate::Cycling => String::new(),
    }
}

/// A line for each minimum: `A  (1.79, −2.28)  loss 0`.
pub(crate) fn targets(job: &Job) -> Vec<String> {
    let place = |[w, b]: &[f64; 2]| format!("({}, {})", human(*w), human(*b));
    let loss = |at: &[f64; 2]| human(job.plan().surface().loss(at));
    let named = job.targets().iter().zip(0..);
    named.map(|(at, target)| format!("{} at {}, loss {}", name(target), place(at), loss(at))).collect()
}

/// What is asked for, without what is not.
pub(crate) fn given<const N: usize>(pairs: [(&str, Tree); N]) -> Vec<(String, Tree)> {
    let given = pairs.into_iter().filter(|(_, value)| *value != Tree::Null);
    given.map(|(key, value)| (key.to_owned(), value)).collect()
}

/// A job, or what is wrong with it as a bad recipe.
pub(crate) fn job(plan: &ponder::Plan, ask: Vec<(String, Tree)>) -> Result<Job, Failure> {
    Job::new(plan, &Tree::Map(ask)).map_err(|faults| Failure::Recipe(faults.to_string()))
}

/// A picture smaller than this is drawn with larger cells.
const SMALL: usize = 384;

/// A square of pixels a cell: one pixel where there are many.
pub(crate) fn picture(out: &Path, job: &Job, cells: &[Cell], theme: Theme) -> Result<(), Failure> {
    let [columns, rows] = job.grid().size();
    let scale = (SMALL / columns.max(rows)).max(1);
    let colours: Vec<_> = cells.iter().map(|cell| tint(theme, cell.fate, job.plan().steps())).collect();
    let lines = (0..rows * scale).map(|y| &colours[y / scale * columns..][..columns]);
    let pixels = lines.flat_map(|line| line.iter().flat_map(|colour| iter::repeat_n(colour, scale)));
    let bytes: Vec<u8> = pixels.flat_map(|Color(r, g, b)| [*r, *g, *b]).collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, (columns * scale) as u32, (rows * scale) as u32);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&bytes));
    written.map_err(|error| Failure::Files(format!("cannot make a PNG: {error}")))?;
    input::save(out, &file)
}

/// Numbers with commas, as a line of CSV has them.
pub(crate) fn line(numbers: &[f64]) -> String {
    numbers.iter().map(|n| shortest(*n)).collect::<Vec<_>>().join(",")
}

/// The end of a file's name: what kind it is.
pub(crate) fn ending(out: &Path) -> String {
    out.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase()
}

/// Looks between two movements of the bar.
const SLICE: u64 = 2_000_000;
/// Cells that are begun at once.
const TILE: usize = 1024;

/// The cells of a job, and their last points.
pub(crate) struct Done {
    pub(crate) cells: Vec<Cell>,
    pub(crate) ends: Vec<f64>,
}

/// Does a job to its end.
pub(crate) fn whole(job: &mut Job, what: &'static str) -> Done {
    let count = job.grid().len();
    let bar = progress::bar(count as u64, what);
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

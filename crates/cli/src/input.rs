//! Reading recipes, writing results.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

use ponder::{Plan, Tree};

use crate::Failure;

/// The text in `file`; `-` is standard input.
pub(crate) fn text(file: &Path) -> Result<String, Failure> {
    let text = if file.as_os_str() == "-" {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        fs::read_to_string(file)
    };
    text.map_err(|error| Failure::Files(format!("cannot read {}: {error}", file.display())))
}

/// The recipe or figure in `file`, as a tree.
pub(crate) fn tree(file: &Path) -> Result<Tree, Failure> {
    let (shown, text) = (file.display(), text(file)?);
    // Some editors begin a file with a byte order mark.
    let text = text.trim_start_matches('\u{feff}');
    serde_json::from_str(text).map_err(|error| Failure::Recipe(format!("{shown}: not a recipe in JSON: {error}")))
}

/// The checked recipe in `file`; if it is a figure, its view and questions are checked and passed over.
pub(crate) fn plan(file: &Path) -> Result<Plan, Failure> {
    ponder_plot::check_figure(&tree(file)?).map_err(|faults| Failure::Recipe(faults.to_string()))
}

/// A name for a terminal: nothing in it can move the cursor.
pub(crate) fn plain(name: &str) -> String {
    name.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// Writes to `out`, or to standard output. A reader that has gone away (`| head`) is no failure.
pub(crate) fn write(out: Option<&Path>, text: &str) -> Result<(), Failure> {
    match out {
        Some(file) => save(file, text.as_bytes()),
        None => stream(|out| out.write_all(text.as_bytes())),
    }
}

/// Writes a file.
pub(crate) fn save(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    written(fs::write(file, bytes), &file.display().to_string())
}

/// Writes to standard output bit by bit: a long trajectory never stands in memory as text.
pub(crate) fn stream(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    written(write(&mut out).and_then(|()| out.flush()), "standard output")
}

/// Writes bit by bit to `out`, or to standard output.
pub(crate) fn stream_to(
    out: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let Some(file) = out else { return stream(write) };
    let done = File::create(file).map(BufWriter::new).and_then(|mut out| write(&mut out).and_then(|()| out.flush()));
    written(done, &file.display().to_string())
}

fn written(done: io::Result<()>, shown: &str) -> Result<(), Failure> {
    match done {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Files(format!("cannot write {shown}: {error}")))
        }
        _ => Ok(()),
    }
}

//! Python with NumPy, which runs the scripts that we write, and with Pillow, which opens the films that we make.

use super::say;
use crate::process::{ask, find, run};
use crate::shop::Shop;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const NUMPY: &str = "2.4.6";
const PILLOW: &str = "13.0.0";
const NEEDED: &str = "Python 3.11 or newer with venv is needed on the search path: https://python.org, or \
     `apt-get install python3 python3-venv`";
const NAMES: &[&str] = &["python3", "python"];

/// A Python of our own with both, made first if need be.
pub(crate) fn python(shop: &Shop) -> Result<PathBuf, String> {
    let home = shop.cache.join(format!("python-numpy-{NUMPY}-pillow-{PILLOW}"));
    if !has_both(&program(&home)) {
        make(&home)?;
    }
    let program = program(&home);
    let lacking = || format!("{} has no NumPy {NUMPY} and Pillow {PILLOW}", program.display());
    if has_both(&program) { Ok(program) } else { Err(lacking()) }
}

pub(super) fn program(home: &Path) -> PathBuf {
    home.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
}

fn has_both(program: &Path) -> bool {
    let asked = "import numpy, PIL; print(numpy.__version__, PIL.__version__)";
    ask(Command::new(program).args(["-c", asked])).is_some_and(|told| told == format!("{NUMPY} {PILLOW}"))
}

/// An empty environment, in its place.
pub(super) fn environment(home: &Path) -> Result<Command, String> {
    let found = find(NAMES).filter(|python| new_enough(python)).ok_or(NEEDED)?;
    if home.exists() {
        fs::remove_dir_all(home).map_err(|error| format!("cannot remove {}: {error}", home.display()))?;
    }
    run(Command::new(found).args(["-m", "venv"]).arg(home)).map_err(|why| format!("{why}\n{NEEDED}"))?;
    let mut pip = Command::new(program(home));
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    Ok(pip)
}

/// An environment cannot be moved once it is made, so it is made in its place; one that was left half-made lacks
/// one of them, and is made anew.
fn make(home: &Path) -> Result<(), String> {
    say(&format!("installing NumPy {NUMPY} and Pillow {PILLOW} for the tests with pip, a few seconds, once"));
    run(environment(home)?.args([format!("numpy=={NUMPY}"), format!("pillow=={PILLOW}")]))
}

fn new_enough(python: &Path) -> bool {
    let version = ask(Command::new(python).args(["-c", "import sys; print(sys.version_info >= (3, 11))"]));
    version.as_deref() == Some("True")
}

#[cfg(test)]
mod tests {
    use super::{has_both, new_enough, program};
    use std::path::Path;

    #[test]
    fn only_a_program_that_answers_counts() {
        assert!(!has_both(&program(Path::new("/no/such/folder"))));
        assert!(!has_both(Path::new("rustc")) && !new_enough(Path::new("rustc")));
    }
}

//! Python with NumPy, which runs the scripts that we write.

use super::say;
use crate::process::{ask, find, run};
use crate::shop::Shop;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const NUMPY: &str = "2.4.6";
const NEEDED: &str = "Python 3.11 or newer with venv is needed on the search path: https://python.org, or \
     `apt-get install python3 python3-venv`";
const NAMES: &[&str] = &["python3", "python"];

/// A Python of our own with NumPy, made first if need be.
pub(crate) fn python(shop: &Shop) -> Result<PathBuf, String> {
    let home = shop.cache.join(format!("python-numpy-{NUMPY}"));
    if !has_numpy(&program(&home)) {
        make(&home)?;
    }
    let program = program(&home);
    if has_numpy(&program) { Ok(program) } else { Err(format!("{} has no NumPy {NUMPY}", program.display())) }
}

pub(super) fn program(home: &Path) -> PathBuf {
    home.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
}

fn has_numpy(program: &Path) -> bool {
    ask(Command::new(program).args(["-c", "import numpy; print(numpy.__version__)"])).as_deref() == Some(NUMPY)
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

/// An environment cannot be moved once it is made, so it is made in its place; one that was left half-made has no
/// NumPy, and is made anew.
fn make(home: &Path) -> Result<(), String> {
    say(&format!("installing NumPy {NUMPY} for the scripts' tests with pip, a few seconds, once"));
    run(environment(home)?.arg(format!("numpy=={NUMPY}")))
}

fn new_enough(python: &Path) -> bool {
    let version = ask(Command::new(python).args(["-c", "import sys; print(sys.version_info >= (3, 11))"]));
    version.as_deref() == Some("True")
}

#[cfg(test)]
mod tests {
    use super::{has_numpy, new_enough, program};
    use std::path::Path;

    #[test]
    fn only_a_program_that_answers_counts() {
        assert!(!has_numpy(&program(Path::new("/no/such/folder"))));
        assert!(!has_numpy(Path::new("rustc")) && !new_enough(Path::new("rustc")));
    }
}

//! Valgrind, which counts instructions.

use super::engines::had;
use crate::process::find;
use std::path::PathBuf;

/// Valgrind from the search path or from Debian's packages; else why not.
pub(crate) fn valgrind() -> Result<PathBuf, String> {
    let missing = |why| format!("valgrind is needed on the search path to count instructions: {why}");
    had("valgrind", &["valgrind"], || find(&["valgrind"])).map_err(missing)
}

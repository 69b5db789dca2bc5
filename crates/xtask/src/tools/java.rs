//! Java, which the HTML checker needs.

use super::engines::had;
use crate::process::find;
use std::path::PathBuf;

/// Java from the search path or from Debian's packages; else why not.
pub(crate) fn java() -> Result<PathBuf, String> {
    let missing = |why| format!("Java 17 or newer is needed on the search path to check the pages' HTML: {why}");
    had("Java", &["default-jre-headless"], || find(&["java"])).map_err(missing)
}

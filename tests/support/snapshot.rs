//! What others rely on, as it stood when somebody last meant to change it: one file of `tests/snapshots` each.

use std::path::Path;
use std::{env, fs};

/// Compares a text with the stored one; under `PONDER_SNAPSHOTS=store` it becomes the stored one.
///
/// # Panics
/// When they differ.
pub fn same(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name);
    if env::var_os("PONDER_SNAPSHOTS").is_some_and(|what| what == "store") {
        fs::write(&path, text).expect("a folder that can be written");
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    let differs = |(old, new): &(&str, &str)| old != new;
    let place = stored.lines().chain([""]).zip(text.lines().chain([""])).find(differs);
    assert!(
        stored == text,
        "tests/snapshots/{name}: stored is {:?}, now it is {:?}; where that is meant: cargo xtask snapshots",
        place.map(|(old, _)| old),
        place.map(|(_, new)| new)
    );
}

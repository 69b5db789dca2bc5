//! The rows of the course and the tests that reproduce their numbers: `tests/course/rows.txt` and the tests say the same.
//!
//! A test stands for the row in its name and for those in the comment above it. What is not under `numbers` has no number
//! that a method yields: prose, pictures, quotations, claims about other work.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ponder_site::rows::{Rows, not_yet, tested};

/// The scenes.
const SCENES: [&str; 15] = [
    "gd_two_points",
    "valley",
    "stochastic60",
    "minibatch",
    "sparse",
    "saddle",
    "ravine",
    "two_wells",
    "radford_beale",
    "radford_valley",
    "radford_saddle",
    "bias",
    "eta10",
    "adagrad_nosqrt",
    "newton",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn every_row_has_its_test_and_every_test_its_row() {
    let rows = Rows::read(&root()).unwrap();
    let tests: BTreeSet<_> = tested(&root(), &rows.all).into_iter().map(|(row, _)| row).collect();
    let listed: BTreeSet<_> = rows.numbers.into_iter().collect();
    let missing: Vec<_> = listed.symmetric_difference(&tests).collect();
    assert!(missing.is_empty(), "listed or tested, but not both: {missing:?}");
}

#[test]
fn every_scene_has_its_tests() {
    let files = fs::read_dir(root().join("tests/course")).unwrap().map(|file| file.unwrap().path());
    let text: String = files
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    for scene in SCENES {
        assert!(text.contains(&format!("\nfn scene_{scene}")), "{scene}");
    }
}

#[test]
fn the_other_rows_are_where_they_should_be() {
    for (row, path) in Rows::read(&root()).unwrap().elsewhere {
        assert!(fs::read_to_string(root().join(&path)).is_ok_and(|text| text.contains(&row)), "{row} in {path}");
    }
}

#[test]
fn the_course_has_its_rows_once_each() {
    let rows = Rows::read(&root()).unwrap();
    let count = |start: &str| rows.all.iter().filter(|row| row.starts_with(start)).count();
    assert_eq!(["S0", "S1", "S2", "S3", "S4", "E", "C"].map(count), [27, 100, 49, 34, 68, 66, 22]);
    let missing = not_yet(&root().join("www")).unwrap();
    let once: BTreeSet<_> = missing.iter().map(|(row, _)| row).collect();
    assert_eq!(once.len(), missing.len(), "a row stands twice in not-yet.txt");
    assert!(missing.iter().all(|(row, _)| rows.all.contains(row)));
}

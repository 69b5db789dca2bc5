//! Which rows of the course have their numbers reproduced, and that this list and the tests say the same.
//!
//! A test stands for the row in its name and for those in the line above it. What is not listed has no number that a
//! method yields: prose, pictures, quotations, claims about other work.

use std::collections::BTreeSet;
use std::fs;

/// The rows that are reproduced here.
const ROWS: [(&str, &str); 7] = [
    ("S0", "03 04 08 10 12 13 18 22"),
    (
        "S1",
        "02 04 05 06 08 09 10 11 14 15 16 17 19 24 25 26 27 30 31 37 38 39 40 42 43 44 47 49 50 51 52 53 54 \
         57 58 59 60 61 62 63 65 66 68 70 71 72 73 74 76 77 79 81 82 83 85 86 88 89 90 93 94 95 96 97 98 99 100",
    ),
    ("S2", "04 11 16 22 23 27 28 30 33 37 40 43 44 48"),
    ("S3", "06 08 12 15 20 21 22 23 24 25 26 29 31"),
    ("S4", "02 03 06 09 14 20 21 27 32 34 35 38 43 55 56 57 58 59 60 61 62 63 64"),
    ("C", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22"),
    ("E", "1 2 4 6 7 8 9 10 11 12 13 14 16 17 18 19 20 24 26 27 28 30 31 33 38 39 41 43 44 45 47 48 50 54 55 57 62"),
];

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

/// Rows whose numbers are reproduced in other files, where they are at home.
const ELSEWHERE: [(&str, &str); 2] = [("S2-15", "crates/core/src/method/optimal_step.rs"), ("E15", "tests/models.rs")];

/// `S1-27` from `S1-27`, `C7` from `C7:`; `None` for all other words.
fn row(word: &str) -> Option<String> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let digits = word.find(|c: char| c.is_ascii_digit())?;
    let (text, number) = word.split_once('-').unwrap_or_else(|| word.split_at(digits));
    let known = ROWS.iter().any(|(id, _)| *id == text);
    (known && number.parse::<u32>().is_ok()).then(|| word.to_owned())
}

/// The row, or the scene, in the name of a test.
fn named(name: &str) -> String {
    let words: Vec<_> = name.split('_').collect();
    match words[..] {
        [text, number, ..] if text.starts_with('s') && text.len() == 2 => format!("{}-{number}", text.to_uppercase()),
        [id, ..] => id.to_uppercase(),
        [] => String::new(),
    }
}

/// Every line of the tests of this directory.
fn lines() -> Vec<String> {
    let files =
        fs::read_dir("tests/course").expect("the tests of the course").map(|entry| entry.expect("a file").path());
    files
        .flat_map(|path| fs::read_to_string(path).expect("text").lines().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

#[test]
fn every_row_has_its_test_and_every_test_its_row() {
    let mut tested = BTreeSet::new();
    for line in lines() {
        if let Some(comment) = line.strip_prefix("/// ") {
            tested.extend(comment.split_whitespace().filter_map(row));
        } else if let Some(name) = line.strip_prefix("fn ") {
            tested.extend(row(&named(name)));
        }
    }
    let listed = ROWS.iter().flat_map(|(text, numbers)| {
        let hyphen = if text.len() == 2 { "-" } else { "" };
        numbers.split_whitespace().map(move |number| format!("{text}{hyphen}{number}"))
    });
    let listed: BTreeSet<_> = listed.collect();
    let missing: Vec<_> = listed.symmetric_difference(&tested).collect();
    assert!(missing.is_empty(), "listed or tested, but not both: {missing:?}");
}

#[test]
fn every_scene_has_its_tests() {
    let lines = lines();
    for scene in SCENES {
        let start = format!("fn scene_{scene}");
        assert!(lines.iter().any(|line| line.starts_with(&start)), "{scene}");
    }
}

#[test]
fn the_other_rows_are_where_they_should_be() {
    for (row, path) in ELSEWHERE {
        assert!(fs::read_to_string(path).is_ok_and(|text| text.contains(row)), "{row} in {path}");
    }
}

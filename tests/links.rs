//! Links that were given away keep their meaning: each file of `tests/links` is a link, the figure that it says as JSON,
//! and what is said of it besides, line by line.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use ponder::{Tree, link};
use ponder_plot::check_figure;
use ponder_tests::tree;

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/links");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").path()).collect();
    files.sort();
    files
}

/// A file as its link opens now.
fn written(text: &str) -> String {
    let check = |figure: &Tree| check_figure(figure).map(drop);
    let opened = link::decode(text, &check).unwrap_or_else(|faults| panic!("{text}: {faults}"));
    let json = serde_json::to_string(&opened.figure).expect("JSON");
    let notes = opened.notes.iter().map(ToString::to_string);
    let at = opened.at.map(|at| format!("at: the reader is at step {at}"));
    [text.to_owned(), json].into_iter().chain(notes).chain(at).map(|line| line + "\n").collect()
}

#[test]
fn every_link_still_says_its_figure() {
    let files = files();
    assert!(files.len() >= 16, "{} links", files.len());
    for file in files {
        let text = fs::read_to_string(&file).expect("a text");
        assert_eq!(written(text.lines().next().expect("a link")), text, "{}", file.display());
    }
}

#[test]
fn a_link_without_mistakes_is_the_one_its_figure_has() {
    let plain =
        |text: &&String| text.starts_with("v=1") && !text.contains("; left out") && !text.contains("; taken is");
    let texts: Vec<_> = files().iter().map(|file| fs::read_to_string(file).expect("a text")).collect();
    let plain: Vec<_> = texts.iter().filter(plain).collect();
    assert!(plain.len() >= 9, "{} plain links", plain.len());
    for text in plain {
        let (link, at) = (text.lines().next().expect("a link"), text.rsplit_once("is at step "));
        let at = at.map(|(_, at)| at.trim().parse().expect("a step"));
        assert_eq!(link::encode(&tree(text.lines().nth(1).expect("JSON")), at).expect("a link"), link);
    }
}

//! The pixels of reliefs: what no engine and no release may change.
//!
//! A hash is SHA-256 over red, green, blue and opacity of every pixel, row by row. `tests/js/reliefs.test.js` compares
//! with the built wasm. `PONDER_RELIEFS=FILE` writes the list with the hashes of now.
#![cfg(not(target_arch = "wasm32"))]

use std::fmt::Write;
use std::{env, fs};

use ponder::Tree;
use ponder_plot::{Figure, Size, Theme, View};
use sha2::{Digest, Sha256};

const LIST: &str = include_str!("bits/reliefs.json");

fn number(entry: &Tree, key: &str, index: usize) -> f64 {
    let value = entry.get(key).expect("it is given");
    value.list().map_or(value, |list| &list[index]).number().expect("a number")
}

fn text<'a>(entry: &'a Tree, key: &str) -> &'a str {
    entry.get(key).and_then(Tree::text).expect("a text")
}

fn hash(entry: &Tree) -> String {
    let mut figure = Figure::new(entry.get("figure").expect("a figure")).unwrap_or_else(|faults| panic!("{faults}"));
    let size = Size { width: number(entry, "size", 0), height: number(entry, "size", 1) };
    let theme = Theme::named(text(entry, "theme")).expect("a theme");
    let scene = figure.still(View::Surface, size, theme, number(entry, "scale", 0));
    let (image, _) = scene.ground.image.expect("the surface is an image");
    let opaque = image.rgba().chunks_exact(4).filter(|pixel| pixel[3] == 255).count();
    assert!(12 * opaque > image.width * image.height, "{}: there is land", text(entry, "name"));
    Sha256::digest(image.rgba()).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[test]
fn reliefs_keep_their_pixels() {
    let list: Tree = serde_json::from_str(LIST).expect("reliefs.json is JSON");
    let entries = list.list().expect("a list");
    let now: Vec<String> = entries.iter().map(hash).collect();
    if let Some(file) = env::var_os("PONDER_RELIEFS") {
        let fresh = entries
            .iter()
            .zip(&now)
            .fold(LIST.to_owned(), |list, (entry, hash)| list.replace(text(entry, "sha256"), hash));
        fs::write(file, fresh).expect("PONDER_RELIEFS can be written");
    }
    let changed = entries.iter().zip(&now).filter(|(entry, now)| text(entry, "sha256") != *now);
    let told: Vec<_> = changed.map(|(entry, now)| format!("{} is now {now}", text(entry, "name"))).collect();
    assert!(told.is_empty(), "if this is meant, say so in tests/bits/reliefs.json:\n{}", told.join("\n"));
}

#[test]
fn reliefs_differ() {
    let list: Tree = serde_json::from_str(LIST).expect("reliefs.json is JSON");
    let mut hashes: Vec<_> = list.list().expect("a list").iter().map(|entry| text(entry, "sha256")).collect();
    let all = hashes.len();
    hashes.sort_unstable();
    hashes.dedup();
    assert_eq!(hashes.len(), all);
}

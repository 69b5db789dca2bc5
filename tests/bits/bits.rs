//! The bits of two hundred recipes: what no engine and no release may change.
//!
//! A hash is SHA-256 over a trajectory's numbers as little-endian doubles, every NaN as 0x7ff8000000000000 (which bits
//! a NaN has is the one thing that IEEE 754 and WebAssembly leave open). `PONDER_BITS=FILE` also writes the recipes and
//! their hashes to FILE; `cargo xtask test bits` compares such a file with every other engine.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::{env, fs, thread};

use ponder::{Tree, check};
use ponder_tests::recipes::{RECIPES, Sample, frozen, recipes};
use sha2::{Digest, Sha256};

const NAN: u64 = 0x7ff8_0000_0000_0000;

fn rows(sample: &Sample) -> Vec<f64> {
    check(&sample.recipe).unwrap_or_else(|faults| panic!("{}: {faults}", sample.name)).trajectory()
}

fn hash(rows: &[f64]) -> String {
    let canonical = |n: &f64| if n.is_nan() { NAN } else { n.to_bits() };
    let bytes: Vec<u8> = rows.iter().flat_map(|n| canonical(n).to_le_bytes()).collect();
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What became of one recipe.
struct Hashed {
    sha256: String,
    /// How many numbers there are, and how many are NaN.
    all: usize,
    nan: usize,
}

fn hashed(sample: &Sample) -> Hashed {
    let rows = rows(sample);
    Hashed { sha256: hash(&rows), all: rows.len(), nan: rows.iter().filter(|n| n.is_nan()).count() }
}

/// Every recipe's, on two threads.
fn all(samples: &[Sample]) -> Vec<Hashed> {
    let (front, back) = samples.split_at(samples.len() / 2);
    thread::scope(|scope| {
        let front = scope.spawn(|| front.iter().map(hashed).collect::<Vec<_>>());
        let back: Vec<_> = back.iter().map(hashed).collect();
        front.join().expect("no recipe panics").into_iter().chain(back).collect()
    })
}

#[test]
fn two_hundred_recipes_have_a_hash_each() {
    let samples = recipes();
    let hashes = all(&samples);
    assert_eq!(hashes.len(), RECIPES);
    let different: BTreeSet<_> = hashes.iter().map(|hashed| &hashed.sha256).collect();
    assert!(different.len() > RECIPES - 10, "only {} recipes differ", different.len());
    // After a NaN there is nothing left that could differ.
    let (all, nan) = hashes.iter().fold((0, 0), |(all, nan), hashed| (all + hashed.all, nan + hashed.nan));
    assert!(4 * nan < all, "{nan} of {all} numbers are NaN");
    if let Some(file) = env::var_os("PONDER_BITS") {
        let list = samples.iter().zip(&hashes).map(|(sample, hashed)| entry(sample, &hashed.sha256)).collect();
        let text = serde_json::to_string(&Tree::List(list)).expect("a tree is JSON");
        fs::write(file, text).expect("PONDER_BITS can be written");
    }
}

fn entry(sample: &Sample, sha256: &str) -> Tree {
    Tree::map([("name", sample.name.as_str().into()), ("recipe", sample.recipe.clone()), ("sha256", sha256.into())])
}

#[test]
fn frozen_recipes_keep_their_bits() {
    let now = frozen().into_iter().map(|(sample, frozen)| (frozen, hashed(&sample).sha256, sample.name));
    let changed: Vec<_> = now.filter(|(frozen, now, _)| frozen != now).collect();
    let told: Vec<_> = changed.iter().map(|(frozen, now, name)| format!("{name}: {frozen} is now {now}")).collect();
    assert!(told.is_empty(), "if this is meant, say so in tests/bits/frozen.json:\n{}", told.join("\n"));
}

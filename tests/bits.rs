//! The bits of two hundred runs' worth of recipes: what no engine and no release may change.
//!
//! A hash is SHA-256 over a trajectory's numbers as little-endian doubles, every NaN as 0x7ff8000000000000 (which bits
//! a NaN has is the one thing that IEEE 754 and WebAssembly leave open). `PONDER_BITS=FILE` also writes the recipes and
//! their hashes to FILE; `cargo xtask test bits` compares such a file with every other engine.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::{env, fs, thread};

use ponder::{Tree, check};
use ponder_tests::recipes::{RECIPES, STEPS, Sample, frozen, recipes};
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

/// Every recipe's hash, and how many of its numbers are no NaN; on two threads.
fn hashes(samples: &[Sample]) -> Vec<(String, usize)> {
    let one = |sample| {
        let rows = rows(sample);
        (hash(&rows), rows.iter().filter(|n| !n.is_nan()).count())
    };
    let (front, back) = samples.split_at(samples.len() / 2);
    thread::scope(|scope| {
        let front = scope.spawn(|| front.iter().map(one).collect::<Vec<_>>());
        let back: Vec<_> = back.iter().map(one).collect();
        front.join().expect("no recipe panics").into_iter().chain(back).collect()
    })
}

#[test]
fn two_hundred_recipes_have_a_hash_each() {
    let samples = recipes();
    assert_eq!(samples.len(), RECIPES);
    let hashes = hashes(&samples);
    let different: BTreeSet<_> = hashes.iter().map(|(hash, _)| hash).collect();
    assert!(different.len() > RECIPES - 10, "only {} recipes differ", different.len());
    // A NaN says nothing about the numbers before it was reached.
    let numbers: usize = hashes.iter().map(|(_, numbers)| numbers).sum();
    let all: usize = samples.iter().map(|sample| runs(sample).len() * (STEPS + 1) * 3).sum();
    assert!(2 * numbers > all, "{numbers} of {all} are numbers");
    if let Some(file) = env::var_os("PONDER_BITS") {
        let entry = |(sample, (hash, _)): (Sample, (String, _))| {
            Tree::map([
                ("name", sample.name.as_str().into()),
                ("recipe", sample.recipe),
                ("sha256", hash.as_str().into()),
            ])
        };
        let list = Tree::List(samples.into_iter().zip(hashes).map(entry).collect());
        fs::write(file, serde_json::to_string(&list).expect("JSON")).expect("PONDER_BITS can be written");
    }
}

#[test]
fn frozen_recipes_keep_their_bits() {
    for (sample, frozen) in frozen() {
        assert_eq!(hash(&rows(&sample)), frozen, "{}", sample.name);
    }
}

fn runs(sample: &Sample) -> &[Tree] {
    sample.recipe.get("runs").and_then(Tree::list).expect("runs")
}

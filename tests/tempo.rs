//! Schedules, shuffles and noise against references that tests/python/tempo.py made.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;

use ponder::batch::{BatchPlan, Order};
use ponder::noise::{Noise, NoisePlan};
use ponder::recipe::fields::Fields;
use ponder::recipe::tempo::{Moves, read};
use ponder::tempo::{Tempo, TempoPlan};
use ponder::{Tree, Vector};

/// A list of the reference file.
fn golden(key: &str) -> Vec<Tree> {
    let text = fs::read_to_string("tests/golden/tempo.json").expect("the golden file is there");
    let whole: Tree = serde_json::from_str(&text).expect("the golden file is JSON");
    whole.get(key).and_then(Tree::list).expect("a list").to_vec()
}

fn number(tree: &Tree) -> f64 {
    tree.number().expect("a number")
}

fn numbers(tree: &Tree, key: &str) -> Vec<f64> {
    tree.get(key).and_then(Tree::list).expect("a list").iter().map(number).collect()
}

fn integer(tree: &Tree, key: &str) -> u64 {
    number(tree.get(key).expect("a number")) as u64
}

/// A run of rate 1 and momentum 0 with the case's schedule under `key`.
fn tempo(case: &Tree, key: &str) -> Tempo {
    let run = Tree::map([(key, case.get("schedule").expect("a schedule").clone())]);
    let mut faults = Vec::new();
    let mut fields = Fields::of(&run, "", &mut faults).expect("an object");
    let plan: TempoPlan = read(&mut fields, Moves { method: "momentum", rate: true, momentum: true });
    assert_eq!(faults, []);
    Tempo::new(&plan, 1.0, 0.0, 1)
}

/// Twelve digits, and below them what a cosine near zero may lose.
fn close(ours: f64, theirs: f64) -> bool {
    (ours - theirs).abs() <= 1e-12 * theirs.abs() + 1e-15 * f64::from(theirs > 1e-9 || theirs == 0.0)
}

#[test]
fn schedules_of_rate_and_momentum() {
    let times = golden("times");
    for key in ["schedule", "momentum_schedule"] {
        for case in golden(&format!("{key}s")) {
            let tempo = tempo(&case, key);
            for (t, theirs) in times.iter().zip(numbers(&case, "numbers")) {
                let (rate, momentum) = tempo.pace(number(t) as usize);
                let ours = if key == "schedule" { rate } else { momentum };
                assert!(close(ours, theirs), "{case:?} at {t:?}: {ours}, not {theirs}");
            }
        }
    }
}

#[test]
fn schedules_that_read_losses() {
    let losses: Vec<_> = golden("losses").iter().map(number).collect();
    for case in golden("watched") {
        let mut tempo = tempo(&case, "schedule");
        for (epoch, theirs) in numbers(&case, "numbers").into_iter().enumerate() {
            assert!(tempo.wants_loss_at(epoch + 1));
            tempo.epoch_ended(losses[epoch]);
            let (ours, _) = tempo.pace(epoch + 1);
            assert!(close(ours, theirs), "{case:?} after epoch {epoch}: {ours}, not {theirs}");
        }
    }
}

#[test]
fn shuffles_are_the_same_bits() {
    for case in golden("orders") {
        let theirs: Vec<_> = numbers(&case, "order").into_iter().map(|row| row as usize).collect();
        let (seed, epoch, n) = (integer(&case, "seed"), integer(&case, "epoch") as usize, theirs.len());
        for size in 1..n {
            let plan = BatchPlan::new(size, Order::Shuffled, seed, n);
            let (mut batches, updates) = (plan.begin(), plan.updates_per_epoch());
            let ours: Vec<_> = (0..updates).flat_map(|t| batches.rows(epoch * updates + t).to_vec()).collect();
            assert_eq!(ours, theirs, "{case:?} in batches of {size}");
        }
    }
}

#[test]
fn noise_is_the_same_bits() {
    for case in golden("noise") {
        let mut noise = Noise::new(NoisePlan { deviation: 1.0, seed: integer(&case, "seed") });
        let theirs = numbers(&case, "z");
        let ours: Vec<_> = (0..theirs.len() / 2).flat_map(|_| noise.shake(Vector::<2>::ZERO).0).collect();
        let bits = |numbers: &[f64]| numbers.iter().map(|z| z.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&ours), bits(&theirs), "{ours:?}");
    }
}

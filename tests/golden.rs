//! Trajectories against references that were made by other programs: see tests/golden/README.md.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;

use ponder::{Tree, check};

/// Every stored file.
const FILES: [&str; 16] = [
    "beale_course",
    "beale_optax",
    "beale_torch",
    "neuron2_course",
    "neuron2_keras",
    "neuron2_optax",
    "neuron2_torch",
    "rosenbrock_course",
    "rosenbrock_optax",
    "rosenbrock_torch",
    "saddle_course",
    "saddle_optax",
    "saddle_torch",
    "sparse_course",
    "sparse_optax",
    "sparse_torch",
];

fn cases(file: &str) -> Vec<Tree> {
    let text = fs::read_to_string(format!("tests/golden/{file}.json")).expect("the golden file is there");
    let whole: Tree = serde_json::from_str(&text).expect("the golden file is JSON");
    whole.get("cases").and_then(Tree::list).expect("cases").to_vec()
}

fn number(case: &Tree, key: &str) -> f64 {
    case.get(key).and_then(Tree::number).unwrap_or_else(|| panic!("{key} is a number"))
}

/// The largest difference within the safe steps, relative to the tolerance: at most 1 is fine.
fn worst(case: &Tree) -> f64 {
    let Ok(plan) = check(case.get("recipe").expect("recipe")) else { return f64::INFINITY };
    let ours = plan.trajectory();
    let points = case.get("points").and_then(Tree::list).expect("points");
    let (safe, tolerance) = (number(case, "safe_steps") as usize, number(case, "tolerance"));
    let excess = |t: usize| {
        let theirs: Vec<f64> = points[t].list().expect("a row").iter().filter_map(Tree::number).collect();
        let gap = (ours[3 * t] - theirs[0]).abs().max((ours[3 * t + 1] - theirs[1]).abs());
        gap / (tolerance * theirs[0].abs().max(theirs[1].abs()).max(1.0))
    };
    (1..=safe).map(excess).fold(0.0, f64::max)
}

#[test]
fn every_stored_trajectory() {
    let cases: Vec<Tree> = FILES.iter().flat_map(|file| cases(file)).collect();
    assert_eq!(cases.len(), 232);
    let off =
        cases.iter().map(|case| (case.get("case"), worst(case))).filter(|(_, worst)| worst.is_nan() || *worst > 1.0);
    let off: Vec<_> = off.collect();
    assert!(off.is_empty(), "{} off by so many tolerances: {off:?}", off.len());
}

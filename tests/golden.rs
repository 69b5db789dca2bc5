//! Trajectories against references that were made by other programs: see tests/golden/README.md.
//!
//! `tests/js/golden.test.js` asks the same of the wasm.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;

use ponder::{Tree, check};
use ponder_tests::command::ponder;

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

fn cases() -> Vec<Tree> {
    let of = |file: &str| {
        let text = fs::read_to_string(format!("tests/golden/{file}.json")).expect("the golden file is there");
        let whole: Tree = serde_json::from_str(&text).expect("the golden file is JSON");
        whole.get("cases").and_then(Tree::list).expect("cases").to_vec()
    };
    let cases: Vec<_> = FILES.into_iter().flat_map(of).collect();
    assert_eq!(cases.len(), 232);
    cases
}

fn number(case: &Tree, key: &str) -> f64 {
    case.get(key).and_then(Tree::number).unwrap_or_else(|| panic!("{key} is a number"))
}

/// The largest difference within the safe steps, relative to the tolerance: at most 1 is fine.
fn worst(case: &Tree, ours: &[f64]) -> f64 {
    let points = case.get("points").and_then(Tree::list).expect("points");
    let (safe, tolerance) = (number(case, "safe_steps") as usize, number(case, "tolerance"));
    let excess = |t: usize| {
        let theirs: Vec<f64> = points[t].list().expect("a row").iter().filter_map(Tree::number).collect();
        let gap = (ours[3 * t] - theirs[0]).abs().max((ours[3 * t + 1] - theirs[1]).abs());
        gap / (tolerance * theirs[0].abs().max(theirs[1].abs()).max(1.0))
    };
    (1..=safe).map(excess).fold(0.0, f64::max)
}

/// Asserts that every case is within its tolerance of what `rows` makes of its recipe.
fn assert_as_stored(rows: impl Fn(&Tree) -> Vec<f64>) {
    let worst = |case: &Tree| (case.get("case").cloned(), worst(case, &rows(case.get("recipe").expect("a recipe"))));
    let off: Vec<_> = cases().iter().map(worst).filter(|(_, worst)| worst.is_nan() || *worst > 1.0).collect();
    assert!(off.is_empty(), "{} off by so many tolerances: {off:?}", off.len());
}

#[test]
fn every_stored_trajectory() {
    assert_as_stored(|recipe| check(recipe).unwrap_or_else(|faults| panic!("{faults}")).trajectory());
}

#[test]
fn every_stored_trajectory_as_the_command_prints_it() {
    assert_as_stored(|recipe| {
        let output = ponder(&["trajectory", "-"], &serde_json::to_string(recipe).expect("JSON"));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let csv = String::from_utf8(output.stdout).expect("text");
        let numbers = csv.lines().skip(1).flat_map(|line| line.split(',').skip(2));
        numbers.map(|number| number.parse().expect("a number")).collect()
    });
}

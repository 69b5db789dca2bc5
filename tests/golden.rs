//! Trajectories against references that were made by other programs: see tests/golden/README.md.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;

use ponder::{METHODS, Tree, check};

/// The stored cases whose method exists here.
fn cases(file: &str) -> Vec<Tree> {
    let text = fs::read_to_string(format!("tests/golden/{file}")).expect("the golden file is there");
    let whole: Tree = serde_json::from_str(&text).expect("the golden file is JSON");
    let known = |case: &&Tree| METHODS.iter().any(|m| Some(m.id) == method(case));
    whole.get("cases").and_then(Tree::list).expect("cases").iter().filter(known).cloned().collect()
}

fn method(case: &Tree) -> Option<&str> {
    case.get("recipe")?.get("runs")?.list()?.first()?.get("method")?.text()
}

fn number(case: &Tree, key: &str) -> f64 {
    case.get(key).and_then(Tree::number).unwrap_or_else(|| panic!("{key} is a number"))
}

/// The largest difference within the safe steps, relative to the tolerance: at most 1 is fine.
fn worst(case: &Tree) -> f64 {
    let plan = check(case.get("recipe").expect("recipe")).unwrap_or_else(|faults| panic!("{faults}"));
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
fn the_courses_rules_on_the_courses_two_points() {
    let cases = cases("neuron2_course.json");
    assert_eq!(cases.len(), METHODS.len(), "a stored case for every method");
    for case in &cases {
        let worst = worst(case);
        assert!(worst <= 1.0, "{:?} is off by {worst} tolerances", case.get("case"));
    }
}

//! Every minimum that a descent from anywhere in the domain finds is declared, and every declared one is found.
#![cfg(not(target_arch = "wasm32"))]

use ponder::analysis::eigenvalues;
use ponder::{Landscape, SURFACES, Surface, Vector, catalogue};
use ponder_tests::plan;

/// Starts a side, none of them on a line of symmetry.
const STARTS: usize = 20;

/// Newton's step, as if the ground curved up everywhere at least a little.
fn step(land: &dyn Landscape, at: Vector) -> Vector {
    let jet = land.curve(at);
    let ([gw, gb], [[a, b], [_, d]]) = (jet.grad.0, jet.hess.map(|row| row.0));
    let [most, least] = eigenvalues(&jet);
    let lift = (1e-3 * most.abs() + 1e-9 - least).max(0.0);
    let (a, d) = (a + lift, d + lift);
    let whole = (1.0 / (a * d - b * b)) * Vector([b * gb - d * gw, b * gw - a * gb]);
    if whole.norm() > 0.1 { (0.1 / whole.norm()) * whole } else { whole }
}

/// Where steps that must go down end; `None` if they do not, or end on ground that is too flat to go on.
fn descent(land: &dyn Landscape, start: Vector) -> Option<Vector> {
    let mut at = start;
    let end = (0..2000).find_map(|_| {
        let (here, whole) = (land.value(at), step(land, at));
        let shorter = (0..40).map(|halvings| at + 0.5_f64.powi(halvings) * whole);
        let Some(there) = shorter.into_iter().find(|there| land.value(*there) < here) else { return Some(at) };
        at = there;
        None
    })?;
    let jet = land.curve(end);
    // Where nothing goes down although there is a slope, the slope jumps.
    (jet.grad.norm() > 1e-6 || eigenvalues(&jet)[1] > 1e-6).then_some(end)
}

fn found(land: &dyn Landscape, domain: [[f64; 2]; 2]) -> Vec<Vector> {
    let place = |[from, to]: [f64; 2], i: usize| from + (to - from) * (i as f64 + 0.37) / STARTS as f64;
    let starts = (0..STARTS * STARTS).map(|i| Vector([place(domain[0], i % STARTS), place(domain[1], i / STARTS)]));
    let inside = |at: &Vector| (0..2).all(|i| domain[i][0] <= at.0[i] && at.0[i] <= domain[i][1]);
    let mut found: Vec<Vector> = Vec::new();
    for end in starts.filter_map(|start| descent(land, start)).filter(inside) {
        if found.iter().all(|other| (*other - end).norm() > 1e-4) {
            found.push(end);
        }
    }
    found
}

fn assert_declared(name: &str, surface: &Surface) {
    let (land, facts) = (surface.plane().expect("a plane"), surface.facts());
    let (found, declared) =
        (found(land, facts.domain.expect("a window")), facts.minima.into_iter().map(Vector).collect::<Vec<_>>());
    let beside = |at: &Vector, others: &[Vector]| others.iter().any(|other| (*other - *at).norm() < 1e-6);
    let missed: Vec<_> = found.iter().filter(|at| !beside(at, &declared)).collect();
    let never: Vec<_> = declared.iter().filter(|at| !beside(at, &found)).collect();
    assert!(missed.is_empty() && never.is_empty(), "{name}: not declared {missed:?}, not found {never:?}");
}

#[test]
fn of_every_analytic_surface_at_its_defaults_and_beside_them() {
    for entry in SURFACES {
        let usual: Vec<f64> = entry.knobs.iter().map(|knob| knob.default.expect("a default")).collect();
        let other: Vec<f64> = entry.knobs.iter().map(|knob| knob.min + 0.3 * (knob.max - knob.min)).collect();
        for knobs in if usual.is_empty() { vec![usual] } else { vec![usual, other] } {
            assert_declared(&format!("{} {knobs:?}", entry.id), &Surface::analytic(entry, knobs));
        }
    }
}

/// Pits that are not deep enough for the bowl are none.
#[test]
fn of_rastrigins_function_at_every_depth() {
    let entry = catalogue::find(SURFACES, "rastrigin").expect("a surface");
    for (depth, pits) in [(0.0, 1), (0.1, 1), (0.3, 9), (0.5, 9), (1.0, 25), (20.0, 25)] {
        let surface = Surface::analytic(entry, vec![depth]);
        assert_declared(&format!("rastrigin {depth}"), &surface);
        assert_eq!(surface.facts().minima.len(), pits, "{depth}");
    }
}

#[test]
fn of_every_named_data_set() {
    for set in ponder::data::DATA_SETS {
        for model in ["sigmoid-neuron", "linear-neuron"] {
            let run = r#"{"method":"gradient-descent","learning_rate":1}"#;
            let surface = format!(r#"{{"model":"{model}","data":"{}"}}"#, set.id);
            let plan = plan(&format!(r#"{{"surface":{surface},"runs":[{run}],"steps":1}}"#));
            assert_declared(&surface, plan.surface());
        }
    }
}

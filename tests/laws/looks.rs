//! What a run pays: looks of each kind, and the points they visit.

use ponder::{Evaluations, Plan, Run};
use ponder_tests::tree;

use crate::recipe::{for_all_styles, function, plan, run, two_points};

const STEPS: usize = 40;

/// What a whole run has spent, and in how many updates: there are none beyond the finite numbers.
fn spent(plan: &Plan) -> (Evaluations, u64) {
    let mut run = Run::new(plan, 0).expect("a run");
    let finite = run.by_ref().filter(|entry| !entry.loss.is_nan()).count();
    (run.evaluations(), finite.min(plan.steps()) as u64)
}

/// Looks at the value and at the Hessian of one update: at the start of it and where it leads, for each length tried.
fn others(method: &str) -> ([u64; 2], u64) {
    match method {
        "line-search" => ([2, 62], 0),
        "newton" | "diagonal-newton" | "optimal-step" => ([0, 0], 1),
        _ => ([0, 0], 0),
    }
}

#[test]
fn a_look_is_counted_and_the_recorded_loss_is_not() {
    for surface in [two_points(), function("beale")] {
        for_all_styles(|style| {
            let plan = plan(&surface, &run(style, &[("learning_rate", 0.01)], ""), STEPS);
            let (Evaluations { values, gradients, curvatures, points }, updates) = spent(&plan);
            let ([least, most], curved) = others(style.method);
            assert!(updates >= 5, "{style:?}");
            assert_eq!((gradients, curvatures), (updates, curved * updates), "{style:?}");
            assert!((least * updates..=most * updates).contains(&values), "{style:?}: {values}");
            let rows = if surface.get("data").is_some() { 2 } else { 0 };
            assert_eq!(points, rows * (values + gradients + curvatures), "{style:?}");
        });
    }
}

/// All looks of an update see its batch: of five rows in twos, 2, 2 and 1.
#[test]
fn a_look_at_a_batch_visits_the_batch() {
    let surface = tree(r#"{"model":"linear-neuron","data":[[0,1],[1,0],[2,1],[3,0],[4,1]],"validation":[[5,5]]}"#);
    for_all_styles(|style| {
        let rate = style.form.knob("learning_rate").is_some();
        // Reading the validation loss is recording, too.
        let schedule = if rate { r#","schedule":{"kind":"halve-when-worse"}"# } else { "" };
        let run = run(style, &[("learning_rate", 1e-3)], &format!(r#""batch":{{"size":2}}{schedule}"#));
        let (Evaluations { values, gradients, curvatures, points }, updates) = spent(&plan(&surface, &run, 30));
        // Newton's method ends at the batch of one: where one row is all, the Hessian is singular.
        assert_eq!((gradients, updates), if style.method == "newton" { (3, 3) } else { (30, 30) }, "{style:?}");
        let looks = values + gradients + curvatures;
        if values == 0 {
            assert_eq!(points, 5 * looks / 3, "{style:?}");
        } else {
            assert!((looks..=2 * looks).contains(&points) && values >= 60, "{style:?}: {points} in {looks}");
        }
    });
}

#[test]
fn nothing_is_looked_at_beyond_the_finite_numbers() {
    let surface = function("ravine");
    let plan = plan(&surface, &tree(r#"{"method":"gradient-descent","learning_rate":1e300}"#), STEPS);
    let (spent, updates) = spent(&plan);
    assert_eq!((spent.gradients, updates), (1, 1));
}

//! What must hold for every method on every surface, including those not yet written.
#![cfg(not(target_arch = "wasm32"))]

use ponder::method::Method;
use ponder::{Evaluations, Landscape, METHODS, Outcome, Plan, Run, SURFACES, Tree, Vector, check};

/// A run of `method` with its defaults, at `rate` where it has one.
fn plan(method: &Method, surface: Tree, start: [f64; 2], rate: f64, steps: usize) -> Plan {
    plan_with(method, surface, start, &[("learning_rate", rate)], steps)
}

/// The same without what pulls or pushes whatever the gradient: decays, and averages that do not start at zero.
fn neutral(method: &Method, surface: Tree, start: [f64; 2], rate: f64, steps: usize) -> Plan {
    let knobs = [("learning_rate", rate), ("weight_decay", 0.0), ("lambda", 0.0), ("initial_accumulator", 0.0)];
    plan_with(method, surface, start, &knobs, steps)
}

/// A run of `method` with those of the `knobs` that it has.
fn plan_with(method: &Method, surface: Tree, start: [f64; 2], knobs: &[(&str, f64)], steps: usize) -> Plan {
    let own = knobs.iter().filter(|(id, _)| method.forms[0].knob(id).is_some());
    let run = [("method", method.id.into()), ("start", Tree::numbers(&start))];
    let run = run.into_iter().chain(own.map(|&(id, value)| (id, value.into())));
    let runs = Tree::List(vec![Tree::Map(run.map(|(key, value)| (key.to_owned(), value)).collect())]);
    let recipe = Tree::map([("surface", surface), ("runs", runs), ("steps", steps.into())]);
    check(&recipe).unwrap_or_else(|faults| panic!("{faults}"))
}

fn evaluations(plan: &Plan) -> Evaluations {
    let mut run = Run::new(plan, 0).expect("a run");
    assert_eq!(run.by_ref().count(), plan.steps() + 1);
    run.evaluations()
}

fn function(id: &str) -> Tree {
    Tree::map([("function", id.into())])
}

fn neuron(model: &str, data: &str) -> Tree {
    Tree::map([("model", model.into()), ("data", data.into())])
}

fn two_points() -> Tree {
    neuron("sigmoid-neuron", "two-points")
}

/// Every surface of the catalogue and the neurons, with its start and minima.
fn grounds() -> Vec<(Tree, [f64; 2], Vec<[f64; 2]>)> {
    let analytic = SURFACES.iter().map(|entry| function(entry.id));
    let facts = |surface: Tree| {
        let facts = plan(METHODS[0], surface.clone(), [0.0; 2], 1.0, 1).surface().facts();
        (surface, facts.start.try_into().expect("a plane"), facts.minima)
    };
    let models = ["sigmoid-neuron", "linear-neuron"].map(|model| neuron(model, "two-points"));
    analytic.chain(models).map(facts).collect()
}

#[test]
fn a_minimum_is_a_resting_place() {
    for method in METHODS {
        for (surface, _, minima) in grounds() {
            for minimum in minima {
                let plan = neutral(method, surface.clone(), minimum, 1e-3, 50);
                // Some rules take steps of a fixed size up to where rounding has put the zero of the gradient.
                let exact = plan.surface().slope(Vector(minimum)).norm() == 0.0;
                let rows = plan.trajectory();
                assert!(!exact || rows[150..152] == minimum, "{} leaves {minimum:?} of {surface:?}", method.id);
            }
        }
    }
}

/// A rule that looks at the curvature seeks flat ground of any kind; the others go down.
#[test]
fn every_method_gets_down_from_the_surfaces_own_start() {
    for method in METHODS {
        for (surface, start, _) in grounds() {
            let plan = plan(method, surface.clone(), start, 1e-3, 400);
            let rows = plan.trajectory();
            // Where there is no bottom, it may have fallen out of the finite numbers.
            let mut losses = rows.chunks_exact(3).map(|row| row[2]);
            let down = losses.rfind(|loss| !loss.is_nan()) < Some(rows[2]);
            assert!(down || evaluations(&plan).curvatures > 0, "{} on {surface:?}", method.id);
        }
    }
}

#[test]
fn a_run_walked_through_is_the_trajectory_bit_for_bit() {
    for method in METHODS {
        for (surface, start, _) in grounds() {
            // The larger rate diverges on some: the rows are NaN from there on in both.
            for rate in [1e-3, 3.0] {
                let plan = plan(method, surface.clone(), start, rate, 120);
                let rows = plan.trajectory();
                let walked =
                    Run::new(&plan, 0).expect("a run").flat_map(|entry| [entry.at[0], entry.at[1], entry.loss]);
                let walked: Vec<f64> = walked.collect();
                let bits = |numbers: &[f64]| numbers.iter().map(|n| n.to_bits()).collect::<Vec<_>>();
                assert_eq!(bits(&walked), bits(&rows), "{} on {surface:?}", method.id);
            }
        }
    }
}

#[test]
fn mirrored_start_mirrored_path() {
    for method in METHODS {
        for id in ["saddle", "ravine"] {
            let [w, b] = [0.7, -0.4];
            let there = neutral(method, function(id), [w, b], 0.05, 80).trajectory();
            let mirror = neutral(method, function(id), [-w, b], 0.05, 80).trajectory();
            for (row, other) in there.chunks_exact(3).zip(mirror.chunks_exact(3)) {
                assert_eq!([row[0], row[1], row[2]], [-other[0], other[1], other[2]], "{} on {id}", method.id);
            }
        }
    }
}

#[test]
fn a_longer_run_begins_as_a_shorter_one_does() {
    for method in METHODS {
        let short = plan(method, two_points(), [-2.0; 2], 1.0, 40).trajectory();
        let long = plan(method, two_points(), [-2.0; 2], 1.0, 400).trajectory();
        assert_eq!(short, long[..short.len()], "{}", method.id);
    }
}

#[test]
fn a_look_is_counted_and_the_recorded_loss_is_not() {
    for method in METHODS {
        let plan = plan(method, two_points(), [-2.0; 2], 1.0, 40);
        let Evaluations { values, gradients, curvatures, points } = evaluations(&plan);
        assert_eq!((gradients, points), (40, 2 * (values + gradients + curvatures)), "{}", method.id);
        assert!(values == 0 || method.id == "line-search", "{}", method.id);
    }
}

/// Whatever the numbers, a run ends with a sentence, and no row is infinite.
#[test]
fn every_knob_at_every_size_ends_in_an_outcome() {
    let sizes = [0.0, 1e-300, 1e-12, 1e-3, 1.0, 1e3, 1e12, 1e300];
    for method in METHODS {
        for (surface, start, _) in grounds() {
            for rate in sizes {
                let plan = plan(method, surface.clone(), start, rate, 60);
                let rows = plan.trajectory();
                assert!(rows.iter().all(|n| !n.is_infinite()), "{} at {rate}", method.id);
                let outcome = Outcome::of(&plan, 0, &rows).expect("a run has an outcome");
                assert!(outcome.to_string().ends_with('.'), "{outcome}");
            }
        }
    }
}

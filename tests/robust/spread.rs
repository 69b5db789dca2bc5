//! Chance leaves nothing out: what the recipes of a thousand tapes have among them.

use std::collections::BTreeSet;

use ponder::{METHODS, MOMENTUM_SCHEDULES, Outcome, SCHEDULES, SURFACES, Tree, check};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::mutant::mutant;
use crate::recipe::recipe;
use crate::tape::Tape;
use crate::{config, tapes};

fn made(make: fn(&mut Tape) -> Tree) -> Vec<Tree> {
    let mut runner = TestRunner::new(config(0, 1));
    let mut tape = || tapes().new_tree(&mut runner).expect("a tape").current();
    (0..1000).map(|_| make(&mut Tape::new(&tape()))).collect()
}

#[test]
fn every_method_convention_surface_and_schedule_is_tried() {
    let mut met = BTreeSet::new();
    for recipe in made(recipe) {
        let plan = check(&recipe).expect("a right recipe");
        let surface = recipe.get("surface").and_then(|surface| surface.get("function").or(surface.get("model")));
        met.insert(surface.and_then(Tree::text).unwrap_or("expression").to_owned());
        for run in plan.runs() {
            met.insert(format!("{} {}", run.method().id, run.convention()));
            let (rate, momentum) = (run.tempo().schedule.as_ref(), run.tempo().momentum_schedule.as_ref());
            met.extend(rate.into_iter().chain(momentum).map(|scheduled| scheduled.schedule.title.to_owned()));
            met.extend(run.batch().map(|batch| format!("{:?}", batch.order())));
            met.extend(run.noise().map(|_| "noise".to_owned()));
            met.extend(run.tempo().changes.first().map(|_| "changes".to_owned()));
        }
    }
    let forms =
        METHODS.iter().flat_map(|method| method.forms.iter().map(|f| format!("{} {}", method.id, f.convention)));
    let schedules = SCHEDULES.iter().chain(MOMENTUM_SCHEDULES).map(|schedule| schedule.title.to_owned());
    let models = ["sigmoid-neuron", "linear-neuron", "four-input-neuron"];
    let others = models.into_iter().chain(["expression", "Cyclic", "Shuffled", "noise", "changes"]);
    let others = others.chain(SURFACES.iter().map(|entry| entry.id)).map(String::from);
    let missed: Vec<_> = forms.chain(schedules).chain(others).filter(|wanted| !met.contains(wanted)).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

#[test]
fn runs_end_in_every_way() {
    let mut kinds = Vec::new();
    for recipe in made(recipe) {
        let plan = check(&recipe).expect("a right recipe");
        let rows = plan.trajectory();
        let rows = rows.chunks_exact(plan.stride()).enumerate();
        kinds.extend(rows.filter_map(|(run, rows)| Some(Outcome::of(&plan, run, rows)?.kind.name())));
    }
    for (kind, least) in [("diverged", 20), ("converged", 5), ("cycling", 1), ("stalled", 10), ("running", 10)] {
        let share = 100 * kinds.iter().filter(|other| **other == kind).count() / kinds.len();
        assert!(share >= least, "{share} % {kind}");
    }
}

#[test]
fn most_mutants_are_wrong_in_many_places() {
    let judged: Vec<_> = made(mutant).iter().map(check).collect();
    let right = judged.iter().filter(|judged| judged.is_ok()).count();
    assert!((20..200).contains(&right), "{right} of 1000 are right");
    let faults = judged.into_iter().filter_map(Result::err).flat_map(|faults| faults.0);
    let places: BTreeSet<_> = faults.map(|fault| fault.path).collect();
    assert!(places.len() > 150, "faults in {} places", places.len());
}

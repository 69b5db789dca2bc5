//! Recipes that differ in one thing only.

use ponder::{Plan, Tree, check};
use ponder_tests::style::{Style, styles};
use ponder_tests::{ground, object, tree};

/// A run of `style` with those of the `settings` that it has, and further keys as JSON without the braces.
pub(crate) fn run(style: &Style, settings: &[(&str, f64)], more: &str) -> Tree {
    let mut keys = style.switches();
    let knob = |&(id, value): &(&str, f64)| style.form.knob(id).map(|knob| (knob.id, knob.written(value)));
    for (id, value) in settings.iter().filter_map(knob) {
        keys.retain(|(key, _)| *key != id);
        keys.push((id, value));
    }
    let Tree::Map(more) = tree(&format!("{{{more}}}")) else { panic!("{more} has keys") };
    Tree::Map(more.into_iter().chain(keys.into_iter().map(|(key, value)| (key.to_owned(), value))).collect())
}

/// The recipe of some runs on a surface.
pub(crate) fn recipe(surface: &Tree, runs: &[Tree], steps: usize) -> Tree {
    object([("surface", surface.clone()), ("runs", Tree::List(runs.to_vec())), ("steps", steps.into())])
}

/// The plan of one run.
pub(crate) fn plan(surface: &Tree, run: &Tree, steps: usize) -> Plan {
    let recipe = recipe(surface, std::slice::from_ref(run), steps);
    check(&recipe).unwrap_or_else(|faults| panic!("{recipe:?}: {faults}"))
}

/// The rows of one run, parameters and loss.
pub(crate) fn rows(surface: &Tree, run: &Tree, steps: usize) -> Vec<f64> {
    plan(surface, run, steps).trajectory()
}

/// Bits, so that zeros differ by their sign and a NaN is itself.
pub(crate) fn bits(rows: &[f64]) -> Vec<u64> {
    rows.iter().map(|n| n.to_bits()).collect()
}

/// The largest distance of two paths in the plane, relative to how far out they are.
pub(crate) fn apart(one: &[f64], other: &[f64]) -> f64 {
    assert_eq!(one.len(), other.len());
    let gap = |(p, q): (&[f64], &[f64])| {
        let size = p[0].abs().max(p[1].abs()).max(1.0);
        ((p[0] - q[0]).abs() + (p[1] - q[1]).abs()) / size
    };
    let gaps = one.chunks_exact(3).zip(other.chunks_exact(3)).map(gap);
    // NaN on either side is as far as it gets.
    gaps.fold(0.0, |worst: f64, gap| if worst.is_nan() || gap <= worst { worst } else { gap })
}

/// A surface from its JSON.
pub(crate) fn function(id: &str) -> Tree {
    Tree::map([("function", id.into())])
}

/// The sigmoid neuron over the course's two points.
pub(crate) fn two_points() -> Tree {
    tree(r#"{"model":"sigmoid-neuron","data":"two-points"}"#)
}

/// Every analytic surface and every model once, as it is.
pub(crate) fn surfaces() -> Vec<Tree> {
    ground::grounds().into_iter().map(|ground| ground.variants[0].clone()).collect()
}

/// Those over (w, b).
pub(crate) fn planes() -> Vec<Tree> {
    surfaces().into_iter().filter(|surface| ground::facts(surface).domain.is_some()).collect()
}

/// Calls `law` with every way in which a run can move.
pub(crate) fn for_all_styles(mut law: impl FnMut(&Style)) {
    for style in styles() {
        law(&style);
    }
}

//! The catalogue's own minima, found as if nobody had listed them, and the steps that lead there.

use super::*;
use crate::{SURFACES, catalogue};

fn surface(id: &str) -> Surface {
    let entry = catalogue::find(SURFACES, id).expect("a surface");
    Surface::analytic(entry, entry.knobs.iter().filter_map(|knob| knob.default).collect())
}

/// What is found in a window, and in how many looks.
fn search(land: &Surface, window: [[f64; 2]; 2]) -> (Vec<[f64; 2]>, usize) {
    let mut seek = Seek::new(window);
    let mut looks = 0;
    while let Some(more) = seek.go(land) {
        looks += more;
    }
    (seek.into_found(), looks)
}

fn apart(a: [f64; 2], b: [f64; 2]) -> f64 {
    (Vector(a) - Vector(b)).norm()
}

#[test]
fn all_declared_minima_are_found_and_no_others() {
    for entry in SURFACES {
        let land = surface(entry.id);
        let facts = land.facts();
        // The tip of Ackley's funnel is none that a slope of 0 leads to.
        let level = |at: &[f64; 2]| land.slope(Vector([at[0] + 1e-9, at[1]])).norm() < 1e-3;
        let declared: Vec<_> = facts.minima.into_iter().filter(level).collect();
        let (found, _) = search(&land, facts.domain.unwrap());
        assert_eq!(found.len(), declared.len(), "{}: {found:?}", entry.id);
        for known in declared {
            assert!(found.iter().any(|at| apart(*at, known) < 1e-6), "{}: {known:?} in {found:?}", entry.id);
        }
    }
}

#[test]
fn only_minima_in_the_window_are_found() {
    // Of the four one is in each quadrant: (3, 2), (−2.8, 3.1), (−3.8, −3.3), (3.6, −1.8).
    let land = surface("himmelblau");
    for (window, minimum) in [([[1.0, 5.0], [1.0, 3.0]], [3.0, 2.0]), ([[3.0, 4.0], [2.0, 2.5]], [3.0, 2.0])] {
        let (found, _) = search(&land, window);
        assert!(found.len() == 1 && apart(found[0], minimum) < 1e-9, "{window:?}: {found:?}");
    }
    assert!(search(&land, [[1.0, 5.0], [2.1, 3.0]]).0.is_empty());
}

#[test]
fn a_step_solves_the_lifted_hessian() {
    // Of eigenvalues 1 and 6, and of −5 and 5.
    for (hess, lift) in [([[2.0, 2.0], [2.0, 5.0]], 0.0), ([[3.0, -4.0], [-4.0, -3.0]], 10.0)] {
        let (gradient, held) = ([7.0, -2.0], 500.0);
        let jet = Jet { value: 0.0, grad: Vector(gradient), hess: hess.map(Vector) };
        let [w, b] = newton(&jet, held).0;
        let mu = lift + 0.001 * held;
        for (row, g) in [[hess[0][0] + mu, hess[0][1]], [hess[1][0], hess[1][1] + mu]].iter().zip(gradient) {
            assert!((row[0] * w + row[1] * b - g).abs() < 1e-12, "{hess:?}: {w}, {b}");
        }
    }
}

#[test]
fn a_step_that_would_lead_up_is_held_back_until_one_leads_down() {
    // Full steps from here on throw it far out.
    let land = surface("rosenbrock");
    let (looks, end) = descend(&land, Vector([-1.9, -0.9]));
    assert!(apart(end.expect("a minimum"), [1.0, 1.0]) < 1e-9 && looks < STEPS, "{end:?} after {looks}");
}

#[test]
fn the_looks_of_a_start_at_a_minimum_are_one() {
    assert_eq!(descend(&surface("himmelblau"), Vector([3.0, 2.0])), (1, Some([3.0, 2.0])));
    assert_eq!(descend(&surface("saddle"), Vector([0.0, 0.0])), (1, None), "flat, and no minimum");
}

#[test]
fn a_search_takes_few_looks() {
    let looks = |id: &str| {
        let land = surface(id);
        search(&land, land.facts().domain.unwrap()).1
    };
    let starts = SIDE * SIDE;
    assert_eq!([looks("ravine"), looks("booth")], [4 * starts; 2], "a bowl: all but straight to its bottom");
    assert!(looks("rosenbrock") < 30 * starts, "a bent valley");
    assert_eq!(looks("saddle"), STEPS * starts, "without a bottom all that there may be");
}

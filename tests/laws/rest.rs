//! A minimum is a resting place.

use ponder::analysis::eigenvalues;
use ponder::{Landscape, Vector};
use ponder_tests::ground::{facts, grounds};
use ponder_tests::style::styles;

use crate::recipe::{plan, planes, run};

/// Without what pulls or pushes whatever the gradient: decays, and averages that do not start at zero.
const NEUTRAL: [(&str, f64); 4] =
    [("learning_rate", 1e-3), ("weight_decay", 0.0), ("lambda", 0.0), ("initial_accumulator", 0.0)];

#[test]
fn a_minimum_is_a_resting_place() {
    let mut exact = 0;
    for surface in planes() {
        for minimum in facts(&surface).minima {
            let start = format!(r#""start":[{:e},{:e}]"#, minimum[0], minimum[1]);
            for style in styles() {
                let plan = plan(&surface, &run(&style, &NEUTRAL, &start), 50);
                // Some rules take steps of a fixed size up to where rounding has put the zero of the gradient.
                if plan.surface().slope(Vector(minimum)) == Vector::ZERO {
                    exact += 1;
                    for row in plan.trajectory().chunks_exact(3) {
                        assert_eq!(row[..2], minimum, "{style:?} leaves it on {surface:?}");
                    }
                }
            }
        }
    }
    assert!(exact >= 10 * styles().len(), "{exact} runs began where the gradient is 0 to the last bit");
}

/// As core's own test says of them as they are. A reader's function declares none: the test below is about those.
#[test]
fn declared_minima_are_flat_and_curve_upwards_with_the_knobs_turned() {
    let analytic = grounds().into_iter().filter(|ground| !ground.has_data).flat_map(|ground| ground.variants);
    for surface in analytic.filter(|surface| surface.get("expression").is_none()) {
        for minimum in facts(&surface).minima {
            let plan = plan(&surface, &run(&styles()[0], &[("learning_rate", 1.0)], ""), 1);
            let jet = plan.surface().curve(Vector(minimum));
            let [most, least] = eigenvalues(&jet);
            assert!(jet.grad.norm() <= 1e-9 * most.max(1.0) && least > 0.0, "{surface:?} at {minimum:?}: {jet:?}");
        }
    }
}

/// It may be a tip, which has no slope; but whoever stands there finds nothing lower close by.
#[test]
fn a_minimum_found_in_a_readers_function_is_undercut_by_nothing_near() {
    let mut found = 0;
    let typed = grounds().into_iter().flat_map(|ground| ground.variants).filter(|s| s.get("expression").is_some());
    for surface in typed {
        for [w, b] in facts(&surface).minima {
            found += 1;
            let plan = plan(&surface, &run(&styles()[0], &[("learning_rate", 1.0)], ""), 1);
            let here = plan.surface().value(Vector([w, b]));
            for (radius, turn) in [1e-4, 1e-3, 1e-2].into_iter().flat_map(|r| (0..16).map(move |turn| (r, turn))) {
                let angle = f64::from(turn) * core::f64::consts::TAU / 16.0;
                let there = plan.surface().value(Vector([w + radius * angle.cos(), b + radius * angle.sin()]));
                assert!(here <= there, "{surface:?} at [{w}, {b}]: {here} there, {there} {radius} away");
            }
        }
    }
    assert!(found > 0, "no function here has a minimum");
}

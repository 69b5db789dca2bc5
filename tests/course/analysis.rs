//! What the course says of curvature, rates, turns and steps, measured: to the digits printed in its checklist, whose
//! row ids the tests cite.

use ponder::analysis::segment::losses_between;
use ponder::analysis::series::{for_good, overshoot, reversals, rms, swings};
use ponder::analysis::units::{Law, Units};
use ponder::analysis::{curvature, eigen, eigenvalues, quadratic, signal};
use ponder::{Landscape, Run, Vector};
use ponder_tests::walked::{TWO_POINTS, Walked};
use ponder_tests::{as_printed, assert_printed, tree};

const VALLEY: &str = r#"{"model":"sigmoid-neuron","data":"valley"}"#;
/// Another valley: its points lie closer, its floor is flatter.
const VALLEY_2: &str = r#"{"model":"sigmoid-neuron","data":"valley-2"}"#;

#[test]
fn s1_52_the_rates_that_the_curvature_allows() {
    let plan = Walked::base(1.0, 1).plan;
    let land = plan.surface();
    let window = plan.surface().facts().domain.expect("a plane");
    let sharpest = curvature::sharpest(land, window).expect("a curvature");
    assert_printed(sharpest.curvature, ".57303");
    assert!((sharpest.at - Vector([0.337, -0.460])).norm() < 1e-3, "{sharpest:?}");
    assert_printed(curvature::largest_rate(sharpest.curvature), "3.490");

    let minimum = land.curve(Vector(plan.surface().facts().minima[0]));
    let [largest, smallest] = eigenvalues(&minimum);
    assert_printed(largest, ".08041");
    assert_printed(smallest, ".010315");
    assert_printed(curvature::largest_rate(largest), "24.87");
    assert_printed(curvature::best_rate(largest, smallest), "22.04");
    assert_printed(curvature::condition(largest, smallest), "7.80");
}

/// S1-43, C6: in the valley momentum goes uphill and back often, Nesterov's rule seldom, descent never.
#[test]
fn s1_43_uphill_steps_in_the_first_hundred() {
    let uphill = |runs: [Walked; 3]| runs.map(|run| run.path().uphill().count());
    assert_eq!(uphill(Walked::trio(VALLEY, "[5,2]", 100)), [0, 20, 4]);
    assert_eq!(uphill(Walked::trio(TWO_POINTS, "[-2,-2]", 100)), [0, 25, 15]);
}

#[test]
fn s1_50_nesterov_swings_less_but_is_not_always_closer() {
    let ends = |surface, start| Walked::trio(surface, start, 100).map(|run| run.loss(100));
    let [_, momentum, nesterov] = ends(VALLEY, "[5,2]");
    assert_printed(momentum, "1.4e-5");
    assert_printed(nesterov, "1.6e-4");
    let [_, momentum, nesterov] = ends(VALLEY_2, "[-3,-3.5]");
    assert_printed(momentum, "1.0e-5");
    assert_printed(nesterov, "7.7e-8");
}

/// The second valley, looked at across: its sharpest direction at the minimum is the coordinate that swings.
#[test]
fn s1_43_u_turns_across_the_valley() {
    let runs = Walked::trio(VALLEY_2, "[-3,-3.5]", 100);
    let minimum = runs[0].plan.surface().facts().minima[0];
    let curve = runs[0].plan.surface().curve(Vector(minimum));
    let [across, _] = eigen::eigenvectors(&curve);
    assert!((across - Vector([0.5878734717066135, 0.8089528918692446])).norm() < 1e-12, "{across:?}");
    let [largest, smallest] = eigenvalues(&curve);
    assert!((largest - 0.15477513621675026).abs() < 1e-14 && (smallest - 0.004073496283249704).abs() < 1e-14);

    let [descent, momentum, nesterov] = runs.map(|run| swings(run.path().across(&minimum, &across.0), 0.05));
    let printed = |swings: &[f64]| swings.iter().map(|s| as_printed(*s, "1.234")).collect::<Vec<_>>();
    assert_eq!(printed(&momentum), ["4.888", "1.937", "0.650", "0.554", "0.306", "0.237", "0.148", "0.102"]);
    assert_eq!(printed(&nesterov), ["4.888", "1.132", "0.228", "0.119"]);
    assert_eq!(descent.len(), 1, "descent never crosses");
    assert!(nesterov[1] < 0.7 * momentum[1], "the first overshoot is shorter");
}

/// C15: once underdamped, momentum keeps √γ of the swing a step, so more momentum means longer swinging.
#[test]
fn c15_momentum_damps_by_its_own_root() {
    for gamma in [0.5, 0.9, 0.99] {
        let motion = quadratic::heavy_ball(10.0, 0.05, gamma);
        assert!(motion.swings && (motion.radius - gamma.sqrt()).abs() < 1e-15);
        let run = format!(r#""method":"momentum","momentum":{gamma},"learning_rate":0.05,"start":[1,0]"#);
        let run = Walked::new(r#"{"function":"ravine"}"#, &run, 60);
        let w: Vec<f64> = run.path().column(0).collect();
        // For x'' = trace x' − γ x this square of the amplitude shrinks by exactly γ a step.
        let trace = 1.0 + gamma - 0.05 * 10.0;
        let square = |t: usize| w[t + 1] * w[t + 1] - trace * w[t + 1] * w[t] + gamma * w[t] * w[t];
        for t in 0..58 {
            assert!((square(t + 1) / square(t) - gamma).abs() < 1e-9, "momentum {gamma}, step {t}");
        }
    }
}

/// A ravine of condition 20: descent bounces between the walls, momentum damps that.
#[test]
fn s2_04_zig_zag_in_the_ravine() {
    const RAVINE: &str = r#"{"function":"ravine","condition":20}"#;
    let walked = |run: &str, steps| Walked::new(RAVINE, &format!(r#"{run},"start":[1,-4]"#), steps);
    let descent = walked(r#""method":"gradient-descent","learning_rate":0.095"#, 100);
    let momentum = walked(r#""method":"momentum","learning_rate":0.03,"momentum":0.8"#, 100);
    let first = |run: &Walked, to| swings(run.path().part(0, to).column(0), 0.0).len() - 1;
    assert_eq!(first(&descent, 40), 40, "w changes sign at every one of the first 40 steps");
    assert_eq!(first(&momentum, 40), 11);
    assert_eq!(reversals(descent.path().part(0, 40).column(0)), 39);
    let width = |run: &Walked| rms(run.path().part(5, 30).column(0));
    assert!(width(&momentum) < width(&descent));
    let careful = walked(r#""method":"gradient-descent","learning_rate":0.02"#, 300);
    assert_printed(careful.loss(100), "0.1407");
    assert_eq!(careful.path().losses().position(|loss| loss < 1e-3), Some(223));
}

/// S3-20, S3-21: descent's moves go with the inverse unit of the parameter, Newton's with the unit itself, and the path
/// is the same; the adaptive rules' carry none.
#[test]
fn s3_20_which_moves_carry_a_unit() {
    let measured = |run: &str, factor| Units::measured(&tree(run), factor, 30).expect("a run");
    for factor in [0.1, 4.0] {
        for (method, law) in [
            ("gradient-descent", Law::Inverse),
            ("momentum", Law::Inverse),
            ("nesterov", Law::Inverse),
            ("adagrad", Law::Unitless),
            ("rmsprop", Law::Unitless),
            ("adam", Law::Unitless),
            ("rprop", Law::Unitless),
        ] {
            let epsilon = if law == Law::Unitless && method != "rprop" { r#","epsilon":1e-20"# } else { "" };
            let run = format!(r#"{{"method":"{method}","learning_rate":0.01{epsilon}}}"#);
            assert_eq!(measured(&run, factor).law(), law, "{method} by {factor}");
        }
        for method in ["newton", "diagonal-newton"] {
            let units = measured(&format!(r#"{{"method":"{method}"}}"#), factor);
            assert!(units.law() == Law::Covariant && units.gap < 1e-5, "{method} by {factor}: {units:?}");
        }
        // One step length for both parameters: b's part in it keeps its unit.
        assert_eq!(measured(r#"{"method":"optimal-step","learning_rate":0.01}"#, factor).law(), Law::Mixed);
    }
    let thick = r#"{"method":"adam","learning_rate":0.01,"epsilon":1e-3}"#;
    assert_eq!(measured(thick, 4.0).law(), Law::Mixed, "an ε has a unit of its own");
}

/// Also S3-22, E39: AdaDelta's moves carry the unit of the ε they grew from. They carry w's only if that ε is measured in
/// it too, and vanishes beside the squared gradient.
#[test]
fn s3_24_adadelta_has_the_unit_of_its_epsilon() {
    let run = |epsilon: f64| tree(&format!(r#"{{"method":"adadelta","epsilon":{epsilon:e}}}"#));
    let units = |epsilon: f64, other: f64| Units::compared([&run(epsilon), &run(other)], 4.0, 200).expect("a run");
    assert_eq!(units(1e-12, 1e-12).law(), Law::Unitless);
    assert_eq!(units(1e-12, 1e-12 / 16.0).law(), Law::Covariant);
    assert_eq!(units(1e-4, 1e-4 / 16.0).law(), Law::Mixed, "beside an ε that counts the argument fails");
}

/// S4-58: Adam's largest step is η times a ratio that is at most 1 for steady gradients and 3.162 for a lone spike.
#[test]
fn s4_58_signal_and_noise() {
    let spike: Vec<f64> = (0..30_001).map(|t| f64::from(u8::from(t == 30_000))).collect();
    assert_printed(*signal::ratios(spike, 0.9, 0.999).last().expect("a ratio"), "3.162");
    let adam = Walked::new(TWO_POINTS, r#""method":"adam","learning_rate":0.1,"start":[-2,-2]"#, 20);
    let updates = Run::new(&adam.plan, 0).expect("a run").filter_map(|entry| entry.update);
    let loudest = updates.flat_map(|update| signal::ratio(&update).expect("Adam notes both"));
    assert_printed(loudest.map(f64::abs).fold(0.0, f64::max), "1.126");
}

/// S4-63: at a rate of 0.1 Adam comes to rest across the ridge.
#[test]
fn s4_63_adam_settles_on_the_ridge() {
    let run = r#""method":"adam","learning_rate":0.1,"epsilon_placement":"outside","start":[1,1e-3]"#;
    let run = Walked::new(r#"{"function":"saddle"}"#, run, 500);
    assert!(run.path().part(400, 500).column(0).all(|w| w.abs() < 6e-10));
    assert!(for_good(run.path().column(0), |w| w.abs() < 1e-3).is_some_and(|t| t > 100 && t < 400));
    assert!(overshoot(run.path().column(0)) > 0.1);
}

/// S2-44: along the straight line between two solutions from one start the loss climbs a ridge.
#[test]
fn s2_44_between_two_solutions() {
    let end = |run: &str| {
        let run = format!(r#"{run},"learning_rate":0.02,"start":[-1.8,0.4]"#);
        Walked::new(r#"{"function":"two-wells"}"#, &run, 400)
    };
    let descent = end(r#""method":"gradient-descent""#);
    let momentum = end(r#""method":"momentum","momentum":0.95"#);
    let losses = losses_between(descent.plan.surface(), descent.at(400), momentum.at(400), 2000);
    assert_eq!((losses[0], losses[2000]), (descent.loss(400), momentum.loss(400)));
    assert_printed(losses[0], "-0.6443");
    assert_printed(losses[2000], "-1.5394");
    let ridge = losses.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    assert!(ridge > -0.5474225, "no way between the wells is lower than the pass: {ridge}");
}

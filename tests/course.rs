//! The numbers of the course, row by row, to the digits printed there. Row ids are the course checklist's.
#![cfg(not(target_arch = "wasm32"))]

use ponder::{Outcome, Vector, outcome};
use ponder_tests::{as_printed, plan, rows, two_points};

/// Steps and the losses printed for them.
type Printed = &'static [(usize, &'static str)];

fn assert_losses(recipe: &str, printed: Printed) {
    let rows = rows(recipe);
    for &(t, loss) in printed {
        assert_eq!(as_printed(rows[t][2], loss), loss, "loss at step {t} of {recipe}");
    }
}

#[test]
fn s1_06_the_two_points_can_be_met_exactly() {
    let minima = plan(&two_points("gradient-descent", "", 1)).surface().facts().minima;
    let [[w, b]] = minima[..] else { panic!("one minimum, not {minima:?}") };
    assert_eq!(as_printed(w, "1.791759469"), "1.791759469");
    assert_eq!(as_printed(b, "-2.282174096"), "-2.282174096");
}

#[test]
fn s1_10_the_losses_of_the_guesses() {
    let plan = plan(&two_points("gradient-descent", "", 1));
    let guesses = [
        ([0.50, 0.00], "0.073114"),
        ([-0.10, 0.00], "0.148132"),
        ([0.94, -0.94], "0.021672"),
        ([1.42, -1.73], "0.002892"),
        ([1.65, -2.08], "0.000344"),
        ([1.78, -2.27], "0.000002"),
    ];
    for (at, loss) in guesses {
        assert_eq!(as_printed(plan.surface().loss(&at), loss), loss, "at {at:?}");
    }
}

#[test]
fn s1_26_the_gradient_at_the_start() {
    let plan = plan(&two_points("gradient-descent", "", 1));
    let g = Vector(plan.surface().gradient(&[-2.0, -2.0]).try_into().expect("two"));
    let printed = Vector([-0.005_492_319_215_639_863, -0.007_711_159_215_214_425]);
    assert!((g - printed).norm() < 1e-12, "{g:?}");
    assert_eq!(as_printed(g.norm(), "0.0094672"), "0.0094672");
}

#[test]
fn s1_27_gradient_descent_on_the_two_points() {
    let recipe = two_points("gradient-descent", "", 1000);
    assert_losses(
        &recipe,
        &[(0, ".415820"), (1, ".415730"), (10, ".414837"), (50, ".407245"), (100, ".017741"), (1000, "2.43e-11")],
    );
    let [w, b, _] = rows(&recipe)[1000];
    assert_eq!((as_printed(w, "1.791720"), as_printed(b, "-2.282118")), ("1.791720".into(), "-2.282118".into()));
}

#[test]
fn s1_39_momentum_on_the_two_points() {
    let printed: Printed = &[(1, ".415730"), (10, ".410772"), (50, ".016467"), (100, ".013711"), (1000, "2.5e-32")];
    assert_losses(&two_points("momentum", r#","momentum":0.9"#, 1000), printed);
}

#[test]
fn s1_49_nesterov_on_the_two_points() {
    let printed: Printed = &[(10, ".410592"), (50, ".007339"), (100, "8.48e-6")];
    assert_losses(&two_points("nesterov", r#","momentum":0.9"#, 1000), printed);
}

#[test]
fn s1_40_who_is_first_below_a_hundredth() {
    let first = |method| rows(&two_points(method, "", 400)).iter().position(|row| row[2] < 0.01);
    assert_eq!(["gradient-descent", "momentum", "nesterov"].map(first), [Some(113), Some(32), Some(29)]);
}

#[test]
fn s1_44_momentum_crosses_the_valley_that_descent_does_not_reach() {
    let recipe = |method| {
        let run = format!(r#"{{"method":"{method}","learning_rate":1}}"#);
        format!(r#"{{"surface":{{"model":"sigmoid-neuron","data":"valley"}},"runs":[{run}],"steps":100}}"#)
    };
    assert_losses(&recipe("momentum"), &[(100, "0.000014")]);
    assert_losses(&recipe("gradient-descent"), &[(100, "0.361997")]);
}

/// C2: a rate of 10 does not blow up on the course's own data; it converges, after one uphill step, the twelfth.
#[test]
fn s1_66_a_rate_of_ten_converges() {
    let recipe = two_points("gradient-descent", "", 200).replace(r#""learning_rate":1"#, r#""learning_rate":10"#);
    let rows = rows(&recipe);
    let uphill: Vec<_> = (1..=200).filter(|&t| rows[t][2] > rows[t - 1][2] + 1e-12).collect();
    assert_eq!(uphill, [12]);
    assert_eq!(as_printed(rows[200][2], "6e-22"), "6e-22");
    let plan = plan(&recipe);
    let outcome = Outcome::of(&plan, 0, &plan.trajectory()).expect("a run has an outcome");
    assert_eq!(outcome.kind, outcome::Kind::Converged { elsewhere: false });
}

/// C3: on the far plateau no rate helps: the steps are as small as the slope.
#[test]
fn c3_a_gentle_start_is_slow_at_every_rate() {
    for rate in [1, 10, 50] {
        let run = format!(r#"{{"method":"gradient-descent","start":[-4,4],"learning_rate":{rate}}}"#);
        let recipe =
            format!(r#"{{"surface":{{"model":"sigmoid-neuron","data":"two-points"}},"runs":[{run}],"steps":200}}"#);
        assert_losses(&recipe, &[(200, ".405")]);
    }
}

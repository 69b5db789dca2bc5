//! S1-27 to S1-50: gradient descent, momentum and Nesterov's rule.

use ponder::note::Part;
use ponder_tests::walked::{assert_at, updates, walk};
use ponder_tests::{assert_printed, rows, two_points};

use super::{SADDLE, TWO_POINTS, VALLEY};

/// Steps and the losses printed for them.
type Printed = &'static [(usize, &'static str)];

#[track_caller]
fn assert_losses(recipe: &str, printed: Printed) {
    let rows = rows(recipe);
    printed.iter().for_each(|&(t, loss)| assert_printed(rows[t][2], loss));
}

/// Also E4: t goes up by one an update, to 1000; E7, E8: the program as it was meant.
#[test]
fn s1_27_gradient_descent_on_the_two_points() {
    let recipe = two_points("gradient-descent", "", 1000);
    assert_losses(
        &recipe,
        &[(0, ".415820"), (1, ".415730"), (10, ".414837"), (50, ".407245"), (100, ".017741"), (1000, "2.43e-11")],
    );
    assert_at(rows(&recipe)[1000], ["1.791720", "-2.282118"]);
}

#[test]
fn s1_30_a_step_is_the_rate_times_the_slope() {
    for update in updates(TWO_POINTS, r#""method":"gradient-descent","start":[-2,-2],"learning_rate":3"#, 100) {
        let (step, slope) = (update.part(Part::Move).expect("a move"), update.part(Part::Gradient).expect("a slope"));
        assert_eq!([step[0], step[1]], [-3.0 * slope[0], -3.0 * slope[1]]);
    }
}

/// Also S1-37 and E9: v_t = Σ γ^(t−i) η ∇w_i, the second term with ∇w₂.
#[test]
fn s1_38_momentum_is_the_whole_history() {
    let updates = updates(TWO_POINTS, r#""method":"momentum","start":[-2,-2],"learning_rate":1"#, 60);
    let slope = |i: usize| updates[i].part(Part::Gradient).expect("a slope");
    for (t, update) in updates.iter().enumerate() {
        let v = update.part(Part::Memory).expect("a velocity");
        for j in 0..2 {
            let sum: f64 = (0..=t).map(|i| 0.9_f64.powi((t - i) as i32) * slope(i)[j]).sum();
            assert!((v[j] - sum).abs() < 1e-12, "step {t}: {v:?}");
        }
    }
}

#[test]
fn s1_39_momentum_on_the_two_points() {
    let recipe = two_points("momentum", r#","momentum":0.9"#, 1000);
    assert_losses(&recipe, &[(1, ".415730"), (10, ".410772"), (50, ".016467"), (100, ".013711")]);
    // The course's 2.5e-32 is what the last bits of two answers leave; another exponential leaves another such rest.
    assert!(rows(&recipe)[1000][2] < 1e-31);
}

/// On a slope that does not change, momentum ends at η g / (1 − γ) a step: ten times descent's.
#[test]
fn s1_40_the_terminal_step() {
    // So far out and at such a rate that the slope of the ravine stays as it is.
    let run = r#""method":"momentum","momentum":0.9,"start":[0,1e9],"learning_rate":1e-9"#;
    let rows = walk(r#"{"function":"ravine"}"#, run, 200);
    assert_printed(rows[0][1] - rows[1][1], "1.000");
    assert_printed(rows[199][1] - rows[200][1], "10.000");
}

#[test]
fn s1_40_who_is_first_below_a_hundredth() {
    let first = |method| rows(&two_points(method, "", 400)).iter().position(|row| row[2] < 0.01);
    assert_eq!(["gradient-descent", "momentum", "nesterov"].map(first), [Some(113), Some(32), Some(29)]);
}

#[test]
fn s1_44_momentum_crosses_the_valley_that_descent_does_not_reach() {
    let end = |method| walk(VALLEY, &format!(r#""method":"{method}","start":[5,2],"learning_rate":1"#), 100)[100][2];
    assert_printed(end("momentum"), "0.000014");
    assert_printed(end("gradient-descent"), "0.361997");
}

/// Also E11: the gradient is taken at w_t − γ v_{t−1}.
#[test]
fn s1_47_nesterov_looks_before_it_leaps() {
    let run = r#""method":"nesterov","start":[-2,-2],"learning_rate":1"#;
    let (rows, updates) = (walk(TWO_POINTS, run, 50), updates(TWO_POINTS, run, 50));
    for t in 1..50 {
        let (looked, v) = (updates[t].part(Part::LookedAt), updates[t - 1].part(Part::Memory));
        let (looked, v) = (looked.expect("a look"), v.expect("a velocity"));
        assert!((0..2).all(|i| looked[i] == rows[t][i] - 0.9 * v[i]), "step {t}");
    }
}

#[test]
fn s1_49_nesterov_on_the_two_points() {
    let printed: Printed = &[(10, ".410592"), (50, ".007339"), (100, "8.48e-6")];
    assert_losses(&two_points("nesterov", r#","momentum":0.9"#, 1000), printed);
}

/// Also S2-22 and E27: with a rate of 1, ν₂ = −.9 G₁ − G₂ and ν₃ = −.81 G₁ − .9 G₂ − G₃.
#[test]
fn s2_22_the_first_three_velocities() {
    let run = r#""method":"momentum","convention":"keras","start":[-2,-2],"learning_rate":1"#;
    let updates = updates(TWO_POINTS, run, 3);
    let [g1, g2, g3] = [0, 1, 2].map(|t: usize| updates[t].part(Part::Gradient).expect("a slope")[0]);
    let v = |t: usize| updates[t].part(Part::Memory).expect("a velocity")[0];
    assert_eq!(v(0), -g1);
    assert!((v(1) - (-0.9 * g1 - g2)).abs() < 1e-16);
    assert!((v(2) - (-0.81 * g1 - 0.9 * g2 - g3)).abs() < 1e-16);
}

/// Also E28: the weights of momentum's sum come to 1/(1 − γ) = 10, it is no average. S4-14: that is how long it remembers.
#[test]
fn s2_23_the_weights_add_up_to_ten() {
    let updates = updates(SADDLE, r#""method":"momentum","convention":"pytorch","start":[1,0],"learning_rate":0"#, 400);
    let v = updates.last().and_then(|update| update.part(Part::Memory)).expect("a velocity")[0];
    assert_printed(v / 2.0, "10.000");
}

/// Also E26: v with the other sign is the same path, whatever the rate does; v without the rate is not, once it moves.
#[test]
fn s4_09_three_ways_to_write_momentum() {
    let path = |convention: &str, more: &str| {
        let run = format!(r#""method":"momentum","convention":"{convention}","start":[-2,-2],"learning_rate":1{more}"#);
        walk(TWO_POINTS, &run, 100)
    };
    let falling = r#","schedule":{"kind":"inverse-time","k":0.1}"#;
    assert_eq!(path("course", ""), path("keras", ""));
    assert_eq!(path("course", falling), path("keras", falling));
    let gap = |more| {
        let both = path("course", more).into_iter().zip(path("pytorch", more));
        both.map(|(p, q)| (p[0] - q[0]).abs().max((p[1] - q[1]).abs())).fold(0.0, f64::max)
    };
    assert!(gap("") < 1e-12 && gap(falling) > 0.01, "{} {}", gap(""), gap(falling));
}

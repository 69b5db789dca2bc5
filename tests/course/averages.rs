//! S1-87 to S1-97: running averages, what their weights add up to, and why Adam corrects them.

use ponder::{METHODS, Run, Update, Vector};
use ponder_tests::walked::{Row, recipe, updates, walk};
use ponder_tests::{assert_printed, plan};

use super::{SADDLE, TWO_POINTS};

/// The first number noted under a symbol as something remembered or as a term: what it is after the update.
fn noted(update: &Update, symbol: &str) -> f64 {
    let last = update.parts.iter().rfind(|(_, noted, _)| *noted == symbol);
    last.unwrap_or_else(|| panic!("{symbol} is noted")).2[0]
}

fn from_the_start(method: &str, steps: usize) -> Vec<Update> {
    updates(TWO_POINTS, &format!(r#""method":"{method}","start":[-2,-2],"learning_rate":0.1"#), steps)
}

/// Also S4-56, E19.
#[test]
fn s1_90_the_defaults() {
    let adam = METHODS.iter().find(|method| method.id == "adam").expect("Adam");
    let default = |id| adam.forms[0].knob(id).and_then(|knob| knob.default);
    assert_eq!(["beta1", "beta2", "epsilon"].map(default), [0.9, 0.999, 1e-8].map(Some));
}

/// Also S4-55, E57: t counts updates, from 1.
#[test]
fn s1_88_t_starts_at_one() {
    let counted: Vec<_> = from_the_start("adam", 3).iter().map(|update| noted(update, "t")).collect();
    assert_eq!(counted, [1.0, 2.0, 3.0]);
}

/// m_t = (1 − β₁) Σ β₁^(t−i) g_i.
#[test]
fn s1_95_the_average_in_full() {
    let updates = from_the_start("adam", 60);
    let slopes: Vec<_> = updates.iter().map(|update| noted(update, r"\nabla w")).collect();
    for (t, update) in updates.iter().enumerate() {
        let sum: f64 = (0..=t).map(|i| 0.9_f64.powi((t - i) as i32) * slopes[i]).sum();
        assert!((noted(update, "m") - (1.0 - 0.9) * sum).abs() < 1e-12, "update {}", t + 1);
    }
}

/// Also E30: the weights in RMSProp's average are (1 − ρ) ρ^k.
#[test]
fn s2_33_the_weights_of_the_last_gradients() {
    let updates = from_the_start("rmsprop", 4);
    let slopes: Vec<_> = updates.iter().map(|update| noted(update, r"\nabla w")).collect();
    let weights = [0.1, 0.09, 0.081, 0.0729];
    let sum: f64 = weights.iter().zip(slopes.iter().rev()).map(|(weight, g)| weight * g * g).sum();
    assert!((noted(&updates[3], "v") - sum).abs() < 1e-18, "{sum}");
    (0..4).for_each(|k| assert!((weights[k as usize] - (1.0 - 0.9) * 0.9_f64.powi(k)).abs() < 1e-16));
}

/// Also E28: the weights of an average add up to 1 − ρ^t, so that of a gradient that never changes it shows that share.
#[test]
fn s3_29_the_weights_add_up_to_less_than_one() {
    let still = updates(SADDLE, r#""method":"adam","start":[0.25,0],"learning_rate":0"#, 50);
    for (update, t) in still.iter().zip(1..) {
        assert!((noted(update, "m") - (1.0 - 0.9_f64.powi(t)) * 0.5).abs() < 1e-15, "update {t}");
        assert!((noted(update, "v") - (1.0 - 0.999_f64.powi(t)) * 0.25).abs() < 1e-15, "update {t}");
        assert!((noted(update, r"\hat{m}") - 0.5).abs() < 1e-14, "update {t}");
    }
}

/// E[m_t] = (1 − β^t) E[g], and E[m̂_t] = E[g]: over gradients of mean .5 and deviation 1, within four standard errors.
/// Also S1-94, S1-97, E20.
#[test]
fn s1_96_the_average_is_too_small_at_first() {
    const RUNS: u32 = 4000;
    let mut sums = [[0.0; 2]; 50];
    for seed in 0..RUNS {
        let run = r#""method":"adam","start":[0.25,0],"learning_rate":0,"noise":{"deviation":1,"seed":"#;
        let plan = plan(&recipe(SADDLE, &format!("{run}{seed}}}"), 50));
        let updates = Run::new(&plan, 0).expect("a run").filter_map(|entry| entry.update);
        for (sum, update) in sums.iter_mut().zip(updates) {
            *sum = [sum[0] + noted(&update, "m"), sum[1] + noted(&update, r"\hat{m}")];
        }
    }
    for t in [1, 2, 3, 5, 10, 20, 50] {
        let share = 1.0 - 0.9_f64.powi(t);
        let weights = (0..t).map(|i| (0.1 * 0.9_f64.powi(i)).powi(2));
        let error = (weights.sum::<f64>() / f64::from(RUNS)).sqrt();
        let [m, m_hat] = sums[t as usize - 1].map(|sum| sum / f64::from(RUNS));
        assert!((m - 0.5 * share).abs() < 4.0 * error, "m at {t}: {m}");
        assert!((m_hat - 0.5).abs() < 4.0 * error / share, "m̂ at {t}: {m_hat}");
    }
}

fn adam(correction: bool) -> Vec<Row> {
    let run = r#""method":"adam","start":[-2,-2],"learning_rate":0.1,"bias_correction":"#;
    walk(TWO_POINTS, &format!("{run}{correction}"), 300)
}

/// In rates: without the correction not 3.162, as ε is not nothing beside such a gradient.
#[test]
fn scene_bias_the_first_step() {
    let first = |rows: &[Row], i: usize| (rows[1][i] - rows[0][i]).abs() / 0.1;
    for (correction, printed) in [(true, ["0.99983", "0.99992"]), (false, ["2.74049", "2.92581"])] {
        let rows = adam(correction);
        (0..2).for_each(|i| assert_printed(first(&rows, i), printed[i]));
    }
    let free = r#""method":"adam","start":[-2,-2],"learning_rate":0.1,"bias_correction":false,"epsilon":0"#;
    (0..2).for_each(|i| assert_printed(first(&walk(TWO_POINTS, free, 1), i), "3.1623"));
}

#[test]
fn scene_bias_the_whole_run() {
    let [with, without] = [true, false].map(adam);
    let largest = |rows: &[Row]| {
        let moves = rows.windows(2).flat_map(|pair| [0, 1].map(|i| (pair[1][i] - pair[0][i]).abs() / 0.1));
        moves.fold(0.0, f64::max)
    };
    assert_printed(largest(&with), "1.12597");
    assert_printed(largest(&without), "4.99916");
    assert_printed(without.iter().map(|row| row[0]).fold(f64::MIN, f64::max), "4.06495");
    assert_printed(without[300][2], ".0041584");
    assert_printed(with[300][2], "2.0097e-13");
}

/// An average of a vector is one of its parts: nothing in it mixes w and b.
#[test]
fn s2_30_every_parameter_has_its_own_average() {
    for update in from_the_start("rmsprop", 50).windows(2) {
        let [before, after] = update else { unreachable!("windows of two") };
        let v = |update: &Update| update.part(ponder::note::Part::Memory).expect("an average").to_vec();
        let g = after.part(ponder::note::Part::Gradient).expect("a slope");
        let own = [0, 1].map(|i| 0.9 * v(before)[i] + 0.1 * g[i] * g[i]);
        assert!((Vector(own) - Vector([v(after)[0], v(after)[1]])).norm() < 1e-16);
    }
}

//! How runs end: one recipe for each outcome.

use super::*;
use crate::check;
use alloc::string::ToString;

fn outcome(recipe: &str) -> Outcome {
    let plan = check(&serde_json::from_str(recipe).unwrap()).unwrap();
    Outcome::of(&plan, 0, &plan.trajectory()).unwrap()
}

fn ravine(rate: f64, steps: usize) -> Outcome {
    let run = format!(r#"{{"method":"gradient-descent","learning_rate":{rate}}}"#);
    outcome(&format!(r#"{{"surface":{{"function":"ravine"}},"runs":[{run}],"steps":{steps}}}"#))
}

#[test]
fn a_rate_above_two_over_lambda_diverges_and_says_so() {
    let far = ravine(0.3, 200);
    assert!(
        matches!(far.kind, Kind::Diverged { limit: Some(Limit { bound, .. }), .. } if (bound - 0.2).abs() < 1e-12),
        "{far:?}"
    );
    assert!(far.to_string().contains("above 2/λ = 0.2"), "{far}");
}

#[test]
fn each_rule_has_its_own_bound() {
    let at = |method, rate| {
        let run = format!(r#"{{"method":"{method}","learning_rate":{rate},"start":[1,1]}}"#);
        outcome(&format!(r#"{{"surface":{{"function":"ravine"}},"runs":[{run}],"steps":2000}}"#)).kind
    };
    for (method, below, above) in [("momentum", 0.37, 0.39), ("nesterov", 0.135, 0.137)] {
        assert_eq!(at(method, below), Kind::Converged { elsewhere: false }, "{method}");
        assert!(matches!(at(method, above), Kind::Diverged { limit: Some(_), .. }), "{method}");
    }
}

#[test]
fn exactly_two_over_lambda_cycles_and_below_it_converges() {
    assert_eq!(ravine(0.2, 2000).kind, Kind::Cycling);
    let home = ravine(0.1, 1000);
    assert_eq!(home.kind, Kind::Converged { elsewhere: false });
    assert!(home.step > 100 && home.step < 200, "{home:?}");
}

#[test]
fn slow_runs_are_running_and_still_ones_say_why() {
    assert_eq!(ravine(0.001, 30).kind, Kind::Running);
    assert_eq!(ravine(0.0, 30).kind, Kind::Stalled(Ground::TinySteps));
    let saddle = r#"{"surface":{"function":"saddle"},"runs":[{"method":"gradient-descent","learning_rate":0.1,"start":[1,0]}],"steps":200}"#;
    assert_eq!(outcome(saddle).kind, Kind::Stalled(Ground::Saddle));
    let plateau = r#"{"surface":{"model":"sigmoid-neuron","data":"two-points"},"runs":[{"method":"gradient-descent","learning_rate":1,"start":[60,60]}],"steps":20}"#;
    let flat = outcome(plateau);
    assert_eq!(flat.kind, Kind::Converged { elsewhere: true }, "flat to the last bit, nothing curves down");
    assert!(flat.to_string().contains("not in the lowest minimum"), "{flat}");
    // Curvature far below what anyone could follow is no saddle.
    assert_eq!(outcome(&plateau.replace("[60,60]", "[-20,-20]")).kind, Kind::Stalled(Ground::Flat));
}

/// One run of a rule; `run` and `surface` as JSON.
fn one(surface: &str, run: &str, steps: usize) -> Outcome {
    outcome(&format!(r#"{{"surface":{surface},"runs":[{run}],"steps":{steps}}}"#))
}

#[test]
fn five_parameters_end_like_two() {
    let surface = r#"{"model":"four-input-neuron","data":[[1,0,0,1,0.8],[0,1,0,0,0.3],[0,0,1,1,0.6]]}"#;
    let run = |rate: f64| format!(r#"{{"method":"gradient-descent","learning_rate":{rate:e},"start":[0,0,0,0,0]}}"#);
    assert_eq!(one(surface, &run(1.0), 20).kind, Kind::Running);
    assert!(matches!(one(surface, &run(1.0), 4000).kind, Kind::Converged { .. }));
    // A sigmoid is flat far out, so that only a rate like this leaves all bounds.
    let far = one(surface, &run(1e12), 20);
    assert!(matches!(far.kind, Kind::Diverged { limit: Some(_), .. }) && far.step == 1, "{far:?}");
}

#[test]
fn the_rate_that_was_too_large_is_the_one_of_its_own_update() {
    let run = |more: &str| format!(r#"{{"method":"gradient-descent","start":[1,1],{more}}}"#);
    let at = |run: String| one(r#"{"function":"ravine"}"#, &run, 400).kind;
    let Kind::Diverged { limit: Some(late), .. } = at(run(r#""learning_rate":0.05,"changes":[[30,0.3]]"#)) else {
        panic!("the change diverges")
    };
    assert_eq!((late.rate, late.formula), (0.3, "2/λ"));
    let decayed = r#""learning_rate":0.3,"schedule":{"kind":"exponential","k":0.1}"#;
    assert!(!matches!(at(run(decayed)), Kind::Diverged { .. }), "too large only at first");
}

#[test]
fn only_known_bounds_are_blamed() {
    let saddle = |run: &str| one(r#"{"function":"saddle"}"#, run, 2000);
    let falling = saddle(r#"{"method":"adadelta","start":[1,0.001]}"#);
    assert_eq!(falling.kind, Kind::Diverged { limit: None, undefined: false });
    assert!(falling.to_string().contains("falls away without end"), "{falling}");
    let dampened = r#"{"method":"momentum","convention":"pytorch","learning_rate":0.9,"dampening":0.5,"start":[1,1]}"#;
    assert_eq!(one(r#"{"function":"ravine"}"#, dampened, 400).kind, Kind::Diverged { limit: None, undefined: false });
    let edge =
        one(r#"{"expression":"sqrt(w)+b^2"}"#, r#"{"method":"gradient-descent","learning_rate":0.1,"start":[0,0]}"#, 3);
    assert!(edge.to_string().contains("no finite slope"), "{edge}");
}

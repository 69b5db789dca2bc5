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
        matches!(far.kind, Kind::Diverged { limit: Some(Limit { bound, .. }) } if (bound - 0.2).abs() < 1e-12),
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
        assert!(matches!(at(method, above), Kind::Diverged { limit: Some(_) }), "{method}");
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

//! What a run may say, and what it is when it does not.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::{Plan, check};

fn plan(run: &str) -> Result<Plan, Vec<String>> {
    let recipe = format!(r#"{{"surface":{{"function":"ravine"}},"runs":[{{{run}}}],"steps":5}}"#);
    check(&serde_json::from_str(&recipe).unwrap()).map_err(|faults| faults.0.iter().map(ToString::to_string).collect())
}

fn refused(run: &str) -> Vec<String> {
    plan(run).map(drop).unwrap_err()
}

#[test]
fn what_a_run_says_is_what_it_has() {
    let plan = plan(
        r#""method":"adam","convention":"keras","name":"mine","learning_rate":0.25,"beta1":0.5,"start":[3,-4],
        "noise":{"deviation":0.5,"seed":9}"#,
    )
    .unwrap();
    let run = &plan.runs()[0];
    assert_eq!(
        (run.method().id, run.convention(), run.name(), run.start()),
        ("adam", "keras", "mine", &[3.0, -4.0][..])
    );
    assert_eq!((run.learning_rate(), run.plain_rate(), run.batch()), (Some(0.25), Some(0.25), None));
    assert_eq!(run.noise().map(|noise| (noise.deviation, noise.seed)), Some((0.5, 9)));
    let settings: Vec<_> = run.settings().all().to_vec();
    assert_eq!(settings[..3], [("learning_rate", 0.25), ("beta1", 0.5), ("beta2", 0.999)]);
    assert_eq!((run.settings().of("beta1"), run.settings().of("nothing")), (0.5, 0.0));
}

#[test]
fn what_a_run_does_not_say_is_the_methods_or_the_surfaces() {
    let plan = plan(r#""method":"newton""#).unwrap();
    let run = &plan.runs()[0];
    assert_eq!((run.name(), run.convention()), (run.method().title, run.method().forms[0].convention));
    assert_eq!(run.start(), plan.surface().start());
    assert_eq!(
        (run.learning_rate(), run.plain_rate()),
        (Some(1.0), None),
        "a factor of Newton's step is no plain rate"
    );
    assert!(run.batch().is_none() && run.noise().is_none() && run.tempo().schedule.is_none());
}

#[test]
fn a_run_without_its_rule_or_its_rate_is_none() {
    assert!(refused("")[0].starts_with("runs[0].method: missing; needed is gradient-descent, momentum"));
    assert!(refused(r#""method":"adm""#)[0].starts_with("runs[0].method: \"adm\"; allowed is gradient-descent"));
    let rate = r#""method":"momentum""#;
    assert_eq!(refused(rate), ["runs[0].learning_rate: missing; needed is a finite number from 0 up"]);
}

#[test]
fn every_wrong_number_word_and_switch_is_told() {
    let told = refused(
        r#""method":"adam","learning_rate":-1,"beta1":"x","bias_correction":1,"epsilon_placement":"beside",
        "start":[1],"convention":"course""#,
    );
    assert_eq!(
        told,
        [
            "runs[0].learning_rate: -1; allowed is a finite number from 0 up",
            "runs[0].beta1: \"x\"; allowed is a finite number from 0 up",
            "runs[0].epsilon_placement: \"beside\"; allowed is inside or outside",
            "runs[0].bias_correction: 1; allowed is true or false",
            "runs[0].start: a list of 1; allowed is a list of 2 finite numbers",
        ]
    );
}

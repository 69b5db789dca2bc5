//! By hand, on the ravine ½ (10 w² + b²), and by walking whole runs.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::*;
use crate::{Run, Tree};

/// f = ½ (10 w² + b²); at (1, 0) the gradient is (10, 0).
fn plan(runs: &[&str], steps: usize) -> Plan {
    let runs: Vec<String> = runs.iter().map(|run| format!("{{{run}}}")).collect();
    let surface = r#"{"function":"ravine"}"#;
    let recipe = format!(r#"{{"surface":{surface},"runs":[{}],"steps":{steps}}}"#, runs.join(","));
    crate::check(&serde_json::from_str(&recipe).unwrap()).unwrap()
}

const GD: &str = r#""method":"gradient-descent","learning_rate":0.1,"start":[1,0]"#;
const MOMENTUM: &str = r#""method":"momentum","learning_rate":0.02,"start":[1,0]"#;
const ADAM: &str = r#""method":"adam","learning_rate":0.25,"start":[1,0]"#;
const NEWTON: &str = r#""method":"newton","start":[1,0]"#;
const SEARCH: &str = r#""method":"line-search","start":[1,0]"#;

fn found(plan: &Plan, t: usize, limit: usize) -> Vec<Verdict> {
    verdicts(plan, &Prices::new(plan).at(plan, t), limit)
}

fn of(found: &[Verdict], rule: Rule) -> &Verdict {
    found.iter().find(|verdict| verdict.rule == rule).unwrap()
}

#[test]
fn first_steps_are_measured() {
    let plan = plan(&[GD, MOMENTUM, ADAM, NEWTON], 5);
    let lengths: Vec<_> = (0..4).map(|run| first_step(&plan, run).unwrap()).collect();
    // η g, η g, η, and all the way to the minimum.
    for (length, by_hand) in lengths.iter().zip([1.0, 0.2, 0.25, 1.0]) {
        assert!((length - by_hand).abs() < 1e-6, "{lengths:?}");
    }
    assert_eq!(first_step(&plan, 4), None);
}

#[test]
fn a_rule_that_does_not_hold_says_by_how_much() {
    let other = r#""method":"momentum","learning_rate":0.05,"start":[4,-4]"#;
    let found = found(&plan(&[GD, other], 5), 5, 5);
    assert_eq!(of(&found, Rule::SameStart).gaps, [Gap { run: 1, size: 5.0 }], "3 across and 4 down");
    assert_eq!(of(&found, Rule::SameRate).gaps, [Gap { run: 1, size: 0.5 }]);
    assert!(of(&found, Rule::SameGradients).holds());
    assert!(found.iter().all(|verdict| verdict.rule != Rule::SameDraws), "nothing is drawn");
}

#[test]
fn a_schedule_of_its_own_is_another_rate() {
    let cosine = format!(r#"{GD},"schedule":{{"kind":"cosine","over":9}}"#);
    let gaps = |runs: &[&str]| of(&found(&plan(runs, 5), 0, 5), Rule::SameRate).gaps.clone();
    assert_eq!(gaps(&[GD, &cosine]), [Gap { run: 1, size: 1.0 }]);
    assert_eq!(gaps(&[&cosine, &cosine]), []);
    assert_eq!(gaps(&[GD, &format!(r#"{GD},"changes":[[3,0.1]]"#)]).len(), 1);
}

#[test]
fn factors_of_newton_are_no_learning_rates() {
    let plan = plan(&[NEWTON, GD, MOMENTUM, SEARCH], 5);
    assert_eq!(same_rate(&plan), [None, Some(0.1), Some(0.1), None]);
    assert_eq!(of(&found(&plan, 0, 5), Rule::SameRate).than, 1, "the first that has one");
}

#[test]
fn noise_on_one_racer_only_is_told() {
    let shaken = |seed| format!(r#"{GD},"noise":{{"deviation":0.5,"seed":{seed}}}"#);
    let gaps = |a: &str, b: &str| of(&found(&plan(&[a, b], 5), 0, 5), Rule::SameDraws).gaps.len();
    assert_eq!(gaps(GD, &shaken(1)), 1);
    assert_eq!(gaps(&shaken(1), &shaken(2)), 1);
    assert_eq!(gaps(&shaken(2), &shaken(2)), 0);
}

#[test]
fn schedules_differ_by_kind_by_number_and_by_unit() {
    let with = |schedule: &str| format!(r#"{GD},"schedule":{{{schedule}}}"#);
    let cosine = with(r#""kind":"cosine","over":9"#);
    for (other, gaps) in [
        (r#""kind":"cosine","over":9"#, 0),
        (r#""kind":"cosine","over":8"#, 1),
        (r#""kind":"cosine","over":9,"unit":"epoch""#, 1),
        (r#""kind":"linear","from":1,"to":0,"over":9"#, 1),
    ] {
        let plan = plan(&[&cosine, &with(other)], 5);
        assert_eq!(of(&found(&plan, 0, 5), Rule::SameRate).gaps.len(), gaps, "{other}");
    }
}

#[test]
fn another_seed_is_another_order_where_the_order_is_drawn() {
    let run = |order: &str, seed: u64| format!(r#"{GD},"batch":{{"size":1,"order":"{order}","seed":{seed}}}"#);
    let gaps = |order: &str, seed: u64| {
        let runs = format!(r#"[{{{}}},{{{}}}]"#, run(order, 1), run(order, seed));
        let surface = r#"{"model":"sigmoid-neuron","data":"two-points"}"#;
        let recipe = format!(r#"{{"surface":{surface},"runs":{runs},"steps":8}}"#);
        let plan = crate::check(&serde_json::from_str(&recipe).unwrap()).unwrap();
        of(&found(&plan, 0, 8), Rule::SameDraws).gaps.len()
    };
    assert_eq!([gaps("shuffled", 1), gaps("shuffled", 2), gaps("cyclic", 1)], [0, 1, 0]);
}

#[test]
fn rules_have_the_names_of_their_records() {
    use Rule::{SameDraws, SameFirstStep, SameGradients, SamePrice, SameRate, SameStart};
    let names = [SameStart, SameDraws, SameRate, SameFirstStep, SameGradients, SamePrice].map(Rule::name);
    let known = ["same-start", "same-draws", "same-rate", "same-first-step", "same-gradients", "same-price"];
    assert_eq!(names, known);
}

#[test]
fn before_the_first_step_may_be_seen_nothing_is_said_of_it() {
    let plan = plan(&[GD, MOMENTUM], 5);
    assert!(found(&plan, 0, 0).iter().all(|verdict| verdict.rule != Rule::SameFirstStep));
    assert!(found(&plan, 0, 1).iter().any(|verdict| verdict.rule == Rule::SameFirstStep));
    let told = record(&plan, &mut Prices::new(&plan), 5, 0);
    let first = &told.get("runs").and_then(Tree::list).unwrap()[0];
    assert_eq!(first.get("first_step"), Some(&Tree::Null));
    assert_eq!(first.get("evaluations").and_then(|e| e.get("gradients")), Some(&Tree::Number(0.0)));
}

#[test]
fn rates_for_equal_first_steps_are_solved_by_running() {
    let plan = plan(&[GD, MOMENTUM, ADAM, NEWTON], 5);
    let rates = same_first_step(&plan);
    assert_eq!(rates, [Some(0.1), Some(0.1), Some(1.0), Some(1.0)], "all go 1, the first as it did");
    let mut equal = plan;
    for (run, rate) in rates.into_iter().enumerate() {
        equal.set_rate(run, rate.unwrap());
    }
    assert!(of(&found(&equal, 0, 5), Rule::SameFirstStep).holds());
}

#[test]
fn a_first_step_that_does_not_follow_the_rate_is_left() {
    let still = r#""method":"gradient-descent","learning_rate":0.5,"start":[0,0]"#;
    let frozen = format!(r#"{GD},"schedule":{{"kind":"linear","from":0,"to":1,"over":9}}"#);
    let rates = same_first_step(&plan(&[still, &frozen, MOMENTUM], 5));
    assert_eq!(rates, [None, None, Some(0.02)], "the first that moves keeps its rate");
}

#[test]
fn prices_are_those_of_the_whole_run_and_the_same_forward_and_back() {
    let plan = plan(&[GD, SEARCH, NEWTON], 12);
    let fresh = |run, t: usize| {
        let mut walk = Run::new(&plan, run).unwrap();
        walk.by_ref().take(t).for_each(drop);
        walk.evaluations()
    };
    let mut prices = Prices::new(&plan);
    for t in [0, 3, 3, 12, 1, 7] {
        let by_hand: Vec<_> = (0..3).map(|run| fresh(run, t)).collect();
        assert_eq!(prices.at(&plan, t), by_hand, "at {t}");
    }
}

#[test]
fn who_looks_twice_stands_level_at_half_the_steps() {
    let plan = plan(&[GD, NEWTON], 10);
    let mut prices = Prices::new(&plan);
    for (t, steps) in [(10, [10, 5]), (3, [3, 1]), (7, [7, 3])] {
        assert_eq!(prices.level(&plan, t), Level { price: t as u64, steps: steps.into() });
    }
    let found = found(&plan, 10, 10);
    assert!(of(&found, Rule::SameGradients).holds(), "a Hessian is not a gradient");
    assert_eq!(of(&found, Rule::SamePrice).gaps, [Gap { run: 1, size: 2.0 }], "and has its price");
}

#[test]
fn a_batch_of_one_pays_for_one_point() {
    let run = r#""method":"gradient-descent","learning_rate":0.1"#;
    let runs = format!(r#"[{{{run}}},{{{run},"batch":{{"size":1}}}}]"#);
    let recipe = format!(r#"{{"surface":{{"model":"sigmoid-neuron","data":"two-points"}},"runs":{runs},"steps":8}}"#);
    let plan = crate::check(&serde_json::from_str(&recipe).unwrap()).unwrap();
    assert_eq!(Prices::new(&plan).level(&plan, 8), Level { price: 8, steps: [4, 8].into() });
    let found = found(&plan, 8, 8);
    assert!(of(&found, Rule::SameGradients).holds() && !of(&found, Rule::SameDraws).holds());
    assert_eq!(of(&found, Rule::SamePrice).gaps, [Gap { run: 1, size: 0.5 }]);
}

#[test]
fn a_run_that_has_diverged_holds_nobody_back() {
    let wild = r#""method":"gradient-descent","learning_rate":1e9,"start":[1,1]"#;
    let plan = plan(&[GD, wild], 200);
    let paid = Prices::new(&plan).at(&plan, 200);
    assert!(paid[1].gradients < 60, "it pays no more once it is lost");
    assert_eq!(Prices::new(&plan).level(&plan, 200).price, 200);
}

#[test]
fn a_sweep_finds_the_best_rate_in_slices_as_in_one_go() {
    // Along w alone, one step of 1/10 arrives.
    let plan = plan(&[r#""method":"gradient-descent","learning_rate":0.05,"start":[1,0]"#, GD, ADAM], 1);
    let run = |looks| {
        let (mut sweep, mut slices) = (Sweep::new(&plan), 1);
        while !sweep.advance(looks) {
            slices += 1;
        }
        (sweep.found(), slices)
    };
    assert_eq!(Sweep::new(&plan).looks(), 3 * 38 * 2, "own rate and grid, two points each");
    let ((found, whole), (again, slices)) = (run(228), run(5));
    assert_eq!(found, again);
    assert!(whole == 1 && slices > 20, "{slices}");
    let [slow, right, adam] = [0, 1, 2].map(|i| found[i].unwrap());
    assert_eq!((slow.rate(), slow.best.unwrap().0, slow.holds()), (0.1, 0.1, false));
    assert!(right.holds() && right.rate() == 0.1);
    assert_eq!(adam.rate(), 1.0);
}

#[test]
fn a_sweep_passes_over_what_diverges_and_what_has_no_rate() {
    let far = r#""method":"gradient-descent","learning_rate":50,"start":[1,1]"#;
    let none = r#""method":"adadelta","start":[1,1]"#;
    let mut sweep = Sweep::new(&plan(&[far, none, NEWTON], 2000));
    while !sweep.advance(1 << 20) {}
    let found = sweep.found();
    let own = found[0].unwrap();
    assert!(own.own.1.is_nan() && !own.holds() && own.rate() < 0.2, "{own:?}");
    assert_eq!(found[1..], [None, None], "a factor of Newton's step is no rate");
}

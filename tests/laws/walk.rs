//! A run is a pure function of its recipe, however one goes through it.

use std::thread;

use ponder::{Entry, Plan, Run, Tree, check};
use ponder_tests::style::{Style, styles};
use ponder_tests::{ground, tree};

use crate::recipe::{bits, for_all_styles, plan, recipe, rows, run};

/// What a run may say besides its method: all kinds of movement, batches that divide the data and that do not, noise.
/// Keys that a method does not have are left out.
const AROUND: &[&str] = &[
    "",
    r#""schedule":{"kind":"one-cycle","over":30},"batch":{"size":2}"#,
    r#""schedule":{"kind":"step","factor":0.5,"every":2,"unit":"epoch"},"batch":{"size":1,"order":"shuffled","seed":3}"#,
    r#""schedule":{"kind":"halve-when-worse"},"batch":{"size":2,"order":"shuffled"},"noise":{"deviation":0.1,"seed":4}"#,
    r#""schedule":{"kind":"reduce-on-plateau","patience":2},"noise":{"deviation":0.01}"#,
    r#""changes":[[0,0.002],[7,3],[20,0.01]],"momentum_schedule":{"kind":"linear","over":20}"#,
    r#""changes":[[15,0.5]],"schedule":{"kind":"cosine","over":50},"momentum_schedule":{"kind":"sutskever","max":0.4}"#,
    // Diverges on many: the rows are NaN from there on.
    r#""changes":[[0,30]],"batch":{"size":3}"#,
];

const STEPS: usize = 45;

/// The quick loop of the sigmoid neuron, then the others: with data, with held out rows, with five parameters, without.
fn lands() -> Vec<Tree> {
    let held_out = r#""validation":[[-0.5,0.35],[2.25,0.85]]"#;
    let surfaces = [
        format!(r#"{{"model":"sigmoid-neuron","data":"eight-points",{held_out}}}"#),
        r#"{"model":"sigmoid-neuron","data":"two-points","reduce":"mean"}"#.to_owned(),
        format!(r#"{{"model":"linear-neuron","data":[[-1,0.2],[0.5,0.9],[2,0.4]],"reduce":"mean",{held_out}}}"#),
        r#"{"function":"beale"}"#.to_owned(),
    ];
    let four = ground::grounds().into_iter().filter(|ground| ground.id == "four-input-neuron");
    surfaces.iter().map(|json| tree(json)).chain(four.flat_map(|ground| ground.variants)).collect()
}

/// A run with what can be said of it out of `around`.
fn moved(style: &Style, around: &str, surface: &Tree) -> Tree {
    let Tree::Map(keys) = run(style, &[("learning_rate", 0.05)], around) else { panic!("a run is an object") };
    let [rate, momentum] = ["learning_rate", "momentum"].map(|id| style.form.knob(id).is_some());
    let fits = |key: &str| match key {
        "schedule" | "changes" => rate,
        "momentum_schedule" => momentum,
        "batch" => surface.get("data").is_some(),
        _ => true,
    };
    Tree::Map(keys.into_iter().filter(|(key, _)| fits(key)).collect())
}

/// Calls `law` with every style on every one of `lands`, in everything of `AROUND`.
fn for_all(mut law: impl FnMut(&Plan, &str)) {
    for surface in lands() {
        for_all_styles(|style| {
            for around in AROUND {
                let run = moved(style, around, &surface);
                law(&plan(&surface, &run, STEPS), &format!("{run:?} on {surface:?}"));
            }
        });
    }
}

fn begin(plan: &Plan) -> Run {
    Run::new(plan, 0).expect("a run")
}

fn row(entry: &Entry) -> Vec<f64> {
    entry.at.iter().copied().chain([entry.loss]).collect()
}

#[test]
fn a_run_walked_through_is_the_trajectory_bit_for_bit() {
    let (mut arrived, mut all) = (0, 0);
    for_all(|plan, name| {
        let rows = plan.trajectory();
        let walked: Vec<f64> = begin(plan).flat_map(|entry| row(&entry)).collect();
        assert_eq!(bits(&walked), bits(&rows), "{name}");
        all += 1;
        arrived += usize::from(rows.last().is_some_and(|loss| loss.is_finite()));
    });
    assert!(4 * arrived > 3 * all, "{arrived} of {all} runs stay among the finite numbers");
}

#[test]
fn the_rest_of_a_run_is_the_rest_of_its_trajectory() {
    for_all(|plan, name| {
        let rows = plan.trajectory();
        let (mut run, from) = (begin(plan), 17 * (plan.parameters() + 1));
        run.by_ref().take(17).for_each(drop);
        let mut rest = vec![0.0; rows.len() - from];
        run.fill(&mut rest);
        assert_eq!(bits(&rest), bits(&rows[from..]), "{name}");
    });
}

/// There is no way back in a run but to begin anew.
#[test]
fn forward_back_forward_is_the_identity() {
    for_all(|plan, name| {
        let there: Vec<_> = begin(plan).take(31).collect();
        let back = begin(plan).nth(12).expect("an entry");
        assert_eq!(format!("{back:?}"), format!("{:?}", there[12]), "{name}");
        let again: Vec<_> = begin(plan).skip(12).take(19).collect();
        assert_eq!(format!("{again:?}"), format!("{:?}", &there[12..]), "{name}");
    });
}

#[test]
fn a_longer_run_begins_as_a_shorter_one_does() {
    for surface in lands() {
        for style in styles() {
            let run = moved(&style, AROUND[3], &surface);
            let (short, long) = (rows(&surface, &run, 20), rows(&surface, &run, 200));
            assert_eq!(bits(&short), bits(&long[..short.len()]), "{style:?} on {surface:?}");
        }
    }
}

#[test]
fn the_same_recipe_has_the_same_bits_read_again_on_another_thread() {
    for surface in lands() {
        let runs: Vec<_> = styles().iter().take(16).map(|style| moved(style, AROUND[2], &surface)).collect();
        let recipe = recipe(&surface, &runs, STEPS);
        let here = check(&recipe).expect("a recipe").trajectory();
        let text = serde_json::to_string(&recipe).expect("JSON");
        let there = thread::spawn(move || check(&tree(&text)).expect("a recipe").trajectory());
        assert_eq!(bits(&here), bits(&there.join().expect("a trajectory")), "{surface:?}");
    }
}

/// Neither the other runs of a recipe nor their order: noise and shuffles begin anew in each.
#[test]
fn a_run_does_not_feel_its_neighbours() {
    for surface in lands() {
        for styles in styles().chunks(15) {
            let mut runs: Vec<_> = styles.iter().map(|style| moved(style, AROUND[3], &surface)).collect();
            runs.push(runs[0].clone());
            let plan = check(&recipe(&surface, &runs, STEPS)).expect("a recipe");
            for (run, together) in runs.iter().zip(plan.trajectory().chunks_exact(plan.stride())) {
                assert_eq!(bits(together), bits(&rows(&surface, run, STEPS)), "{run:?} on {surface:?}");
            }
        }
    }
}

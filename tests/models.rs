//! Models in recipes: what they are given, what is refused, rows that are held out, five parameters.
#![cfg(not(target_arch = "wasm32"))]

use ponder::{Event, Faults, Landscape, Outcome, Run, Surface, Tree, Vector, check, outcome};
use ponder_tests::{plan, tree};

const WIDE: &str = r#""model":"four-input-neuron","data":[[1,0,2,0,0.9],[0,1,0,0,0.2],[1,1,0,3,0.5]]"#;

fn recipe(surface: &str, method: &str, more: &str, steps: usize) -> String {
    let run = format!(r#"{{"method":"{method}","learning_rate":0.5{more}}}"#);
    format!(r#"{{"surface":{{{surface}}},"runs":[{run}],"steps":{steps}}}"#)
}

fn faults(surface: &str) -> Vec<String> {
    let Err(Faults(faults)) = check(&tree(&recipe(surface, "momentum", "", 3))) else { return Vec::new() };
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn a_linear_neuron_finds_the_least_squares() {
    let plan = plan(&recipe(r#""model":"linear-neuron","data":"valley-2""#, "momentum", "", 1000));
    let rows = plan.trajectory();
    let [fit] = plan.surface().facts().minima[..] else { panic!("one minimum") };
    let end = Vector([rows[rows.len() - 3], rows[rows.len() - 2]]);
    assert!((end - Vector(fit)).norm() < 1e-6, "{end:?} is not {fit:?}");
    let outcome = Outcome::of(&plan, 0, &rows).expect("a run has an outcome");
    assert_eq!(outcome.kind, outcome::Kind::Converged { elsewhere: false });
}

/// S1-74, E15: ∂L/∂wⱼ = (f − y) f (1 − f) xⱼ for one row; a feature that is 0 moves nothing.
#[test]
fn s1_74_a_feature_that_is_not_there_is_not_learned() {
    let plan = plan(&recipe(
        r#""model":"four-input-neuron","data":[[1,0,2,0,0.9]]"#,
        "gradient-descent",
        r#","start":[0.1,0.2,0.3,0.4,-0.7]"#,
        1,
    ));
    let at = [0.1, 0.2, 0.3, 0.4, -0.7];
    // w·x + b = 0.1 + 0.6 − 0.7 = 0, so f = ½.
    let known = [-0.1, 0.0, -0.2, 0.0, -0.1];
    let gradient = plan.surface().gradient(&at);
    assert!(gradient.iter().zip(known).all(|(g, known)| (g - known).abs() < 1e-15), "{gradient:?}");
    assert_eq!(gradient[1], 0.0);
    let next = &plan.trajectory()[6..11];
    assert!((0..5).all(|i| (next[i] - (at[i] - 0.5 * known[i])).abs() < 1e-15), "{next:?}");
}

#[test]
fn five_parameters_run_as_two_do() {
    let plan = plan(&recipe(WIDE, "nesterov", "", 3000));
    assert_eq!((plan.parameters(), plan.stride()), (5, 3001 * 6));
    assert_eq!(plan.surface().parameters(), ["w1", "w2", "w3", "w4", "b"]);
    let rows = plan.trajectory();
    assert_eq!(rows[..6], [0.0, 0.0, 0.0, 0.0, 0.0, plan.surface().loss(&[0.0; 5])]);
    let walked = Run::new(&plan, 0).expect("a run").flat_map(|entry| [entry.at, vec![entry.loss]].concat());
    assert!(walked.zip(&rows).all(|(a, b)| a.to_bits() == b.to_bits()));
    let outcome = Outcome::of(&plan, 0, &rows).expect("a run has an outcome");
    assert_eq!(outcome.kind, outcome::Kind::Converged { elsewhere: false }, "{outcome}");
    let mut faults = Vec::new();
    let below = Event::read(&tree(r#"{"loss_below":1e-6}"#), "at.event", &mut faults).expect("an event");
    let first = below.first(plan.surface(), &rows).expect("three rows are met exactly by five parameters");
    assert!(rows[6 * first + 5] < 1e-6 && rows[6 * first - 1] >= 1e-6);
}

#[test]
fn five_parameters_are_no_plane() {
    let plan = plan(&recipe(WIDE, "momentum", "", 1));
    let surface = plan.surface();
    assert!(surface.plane().is_none() && surface.fit().is_none() && surface.facts().domain.is_none());
    assert!(surface.loss(&[0.0, 0.0]).is_nan() && surface.gradient(&[0.0]).is_empty());
    assert!(surface.value(Vector::ZERO).is_nan(), "over a plane it is nowhere");
    assert_eq!(surface.examples(), 3);
}

#[test]
fn rows_that_are_held_out_are_measured_and_not_trained_on() {
    let with =
        |more: &str| plan(&recipe(&format!(r#""model":"sigmoid-neuron","data":"valley"{more}"#), "momentum", "", 9));
    let (plain, kept) = (with(""), with(r#","validation":[[0.5,0.2],[2.5,0.9]],"reduce":"half-sum""#));
    assert_eq!(plain.trajectory(), kept.trajectory());
    assert!(plain.validation().is_none());
    let loss = kept.validation().expect("rows are held out").loss(&[0.5, 0.0]);
    assert!((loss - 0.073_114).abs() < 1e-6, "{loss}");
    let mean = plan(&recipe(&format!(r#"{WIDE},"reduce":"mean","validation":[[0,0,0,0,1]]"#), "momentum", "", 1));
    assert_eq!(mean.validation().map(|held_out| held_out.loss(&[0.0; 5])), Some(0.25), "a mean of its own rows");
}

#[test]
fn a_batch_leaves_the_whole_as_it_is() {
    for surface in
        [r#""model":"linear-neuron","data":"eight-points""#, r#""model":"sigmoid-neuron","data":"sparse""#, WIDE]
    {
        let whole = plan(&recipe(surface, "momentum", "", 1)).surface().clone();
        let (mut batch, examples) = (whole.clone(), whole.examples());
        batch.draw(&whole, &[1, 2]);
        assert_eq!((batch.examples(), whole.examples()), (2, examples));
    }
    let saddle = plan(&recipe(r#""function":"saddle""#, "momentum", "", 1)).surface().clone();
    let mut batch: Surface = saddle.clone();
    batch.draw(&saddle, &[1, 2]);
    assert_eq!(batch.loss(&[3.0, 2.0]), 5.0);
}

#[test]
fn what_is_wrong_with_a_model_is_said() {
    let rows = "a list of 1 to 10000 rows [x1, x2, x3, x4, y]";
    for (surface, start, allowed) in [
        (r#""model":"neuron","data":"valley""#, "surface.model: \"neuron\";", "sigmoid-neuron, linear-neuron or four"),
        (r#""model":"linear-neuron""#, "surface.data: missing;", "a list of points [x, y] or the name"),
        (r#""model":"four-input-neuron""#, "surface.data: missing;", "a list of rows [x1, x2, x3, x4, y]"),
        (r#""model":"four-input-neuron","data":"valley""#, "surface.data: \"valley\";", rows),
        (
            r#""model":"four-input-neuron","data":[[1,2]]"#,
            "surface.data[0]: a list of 2;",
            "a list of 5 finite numbers",
        ),
        (
            r#""model":"linear-neuron","data":"hill""#,
            "surface.data: \"hill\";",
            "valley-2, eight-points, sparse or sparse-2",
        ),
        (
            r#""model":"linear-neuron","data":"valley","validation":[]"#,
            "surface.validation: a list of 0;",
            "points [x, y]",
        ),
        (
            r#""model":"linear-neuron","data":"valley","validation":[[1,null]]"#,
            "surface.validation[0][1]: null;",
            "finite",
        ),
        (
            r#""model":"linear-neuron","data":"valley","reduce":"max""#,
            "surface.reduce: \"max\";",
            "half-sum, sum or mean",
        ),
        (r#""model":"linear-neuron","data":"valley","rate":1"#, "surface.rate: unknown;", "linear-neuron knows model"),
        (r#""function":"booth","amplitude":1"#, "surface.amplitude: unknown;", "booth knows"),
    ] {
        let found = faults(surface);
        assert_eq!(found.len(), 1, "{surface}: {found:?}");
        assert!(found[0].starts_with(start) && found[0].contains(allowed), "{surface}: {found:?}");
    }
    let start = recipe(WIDE, "momentum", r#","start":[0,0]"#, 1);
    let fault = check(&tree(&start)).expect_err("two numbers for five parameters").to_string();
    assert_eq!(fault, "runs[0].start: a list of 2; allowed is a list of 5 finite numbers");
}

#[test]
fn every_named_set_can_be_written_out() {
    for set in ponder::data::DATA_SETS {
        let rows = serde_json::to_string(&Tree::List(set.rows.iter().map(|row| Tree::numbers(row)).collect()));
        let written = format!(r#""model":"sigmoid-neuron","data":{}"#, rows.expect("numbers"));
        let named = format!(r#""model":"sigmoid-neuron","data":"{}""#, set.id);
        let [written, named] = [written, named].map(|surface| plan(&recipe(&surface, "momentum", "", 5)));
        assert_eq!(written.surface().facts(), named.surface().facts(), "{}", set.id);
        assert_eq!(written.trajectory(), named.trajectory(), "{}", set.id);
    }
}

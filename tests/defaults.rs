//! What a library does when a recipe names nothing but a rate: point 50 of runs that the libraries made themselves.
//!
//! PyTorch 2.15.0, Optax 0.2.8, Keras 3.15.1 on the course's two points from (−2, −2): tests/golden/conventions.md,
//! section 6.
#![cfg(not(target_arch = "wasm32"))]

use ponder::check;
use ponder_tests::tree;

/// Convention, method, learning rate (`None` for the convention's own), w and b at t = 50.
type Reference = (&'static str, &'static str, Option<f64>, [f64; 2]);

const REFERENCES: [Reference; 34] = [
    ("pytorch", "adagrad", Some(0.5), [1.5521714322667128, -1.9675514696472056]),
    ("pytorch", "rmsprop", Some(0.05), [1.5873342201570466, -2.0158335740846933]),
    ("pytorch", "adadelta", None, [-1.8175186331105821, -1.8141676463147984]),
    ("pytorch", "adam", Some(0.1), [1.0502424845405764, -1.472333191339035]),
    ("pytorch", "adamw", Some(0.1), [1.0475060236742475, -1.4573860583129252]),
    ("pytorch", "amsgrad", Some(0.1), [1.0502075648346656, -1.4718631434301146]),
    ("pytorch", "nadam", Some(0.1), [1.3709802967425213, -1.7090706514593854]),
    ("pytorch", "radam", Some(0.05), [-1.7580454696884658, -1.7636399269302145]),
    ("pytorch", "adamax", Some(0.1), [0.5953861676803351, -0.07910004407644108]),
    ("pytorch", "rprop", Some(0.01), [1.7889303692453264, -2.2838718533030593]),
    ("pytorch", "asgd", Some(1.0), [-1.5712853535545854, -1.5023321861275658]),
    ("optax", "adagrad", Some(0.5), [-0.7429608240204048, -0.9995150605610741]),
    ("optax", "rmsprop", Some(0.05), [0.9540602457923241, -1.0801093742507524]),
    ("optax", "adadelta", Some(1.0), [-1.8175186331105821, -1.8141676463147984]),
    ("optax", "adam", Some(0.1), [1.0502424845405764, -1.4723331913390354]),
    ("optax", "adamw", Some(0.1), [1.0502144841997043, -1.472185954816664]),
    ("optax", "amsgrad", Some(0.1), [0.9960503074073652, -1.4006087806741307]),
    ("optax", "nadam", Some(0.1), [1.2165763636991, -1.5621146286689611]),
    ("optax", "radam", Some(0.05), [-1.758043300390506, -1.7636383917362446]),
    ("optax", "adamax", Some(0.1), [0.595386167680335, -0.07910004407644135]),
    ("optax", "lion", Some(0.02), [-0.9984908229233148, -0.9984908229233148]),
    ("optax", "adabelief", Some(0.1), [1.5326766110014998, -1.8198336759088392]),
    ("optax", "yogi", Some(0.1), [0.9229764574965157, -1.158023799125559]),
    ("optax", "novograd", Some(0.02), [1.5760768550107318, -1.9135366346980585]),
    ("optax", "rprop", Some(0.01), [1.5525984374155137, -1.8249873371880174]),
    ("keras", "adagrad", Some(0.5), [-0.7429608240204048, -0.9995150605610741]),
    ("keras", "rmsprop", Some(0.05), [0.9529381887340408, -1.0783880081126263]),
    ("keras", "adadelta", None, [-1.9999263251359531, -1.9999251222979222]),
    ("keras", "adam", Some(0.1), [1.0501889810372382, -1.4722861438030925]),
    ("keras", "adamw", Some(0.1), [1.0490800060715755, -1.4663621946017606]),
    ("keras", "amsgrad", Some(0.1), [1.05015407568285, -1.4718161889853785]),
    ("keras", "nadam", Some(0.1), [1.287315364247619, -1.6344123548066163]),
    ("keras", "adamax", Some(0.1), [0.5953864384704318, -0.07909260292954214]),
    ("keras", "lion", Some(0.02), [-0.9999999999999991, -0.9999999999999991]),
];

/// The larger distance from the reference, relative to max(1, |reference|).
fn distance(&(convention, method, rate, reference): &Reference) -> f64 {
    let rate = rate.map_or(String::new(), |rate| format!(r#","learning_rate":{rate}"#));
    let run = format!(r#"{{"method":"{method}","convention":"{convention}","start":[-2,-2]{rate}}}"#);
    let surface = r#"{"model":"sigmoid-neuron","data":"two-points"}"#;
    let recipe = tree(&format!(r#"{{"surface":{surface},"runs":[{run}],"steps":50}}"#));
    let Ok(plan) = check(&recipe) else { return f64::INFINITY };
    let last = plan.trajectory().split_off(50 * 3);
    let gap = |i: usize| (last[i] - reference[i]).abs() / reference[i].abs().max(1.0);
    gap(0).max(gap(1))
}

#[test]
fn every_library_with_nothing_but_a_rate() {
    let off = REFERENCES.iter().map(|reference| (reference.0, reference.1, distance(reference)));
    let off: Vec<_> = off.filter(|(.., distance)| distance.is_nan() || *distance > 1e-12).collect();
    assert!(off.is_empty(), "{off:?}");
}

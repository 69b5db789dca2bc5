//! What `ponder python` prints, some of it word for word: no Python is asked. That their numbers are ours,
//! `tests/python.rs` has one compute.
#![cfg(not(target_arch = "wasm32"))]

use ponder::METHODS;
use ponder::python::{Dialect, script};
use ponder_tests::{plan, snapshot, two_points};

/// Compares a recipe's script with `tests/snapshots/script-….py`.
fn same(name: &str, dialect: Dialect, surface: &str, runs: &[&str]) {
    let runs: Vec<_> = runs.iter().map(|keys| format!("{{{keys}}}")).collect();
    let recipe = format!(r#"{{"surface":{{{surface}}},"runs":[{}],"steps":30}}"#, runs.join(","));
    snapshot::same(&format!("script-{name}.py"), &script(&plan(&recipe), dialect));
}

const EIGHT_POINTS: &str = r#""model":"sigmoid-neuron","data":"eight-points","reduce":"mean""#;

/// Schedules of the time and of the losses, batches in both orders, noise, changes of the rate, a name.
const MOVED: [&str; 5] = [
    r#""method":"adam","convention":"pytorch","learning_rate":0.4,"schedule":{"kind":"cosine","over":9,"unit":"epoch"},
        "batch":{"size":3,"order":"shuffled","seed":7}"#,
    r#""method":"nesterov","learning_rate":0.2,"momentum_schedule":{"kind":"linear","over":9},"changes":[[3,1],[9,0.5]],
        "batch":{"size":2},"name":"moved\nand named""#,
    r#""method":"momentum","learning_rate":0.1,"schedule":{"kind":"reduce-on-plateau"},"noise":{"deviation":0.1,"seed":5}"#,
    r#""method":"adam","convention":"keras","learning_rate":0.1,"beta1":1,"changes":[[2,0.3]],
        "noise":{"deviation":0.1,"seed":6},"batch":{"size":4}"#,
    r#""method":"line-search","batch":{"size":3,"order":"cyclic"}"#,
];

#[test]
fn what_moves_and_shakes_runs_is_told_in_numpys_words() {
    same("moved-numpy", Dialect::NumPy, &format!(r#"{EIGHT_POINTS},"validation":[[0.5,0.25]]"#), &MOVED);
}

#[test]
fn what_moves_and_shakes_runs_is_told_in_pytorchs_words() {
    same("moved-pytorch", Dialect::PyTorch, EIGHT_POINTS, &MOVED);
}

#[test]
fn pytorchs_own_optimizers_are_called_where_they_take_the_numbers() {
    let runs = [
        r#""method":"momentum","convention":"pytorch","learning_rate":0.1,"momentum":0"#,
        r#""method":"momentum","convention":"pytorch","learning_rate":0.1,"momentum":0.5"#,
        r#""method":"adam","convention":"pytorch","learning_rate":0.1"#,
        r#""method":"adam","convention":"pytorch","learning_rate":0.1,"beta2":1"#,
        r#""method":"rprop","convention":"pytorch","learning_rate":0.1"#,
        r#""method":"rprop","convention":"pytorch","learning_rate":0.1,"eta_minus":0"#,
        r#""method":"rprop","convention":"pytorch","learning_rate":0.1,"eta_minus":1"#,
        r#""method":"rprop","convention":"pytorch","learning_rate":0.1,"eta_plus":1"#,
        r#""method":"rmsprop","convention":"pytorch","learning_rate":0.1,"decay":1"#,
        r#""method":"rmsprop","convention":"pytorch","learning_rate":0.1,"decay":1.5"#,
    ];
    same("optimizers", Dialect::PyTorch, r#""function":"rosenbrock""#, &runs);
}

#[test]
fn five_weights_and_a_hessian_are_written_out() {
    let data = r#""model":"four-input-neuron","data":[[0,1,0,1,0.2],[1,1,0,0,0.9]],"reduce":"sum""#;
    same("five-weights", Dialect::NumPy, data, &[r#""method":"newton""#, r#""method":"adagrad","learning_rate":0.5"#]);
}

#[test]
fn a_line_has_its_own_derivative() {
    let data = r#""model":"linear-neuron","data":[[-1,0.2],[0.5,0.9],[2,0.4]]"#;
    same("line", Dialect::NumPy, data, &[r#""method":"gradient-descent","learning_rate":0.1"#]);
}

#[test]
fn a_readers_function_brings_the_functions_that_it_uses() {
    let text = "tanh(w) * abs(b - w)^1.5 + softplus(max(w, b)) + 2^-w + relu(b)/3 - (w - (b - pi))^3 + sqrt(1 + w^2)";
    let runs = [r#""method":"newton","start":[0.5,-1]"#, r#""method":"adam","learning_rate":0.01"#];
    let surface = format!(r#""expression":"{text}""#);
    same("expression-numpy", Dialect::NumPy, &surface, &runs);
    same("expression-pytorch", Dialect::PyTorch, &surface, &runs);
}

#[test]
fn a_knob_of_the_surface_is_a_number_of_the_script() {
    same(
        "ravine",
        Dialect::NumPy,
        r#""function":"ravine","condition":20,"rotation":30"#,
        &[r#""method":"optimal-step","learning_rate":0.1"#, r#""method":"diagonal-newton","learning_rate":0.1"#],
    );
}

#[test]
fn every_rule_of_pytorch_is_its_own_optimizer_there() {
    let forms = METHODS.iter().filter_map(|method| Some((method, method.form("pytorch")?.torch?)));
    let rules: Vec<_> = forms.collect();
    for (method, optimizer) in &rules {
        let recipe = two_points(method.id, r#","convention":"pytorch""#, 5);
        let [numpy, torch] = [Dialect::NumPy, Dialect::PyTorch].map(|dialect| script(&plan(&recipe), dialect));
        assert!(torch.contains(&format!("    optimizer = {optimizer}\n")) && !torch.contains("numpy"), "{torch}");
        assert!(!numpy.contains("torch."), "{numpy}");
    }
    assert_eq!(rules.len(), METHODS.iter().filter(|method| method.form("pytorch").is_some()).count());
}

#[test]
fn a_name_stays_a_comment() {
    let recipe = two_points("momentum", r#","name":"a\nimport os\r\"\"\"b""#, 5);
    let script = script(&plan(&recipe), Dialect::NumPy);
    assert!(script.contains("\n# a import os \"\"\"b\ndef run0():\n"), "{script}");
}

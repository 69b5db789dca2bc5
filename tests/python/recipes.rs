//! Recipes from the tables: every rule in every writing, every surface, every schedule.

use ponder::form::Writing;
use ponder::method::Method;
use ponder::schedule::{MOMENTUM_SCHEDULES, SCHEDULES, Schedule};
use ponder::{Form, METHODS, SURFACES, Tree};

use crate::replay::recipe;

const TWO_POINTS: &str = r#"{"model":"sigmoid-neuron","data":"two-points"}"#;
const EIGHT_POINTS: &str =
    r#"{"model":"sigmoid-neuron","data":"eight-points","validation":[[0.3,0.4],[1.2,0.6],[-1,0.2]]}"#;
const FOUR_INPUTS: &str =
    r#"{"model":"four-input-neuron","data":[[1,0.5,-1,2,0.3],[0,1,0.25,-1,0.8],[1,1,0,0.5,0.6],[-1,0,2,1,0.1]]}"#;

/// As many recipes as the runs need.
fn recipes(surface: &str, runs: &[String], steps: usize) -> Vec<String> {
    runs.chunks(16).map(|runs| recipe(surface, runs, steps)).collect()
}

fn json(tree: &Tree) -> String {
    serde_json::to_string(tree).expect("JSON")
}

/// A run in one writing of a rule, with some more keys.
fn run(method: &Method, form: &Form, writing: &Writing, rate: f64, more: &str) -> String {
    let switches = writing.when.iter().filter_map(|(id, value)| Some((*id, form.knob(id)?.written(*value))));
    let wanted = form.knobs.iter().filter(|knob| knob.default.is_none()).map(|knob| (knob.id, Tree::Number(rate)));
    let keys: String = switches.chain(wanted).map(|(id, value)| format!(r#","{id}":{}"#, json(&value))).collect();
    format!(r#"{{"method":"{}","convention":"{}"{keys}{more}}}"#, method.id, form.convention)
}

/// Every writing of every form of every method.
fn every_rule(rate: f64, more: &str) -> Vec<String> {
    let forms = METHODS.iter().flat_map(|method| method.forms.iter().map(move |form| (method, form)));
    let written = |(method, form): (&&'static Method, &'static Form)| {
        let writings = form.writings.iter();
        writings.map(|writing| run(method, form, writing, rate, more)).collect::<Vec<_>>()
    };
    forms.flat_map(written).collect()
}

pub(crate) fn rules() -> Vec<String> {
    let on = |surface: &str, rate: f64, steps: usize| recipes(surface, &every_rule(rate, ""), steps);
    let rosenbrock = r#"{"function":"rosenbrock"}"#;
    let ackley = r#"{"function":"ackley"}"#;
    [on(TWO_POINTS, 0.1, 80), on(rosenbrock, 1e-3, 60), on(ackley, 0.01, 30), on(FOUR_INPUTS, 0.05, 60)].concat()
}

pub(crate) fn surfaces() -> Vec<String> {
    let runs = [
        r#"{"method":"nesterov","learning_rate":0.002}"#,
        r#"{"method":"newton","learning_rate":0.1}"#,
        r#"{"method":"optimal-step","learning_rate":0.01}"#,
    ];
    let runs = runs.map(String::from);
    let analytic = SURFACES.iter().map(|surface| {
        let knobs = surface.knobs.iter().map(|knob| format!(r#","{}":{}"#, knob.id, 0.7 * knob.min + 0.3 * knob.max));
        format!(r#"{{"function":"{}"{}}}"#, surface.id, knobs.collect::<String>())
    });
    let one_input = ["sigmoid-neuron", "linear-neuron"].into_iter().flat_map(|model| {
        ["half-sum", "sum", "mean"]
            .map(|reduce| format!(r#"{{"model":"{model}","data":"eight-points","reduce":"{reduce}"}}"#))
    });
    let all = analytic.chain(one_input).chain([FOUR_INPUTS.to_owned(), many_points()]);
    all.map(|surface| recipe(&surface, &runs, 40)).collect()
}

/// More points than fit on a line.
fn many_points() -> String {
    let points: Vec<_> =
        (0..100).map(|i| format!("[{},{}]", f64::from(i) / 20.0 - 2.5, f64::from(i % 7) / 7.0)).collect();
    format!(r#"{{"model":"sigmoid-neuron","data":[{}],"reduce":"mean"}}"#, points.join(","))
}

/// A schedule with every knob away from its default.
fn schedule(schedule: &Schedule, unit: &str) -> String {
    let value = |id: &str| match id {
        "k" => 0.02,
        "factor" | "low" | "peak" | "from" => 0.4,
        "to" | "max" => 0.8,
        "end" => 0.1,
        "patience" => 2.0,
        "threshold" => 0.01,
        _ => 12.0,
    };
    let knobs = schedule.knobs.iter().map(|knob| format!(r#","{}":{}"#, knob.id, value(knob.id)));
    format!(r#"{{"kind":"{}","unit":"{unit}"{}}}"#, schedule.id, knobs.collect::<String>())
}

pub(crate) fn tempos() -> Vec<String> {
    let batches = ["", r#","batch":{"size":3}"#, r#","batch":{"size":3,"order":"shuffled","seed":11}"#];
    let mut runs = Vec::new();
    for (i, batch) in batches.iter().enumerate() {
        let unit = if i == 0 { "step" } else { "epoch" };
        let rates = SCHEDULES
            .iter()
            .map(|s| format!(r#""method":"adam","learning_rate":0.4,"schedule":{}"#, schedule(s, unit)));
        let momenta = MOMENTUM_SCHEDULES.iter().map(|s| {
            let rest = r#""learning_rate":2,"changes":[[3,1],[40,0.5]]"#;
            format!(r#""method":"nesterov",{rest},"momentum_schedule":{}"#, schedule(s, unit))
        });
        runs.extend(rates.chain(momenta).map(|keys| format!("{{{keys}{batch}}}")));
    }
    let held_out = recipes(EIGHT_POINTS, &runs, 60);
    let noise = r#","noise":{"deviation":0.05,"seed":9007199254740991}"#;
    let noisy = |surface, batch: &str| recipes(surface, &every_rule(0.05, &format!("{noise}{batch}")), 30);
    [held_out, noisy(EIGHT_POINTS, batches[2]), noisy(r#"{"function":"ravine"}"#, ""), moving_libraries()].concat()
}

/// Every rule with a rate that changes and, where it has momentum, a momentum that rises.
fn moving_libraries() -> Vec<String> {
    let rated = METHODS.iter().flat_map(|method| method.forms.iter().map(move |form| (method, form)));
    let rated = rated.filter(|(_, form)| form.knob("learning_rate").is_some());
    let runs: Vec<_> = rated
        .map(|(method, form)| {
            let momentum = form.knob("momentum").map_or("", |_| r#","momentum_schedule":{"kind":"linear","over":9}"#);
            let moves = r#","schedule":{"kind":"cosine","over":50},"changes":[[0,0.2],[20,0.1]]"#;
            run(method, form, &form.writings[form.writings.len() - 1], 0.3, &format!("{moves}{momentum}"))
        })
        .collect();
    recipes(TWO_POINTS, &runs, 40)
}

/// Every function and operation of an expression, its kinks and its poles.
const EXPRESSIONS: &[&str] = &[
    "sin(w) * cos(b) + 0.1 * (w^2 + b^2)",
    "tanh(w) * exp(-w^2 - b^2) - e * w + pi * b^2",
    "ln(1 + w^2) + log10(2 + b^2) + log2(3 + (w * b)^2)",
    "sqrt(1 + w^2) + cbrt(2 + b^2) + tan(w / 5) + sign(w)",
    "abs(w - b)^1.5 + softplus(w) + relu(b) + abs(b)",
    "asin(w / 9) + acos(b / 9) + atan(w * b) + sigmoid(3 * b)",
    "sinh(w / 3) + cosh(b / 2)",
    "min(w^2, b^2 + 1) + max(w, b)^2 + min(2, b) - max(w, 0)",
    "2^w + (1.5 + b^2)^(w / 4) + w^-2 - 3^b / 9",
    "abs(w)^1.5 + abs(b + 2)^0.5",
    "w^0 + b^1",
    "w",
    "3",
    "w + 1 / 0",
    "(0 / 0)^2 * b",
    "w^2 + 10^400 - 10^400",
    "w^2 + exp(1000) * 0 + 0^-1.5",
    "relu(w) + abs(b)",
];

pub(crate) fn expressions() -> Vec<String> {
    let runs = [
        r#"{"method":"nesterov","learning_rate":0.01}"#,
        r#"{"method":"gradient-descent","learning_rate":0.1,"start":[0,0]}"#,
        r#"{"method":"adam","learning_rate":0.1,"start":[0.7,-0.4]}"#,
        r#"{"method":"newton","learning_rate":0.1,"start":[0.7,-0.4]}"#,
    ];
    EXPRESSIONS
        .iter()
        .map(|text| recipe(&format!(r#"{{"expression":"{text}"}}"#), &runs.map(String::from), 30))
        .collect()
}

pub(crate) fn limits() -> Vec<String> {
    let every = |keys: &[&str]| keys.iter().map(|keys| format!("{{{keys}}}")).collect::<Vec<_>>();
    let far = every(&[
        r#""method":"gradient-descent","learning_rate":3"#,
        r#""method":"gradient-descent","learning_rate":1e300"#,
        r#""method":"momentum","learning_rate":9,"schedule":{"kind":"exponential","k":-9}"#,
        r#""method":"adam","learning_rate":1e200"#,
        r#""method":"newton","learning_rate":1e200"#,
    ]);
    let still = every(&[
        r#""method":"adam","convention":"pytorch","learning_rate":1,"beta1":1,"beta2":1"#,
        r#""method":"adamax","learning_rate":1,"beta1":1"#,
        r#""method":"radam","learning_rate":1,"beta2":1"#,
        r#""method":"nesterov","convention":"pytorch","learning_rate":1,"momentum":0"#,
        r#""method":"momentum","convention":"pytorch","learning_rate":1,"momentum":0,"dampening":0.5"#,
        r#""method":"momentum","convention":"pytorch","learning_rate":1,"momentum_schedule":{"kind":"linear","from":0,"over":9}"#,
        r#""method":"adam","learning_rate":0"#,
        r#""method":"gradient-descent","learning_rate":1,"start":[-800,900]"#,
        r#""method":"gradient-descent","learning_rate":1,"batch":{"size":9,"order":"shuffled"}"#,
    ]);
    let flat =
        every(&[r#""method":"newton","start":[0,0]"#, r#""method":"diagonal-newton","start":[0,0],"epsilon":0"#]);
    let at = r#"{"function":"monkey-saddle"}"#;
    [recipes(r#"{"function":"beale"}"#, &far, 30), recipes(TWO_POINTS, &still, 20), recipes(at, &flat, 5)].concat()
}

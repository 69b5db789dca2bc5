//! Every formula is what its rule does: each line is evaluated with the numbers that an update noted, and must give
//! the number noted for its left side.
#![cfg(not(target_arch = "wasm32"))]

use ponder::catalogue::{Knob, Scale};
use ponder::form::{Form, Writing};
use ponder::method::Method;
use ponder::note::{Noted, Part};
use ponder::{METHODS, Plan, Run, Tree, Update, check};
use ponder_tests::tex::{Table, tokens};
use ponder_tests::tree;

/// An update, and the numbers of the knobs in it.
struct Made {
    scalars: Vec<(&'static str, f64)>,
    parts: Vec<Noted>,
}

/// A writing of a form with all updates of the runs that follow it.
struct Case {
    name: String,
    formula: &'static [&'static str],
    made: Vec<Made>,
}

/// The surfaces, one of them in five parameters, with a rate that shows more than the first steps of a plain descent;
/// the last is beyond all measure.
fn grounds() -> [(Tree, f64); 4] {
    let two_points = r#"{"model":"sigmoid-neuron","data":"two-points"}"#;
    let four_inputs = r#"{"model":"four-input-neuron","data":[[1,2,-1,0.5,0.2],[-0.5,1,1.5,-1,0.9]]}"#;
    let grounds = [(two_points, 0.5), (r#"{"function":"rosenbrock"}"#, 0.002), (four_inputs, 0.5), (two_points, 1e30)];
    grounds.map(|(surface, rate)| (tree(surface), rate))
}

/// What changes the rate and the momentum from update to update.
const TEMPO: [(&str, &str); 2] = [
    ("learning_rate", r#"{"schedule":{"kind":"inverse-time","k":0.02}}"#),
    ("momentum", r#"{"momentum_schedule":{"kind":"linear","from":0.5,"to":0.9,"over":30}}"#),
];

/// A value of a number that is not its default, and large enough to be seen.
fn off_default(knob: &Knob, rate: f64) -> f64 {
    match (knob.id, knob.default.unwrap_or(0.0), knob.scale) {
        ("learning_rate", ..) => rate,
        ("step_min", ..) => 0.02,
        ("step_max", ..) => 0.05,
        (_, 0.0, _) => 0.3,
        (_, _, Scale::Log) => 0.01,
        (_, default, _) => 0.9 * default,
    }
}

fn values(form: &Form, knob: &Knob, rate: f64) -> Vec<f64> {
    let asked = form.writings.iter().flat_map(|writing| writing.when).filter(|(id, _)| *id == knob.id);
    match knob.scale {
        Scale::Flag => vec![0.0, 1.0],
        Scale::Words(words) => (0..words.len()).map(|i| i as f64).collect(),
        Scale::Linear | Scale::Log => {
            [off_default(knob, rate)].into_iter().chain(asked.map(|(_, value)| *value)).collect()
        }
    }
}

/// Every combination of the switches, with all other knobs off their defaults.
fn settings(form: &Form, rate: f64) -> Vec<Vec<(&'static Knob, f64)>> {
    form.knobs.iter().fold(vec![Vec::new()], |all, knob| {
        let with = |chosen: &Vec<_>, value| chosen.iter().copied().chain([(knob, value)]).collect();
        all.iter()
            .flat_map(|chosen| values(form, knob, rate).into_iter().map(move |value| with(chosen, value)))
            .collect()
    })
}

/// A run with these settings, but without those that its writing has no use for.
fn plan(method: &Method, form: &Form, surface: &Tree, settings: &[(&'static Knob, f64)]) -> Plan {
    let value = |id: &str| settings.iter().find(|(knob, _)| knob.id == id).map(|(_, value)| *value);
    let fits = |writing: &&Writing| writing.when.iter().all(|(id, wanted)| value(id) == Some(*wanted));
    let ignored = form.writings.iter().find(fits).map_or(&[][..], |writing| writing.ignores);
    let read = settings.iter().filter(|(knob, _)| !ignored.contains(&knob.id));
    let knobs = read.map(|(knob, value)| (knob.id, knob.written(*value)));
    let chosen = [("method", method.id.into()), ("convention", form.convention.into())];
    let run = chosen.into_iter().chain(knobs).map(|(key, value)| (key.to_owned(), value));
    let tempo = TEMPO.iter().filter(|(id, _)| form.knob(id).is_some());
    let tempo = tempo.filter_map(|(_, json)| if let Tree::Map(pairs) = tree(json) { Some(pairs) } else { None });
    let run = Tree::Map(run.chain(tempo.flatten()).collect());
    let recipe = [("surface", surface.clone()), ("runs", Tree::List(vec![run])), ("steps", 40.0.into())];
    check(&Tree::map(recipe)).unwrap_or_else(|faults| panic!("{faults}"))
}

fn made(plan: &Plan) -> Vec<Made> {
    let run = &plan.runs()[0];
    let scalar = |knob: &'static Knob, update: &Update| match knob.id {
        "learning_rate" => update.rate,
        "momentum" => update.momentum,
        id => run.settings().get(id),
    };
    let updates = Run::new(plan, 0).expect("a run").filter_map(|entry| entry.update);
    let made = updates.map(|update| {
        let knobs = run.form().knobs.iter().filter(|knob| !knob.symbol.is_empty());
        let scalars = knobs.filter_map(|knob| Some((knob.symbol, scalar(knob, &update)?))).collect();
        Made { scalars, parts: update.parts }
    });
    made.collect()
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (method, form) in METHODS.iter().flat_map(|method| method.forms.iter().map(move |form| (method, form))) {
        let runs = grounds().into_iter().flat_map(|(surface, rate)| {
            settings(form, rate).into_iter().map(move |settings| plan(method, form, &surface, &settings))
        });
        let runs: Vec<Plan> = runs.collect();
        for writing in form.writings {
            let follow = |plan: &&Plan| std::ptr::eq(plan.runs()[0].writing(), writing);
            let made = runs.iter().filter(follow).flat_map(made).collect();
            let name = format!("{} in {} with {:?}", method.id, form.convention, writing.when);
            cases.push(Case { name, formula: writing.formula, made });
        }
    }
    cases
}

/// Everything that is wrong with a formula as an account of one update.
fn faults(formula: &[&str], made: &Made) -> Vec<String> {
    let mut end = made.parts.len();
    let mut faults = Vec::new();
    for line in formula.iter().rev() {
        let (left, right) = line.split_once(r"\leftarrow").expect("an assignment");
        let named = |(_, symbol, _): &Noted| tokens(symbol) == tokens(left);
        let Some(at) = made.parts[..end].iter().rposition(named) else {
            faults.push(format!("{left}: never noted"));
            continue;
        };
        end = at;
        let noted = &made.parts[at].2;
        match known(made, at).value(right, noted.len()) {
            Err(why) => faults.push(format!("{line}: {why}")),
            Ok(value) if value.iter().zip(noted).all(|(a, b)| close(*a, *b)) => {}
            Ok(value) => faults.push(format!("{line}: {value:?} by the formula, {noted:?} by the rule")),
        }
    }
    let arrives = end < made.parts.len() && matches!(made.parts.last(), Some((Part::Arrived, "w", _)));
    if !arrives || !formula.last().is_some_and(|line| line.starts_with(r"w \leftarrow")) {
        faults.push("it does not end in w".to_owned());
    }
    faults
}

/// The knobs, and what was noted before part `at`.
fn known(made: &Made, at: usize) -> Table<'_> {
    let mut table = Table::default();
    made.scalars.iter().for_each(|(symbol, value)| table.set(symbol, &[*value]));
    made.parts[..at].iter().for_each(|(_, symbol, value)| table.set(symbol, value));
    table
}

fn close(a: f64, b: f64) -> bool {
    let larger = if a.abs() > b.abs() { a.abs() } else { b.abs() };
    a == b || (a - b).abs() <= 1e-9 * larger || !a.is_finite() && !b.is_finite()
}

#[test]
fn every_formula_is_what_its_rule_does() {
    for Case { name, formula, made } in cases() {
        assert!(made.len() >= 40, "{name}: {} updates", made.len());
        let wrong = made.iter().enumerate().find_map(|(i, made)| Some((i, faults(formula, made).pop()?)));
        assert_eq!(wrong, None, "{name}");
    }
}

/// So the law above does see a wrong formula.
#[test]
fn no_sign_of_a_formula_can_be_turned_round() {
    for Case { name, formula, made } in cases() {
        for (i, line) in formula.iter().enumerate() {
            for (at, sign) in line.match_indices(['+', '-']) {
                let turned = format!("{}{}{}", &line[..at], if sign == "+" { "-" } else { "+" }, &line[at + 1..]);
                let mut formula = formula.to_vec();
                formula[i] = &turned;
                assert!(made.iter().any(|made| !faults(&formula, made).is_empty()), "{name}: {turned} passes");
            }
        }
    }
}

#[test]
fn a_wrong_formula_is_caught() {
    let adam = METHODS.iter().find(|method| method.id == "adam").expect("Adam");
    let form = adam.form("pytorch").expect("PyTorch has Adam");
    let (surface, rate) = &grounds()[0];
    let made = made(&plan(adam, form, surface, &settings(form, *rate)[0])).remove(1);
    let right = form.writings[0].formula;
    assert_eq!(faults(right, &made), [""; 0]);
    let wrong = [
        (r"\sqrt{\hat{v}} + \varepsilon", r"\sqrt{\hat{v} + \varepsilon}", "by the rule"),
        (r"(\nabla w)^2", r"\nabla w", "by the rule"),
        (r"\beta_1^t", r"\beta_1", "by the rule"),
        (r"\frac{\hat{m}}", r"\frac{m}", "by the rule"),
        (r"\beta_2 v", r"\beta_3 v", "no meaning for `\\beta _ 3"),
        (r"\nabla w", r"\nabla b", "no meaning for `\\nabla b`"),
        (r"\hat{v} \leftarrow", r"\hat{u} \leftarrow", "never noted"),
        (r"w \leftarrow w", r"v \leftarrow w", "does not end in w"),
    ];
    for (part, instead, why) in wrong {
        let lines: Vec<String> = right.iter().map(|line| line.replace(part, instead)).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let faults = faults(&lines, &made);
        assert!(faults.iter().any(|fault| fault.contains(why)), "{instead}: {faults:?}");
    }
}

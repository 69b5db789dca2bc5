//! Conventions agree where tests/golden/conventions.md has the same rule for them, and a rule with a switch or a memory
//! turned off is the simpler rule.

use ponder::Tree;
use ponder_tests::tree;

use crate::recipe::{apart, function, rows, two_points};

const COURSE: &str = r#""convention":"course""#;
const PYTORCH: &str = r#""convention":"pytorch""#;
const OPTAX: &str = r#""convention":"optax""#;
const KERAS: &str = r#""convention":"keras""#;

/// Runs that are one and the same up to rounding: keys, and what is said of the method in all of them.
const SAME: &[(&str, &[&str])] = &[
    // The four conventions of these two differ in nothing but the order of a product.
    (
        r#""method":"gradient-descent""#,
        &[
            COURSE,
            PYTORCH,
            OPTAX,
            KERAS,
            r#""method":"momentum","momentum":0"#,
            r#""method":"momentum","momentum":0,"convention":"pytorch""#,
            r#""method":"momentum","momentum":0,"convention":"keras""#,
            r#""method":"nesterov","momentum":0"#,
            r#""method":"nesterov","momentum":0,"convention":"pytorch""#,
            r#""method":"asgd","lambda":0"#,
        ],
    ),
    (r#""method":"momentum""#, &[COURSE, PYTORCH, OPTAX, KERAS]),
    (r#""method":"nesterov","momentum":0.8"#, &[PYTORCH, OPTAX, KERAS]),
    (
        r#""method":"adagrad","epsilon":1e-4"#,
        &[COURSE, r#""convention":"optax","initial_accumulator":0"#, r#""convention":"keras","initial_accumulator":0"#],
    ),
    (r#""method":"adagrad","epsilon":1e-4"#, &[r#""convention":"course","epsilon_placement":"outside""#, PYTORCH]),
    (r#""method":"rmsprop","decay":0.9,"epsilon":1e-4"#, &[COURSE, OPTAX, KERAS]),
    (
        r#""method":"rmsprop","decay":0.9,"epsilon":1e-4"#,
        &[
            r#""convention":"course","epsilon_placement":"outside""#,
            PYTORCH,
            r#""convention":"optax","epsilon_placement":"outside""#,
        ],
    ),
    (r#""method":"rmsprop","decay":0.9,"epsilon":1e-2,"centered":true"#, &[OPTAX, KERAS]),
    (
        r#""method":"rmsprop","decay":0.9,"epsilon":1e-2,"centered":true"#,
        &[PYTORCH, r#""convention":"optax","epsilon_placement":"outside""#],
    ),
    (
        r#""method":"adam","epsilon":1e-4"#,
        &[
            r#""convention":"course","epsilon_placement":"outside""#,
            PYTORCH,
            OPTAX,
            r#""method":"adamw","convention":"pytorch","weight_decay":0"#,
        ],
    ),
    (
        r#""method":"adam""#,
        &[r#""convention":"course","epsilon":1e-4"#, r#""convention":"optax","epsilon":0,"epsilon_root":1e-4"#],
    ),
    (
        r#""method":"adam","epsilon":0"#,
        &[
            COURSE,
            PYTORCH,
            KERAS,
            r#""method":"adamw","convention":"course","weight_decay":0"#,
            r#""method":"adamw","convention":"keras","weight_decay":0"#,
        ],
    ),
    (r#""method":"adamw","epsilon":0,"weight_decay":0.1"#, &[COURSE, PYTORCH, OPTAX, KERAS]),
    (r#""method":"amsgrad","epsilon":0"#, &[COURSE, PYTORCH, KERAS]),
    (
        r#""method":"nadam","epsilon":1e-4"#,
        &[
            r#""convention":"course","epsilon_placement":"outside""#,
            OPTAX,
            r#""convention":"pytorch","momentum_decay":1e6"#,
        ],
    ),
    (r#""method":"nadam","epsilon":1e-4"#, &[r#""convention":"pytorch","momentum_decay":1"#, KERAS]),
    (r#""method":"adamax","epsilon":1e-4"#, &[COURSE, KERAS]),
    (r#""method":"adamax","epsilon":1e-4"#, &[PYTORCH, OPTAX]),
    (
        r#""method":"adadelta","decay":0.9,"epsilon":1e-4"#,
        &[
            r#""convention":"course","learning_rate":null"#,
            r#""convention":"pytorch","learning_rate":1"#,
            r#""convention":"optax","learning_rate":1"#,
            r#""convention":"keras","learning_rate":1"#,
        ],
    ),
    (r#""method":"radam","epsilon":0"#, &[PYTORCH, OPTAX]),
    (r#""method":"lion","weight_decay":0.1"#, &[OPTAX, KERAS]),
    // Nothing is left of these but the sign of the gradient.
    (
        r#""beta1":0,"beta2":0,"epsilon":0"#,
        &[
            r#""method":"adam","convention":"pytorch""#,
            r#""method":"adamax","convention":"course""#,
            r#""method":"lion","convention":"keras","epsilon":null"#,
            r#""method":"rmsprop","decay":0,"beta1":null,"beta2":null"#,
        ],
    ),
];

/// What the four conventions make differ by at least so much, with the same hyper-parameters in both.
const APART: &[(&str, [&str; 2], f64)] = &[
    (r#""method":"nesterov""#, [COURSE, PYTORCH], 0.02),
    (r#""method":"adagrad""#, [COURSE, OPTAX], 0.1),
    (r#""method":"amsgrad","epsilon":1e-8"#, [PYTORCH, OPTAX], 0.05),
    (r#""method":"nadam","epsilon":1e-8"#, [PYTORCH, OPTAX], 0.05),
    (r#""method":"adam","epsilon":1e-8"#, [PYTORCH, KERAS], 1e-9),
    (r#""method":"adam","epsilon":1e-8"#, [COURSE, PYTORCH], 1e-9),
    (r#""method":"rmsprop","epsilon":1e-8"#, [COURSE, PYTORCH], 4e-4),
    (r#""method":"adamax","epsilon":1e-3"#, [COURSE, OPTAX], 1e-6),
    (r#""method":"radam","epsilon":1e-3"#, [PYTORCH, OPTAX], 1e-4),
    (r#""method":"rprop""#, [PYTORCH, OPTAX], 1e-2),
];

/// A run out of what is said of several and what is said of it alone, which counts more; null takes a key away.
fn run(shared: &str, own: &str) -> Tree {
    let keys = |json: &str| match tree(&format!("{{{json}}}")) {
        Tree::Map(keys) => keys,
        other => panic!("{other:?} has no keys"),
    };
    let own = keys(own);
    let rate = [("learning_rate".to_owned(), 0.02.into())];
    let shared = rate.into_iter().chain(keys(shared)).filter(|(key, _)| own.iter().all(|(other, _)| key != other));
    Tree::Map(shared.chain(own.iter().cloned()).filter(|(_, value)| *value != Tree::Null).collect())
}

fn paths(shared: &str, own: &str) -> [Vec<f64>; 3] {
    [two_points(), function("three-hump-camel"), function("saddle")]
        .map(|surface| rows(&surface, &run(shared, own), 40))
}

#[test]
fn the_same_rule_is_the_same_path() {
    for (shared, runs) in SAME {
        let (first, there) = (runs[0], paths(shared, runs[0]));
        for own in &runs[1..] {
            for (path, other) in there.iter().zip(paths(shared, own)) {
                let gap = apart(path, &other);
                assert!(gap < 1e-9, "{shared}: {first} and {own} are {gap} apart");
            }
        }
    }
}

#[test]
fn another_rule_is_another_path() {
    for (shared, [one, other], least) in APART {
        let gaps = paths(shared, one).into_iter().zip(paths(shared, other)).map(|(p, q)| apart(&p, &q));
        let gap = gaps.fold(0.0, f64::max);
        assert!(gap >= *least, "{shared}: {one} and {other} are {gap} apart");
    }
}

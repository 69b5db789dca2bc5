//! Mirrored start, mirrored path, where the surface is its own mirror image.

use ponder::Tree;
use ponder_tests::tree;

use crate::recipe::{for_all_styles, function, rows, run};

/// Yogi's first average starts at a positive number for every parameter, whichever way is down.
const RATE: [(&str, f64); 2] = [("learning_rate", 0.05), ("initial_accumulator", 0.0)];
const STEPS: usize = 80;

fn path(surface: &Tree, [w, b]: [f64; 2], around: &str, style: &ponder_tests::style::Style) -> Vec<[f64; 3]> {
    let run = run(style, &RATE, &format!(r#""start":[{w:e},{b:e}]{around}"#));
    rows(surface, &run, STEPS).chunks_exact(3).map(|row| [row[0], row[1], row[2]]).collect()
}

/// Equal bits up to the mirror, NaN for NaN; a zero has no side.
fn assert_mirrored(there: &[[f64; 3]], image: &[[f64; 3]], [w, b]: [f64; 2], name: &str) {
    for (t, (row, other)) in there.iter().zip(image).enumerate() {
        let seen = [w * other[0], b * other[1], other[2]];
        let same = row.iter().zip(seen).all(|(a, b)| *a == b || a.is_nan() && b.is_nan());
        assert!(same, "{name} at {t}: {row:?} and {other:?}");
    }
}

#[test]
fn on_surfaces_that_are_their_own_mirror_image() {
    let across = [-1.0, 1.0];
    let through = [-1.0, -1.0];
    let mirrors = [
        ("saddle", across),
        ("saddle", [1.0, -1.0]),
        ("ravine", across),
        ("long-valley", through),
        ("monkey-saddle", [1.0, -1.0]),
        ("three-hump-camel", through),
        ("six-hump-camel", through),
        ("rastrigin", across),
        ("ackley", across),
    ];
    for (id, mirror) in mirrors {
        let surface = function(id);
        for_all_styles(|style| {
            let there = path(&surface, [0.7, -0.4], "", style);
            let image = path(&surface, [mirror[0] * 0.7, mirror[1] * -0.4], "", style);
            assert_mirrored(&there, &image, mirror, &format!("{style:?} on {id}"));
        });
    }
}

/// Turning every input round turns w round, in batches and under a schedule too.
#[test]
fn over_mirrored_data() {
    let around = r#","batch":{"size":2,"order":"shuffled","seed":5}"#;
    for model in ["sigmoid-neuron", "linear-neuron"] {
        let over = |x: f64| {
            let data = format!("[[{},0.2],[{},0.9],[{},0.4]]", -x, 0.5 * x, 2.5 * x);
            tree(&format!(r#"{{"model":"{model}","data":{data}}}"#))
        };
        for_all_styles(|style| {
            let there = path(&over(1.0), [-2.0, 0.5], around, style);
            let image = path(&over(-1.0), [2.0, 0.5], around, style);
            assert_mirrored(&there, &image, [-1.0, 1.0], &format!("{style:?} of {model}"));
        });
    }
}

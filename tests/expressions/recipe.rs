//! Expressions as surfaces of recipes.

use ponder::check;
use ponder_tests::{plan, rows, tree};

fn recipe(surface: &str) -> String {
    let runs = r#"[{"method": "momentum", "learning_rate": 0.0005, "start": [-1.2, 1]}]"#;
    format!(r#"{{"surface": {surface}, "runs": {runs}, "steps": 500}}"#)
}

#[test]
fn a_catalogued_surface_written_out_is_the_same_bits() {
    let pairs = [
        ("rosenbrock", "(1 - w)^2 + 100*(b - w^2)^2"),
        ("rosenbrock", "(1 − x)² + (y − x²)²·100"),
        ("saddle", "w^2 - b^2"),
        ("ravine", "0.5*(10*w^2 + b^2)"),
    ];
    for (id, text) in pairs {
        let bits = |json: &str| rows(json).concat().into_iter().map(f64::to_bits).collect::<Vec<_>>();
        let function = bits(&recipe(&format!(r#"{{"function": "{id}"}}"#)));
        assert_eq!(bits(&recipe(&format!(r#"{{"expression": "{text}"}}"#))), function, "{id}");
    }
}

#[test]
fn a_surface_that_nobody_knows_has_a_title_a_formula_and_a_start() {
    let plan = plan(
        r#"{"surface": {"expression": "ln(w)/b"}, "runs": [{"method": "momentum", "learning_rate": 1}], "steps": 1}"#,
    );
    let facts = plan.surface().facts();
    assert_eq!((&*facts.title, &*facts.formula), ("Your own function", r"f(w, b) = \frac{\ln(w)}{b}"));
    assert_eq!((facts.start, plan.runs()[0].start()), (vec![2.0, 2.0], &[2.0, 2.0][..]));
    assert_eq!(facts.domain, Some([[-0.1, 3.2], [-3.0, 3.0]]), "where it has values");
    assert!(facts.minima.is_empty() && plan.surface().knobs().is_empty() && plan.surface().fit().is_none());
}

#[test]
fn a_fault_says_where_in_the_text() {
    let long = format!("{}2w{}", "w + ".repeat(20), " + b".repeat(20));
    let cases = [
        (
            r#"{"expression": "1 + 2w"}"#,
            r#"surface.expression: "1 + 2w"; column 6: 2 and w with nothing between; write 2*w"#.to_string(),
        ),
        (r#"{"expression": 5}"#, "surface.expression: 5; allowed is a text".to_string()),
        (
            r#"{"expression": "w", "steepness": 2}"#,
            "surface.steepness: unknown; an expression knows expression".to_string(),
        ),
        (
            r#"{"expression": "w", "function": "saddle"}"#,
            "surface: an object with 2 keys; allowed is one of model, function or expression".to_string(),
        ),
    ];
    for (surface, message) in cases {
        assert_eq!(check(&tree(&recipe(surface))).unwrap_err().to_string(), message);
    }
    let faults = check(&tree(&recipe(&format!(r#"{{"expression": "{long}"}}"#)))).unwrap_err();
    assert_eq!(faults.0[0].given, "\"… + w + w + w + w + 2w + b + b + b + b + b…\"");
}

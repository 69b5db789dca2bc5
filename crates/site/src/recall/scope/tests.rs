//! Words, conditions and recipes of one variant.

use super::*;

fn scope() -> Scope {
    let mut scope = Scope::new(vec![
        ("k".into(), Value::Given(5.0)),
        ("eta".into(), Value::Given(0.5)),
        ("rule".into(), Value::Text("momentum".into())),
    ]);
    scope.define("step", 2.0 / 3.0).unwrap();
    scope
}

#[test]
fn words_are_filled_for_people_and_formulas_keep_their_braces() {
    let fill = |text| scope().fill(text, &[]);
    assert_eq!(fill("{k} steps of {step}, {step to 1}, with {rule}").unwrap(), "5 steps of 0.667, 0.7, with momentum");
    assert_eq!(fill(r"$\frac{1}{2} \cdot {eta}$ of {eta}").unwrap(), r"$\frac{1}{2} \cdot 0.5$ of 0.5");
    assert!(fill("{beta}").unwrap_err().contains("there are k, eta, rule, step"));
}

#[test]
fn a_name_may_stand_inside_a_template() {
    assert_eq!(scope().names("{{loss run @ {k}}} then {k}", Place::Prose).unwrap(), "{{loss run @ 5}} then 5");
}

#[test]
fn conditions_compare_numbers_and_texts() {
    let holds = |text: &str| scope().holds(&text.into());
    assert_eq!(holds("k > 4 and eta*2 = 1"), Ok(true));
    assert_eq!(holds("k <= 4 or k != 5 or rule = 'adam'"), Ok(false));
    assert_eq!(holds("rule != 'adam' and step < 1"), Ok(true));
    assert!(holds("k").unwrap_err().contains("compares two"));
    assert!(holds("1/(k - 5) > 2").unwrap_err().contains("cannot be compared"));
    assert!(holds("k = 'five'").is_err());
}

#[test]
fn a_recipe_takes_its_numbers() {
    let tree: Tree = serde_json::from_str(r#"{"a": ["{eta}", "x"], "method": "{rule}"}"#).unwrap();
    assert_eq!(
        serde_json::to_string(&scope().recipe(&tree).unwrap()).unwrap(),
        r#"{"a":[0.5,"x"],"method":"momentum"}"#
    );
}

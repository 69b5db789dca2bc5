//! Each way to read a key: what it takes, and what it says of the rest.

use alloc::vec;

use super::*;

/// What is read of an object at `runs[0]`, and the faults, a line each.
fn read<T>(json: &str, read: impl FnOnce(&mut Fields) -> T) -> (T, Vec<String>) {
    let tree = serde_json::from_str(json).unwrap();
    let mut faults = Vec::new();
    let found = read(&mut Fields::of(&tree, "runs[0]", &mut faults).unwrap());
    (found, faults.iter().map(ToString::to_string).collect())
}

fn fine<T>(found: T) -> (T, Vec<String>) {
    (found, vec![])
}

fn refused<T>(line: &str) -> (Option<T>, Vec<String>) {
    (None, vec![line.to_string()])
}

#[test]
fn a_number_is_finite_and_not_below_the_least() {
    let number = |json: &str| read(json, |fields| fields.number("a", 0.5));
    assert_eq!(number(r#"{"a":0.5}"#), fine(Some(0.5)));
    assert_eq!(number(r#"{"a":1e300}"#), fine(Some(1e300)));
    assert_eq!(number(r#"{"b":0.5,"a":null}"#), fine(None));
    assert_eq!(number(r#"{"a":0.4}"#), refused("runs[0].a: 0.4; allowed is a finite number from 0.5 up"));
    assert_eq!(number(r#"{"a":"1"}"#), refused("runs[0].a: \"1\"; allowed is a finite number from 0.5 up"));
    let any = |json: &str| read(json, |fields| fields.number("a", f64::NEG_INFINITY));
    assert_eq!(any(r#"{"a":-1e300}"#), fine(Some(-1e300)));
    assert_eq!(any(r#"{"a":true}"#), refused("runs[0].a: true; allowed is a finite number"));
}

#[test]
fn a_whole_number_lies_between_both_ends_or_on_them() {
    let whole = |json: &str| read(json, |fields| fields.whole("a", 2, 4));
    assert_eq!([2, 3, 4].map(|n| whole(&format!(r#"{{"a":{n}}}"#))), [2, 3, 4].map(|n| fine(Some(n))));
    for wrong in ["1", "5", "2.5", "-3"] {
        let line = format!("runs[0].a: {wrong}; allowed is a whole number from 2 to 4");
        assert_eq!(whole(&format!(r#"{{"a":{wrong}}}"#)), refused(&line));
    }
    let one = read(r#"{"a":2}"#, |fields| fields.whole("a", 1, 1));
    assert_eq!(one, refused("runs[0].a: 2; allowed is 1"));
}

#[test]
fn a_wrong_number_has_a_nearest_right_one() {
    let nearest = |json: &str, read: fn(&mut Fields) -> Option<f64>| {
        let (tree, mut faults) = (serde_json::from_str(json).unwrap(), Vec::new());
        assert_eq!(read(&mut Fields::of(&tree, "", &mut faults).unwrap()), None, "{json}");
        faults[0].nearest
    };
    let whole = |fields: &mut Fields| fields.whole("a", 2, 4).map(|n| n as f64);
    let cases = [r#"{"a":-7}"#, r#"{"a":2.4}"#, r#"{"a":3.5}"#, r#"{"a":9}"#, r#"{"a":"x"}"#];
    assert_eq!(cases.map(|json| nearest(json, whole)), [Some(2.0), Some(2.0), Some(4.0), Some(4.0), None]);
    assert_eq!(nearest(r#"{"a":-1}"#, |fields| fields.number("a", 0.5)), Some(0.5));
}

#[test]
fn words_texts_and_switches_are_taken_as_they_are_meant() {
    let word = |json: &str| read(json, |fields| fields.word("a", &[("one", 1), ("two", 2), ("three", 3)]));
    assert_eq!([word(r#"{"a":"one"}"#), word(r#"{"a":"three"}"#)], [fine(Some(1)), fine(Some(3))]);
    assert_eq!(word(r#"{"a":"four"}"#), refused("runs[0].a: \"four\"; allowed is one, two or three"));
    assert_eq!(read(r#"{"a":"x"}"#, |fields| fields.text("a").map(str::to_string)), fine(Some("x".to_string())));
    assert_eq!(read(r#"{"a":1}"#, |fields| fields.text("a").map(drop)), refused("runs[0].a: 1; allowed is a text"));
    let flag = |json: &str| read(json, |fields| fields.flag("a"));
    assert_eq!([flag(r#"{"a":true}"#), flag(r#"{"a":false}"#), flag("{}")], [Some(true), Some(false), None].map(fine));
    assert_eq!(flag(r#"{"a":1}"#), refused("runs[0].a: 1; allowed is true or false"));
}

#[test]
fn a_list_has_so_many_finite_numbers() {
    let numbers = |json: &str| read(json, |fields| fields.numbers("a", 2));
    assert_eq!(numbers(r#"{"a":[3,-4]}"#), fine(Some(vec![3.0, -4.0])));
    for (wrong, given) in [("[3]", "a list of 1"), ("[1,2,3]", "a list of 3"), ("5", "5")] {
        let line = format!("runs[0].a: {given}; allowed is a list of 2 finite numbers");
        assert_eq!(numbers(&format!(r#"{{"a":{wrong}}}"#)), refused(&line));
    }
    assert_eq!(numbers(r#"{"a":[1,"x"]}"#), refused("runs[0].a[1]: \"x\"; allowed is a finite number"));
}

#[test]
fn what_must_be_there_and_is_not_is_told() {
    let required = |json: &str| read(json, |fields| fields.required("a", "a thing").cloned());
    assert_eq!(required(r#"{"a":5}"#), fine(Some(5.0.into())));
    assert_eq!(required(r#"{"a":null}"#), refused("runs[0].a: missing; needed is a thing"));
}

#[test]
fn what_nobody_asked_for_is_refused_with_what_is_known() {
    let told = |json: &str| {
        let (tree, mut faults) = (serde_json::from_str(json).unwrap(), Vec::new());
        let mut fields = Fields::of(&tree, "", &mut faults).unwrap();
        for key in ["b", "a", "hidden", "a"] {
            fields.any(key);
        }
        fields.last(&["b"]);
        fields.forget("hidden");
        fields.finish("it");
        faults.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(told(r#"{"a":1,"b":2,"hidden":3}"#), [""; 0]);
    assert_eq!(told(r#"{"c":1}"#), ["c: unknown; it knows a, b"]);
    assert_eq!(told(r#"{"c":1,"hidden":3}"#), ["c: unknown; it knows a, hidden, b"]);
}

#[test]
fn something_else_than_an_object_is_refused() {
    let mut faults = Vec::new();
    assert!(Fields::of(&Tree::Number(1.0), "runs[0]", &mut faults).is_none());
    assert_eq!(faults[0].to_string(), "runs[0]: 1; allowed is an object");
}

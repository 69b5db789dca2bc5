//! The JavaScript exports in a real browser: same numbers, readable errors.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Float64Array, JSON, Reflect};
use ponder_tests::{plan, two_points};
use ponder_wasm::{Run, check_recipe, step, trajectory};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn object(json: &str) -> JsValue {
    JSON::parse(json).expect("the test's recipe is JSON")
}

fn property(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &key.into()).expect("an object")
}

fn message(error: &JsValue) -> String {
    property(error, "message").as_string().expect("an Error has a message")
}

#[wasm_bindgen_test]
fn a_trajectory_crosses_the_border_unchanged() {
    let json = two_points("nesterov", "", 300);
    let there = trajectory(object(&json)).expect("a right recipe").to_vec();
    let here = plan(&json).trajectory();
    assert_eq!(there.len(), 301 * 3);
    assert!(there.iter().zip(&here).all(|(a, b)| a.to_bits() == b.to_bits()));
}

#[wasm_bindgen_test]
fn a_run_handle_walks_through_the_same_points() {
    let json = two_points("momentum", "", 5);
    let whole: Float64Array = trajectory(object(&json)).expect("a right recipe");
    let mut run = Run::new(object(&json), 0.0, Some(2.0)).expect("a right recipe");
    for t in 2..=5 {
        let entry = run.next().expect("an entry");
        assert_eq!(property(&entry, "t").as_f64(), Some(f64::from(t)));
        assert_eq!(property(&entry, "loss").as_f64(), Some(whole.get_index(t * 3 + 2)));
        assert_eq!(property(&entry, "gradient").is_null(), t == 5);
    }
    assert!(run.next().expect("null").is_null());
}

#[wasm_bindgen_test]
fn a_step_knows_its_parts() {
    let entry = step(object(&two_points("gradient-descent", "", 3)), 0.0, 0.0).expect("an entry");
    let gradient = Array::from(&property(&entry, "gradient"));
    assert!((gradient.get(0).as_f64().expect("a number") + 0.005_492_319_215_639_863).abs() < 1e-12);
    let parts = Array::from(&property(&entry, "parts"));
    assert_eq!(property(&parts.get(1), "part").as_string().as_deref(), Some("gradient"));
}

#[wasm_bindgen_test]
fn what_is_wrong_comes_as_an_error_with_a_place() {
    let good = two_points("momentum", "", 10);
    let cases = [
        (
            good.replace("\"momentum\"", "\"momentun\""),
            "runs[0].method",
            "gradient-descent, momentum, nesterov, adagrad",
        ),
        (good.replace("\"start\"", "\"strat\""), "runs[0].strat", "momentum knows"),
        (good.replace("[-2,-2]", "[-2]"), "runs[0].start", "a list of 2 finite numbers"),
        (good.replace("\"steps\":10", "\"steps\":0"), "steps", "a whole number from 1 to 1000000"),
        (good.replace("\"steps\":10", "\"steps\":1e9"), "steps", "a whole number from 1 to 1000000"),
        (good.replace("\"two-points\"", "[]"), "surface.data", "1 to 10000 points"),
    ];
    for (json, path, allowed) in cases {
        let error = trajectory(object(&json)).expect_err("a wrong recipe");
        assert_eq!(property(&error, "path").as_string().as_deref(), Some(path), "{json}");
        assert!(message(&error).contains(allowed), "{}", message(&error));
        assert!(Array::from(&check_recipe(object(&json)).expect("a list")).length() > 0);
    }
    assert_eq!(Array::from(&check_recipe(object(&good)).expect("a list")).length(), 0);
}

#[wasm_bindgen_test]
fn numbers_that_json_does_not_know_are_refused() {
    let recipe = object(&two_points("momentum", "", 10));
    Reflect::set(&recipe, &"steps".into(), &f64::NAN.into()).expect("an object");
    assert!(message(&trajectory(recipe).expect_err("NaN steps")).starts_with("steps: NaN; allowed is"));
}

#[wasm_bindgen_test]
fn what_is_no_recipe_is_refused() {
    let deep = object(&format!("{}{}", "[".repeat(5000), "]".repeat(5000)));
    assert!(message(&trajectory(deep).expect_err("too deep")).contains("deeper than 32"));
    for value in [JsValue::NULL, JsValue::UNDEFINED, JsValue::from(3.0), JsValue::from("x"), JsValue::symbol(None)] {
        assert!(!message(&trajectory(value).expect_err("no recipe")).is_empty());
    }
    let good = two_points("momentum", "", 10);
    for t in [-1.0, 0.5, 11.0, f64::NAN, f64::INFINITY] {
        assert!(message(&step(object(&good), 0.0, t).expect_err("no such step")).starts_with("t: "));
    }
}

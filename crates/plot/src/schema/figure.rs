//! What a figure has besides its recipe: its view and its questions.

use ponder::Tree;

use super::{any, bound, least, list, numbers, object, of, typed, whole, with};
use crate::curves::CURVES;
use crate::layer::LAYERS;
use crate::theme::HUES;
use crate::view::{HEIGHTS, MAX_LEVELS, knobs, parts};

pub(super) fn view() -> Tree {
    let layers: Vec<&str> = LAYERS.iter().map(|layer| layer.id).collect();
    let camera = vec![
        ("yaw", typed("number")),
        ("pitch", with(typed("number"), [("minimum", 5.0.into()), ("maximum", 85.0.into())])),
    ];
    let levels = any(vec![whole([1.0, MAX_LEVELS as f64]), list(typed("number"), [1, MAX_LEVELS])]);
    let keys = vec![
        ("views", words(&parts())),
        ("window", list(numbers(2), [2, 2])),
        ("levels", levels),
        ("height", one(&HEIGHTS.map(|(name, _)| name))),
        ("palette", one(&HUES.map(|(name, _)| name))),
        ("camera", object(camera, &[])),
        ("layers", words(&layers)),
        ("curves", with(words(&CURVES.map(|(name, _)| name)), [("minItems", 1.0.into())])),
        ("knobs", words(&knobs())),
        ("theme", one(&["light", "dark", "auto"])),
    ];
    object(keys, &[])
}

/// One of these words.
fn one(words: &[&str]) -> Tree {
    of("enum", Tree::List(words.iter().map(|word| (*word).into()).collect()))
}

/// A list of different ones.
fn words(words: &[&str]) -> Tree {
    with(typed("array"), [("items", one(words)), ("uniqueItems", Tree::Bool(true))])
}

/// One schema for each kind of question.
pub(super) fn questions() -> Vec<Tree> {
    let says = || with(typed("string"), [("pattern", r"\S".into())]);
    let option = object(vec![("text", says()), ("right", typed("boolean")), ("why", typed("string"))], &["text"]);
    let several = |items: Tree| with(typed("array"), [("items", items), ("minItems", 2.0.into())]);
    let answer = |value: Tree| {
        let exact = object(vec![("value", value.clone()), ("tolerance", least("minimum", 0.0))], &["value"]);
        ("answer", any(vec![value, exact]))
    };
    let event = any(vec![one(&["u-turn", "uphill", "plateau"]), bound()]);
    let moments = vec![least("minimum", 0.0), of("const", "end".into()), object(vec![("event", event)], &["event"])];
    let question = |kind: &str, own: Option<(&'static str, Tree)>| {
        let mut keys = vec![("id", typed("string")), ("at", any(moments.clone())), ("kind", of("const", kind.into()))];
        keys.extend([("ask", says()), ("why", typed("string"))]);
        let options = own.as_ref().filter(|(key, _)| *key == "options").map(|(key, _)| *key);
        keys.extend(own);
        object(keys, &["at", "kind", "ask"].into_iter().chain(options).collect::<Vec<_>>())
    };
    vec![
        question("choose", Some(("options", several(option)))),
        question("order", Some(("options", several(typed("string"))))),
        question("click", Some(answer(numbers(2)))),
        question("draw", Some(answer(numbers(2)))),
        question("type", Some(answer(typed("number")))),
    ]
}

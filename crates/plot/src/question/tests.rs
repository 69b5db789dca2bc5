//! Questions that can be asked, and others.

use super::*;

/// The paths of all that is wrong with a list of questions, for a figure of 20 steps.
fn wrong(json: &str) -> Vec<String> {
    let (mut faults, tree) = (Vec::new(), serde_json::from_str(json).unwrap());
    Question::list(&tree, "ponders", 20, &mut faults);
    faults.into_iter().map(|fault| fault.path).collect()
}

#[test]
fn what_can_be_asked_is_taken() {
    let fine = r#"[
        {"at": 3, "kind": "click", "ask": "Where?"},
        {"at": 0, "kind": "choose", "ask": "?", "id": "a", "options": [{"text": "x", "right": true}, {"text": "y", "why": "no"}]},
        {"at": "end", "kind": "order", "ask": "?", "options": ["1", "2"]},
        {"at": {"event": "u-turn"}, "kind": "type", "ask": "?", "answer": {"value": 2, "tolerance": 1}},
        {"at": {"event": {"loss_below": 0.1}}, "kind": "draw", "ask": "?", "answer": [1, 2], "why": "so"}
    ]"#;
    assert_eq!(wrong(fine), Vec::<String>::new());
}

#[test]
fn what_nobody_could_ask_is_refused_with_its_place() {
    let cases = [
        ("{}", "ponders"),
        (r#"["Where?"]"#, "ponders[0]"),
        (r#"[{"at": 3, "kind": "guess", "ask": "?"}]"#, "ponders[0].kind"),
        (r#"[{"at": 3, "kind": "click"}]"#, "ponders[0].ask"),
        (r#"[{"at": "soon", "kind": "click", "ask": "?"}]"#, "ponders[0].at"),
        (r#"[{"at": 21, "kind": "click", "ask": "?"}]"#, "ponders[0].at"),
        (r#"[{"at": {"event": "down"}, "kind": "click", "ask": "?"}]"#, "ponders[0].at.event"),
        (r#"[{"at": 3, "kind": "click", "ask": "?", "hint": "x"}]"#, "ponders[0].hint"),
        (
            r#"[{"at": 3, "kind": "choose", "ask": "?", "options": [{"text": "a"}, {"text": "b"}]}]"#,
            "ponders[0].options",
        ),
        (r#"[{"at": 3, "kind": "order", "ask": "?", "options": ["only"]}]"#, "ponders[0].options"),
        (r#"[{"at": 3, "kind": "click", "ask": "?", "answer": [1]}]"#, "ponders[0].answer"),
        (r#"[{"at": 3, "kind": "type", "ask": "?", "answer": "3"}]"#, "ponders[0].answer"),
        (
            r#"[{"at": 3, "kind": "type", "ask": "?", "id": "a"}, {"at": 4, "kind": "type", "ask": "?", "id": "a"}]"#,
            "ponders[1].id",
        ),
    ];
    for (json, path) in cases {
        assert_eq!(wrong(json), [path], "{json}");
    }
}

#[test]
fn a_list_beyond_all_bounds_is_one_fault() {
    let question = r#"{"at": 3, "kind": "click", "ask": "Where?"}"#;
    let list = |count: usize| format!("[{}]", vec![question; count].join(","));
    assert_eq!(wrong(&list(MAX_QUESTIONS)), Vec::<String>::new());
    assert_eq!(wrong(&list(MAX_QUESTIONS + 1)), ["ponders"]);
}

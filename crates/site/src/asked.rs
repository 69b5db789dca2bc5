//! The questions of a figure, without their answers: for paper and for readers without JavaScript, who predict as well.

use std::fmt::Write as _;

use crate::html::escape;
use crate::question::{At, Kind, Question};

/// One list: every question where it waits. Empty without questions.
#[must_use]
pub fn list(questions: &[Question]) -> String {
    let mut out = String::new();
    for question in questions {
        let place = if questions.len() > 1 { place(question.at) } else { String::new() };
        let _ = writeln!(out, "<li><p>{place}{}</p>\n{}</li>", escape(&question.ask), options(question));
    }
    if out.is_empty() { out } else { format!("<ol class=\"asked\">\n{out}</ol>\n") }
}

fn place(at: At) -> String {
    match at {
        At::Step(t) => format!("<b>At step {t}.</b> "),
        At::End => "<b>At the end.</b> ".into(),
        At::Event(_) => String::new(),
    }
}

/// The options as they stand; what is to be put in order stands by the alphabet, since its own order is the answer.
fn options(question: &Question) -> String {
    let mut texts: Vec<_> = question.choices.iter().map(|choice| escape(&choice.text)).collect();
    if question.kind == Kind::Order {
        texts.sort();
    }
    let items: String = texts.iter().map(|text| format!("<li>{text}</li>\n")).collect();
    if items.is_empty() { items } else { format!("<ol>\n{items}</ol>\n") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(json: &str) -> String {
        list(&crate::question::read(&serde_json::from_str(json).unwrap(), 9).unwrap())
    }

    #[test]
    fn the_right_option_looks_like_the_others() {
        let one = r#"{"id": "q", "at": 3, "kind": "choose", "ask": "Up & on?", "why": "Z.",
            "options": [{"text": "a", "right": true}, {"text": "b", "why": "No."}]}"#;
        let html = asked(one);
        assert_eq!(
            html,
            "<ol class=\"asked\">\n<li><p>Up &amp; on?</p>\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n</li>\n</ol>\n"
        );
        assert!(asked(&format!("[{one}, {}]", one.replace("\"q\"", "\"r\""))).contains("<b>At step 3.</b> Up"));
    }

    #[test]
    fn an_order_is_not_given_away() {
        let html =
            asked(r#"{"id": "q", "at": 0, "kind": "order", "ask": "Sort.", "why": "Z.", "options": ["b", "a"]}"#);
        assert!(html.find("<li>a").unwrap() < html.find("<li>b").unwrap(), "{html}");
    }
}

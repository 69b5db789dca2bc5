//! The answers of a page's questions, for paper and for readers without JavaScript.

use std::fmt::Write as _;

use crate::figure::{Exhibits, Figure};
use crate::html::escape;
use crate::maths::Maths;
use crate::number::answer;
use crate::question::{At, Kind, Question};
use crate::recall;
use crate::record::Record;

/// One list: every question of a figure with its answer and the reason, then what the exhibits answer, then the closing
/// questions. Empty without questions.
#[must_use]
pub fn list(exhibits: &Exhibits, asked: &[String]) -> String {
    let mut out = String::new();
    for figure in &exhibits.figures {
        let Some(record) = exhibits.record(&figure.id) else { continue };
        for question in &figure.questions {
            let _ = writeln!(out, "<li>{}</li>", one(figure, question, record));
        }
    }
    for item in asked {
        let _ = writeln!(out, "<li>{item}</li>");
    }
    let closing = recall::page::answers(&exhibits.recalls, &Maths::default());
    out += &closing.expect("its formulas were set when it was read");
    if out.is_empty() { out } else { format!("<ol class=\"answers\">\n{out}</ol>\n") }
}

fn one(figure: &Figure, question: &Question, record: &Record) -> String {
    let (title, ask, why) =
        (escape(&figure.title), escape(&question.ask), escape(question.why.as_deref().unwrap_or_default()));
    format!("<p><b>{title}.</b> {ask}</p>\n{}<p>{why}</p>", said(figure, question, record))
}

fn said(figure: &Figure, question: &Question, record: &Record) -> String {
    let items = |mark: fn(&crate::question::Choice) -> String| -> String {
        question.choices.iter().map(|choice| format!("<li>{}</li>\n", mark(choice))).collect()
    };
    match question.kind {
        Kind::Order => format!("<ol>\n{}</ol>\n", items(|choice| escape(&choice.text))),
        Kind::Choose => format!(
            "<ul>\n{}</ul>\n",
            items(|choice| {
                let text = escape(&choice.text);
                let text = if choice.right { format!("<strong>{text}</strong>") } else { text };
                choice.why.as_ref().map_or(text.clone(), |why| format!("{text} {}", escape(why)))
            })
        ),
        Kind::Click | Kind::Draw | Kind::Type => {
            format!("<p><strong>{}</strong></p>\n", truth(figure, question, record))
        }
    }
}

/// The stated answer, or the run's own: a click is where the run stands when the next question waits or at the end, a
/// typed number its loss there, a drawn arrow the next point.
fn truth(figure: &Figure, question: &Question, record: &Record) -> String {
    let step = |at| match at {
        At::Step(t) => Some(t),
        At::End => Some(record.plan().steps()),
        At::Event(_) => None,
    };
    let Some(now) = step(question.at) else { return "Where the run itself gets to.".into() };
    let later = figure.questions.iter().filter_map(|other| step(other.at)).filter(|&t| t > now);
    let target = later.min().unwrap_or(record.plan().steps());
    let own = match question.kind {
        Kind::Draw => record.point(0, (now + 1).min(record.plan().steps())).0.to_vec(),
        Kind::Type => vec![record.loss(0, target)],
        _ => record.point(0, target).0.to_vec(),
    };
    let numbers = if question.answer.is_empty() { &own } else { &question.answer };
    let said: Vec<_> = numbers.iter().map(|&n| answer(n)).collect();
    if said.len() == 1 { said.concat() } else { format!("({})", said.join(",\u{a0}")) }
}

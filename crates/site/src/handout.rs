//! A lesson's handout: its figures and questions with room to write, and the answers on a last sheet.

use std::fmt::Write as _;

use crate::exhibit;
use crate::fence::{Fence, Kind};
use crate::figure::{Exhibits, Figure};
use crate::html::escape;
use crate::maths::Maths;
use crate::poster::posters;
use crate::problem::{Problems, Source};
use crate::question::{At, Kind as Asks, Question};
use crate::recall::{self, Recall};
use crate::{answers, derivation};

/// The sheets of a lesson: what it asks in the order it asks it, then the answers.
pub fn sheets(source: &Source, fences: &[Fence<'_>], exhibits: &Exhibits) -> Result<String, Problems> {
    let maths = Maths::default();
    let (mut out, mut solved) = (String::new(), String::new());
    for fence in fences {
        let wrong = |message: String| source.problem(fence.offset, message);
        match fence.kind {
            Kind::Figure => {
                let found =
                    exhibits.figures.iter().find(|figure| figure.id == fence.name && !figure.questions.is_empty());
                if let Some(figure) = found {
                    out += &asked(figure, exhibits).map_err(wrong)?;
                }
            }
            Kind::Recall => {
                let found = exhibits.recalls.iter().find(|recall| recall.offset == fence.offset);
                out += &found.map_or(Ok(String::new()), |recall| recalled(recall, &maths)).map_err(wrong)?;
            }
            Kind::Derivation => {
                let (blank, full) = derived(source, fence, exhibits, &maths)?;
                out += &blank;
                solved += &full;
            }
            _ => {}
        }
    }
    let answers = answers::list(exhibits, &[]);
    Ok(format!("{out}<section class=\"last\">\n<h2>Answers</h2>\n{answers}{solved}</section>\n"))
}

/// A figure as it stands at its first question, and every question with room for the answer.
fn asked(figure: &Figure, exhibits: &Exhibits) -> Result<String, String> {
    let record = exhibits.record(&figure.id).ok_or("no such record")?;
    let mut out = format!(
        "<section class=\"sheet\">\n<h2>{}</h2>\n{}<ol class=\"asked\">\n",
        escape(&figure.title),
        posters(figure, record)?
    );
    for question in &figure.questions {
        let place = match question.at {
            At::Step(t) if figure.questions.len() > 1 => format!("<b>At step {t}.</b> "),
            _ => String::new(),
        };
        let _ =
            writeln!(out, "<li><p>{place}{}</p>\n{}</li>", escape(&question.ask), room(question.kind, texts(question)));
    }
    Ok(out + "</ol>\n</section>\n")
}

/// A closing question, as its first variant asks it.
fn recalled(recall: &Recall, maths: &Maths) -> Result<String, String> {
    let Some(variant) = recall.variants.first() else { return Ok(String::new()) };
    let title = recall.from.map_or_else(|| "At the end".to_owned(), |from| format!("From lesson {from}"));
    let texts = variant.options().into_iter().map(|text| maths.words(text)).collect::<Result<Vec<_>, _>>()?;
    let kind = match variant.body {
        recall::Body::Choose { .. } => Asks::Choose,
        recall::Body::Type { .. } => Asks::Type,
        recall::Body::Order(_) => Asks::Order,
    };
    let (ask, room) = (maths.words(&variant.ask)?, room(kind, texts));
    Ok(format!(
        "<section class=\"sheet\">\n<h2>{title}</h2>\n<ol class=\"asked\">\n<li><p>{ask}</p>\n{room}</li></ol>\n</section>\n"
    ))
}

/// Boxes to tick, places to number, or lines to write on.
fn room(kind: Asks, mut texts: Vec<String>) -> String {
    let line = "<p class=\"blank\"></p>\n";
    match kind {
        Asks::Choose => format!("<ul class=\"boxes\">\n{}</ul>\n<p class=\"why\">Because</p>\n{line}", items(&texts)),
        Asks::Order => {
            // Its own order is the answer.
            texts.sort();
            format!(
                "<ul class=\"boxes\">\n{}</ul>\n<p class=\"why\">Number them, and say why</p>\n{line}",
                items(&texts)
            )
        }
        Asks::Click => format!("<p class=\"why\">Mark it on the map, and say why</p>\n{line}"),
        Asks::Draw => format!("<p class=\"why\">Draw it on the map, and say why</p>\n{line}"),
        Asks::Type => format!("<p class=\"why\">Your number, and how you got it</p>\n{line}{line}"),
    }
}

fn texts(question: &Question) -> Vec<String> {
    question.choices.iter().map(|choice| escape(&choice.text)).collect()
}

fn items(texts: &[String]) -> String {
    texts.iter().map(|text| format!("<li>{text}</li>\n")).collect()
}

/// A derivation with only its first line and the reasons; and whole, for the last sheet.
fn derived(
    source: &Source,
    fence: &Fence<'_>,
    exhibits: &Exhibits,
    maths: &Maths,
) -> Result<(String, String), Problems> {
    let wrong = |message: String| source.problem(fence.offset, message);
    let derivation = derivation::read(source, fence)?;
    let title = escape(&derivation.title);
    let mut blank = format!("<section class=\"sheet\">\n<h2>{title}</h2>\n<ol class=\"steps\">\n");
    let mut full = format!("<h3>{title}</h3>\n<ol class=\"steps\">\n");
    for (i, line) in derivation.lines.iter().enumerate() {
        let formula = maths.render(&line.tex, true).map_err(wrong)?;
        let reason = exhibit::reason(&line.reason, exhibits, maths).map_err(wrong)?;
        let left = if i == 0 {
            format!("<div class=\"formula\">{formula}</div>")
        } else {
            "<p class=\"blank tall\"></p>".into()
        };
        let _ = writeln!(blank, "<li>{reason}\n{left}</li>");
        let _ = writeln!(full, "<li><div class=\"formula\">{formula}</div></li>");
    }
    Ok((blank + "</ol>\n</section>\n", full + "</ol>\n"))
}

//! What a fence becomes on the page.

use std::fmt::Write as _;

use crate::fence::{Fence, Kind};
use crate::figure::{Exhibits, Figure};
use crate::html::{escape, late, script};
use crate::maths::Maths;
use crate::number::{Digits, Place, write};
use crate::problem::{Problem, Problems, Source};
use crate::record::Record;
use crate::template::fill;
use crate::{algorithm, asked, caption, derivation, live, poster, recall};

/// The HTML of one fence; nothing for those that only feed others. `after` is the figure whose question the text around
/// it waits for.
pub fn render(
    source: &Source,
    fence: &Fence<'_>,
    exhibits: &Exhibits,
    maths: &Maths,
    after: Option<&str>,
) -> Result<String, Problems> {
    match fence.kind {
        Kind::Figure => {
            let found = exhibits.figures.iter().find(|figure| figure.id == fence.name);
            found.map_or(Ok(String::new()), |figure| {
                drawn(figure, exhibits).map_err(|message| source.problem(fence.offset, message).into())
            })
        }
        Kind::Recipe | Kind::Ponder => Ok(String::new()),
        Kind::Derivation => Ok(derived(source, fence, exhibits, maths)?),
        Kind::Algorithm => Ok(algorithm::render(source, fence, maths)?),
        Kind::Exhibit => live::render(source, fence, exhibits, after),
        Kind::Recall => {
            let found = exhibits.recalls.iter().find(|recall| recall.offset == fence.offset);
            let found = found.ok_or_else(|| source.problem(fence.offset, "no such question"))?;
            recall::page::render(found, maths).map_err(|message| source.problem(fence.offset, message).into())
        }
        Kind::Code => Ok(format!("<pre class=\"program\" tabindex=\"0\"><code>{}</code></pre>\n", escape(fence.text))),
    }
}

/// The element with its recipe, its poster, its caption, and its questions for paper.
pub fn drawn(figure: &Figure, exhibits: &Exhibits) -> Result<String, String> {
    let record = exhibits.record(&figure.id).ok_or("no such record")?;
    element(figure, record, &poster::posters(figure, record)?)
}

/// The same without a poster, for a place that only code opens.
pub fn bare(figure: &Figure, record: &Record) -> Result<String, String> {
    element(figure, record, "")
}

fn element(figure: &Figure, record: &Record, posters: &str) -> Result<String, String> {
    let json = serde_json::to_string(&figure.tree).map_err(|error| error.to_string())?;
    let (id, title) = (escape(&figure.id), escape(&figure.title));
    // A figure that asks nothing opens with its story told, like its poster.
    let told = || format!(" data-step=\"{}\"", figure.poster_step(record));
    let open = if figure.questions.is_empty() { told() } else { String::new() };
    let limit = if figure.questions.is_empty() { record.plan().steps() } else { figure.poster_step(record) };
    let asked = asked::list(&figure.questions);
    let asked = if asked.is_empty() { asked } else { late(&asked) };
    Ok(format!(
        "<figure class=\"live\" id=\"{id}\">\n<ponder-figure{open}>\n{}\n{}</ponder-figure>\n\
         <figcaption><b>{title}.</b> <span class=\"record\">{}</span></figcaption>\n</figure>\n{asked}",
        inert(&json),
        posters,
        escape(&(caption::record(record.plan()) + &caption::fairness(record.plan(), limit)))
    ))
}

/// A figure's JSON in a template: its keys and feedback are no part of the document before they are asked for.
fn inert(json: &str) -> String {
    format!("<template><script type=\"application/json\">{}</script></template>", script(json))
}

/// A derivation: its first line stands open, every other behind the reason that leads to it.
fn derived(source: &Source, fence: &Fence<'_>, exhibits: &Exhibits, maths: &Maths) -> Result<String, Problem> {
    let derivation = derivation::read(source, fence)?;
    let wrong = |message: String| source.problem(fence.offset, message);
    let mut out = format!("<section class=\"derivation\">\n<h3>{}</h3>\n<ol>\n", escape(&derivation.title));
    for (i, line) in derivation.lines.iter().enumerate() {
        let formula = maths.render(&line.tex, true).map_err(wrong)?;
        let reason = reason(&line.reason, exhibits, maths).map_err(wrong)?;
        let open = if i == 0 { " open" } else { "" };
        let _ = writeln!(
            out,
            "<li><details{open}><summary><span>{reason}</span></summary>\n<div class=\"formula\">{formula}</div></details></li>"
        );
    }
    let (numbers, value) = (escape(&derivation.numbers), write(derivation.value, Digits::Significant(6), Place::Prose));
    let count = derivation.lines.len();
    let _ = write!(
        out,
        "</ol>\n<p class=\"check\">Checked with numbers: at {numbers} each of the {count} lines is {value}.</p>\n</section>\n"
    );
    Ok(out)
}

/// The reason for a line, with its numbers and formulas.
pub fn reason(text: &str, exhibits: &Exhibits, maths: &Maths) -> Result<String, String> {
    maths.words(&fill(text, &exhibits.records, Place::Prose)?)
}

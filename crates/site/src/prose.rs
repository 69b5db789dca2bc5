//! The body of a lesson: Markdown into HTML, with its formulas, figures, derivations and notes in their places.
//!
//! Beside the usual Markdown: fences ([`crate::fence`]), formulas between dollars, templates between double braces, and
//! - `> [!note]` a note beside the text; `> [!caution]` a misprint of the course's slides and the right form;
//! - `<!-- after FIGURE/QUESTION -->` or `<!-- after KIND-1 -->` (the first exhibit of a kind) … `<!-- end -->` text that
//!   tells the outcome of a question: it waits in an inert
//!   template until the reader has committed, and stands in a `<noscript>` for readers without JavaScript;
//! - `<!-- rows: … -->` a mark ([`crate::mark`]).

mod block;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd, TextMergeWithOffset, html::push_html};

use crate::exhibit;
use crate::fence::{Fence, Kind, parser};
use crate::figure::Exhibits;
use crate::html::{escape, headers};
use crate::mark::Mark;
use crate::maths::Maths;
use crate::number::Place;
use crate::problem::{Problems, Source};
use crate::template::fill;

/// A section of a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its anchor.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Where it begins, in bytes.
    pub offset: usize,
}

/// The HTML of a body and its sections.
#[derive(Debug)]
pub struct Body {
    /// What stands between the lesson's head and its answers.
    pub html: String,
    /// Its sections, in order.
    pub sections: Vec<Section>,
    /// Its marks, in order.
    pub marks: Vec<Mark>,
}

/// Renders the body that begins at byte `from`.
pub fn render(source: &Source, from: usize, fences: &[Fence<'_>], exhibits: &Exhibits) -> Result<Body, Problems> {
    let body = &source.text[from..];
    let mut writer = Writer::new(source, exhibits, fences);
    for (event, range) in TextMergeWithOffset::new(parser(body).into_offset_iter()) {
        writer.offset = from + range.start;
        writer.event(event);
    }
    if let Some(held) = writer.held {
        writer.problems.0.push(source.problem(held.offset, "after: not closed by <!-- end -->"));
    }
    let html = headers(&tidy(&html(writer.events)));
    writer.problems.unless_any(Body { html, sections: writer.sections, marks: writer.marks })
}

fn html(events: Vec<Event<'_>>) -> String {
    let mut out = String::new();
    push_html(&mut out, events.into_iter());
    out
}

/// Inline styles of table cells as classes; a formula that has a paragraph to itself as a display.
fn tidy(html: &str) -> String {
    html.replace(" style=\"text-align: right\"", " class=\"right\"")
        .replace("<p><math display=\"block\"", "<p class=\"formula\"><math display=\"block\"")
}

const PUNCTUATION: [char; 8] = [',', '.', ';', ':', '?', '!', ')', '’'];

/// An open `after` block.
struct Held<'a> {
    /// Where it began.
    offset: usize,
    /// The figure whose question it waits for.
    figure: String,
    /// Its opening tag.
    open: String,
    /// The events before it.
    before: Vec<Event<'a>>,
}

struct Writer<'a> {
    source: &'a Source,
    exhibits: &'a Exhibits,
    all: &'a [Fence<'a>],
    fences: std::slice::Iter<'a, Fence<'a>>,
    maths: Maths,
    problems: Problems,
    sections: Vec<Section>,
    marks: Vec<Mark>,
    events: Vec<Event<'a>>,
    offset: usize,
    heading: Option<String>,
    /// How the block quotes that are open close, and where they began.
    quotes: Vec<(&'static str, usize)>,
    /// How deep in blocks the writer is, and where the last outermost one began: a note goes beside it.
    depth: usize,
    block: usize,
    /// Whether digits may be typed here: the course's own printed numbers are quoted in misprint notes.
    quoting: bool,
    in_code: bool,
    held: Option<Held<'a>>,
}

impl<'a> Writer<'a> {
    fn new(source: &'a Source, exhibits: &'a Exhibits, fences: &'a [Fence<'a>]) -> Self {
        Self {
            source,
            exhibits,
            all: fences,
            fences: fences.iter(),
            maths: Maths::default(),
            problems: Problems::default(),
            sections: Vec::new(),
            marks: Vec::new(),
            events: Vec::new(),
            offset: 0,
            heading: None,
            quotes: Vec::new(),
            depth: 0,
            block: 0,
            quoting: false,
            in_code: false,
            held: None,
        }
    }

    fn event(&mut self, event: Event<'a>) {
        // A note goes beside the block before it; a comment is no block.
        let beside = matches!(event, Event::Start(Tag::BlockQuote(_) | Tag::HtmlBlock));
        match event {
            Event::Start(_) if self.depth == 0 && !beside => self.block = self.events.len(),
            _ => {}
        }
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth -= 1,
            _ => {}
        }
        match event {
            Event::Start(Tag::CodeBlock(kind)) => self.open_code(kind),
            Event::End(TagEnd::CodeBlock) => self.close_code(),
            Event::Text(_) if self.in_code => {}
            Event::Text(text) => self.text(&text),
            Event::InlineMath(tex) => self.formula(&tex, false),
            Event::DisplayMath(tex) => self.formula(&tex, true),
            Event::Start(Tag::Heading { level, .. }) => self.open_heading(level),
            Event::End(TagEnd::Heading(level)) => self.close_heading(level),
            Event::Start(Tag::BlockQuote(kind)) => self.open_quote(kind),
            Event::End(TagEnd::BlockQuote(_)) => self.close_quote(),
            Event::Start(Tag::Table(sides)) => self.table(&sides),
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Html(comment) => self.comment(comment.trim()),
            Event::InlineHtml(tag) => self.fail(format!("\"{tag}\": HTML; a lesson is Markdown")),
            Event::Start(Tag::Image { .. }) => self.fail("a picture; a lesson shows figures".into()),
            other => self.events.push(other),
        }
    }

    fn fail(&mut self, message: String) {
        self.problems.0.push(self.source.problem(self.offset, message));
    }

    fn html(&mut self, html: String) {
        self.events.push(Event::Html(CowStr::from(html)));
    }

    fn text(&mut self, text: &str) {
        if !self.quoting && typed_decimal(text) {
            self.fail(format!("\"{}\": a typed decimal; a number that a recipe yields is a template", text.trim()));
        }
        match fill(text, &self.exhibits.records, Place::Prose) {
            Ok(filled) => {
                if let Some(heading) = &mut self.heading {
                    heading.push_str(&filled);
                }
                let rest = self.tie(&filled);
                self.events.push(Event::Text(CowStr::from(rest)));
            }
            Err(message) => self.fail(message),
        }
    }

    /// Ties the signs at the start of a text to the formula before it, as a line must not break there; the rest.
    fn tie(&mut self, text: &str) -> String {
        let rest = text.trim_start_matches(PUNCTUATION);
        let signs = &text[..text.len() - rest.len()];
        match self.events.last_mut() {
            Some(Event::InlineHtml(formula)) if !signs.is_empty() => {
                *formula = CowStr::from(format!("<span class=\"tied\">{formula}{}</span>", escape(signs)));
                rest.to_owned()
            }
            _ => text.to_owned(),
        }
    }

    fn formula(&mut self, tex: &str, display: bool) {
        let filled = fill(tex, &self.exhibits.records, Place::Formula);
        match filled.and_then(|tex| self.maths.render(&tex, display)) {
            Ok(mathml) => self.events.push(Event::InlineHtml(CowStr::from(mathml))),
            Err(message) => self.fail(message),
        }
    }

    /// A fence is rendered when it opens; its text has been read before.
    fn open_code(&mut self, kind: CodeBlockKind<'a>) {
        self.in_code = true;
        let CodeBlockKind::Fenced(_) = kind else { return self.fail("an indented block; fence program text".into()) };
        let Some(fence) = self.fences.next() else { return };
        if self.held.is_some() && fence.kind == Kind::Figure {
            return self.fail(format!("{}: a figure cannot wait for an answer", fence.name));
        }
        let after = self.held.as_ref().map(|held| held.figure.as_str());
        match exhibit::render(self.source, fence, self.exhibits, &self.maths, after) {
            Ok(html) => self.html(html),
            Err(found) => self.problems.0.extend(found.0),
        }
    }

    fn close_code(&mut self) {
        self.in_code = false;
    }
}

/// Whether digits, a point and digits stand outside templates.
fn typed_decimal(text: &str) -> bool {
    let outside = text.split("{{").map(|part| part.split_once("}}").map_or(part, |(_, rest)| rest));
    outside.into_iter().any(|words| {
        words.as_bytes().windows(3).any(|w| w[0].is_ascii_digit() && w[1] == b'.' && w[2].is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_found_outside_templates_only() {
        assert!(typed_decimal("falls to 0.4 after"));
        assert!(!typed_decimal("falls to {{loss a below 0.4}} after 3 steps."));
        assert!(typed_decimal("{{loss a @ 1}} and 0.5"));
    }
}

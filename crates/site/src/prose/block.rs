//! Headings, notes, tables, and text that waits for an answer.

use pulldown_cmark::{Alignment, BlockQuoteKind, CowStr, Event, HeadingLevel, Tag};

use super::{Held, Section, Writer, html};
use crate::html::{escape, slug, unscripted};
use crate::live;
use crate::mark::Mark;
use crate::question::At;

/// How a note closes.
const ASIDE: &str = "</aside>\n";

impl<'a> Writer<'a> {
    pub(super) fn open_heading(&mut self, level: HeadingLevel) {
        if level == HeadingLevel::H1 || self.held.is_some() {
            self.fail("a heading of the first level, or one that waits for an answer; sections begin with ##".into());
        }
        self.heading = Some(String::new());
        self.events.push(Event::Text("".into()));
    }

    /// The words of a heading are known when it closes; its opening tag is put before them.
    pub(super) fn close_heading(&mut self, level: HeadingLevel) {
        let title = self.heading.take().unwrap_or_default();
        let id = slug(&title);
        let taken = |id: &str| {
            self.sections.iter().any(|section| section.id == id) || ["text", "answers", "sources", "cite"].contains(&id)
        };
        if taken(&id) || self.exhibits.record(&id).is_some() {
            self.fail(format!("\"{title}\": another heading or a figure has the anchor {id}"));
        }
        let opened = self.events.iter().rposition(|event| *event == Event::Text("".into())).unwrap_or_default();
        self.events[opened] = Event::Html(CowStr::from(format!("<{level} id=\"{id}\">")));
        self.html(format!("</{level}>\n"));
        if level == HeadingLevel::H2 {
            self.sections.push(Section { id, title, offset: self.offset });
        }
    }

    pub(super) fn open_quote(&mut self, kind: Option<BlockQuoteKind>) {
        let (open, close) = match kind {
            Some(BlockQuoteKind::Note) => ("<aside class=\"note\">\n", ASIDE),
            Some(BlockQuoteKind::Caution) => {
                self.quoting = true;
                ("<aside class=\"note misprint\">\n<p class=\"label\">Misprint</p>\n", ASIDE)
            }
            Some(_) => return self.fail("allowed is [!note] or [!caution]".into()),
            None => ("<blockquote>\n", "</blockquote>\n"),
        };
        self.quotes.push((close, self.events.len()));
        self.html(open.into());
    }

    pub(super) fn close_quote(&mut self) {
        self.quoting = false;
        let Some((close, began)) = self.quotes.pop() else { return };
        self.html(close.into());
        if close == ASIDE {
            let aside = self.events.split_off(began);
            let block = self.events.split_off(self.block.min(began));
            self.html("<div class=\"noted\">\n".into());
            self.events.extend(aside.into_iter().chain(block));
            self.html("</div>\n".into());
        }
    }

    pub(super) fn table(&mut self, sides: &[Alignment]) {
        let known = sides.iter().all(|side| matches!(side, Alignment::None | Alignment::Right));
        if !known {
            self.fail("a column; allowed are `---` and, for numbers, `---:`".into());
        }
        self.events.push(Event::Start(Tag::Table(sides.to_vec())));
    }

    pub(super) fn comment(&mut self, comment: &str) {
        let inner = comment.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->")).map(str::trim);
        match inner {
            Some("end") => self.close_after(),
            Some(text) => match text.strip_prefix("after ").map(|name| self.waits(name.trim())) {
                Some(Ok((figure, open))) if self.held.is_none() => {
                    let before = std::mem::take(&mut self.events);
                    self.block = 0;
                    self.held = Some(Held { offset: self.offset, figure, open, before });
                }
                Some(Ok(_)) => self.fail("after: inside another; close that one with <!-- end -->".into()),
                Some(Err(message)) => self.fail(message),
                None => self.mark(text),
            },
            None => self.fail(format!("\"{comment}\": HTML; a lesson is Markdown")),
        }
    }

    /// A mark is an anchor. What waits is a template, where no link finds an anchor, so there it stands before it.
    fn mark(&mut self, comment: &str) {
        let Some(list) = comment.strip_prefix("rows:") else { return };
        match Mark::read(list.trim(), self.offset) {
            Ok(mark) => {
                let anchors: String =
                    mark.rows.iter().map(|row| format!("<span id=\"{row}\" class=\"mark\"></span>")).collect();
                let anchors = Event::Html(CowStr::from(anchors + "\n"));
                self.held.as_mut().map_or(&mut self.events, |held| &mut held.before).push(anchors);
                self.marks.push(mark);
            }
            Err(message) => self.fail(format!("rows: {message}")),
        }
    }

    /// For text that waits for `figure/question` or for an exhibit: what it waits for, and the opening tag.
    fn waits(&self, name: &str) -> Result<(String, String), String> {
        if !name.contains('/') {
            let before = &self.all[..self.all.len() - self.fences.len()];
            live::asking(name, before).map_err(|message| format!("after {name}: {message}"))?;
            return Ok((name.to_owned(), format!("<template class=\"after\" data-figure=\"{name}\">\n")));
        }
        let found = name.split_once('/').and_then(|(id, question)| {
            let figure = self.exhibits.figures.iter().find(|figure| figure.id == id)?;
            let question = figure.questions.iter().find(|other| other.id.as_deref() == Some(question))?;
            Some((figure, question))
        });
        let (figure, question) = found.ok_or_else(|| {
            format!("after {name}: no such question; write figure/question, or an exhibit as sweep-1")
        })?;
        let At::Step(step) = question.at else { return Err(format!("after {name}: the question has no fixed step")) };
        let (id, question) = (escape(&figure.id), escape(question.id.as_deref().unwrap_or_default()));
        let open = format!(
            "<template class=\"after\" data-figure=\"{id}\" data-question=\"{question}\" data-step=\"{step}\">\n"
        );
        Ok((figure.id.clone(), open))
    }

    fn close_after(&mut self) {
        let Some(Held { open, before, .. }) = self.held.take() else {
            return self.fail("end: nothing waits here".into());
        };
        let told = html(std::mem::replace(&mut self.events, before));
        self.block = self.events.len();
        let waiting =
            "<p class=\"waiting\" hidden>The next lines tell how it goes on. They wait for your answer above.</p>\n";
        self.html(format!("{waiting}{open}{told}</template>\n{}", unscripted(&told)));
    }
}

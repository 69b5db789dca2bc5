//! What every page has around its text: head, way round the course, foot.

use std::fmt::Write as _;

use crate::html::{escape, late};
use crate::prose::Section;

/// A lesson as the others see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number, from its file's name.
    pub number: usize,
    /// Its file's name without the ending: `02-gradient-descent`.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The question it answers.
    pub asks: String,
    /// The rows of the course's checklist that it meets, in words.
    pub rows: String,
}

/// What is inside a lesson's page.
#[derive(Debug)]
pub struct Inside<'a> {
    /// The lesson.
    pub entry: &'a Entry,
    /// Its sections.
    pub sections: &'a [Section],
    /// Its body.
    pub body: &'a str,
    /// Its answers, empty without questions.
    pub answers: &'a str,
}

/// A lesson's page among all lessons.
#[must_use]
pub fn lesson(inside: &Inside<'_>, all: &[Entry]) -> String {
    let Entry { number, title, asks, .. } = inside.entry;
    let (title, asks) = (escape(title), escape(asks));
    format!(
        "{}<body>\n<a class=\"skip\" href=\"#text\">Skip to the text</a>\n\
         <header class=\"site\"><a class=\"home\" href=\"../index.html\">Ponder</a></header>\n\
         <main id=\"text\">\n<article class=\"lesson\">\n\
         <header><p class=\"number\">Lesson {number}</p>\n<h1>{title}</h1>\n<p class=\"asks\">{asks}</p></header>\n\
         {}{}<p class=\"rows\">Rows of the course met here: {}.</p>\n{}</article>\n</main>\n{}</body>\n</html>\n",
        head(&format!("{title} · Ponder"), &asks, "../", inside.body),
        contents(inside),
        inside.body,
        escape(&inside.entry.rows),
        answers(inside.answers),
        foot(inside.entry, all)
    )
}

/// What exhibits and closing questions need is loaded where there are some; exhibits before page.js, so that they hear
/// first of printing.
fn head(title: &str, about: &str, up: &str, body: &str) -> String {
    let here = |element: &str, html: String| if body.contains(element) { html } else { String::new() };
    let script = |name: &str| format!("<script type=\"module\" src=\"{up}{name}.js\"></script>\n");
    let looks = here("<ponder-exhibit ", format!("<link rel=\"stylesheet\" href=\"{up}exhibits.css\">\n"));
    let code = here("<ponder-exhibit ", script("exhibits")) + &here("<ponder-recall ", script("recall"));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <meta name=\"description\" content=\"{about}\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"icon\" href=\"{up}icon.svg\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"{up}style.css\">\n\
         <link rel=\"stylesheet\" href=\"{up}posters.css\">\n{looks}\
         <noscript><link rel=\"stylesheet\" href=\"{up}fonts/fonts.css\"></noscript>\n<script type=\"module\" src=\"{up}ponder.js\"></script>\n\
         {code}<script type=\"module\" src=\"{up}page.js\"></script>\n</head>\n"
    )
}

/// The sections of the lesson, as links.
fn contents(inside: &Inside<'_>) -> String {
    let mut out = "<nav class=\"sections\" aria-label=\"In this lesson\">\n<ol>\n".to_owned();
    for Section { id, title } in inside.sections {
        let _ = writeln!(out, "<li><a href=\"#{id}\">{}</a></li>", escape(title));
    }
    if !inside.answers.is_empty() {
        out += "<li><a href=\"#answers\">Answers</a></li>\n";
    }
    out + "</ol>\n</nav>\n"
}

/// The answers, for paper and for readers without JavaScript.
fn answers(list: &str) -> String {
    if list.is_empty() {
        return String::new();
    }
    format!(
        "<section id=\"answers\" class=\"answers\">\n<h2>Answers</h2>\n<p>On screen every question answers for itself once you \
         have committed. On paper, all answers stand here.</p>\n{}</section>\n",
        late(list)
    )
}

/// The lessons before and after, and the way back.
fn foot(entry: &Entry, all: &[Entry]) -> String {
    let at = all.iter().position(|other| other.number == entry.number).unwrap_or_default();
    let link = |class: &str, words: &str, other: Option<&Entry>| {
        other.map_or_else(String::new, |other| {
            let title = escape(&other.title);
            format!("<a class=\"{class}\" href=\"{}.html\"><span>{words}</span> {title}</a>\n", other.name)
        })
    };
    let before = link("before", "Before", at.checked_sub(1).and_then(|i| all.get(i)));
    let next = link("next", "Next", all.get(at + 1));
    format!(
        "<footer class=\"site\">\n<nav aria-label=\"Lessons\">\n{before}{next}<a class=\"all\" href=\"../index.html#lessons\">All \
         lessons</a>\n</nav>\n</footer>\n"
    )
}

/// The list of lessons for the cover.
#[must_use]
pub fn list(all: &[Entry]) -> String {
    let mut out = "<ol class=\"lessons\">\n".to_owned();
    for Entry { number, name, title, asks, .. } in all {
        let (title, asks) = (escape(title), escape(asks));
        let link = format!("<a href=\"lessons/{name}.html\">{title}</a>");
        let _ = writeln!(out, "<li value=\"{number}\">{link} <span class=\"asks\">{asks}</span></li>");
    }
    out + "</ol>\n"
}

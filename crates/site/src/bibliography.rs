//! The bibliography: `www/bibliography.bib` as entries, as references on a page, and as a lesson's sources.

use std::fmt::Write as _;
use std::path::Path;

use crate::html::escape;
use crate::page::Entry;
use crate::problem::{Problem, Problems, Source};

/// The parts of the page: the word of `kind` and its heading.
const PARTS: [(&str, &str); 5] = [
    ("course", "The texts this course follows"),
    ("method", "Methods"),
    ("theory", "How and why they work"),
    ("practice", "Practice"),
    ("function", "Functions to walk on"),
];

const KEYS: [&str; 14] = [
    "kind",
    "author",
    "title",
    "howpublished",
    "journal",
    "booktitle",
    "publisher",
    "volume",
    "pages",
    "year",
    "doi",
    "eprint",
    "url",
    "note",
];

/// One entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Its key, which is also its anchor.
    pub key: String,
    fields: Vec<(String, String)>,
}

impl Work {
    fn field(&self, key: &str) -> Option<&str> {
        self.fields.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// Its whole reference, in HTML.
    #[must_use]
    pub fn reference(&self) -> String {
        let place = ["journal", "booktitle", "howpublished", "publisher"].into_iter().find_map(|key| self.field(key));
        let volume = self.field("volume").map(|volume| format!(" {volume}")).unwrap_or_default();
        let pages = self.field("pages").map(|pages| format!(", {}", pages.replace("--", "–"))).unwrap_or_default();
        let place = place.map(|place| format!("{place}{volume}{pages}"));
        let parts = [self.field("author").map(people), place, self.field("year").map(str::to_owned)];
        let [who, place, year] = parts.map(|part| part.map(|text| escape(&text)));
        let title = format!("<cite>{}</cite>", escape(self.field("title").unwrap_or_default()));
        let parts: Vec<_> = [who, Some(title), place, year].into_iter().flatten().collect();
        format!("{}.{}", parts.join(", "), self.links())
    }

    fn links(&self) -> String {
        let link = |words: String, url: String| format!(" <a href=\"{}\">{}</a>", escape(&url), escape(&words));
        let doi = self.field("doi").map(|doi| link(format!("doi:{doi}"), format!("https://doi.org/{doi}")));
        let eprint = self.field("eprint").map(|id| link(format!("arXiv:{id}"), format!("https://arxiv.org/abs/{id}")));
        let url = self.field("url").map(|url| {
            let host = url.trim_start_matches("https://").split('/').next().unwrap_or_default();
            link(host.to_owned(), url.to_owned())
        });
        [doi, eprint, url].into_iter().flatten().collect()
    }
}

/// `Khapra, Mitesh M. and Ye, Nan` as M. M. Khapra, N. Ye.
fn people(authors: &str) -> String {
    let one = |author: &str| {
        let (family, given) = author.split_once(", ").unwrap_or((author, ""));
        let initials: String =
            given.split(' ').filter_map(|name| name.chars().next()).map(|c| format!("{c}. ")).collect();
        format!("{initials}{family}")
    };
    authors.split(" and ").map(one).collect::<Vec<_>>().join(", ")
}

/// Reads the bibliography: one field a line, `key = {value},`; nothing else of BibTeX is needed here.
pub fn read(www: &Path) -> Result<Vec<Work>, Problems> {
    let source = Source::read(&www.join("bibliography.bib"))?;
    let mut works: Vec<Work> = Vec::new();
    for (line, text) in (1..).zip(source.text.lines()) {
        take(text.trim(), &mut works).map_err(|message| source.problem_on(line, message))?;
    }
    for work in &works {
        let known = work.field("kind").is_some_and(|kind| PARTS.iter().any(|(word, _)| *word == kind));
        if !known || work.field("title").is_none() {
            let message =
                format!("{}: needed are a title and a kind of course, method, theory, practice, function", work.key);
            return Err(source.problem_on(1, message).into());
        }
    }
    Ok(works)
}

fn take(text: &str, works: &mut Vec<Work>) -> Result<(), String> {
    if text.is_empty() || text == "}" || text.starts_with('%') {
        return Ok(());
    }
    if let Some(key) = text.strip_prefix('@').and_then(|rest| rest.split_once('{')?.1.strip_suffix(',')) {
        if works.iter().any(|work| work.key == key) {
            return Err(format!("{key}: stands twice"));
        }
        works.push(Work { key: key.to_owned(), fields: Vec::new() });
        return Ok(());
    }
    let field = text.split_once(" = {").and_then(|(key, value)| Some((key, value.strip_suffix("},")?)));
    let (key, value) = field
        .filter(|(key, _)| KEYS.contains(key))
        .ok_or_else(|| format!("\"{text}\"; a line reads `key = {{value}},` with a key of {}", KEYS.join(", ")))?;
    let work = works.last_mut().ok_or("a field before the first entry")?;
    work.fields.push((key.to_owned(), value.to_owned()));
    Ok(())
}

/// The sources of a lesson, linked into the bibliography; `wrong` makes a problem of a message.
pub fn sources(keys: &[String], works: &[Work], wrong: impl Fn(String) -> Problem) -> Result<String, Problems> {
    let mut out = String::new();
    for key in keys {
        let Some(work) = works.iter().find(|work| work.key == *key) else {
            let known: Vec<_> = works.iter().map(|work| work.key.as_str()).collect();
            return Err(
                wrong(format!("sources: \"{key}\" is not in bibliography.bib; it has {}", known.join(", "))).into()
            );
        };
        let about = format!("<a class=\"more\" href=\"../bibliography.html#{key}\">In the bibliography</a>");
        let _ = writeln!(out, "<li>{} {about}</li>", work.reference());
    }
    Ok(format!("<ul id=\"sources\" class=\"sources\">\n{out}</ul>\n"))
}

/// The page: every entry, and the lessons that lean on it. `used` are the lessons with their sources' keys.
#[must_use]
pub fn page(works: &[Work], used: &[(&Entry, &[String])]) -> String {
    let mut out = "<p>The whole list as BibTeX: <a href=\"bibliography.bib\">bibliography.bib</a>.</p>\n".to_owned();
    for (kind, heading) in PARTS {
        let _ = writeln!(out, "<h2 id=\"{kind}\">{heading}</h2>\n<ul class=\"references\">");
        for work in works.iter().filter(|work| work.field("kind") == Some(kind)) {
            let lessons: Vec<_> =
                used.iter().filter(|(_, keys)| keys.contains(&work.key)).map(|(entry, _)| entry.link("")).collect();
            let lessons = match lessons.is_empty() {
                true => String::new(),
                false => format!(" <span class=\"used\">Lesson: {}</span>", lessons.join(", ")),
            };
            let _ = writeln!(out, "<li id=\"{}\">{}{lessons}</li>", work.key, work.reference());
        }
        out += "</ul>\n";
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_becomes_a_reference() {
        let text = "@article{a,\n  kind = {method},\n  author = {Ba, Jimmy and Kingma, Diederik P.},\n  title = {X & Y},\n\
                    journal = {J},\n  volume = {2},\n  pages = {1--3},\n  year = {1999},\n  doi = {10.1/2},\n}\n";
        let mut works = Vec::new();
        text.lines().for_each(|line| take(line.trim(), &mut works).unwrap());
        let said = "J. Ba, D. P. Kingma, <cite>X &amp; Y</cite>, J 2, 1–3, 1999. <a href=\"https://doi.org/10.1/2\">doi:10.1/2</a>";
        assert_eq!(works[0].reference(), said);
        assert!(take("titel = {X},", &mut works).unwrap_err().contains("with a key of kind, author"));
        assert!(take("@book{a,", &mut works).unwrap_err().contains("twice"));
    }
}

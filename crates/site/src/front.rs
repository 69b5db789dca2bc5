//! The head of a lesson: title, question, rows, sources.
//!
//! ```text
//! ---
//! title: Gradient descent
//! asks: Which way is down?
//! rows: S1-18..S1-31, S1-100, E3, C3
//! sources: khapra, cauchy1847
//! ---
//! ```

use crate::problem::{Problem, Source};
use crate::rows::spelled_out;

/// What a lesson says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Front {
    /// Its title.
    pub title: String,
    /// The question it answers, in one sentence.
    pub asks: String,
    /// The rows of the course's checklist that it meets, ranges written out.
    pub rows: Vec<String>,
    /// The same as written, with words: `S1-18 to S1-31, S1-100`.
    pub said: String,
    /// The line that lists the rows.
    pub line_of_rows: usize,
    /// The keys of its sources in the bibliography.
    pub sources: Vec<String>,
    /// The line that lists the sources.
    pub line_of_sources: usize,
    /// Where the body starts, in bytes.
    pub body: usize,
}

const KEYS: &str = "title, asks, rows and sources";

/// Reads the head of a lesson.
pub fn parse(source: &Source) -> Result<Front, Problem> {
    let wrong = |line, message: String| source.problem_on(line, message);
    let Some(head) = source.text.strip_prefix("---\n") else {
        return Err(wrong(1, format!("no front matter; a lesson opens with --- and {KEYS}")));
    };
    let Some(end) = head.find("\n---\n") else {
        return Err(wrong(1, "the front matter is not closed by a line ---".into()));
    };
    let (mut title, mut asks, mut rows, mut sources) = (None, None, None, None);
    for (line, text) in (2..).zip(head[..end].lines()) {
        let (key, value) =
            text.split_once(':').ok_or_else(|| wrong(line, format!("\"{text}\"; write `key: value`")))?;
        let place = match key {
            "title" => &mut title,
            "asks" => &mut asks,
            "rows" => &mut rows,
            "sources" => &mut sources,
            _ => return Err(wrong(line, format!("{key}: unknown; the front matter knows {KEYS}"))),
        };
        if place.replace((line, value.trim().to_owned())).is_some() {
            return Err(wrong(line, format!("{key} stands twice")));
        }
    }
    let need = |place: Option<(usize, String)>, key| {
        let filled = place.filter(|(_, text)| !text.is_empty());
        filled.ok_or_else(|| wrong(1, format!("{key}: missing; the front matter needs {KEYS}")))
    };
    let (line, list) = need(rows, "rows")?;
    let rows = spelled_out(&list).map_err(|message| wrong(line, message))?;
    let (line_of_sources, list_of_sources) = need(sources, "sources")?;
    Ok(Front {
        title: need(title, "title")?.1,
        asks: need(asks, "asks")?.1,
        rows,
        said: list.replace("..", " to "),
        line_of_rows: line,
        sources: list_of_sources.split(',').map(|key| key.trim().to_owned()).collect(),
        line_of_sources,
        body: 4 + end + 5,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn front(text: &str) -> Result<Front, String> {
        parse(&Source { name: "x.md".into(), text: text.into() }).map_err(|problem| problem.to_string())
    }

    #[test]
    fn a_head_is_read_and_ranges_are_spelled_out() {
        let text = "---\ntitle: A: b\nasks: Why?\nrows: S1-08..S1-10, S0-01, E3\nsources: a, b\n---\nBody";
        let head = front(text).unwrap();
        assert_eq!(head.title, "A: b");
        assert_eq!(head.rows, ["S1-08", "S1-09", "S1-10", "S0-01", "E3"]);
        assert_eq!(head.said, "S1-08 to S1-10, S0-01, E3");
        assert_eq!((head.sources, head.line_of_rows), (vec!["a".to_owned(), "b".to_owned()], 4));
        assert_eq!(&text[head.body..], "Body");
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let said = |text| front(text).unwrap_err();
        assert_eq!(said("# Hi"), "x.md:1: no front matter; a lesson opens with --- and title, asks, rows and sources");
        let text = "---\ntitle: A\ntitel: B\n---\n";
        assert_eq!(said(text), "x.md:3: titel: unknown; the front matter knows title, asks, rows and sources");
        assert!(said("---\ntitle: A\nasks: B\n---\n").contains("rows: missing"));
        assert!(said("---\ntitle: A\nasks: B\nrows: S1-9..S1-3\n---\n").starts_with("x.md:4: \"S1-9..S1-3\""));
    }
}

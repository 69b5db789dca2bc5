//! The playground's place among the lessons: the fourteenth, as soon as `www/playground.html` exists.

use std::path::{Path, PathBuf};

use crate::page::Entry;
use crate::problem::{Problems, Source};

const NUMBER: usize = 14;
const PAGE: &str = "playground.html";

/// Puts it between the lessons, under the title and description of its own head; the page itself goes into the site.
pub fn add(www: &Path, all: &mut Vec<Entry>) -> Result<Vec<(PathBuf, Vec<u8>)>, Problems> {
    let path = www.join(PAGE);
    if !path.exists() || all.iter().any(|entry| entry.number == NUMBER) {
        return Ok(Vec::new());
    }
    let source = Source::read(&path)?;
    let between = |open: &str, close: &str| {
        let found = source.text.split_once(open).and_then(|(_, rest)| rest.split_once(close));
        found.map(|(text, _)| text.to_owned()).ok_or_else(|| source.problem_on(1, format!("{open}…{close}: missing")))
    };
    let title = between("<title>", "</title>")?;
    all.push(Entry {
        number: NUMBER,
        name: "playground".into(),
        href: PAGE.into(),
        title: title.split(" · ").next().unwrap_or_default().to_owned(),
        asks: between("<meta name=\"description\" content=\"", "\">")?,
        rows: String::new(),
    });
    all.sort_by_key(|entry| entry.number);
    Ok(vec![(PAGE.into(), source.text.into_bytes())])
}

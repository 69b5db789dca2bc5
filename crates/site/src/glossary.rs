//! The symbols: `www/glossary.txt` as a page with one column for each notation.

use std::fmt::Write as _;
use std::path::Path;

use crate::html::{escape, slug};
use crate::maths::Maths;
use crate::problem::{Problems, Source};
use crate::rows::spelled_out;

/// The notations: id and heading.
const NOTATIONS: [(&str, &str); 4] =
    [("course", "This course"), ("paperspace", "Paperspace"), ("dl-notes", "DL Notes"), ("pytorch", "PyTorch")];

/// One thing that has a symbol.
#[derive(Debug, Default)]
pub struct Term {
    name: String,
    rows: Vec<String>,
    /// Its sign in each notation, in HTML.
    signs: [String; 4],
    says: String,
}

/// Reads the list.
pub fn read(www: &Path) -> Result<Vec<Term>, Problems> {
    let source = Source::read(&www.join("glossary.txt"))?;
    let (maths, mut terms) = (Maths::default(), Vec::<Term>::new());
    for (line, text) in (1..).zip(source.text.lines()) {
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        take(text, &maths, &mut terms).map_err(|message| source.problem_on(line, message))?;
    }
    Ok(terms)
}

fn take(text: &str, maths: &Maths, terms: &mut Vec<Term>) -> Result<(), String> {
    let (key, value) = text.split_once(": ").ok_or_else(|| format!("\"{text}\"; write `key: value`"))?;
    if key == "name" {
        terms.push(Term { name: value.to_owned(), ..Term::default() });
        return Ok(());
    }
    let term = terms.last_mut().ok_or("a block begins with `name:`")?;
    match (key, NOTATIONS.iter().position(|(id, _)| *id == key)) {
        ("rows", _) => term.rows = spelled_out(value)?,
        ("says", _) => term.says = escape(&value.replace('\'', "’")),
        (_, Some(i)) => term.signs[i] = sign(value, maths)?,
        _ => return Err(format!("{key}: unknown; there are name, rows, course, paperspace, dl-notes, pytorch, says")),
    }
    Ok(())
}

/// Formulas between dollars, code between backticks.
fn sign(text: &str, maths: &Maths) -> Result<String, String> {
    if text == "-" {
        return Ok("<span class=\"quiet\">none</span>".into());
    }
    let mut out = String::new();
    for (i, part) in text.split('$').enumerate() {
        if i % 2 == 1 {
            out += &maths.render(part, false)?;
            continue;
        }
        for (j, word) in part.split('`').enumerate() {
            let word = escape(word);
            out += &if j % 2 == 1 { format!("<code>{word}</code>") } else { word };
        }
    }
    Ok(out)
}

/// The page: a group of rows for each term, its name and meaning above its signs. `first` gives the link to the first
/// lesson that meets one of some rows.
#[must_use]
pub fn page(terms: &[Term], first: impl Fn(&[String]) -> Option<String>) -> String {
    let titles: String =
        NOTATIONS.iter().map(|(id, title)| format!("<th data-notation=\"{id}\">{title}</th>")).collect();
    let groups: String = terms.iter().map(|term| group(term, first(&term.rows))).collect();
    format!(
        "{}<div class=\"wide\">\n<table class=\"glossary\">\n<thead><tr>{titles}</tr></thead>\n{groups}</table>\n</div>\n",
        chooser()
    )
}

fn group(term: &Term, first: Option<String>) -> String {
    let used = first.map(|link| format!(" <span class=\"used\">First in {link}.</span>")).unwrap_or_default();
    let signs: String = (NOTATIONS.iter().zip(&term.signs))
        .map(|((id, title), sign)| format!("<td data-notation=\"{id}\" data-title=\"{title}\">{sign}</td>"))
        .collect();
    format!(
        "<tbody id=\"{}\">\n<tr><th scope=\"rowgroup\" colspan=\"4\"><b>{}</b> <span class=\"says\">{}{used}</span></th></tr>\n\
         <tr>{signs}</tr>\n</tbody>\n",
        slug(&term.name),
        escape(&term.name),
        term.says
    )
}

/// Shown by the script that it needs: without it all four columns stand.
fn chooser() -> String {
    let mut out = "<fieldset class=\"notation\" hidden>\n<legend>Notation</legend>\n".to_owned();
    for (id, title) in [("all", "All four")].into_iter().chain(NOTATIONS) {
        let checked = if id == "all" { " checked" } else { "" };
        let _ =
            writeln!(out, "<label><input type=\"radio\" name=\"notation\" value=\"{id}\"{checked}> {title}</label>");
    }
    out + "</fieldset>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_formulas_code_or_none() {
        let maths = Maths::default();
        assert!(sign("$x$ or `a<b`", &maths).unwrap().ends_with("</math> or <code>a&lt;b</code>"));
        assert!(sign("-", &maths).unwrap().contains("none"));
        assert!(sign(r"$\nosuch$", &maths).is_err());
        let mut terms = Vec::new();
        assert!(take("rows: S1-01", &maths, &mut terms).unwrap_err().contains("begins with"));
        take("name: step", &maths, &mut terms).unwrap();
        assert!(take("symbol: x", &maths, &mut terms).unwrap_err().contains("unknown"));
    }
}

//! The fenced blocks of a lesson: their kind, their argument, and where their text stands.
//!
//! ```text
//! figure NAME      a figure (JSON), drawn here, its runs known to templates as NAME
//! recipe NAME      a recipe (JSON) that is only run: its numbers are known to templates as NAME
//! ponder           the questions (JSON) of the figure before it
//! derivation       a derivation, line by line, every line checked with numbers
//! algorithm [NAME] numbered pseudo-code
//! exhibit KIND     something that the reader takes hold of (JSON): see [`crate::live`]
//! recall ID        a closing question (JSON) with its variants: see [`crate::recall`]
//! recall NN/ID     the same question of an earlier lesson, asked again
//! python …         any other kind is program text, shown as it is
//! ```

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::problem::{Problem, Source};

/// What a fence holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A drawn figure.
    Figure,
    /// A recipe that is run for its numbers.
    Recipe,
    /// Questions.
    Ponder,
    /// A checked derivation.
    Derivation,
    /// Pseudo-code.
    Algorithm,
    /// An exhibit.
    Exhibit,
    /// A closing question.
    Recall,
    /// Program text.
    Code,
}

/// One fenced block.
#[derive(Clone, Debug)]
pub struct Fence<'s> {
    /// What it holds.
    pub kind: Kind,
    /// The name behind the kind, or the language of program text.
    pub name: String,
    /// The how manieth exhibit of its name it is on the page, from 1.
    pub nth: usize,
    /// Where its text begins in the file, in bytes.
    pub offset: usize,
    /// Its text.
    pub text: &'s str,
}

/// The dialect of Markdown that lessons are written in.
#[must_use]
pub fn parser(body: &str) -> Parser<'_> {
    let options =
        Options::ENABLE_MATH | Options::ENABLE_TABLES | Options::ENABLE_GFM | Options::ENABLE_SMART_PUNCTUATION;
    Parser::new_ext(body, options)
}

/// Every fenced block of a lesson's body, which begins at byte `from` of the file.
pub fn all(source: &Source, from: usize) -> Result<Vec<Fence<'_>>, Problem> {
    let body = &source.text[from..];
    let mut fences = Vec::new();
    let mut open: Option<(CowStr<'_>, usize, Option<Range<usize>>)> = None;
    for (event, range) in parser(body).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => open = Some((info, range.start, None)),
            Event::Text(_) => {
                if let Some((_, _, text)) = &mut open {
                    *text = Some(text.as_ref().map_or(range.start, |t| t.start)..range.end);
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                let Some((info, start, text)) = open.take() else { continue };
                let text = text.unwrap_or(start..start);
                let (kind, name) = kind(&info).map_err(|message| source.problem(from + start, message))?;
                let before =
                    fences.iter().filter(|other: &&Fence<'_>| (other.kind, other.name.as_str()) == (kind, name));
                let nth = before.count() + 1;
                fences.push(Fence { kind, name: name.to_owned(), nth, offset: from + text.start, text: &body[text] });
            }
            _ => {}
        }
    }
    Ok(fences)
}

/// `figure descent` as a figure called descent.
fn kind(info: &str) -> Result<(Kind, &str), String> {
    let (word, name) = info.trim().split_once(' ').unwrap_or((info.trim(), ""));
    let name = name.trim();
    let (kind, named) = match word {
        "figure" => (Kind::Figure, true),
        "recipe" => (Kind::Recipe, true),
        "exhibit" => (Kind::Exhibit, true),
        "recall" => (Kind::Recall, true),
        "ponder" => (Kind::Ponder, false),
        "derivation" => (Kind::Derivation, false),
        "algorithm" => (Kind::Algorithm, !name.is_empty()),
        language => return Ok((Kind::Code, language)),
    };
    let own =
        if kind == Kind::Recall { name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '/') } else { name };
    let is_name = !own.is_empty() && own.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    match (named, is_name) {
        (true, false) => Err(format!("```{info}: needed is a name of small letters and hyphens, as ```{word} descent")),
        (false, _) if !name.is_empty() => Err(format!("```{info}: ```{word} takes no name")),
        _ => Ok((kind, name)),
    }
}

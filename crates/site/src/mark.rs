//! Marks: where in a lesson a row of the course is met, and what the build has checked there.
//!
//! ```text
//! <!-- rows: S1-26, E12 -->
//! <!-- rows: S1-69 says "no clear winner" -->
//! ```

use std::collections::BTreeSet;

use crate::fence::{Fence, Kind};
use crate::front::Front;
use crate::problem::{Problems, Source};
use crate::prose::Section;
use crate::rows::spelled_out;

/// A mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its rows.
    pub rows: Vec<String>,
    /// The words that stand behind it, if it names some.
    pub says: Option<String>,
    /// Where it stands, in bytes.
    pub offset: usize,
}

impl Mark {
    /// Reads what stands behind `rows:`.
    pub fn read(text: &str, offset: usize) -> Result<Self, String> {
        let (list, says) = text.split_once(" says ").map_or((text, None), |(list, words)| (list, Some(words.trim())));
        let says = says.map(|words| {
            let words =
                words.strip_prefix('"').and_then(|words| words.strip_suffix('"')).filter(|words| !words.is_empty());
            words.map(str::to_owned).ok_or("says: needed are words between double quotes")
        });
        Ok(Self { rows: spelled_out(list.trim())?, says: says.transpose()?, offset })
    }
}

/// A row as a lesson meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// The row.
    pub row: String,
    /// The heading it stands under; empty before the first.
    pub section: String,
    /// What the build has checked there.
    pub check: Option<String>,
}

/// Every row that a lesson meets, if the marks and the head say the same and every mark keeps its word.
pub fn met(
    source: &Source,
    front: &Front,
    marks: &[Mark],
    sections: &[Section],
    fences: &[Fence<'_>],
) -> Result<Vec<Met>, Problems> {
    let (mut problems, mut found) = (Problems::default(), Vec::<Met>::new());
    for mark in marks {
        let end = sections.iter().map(|section| section.offset).find(|&offset| offset > mark.offset);
        let end = end.unwrap_or(source.text.len());
        let title =
            sections.iter().rev().find(|section| section.offset < mark.offset).map(|section| section.title.clone());
        let check = match &mark.says {
            Some(words) if !plain(&source.text[mark.offset..end]).contains(&plain(words)) => {
                let message =
                    format!("says \"{words}\": these words do not stand between the mark and the next section");
                problems.0.push(source.problem(mark.offset, message));
                None
            }
            Some(words) => Some(format!("the words “{words}”")),
            None => {
                fences.iter().find(|fence| (mark.offset..end).contains(&fence.offset)).and_then(checked(fences, end))
            }
        };
        for row in &mark.rows {
            if found.iter().any(|met| met.row == *row) {
                problems.0.push(source.problem(mark.offset, format!("{row}: marked twice; its anchor is one place")));
            }
            found.push(Met { row: row.clone(), section: title.clone().unwrap_or_default(), check: check.clone() });
        }
    }
    agree(source, front, &found, &mut problems);
    problems.unless_any(found)
}

/// What the build has run or compared in the first fence from here that is more than program text.
fn checked<'a>(fences: &'a [Fence<'a>], end: usize) -> impl Fn(&'a Fence<'a>) -> Option<String> {
    move |first| {
        let here = fences.iter().filter(|fence| (first.offset..end).contains(&fence.offset));
        here.map(|fence| (fence.kind, &fence.name)).find_map(|(kind, name)| match kind {
            Kind::Figure => Some(format!("figure {name}")),
            Kind::Recipe => Some(format!("recipe {name}")),
            Kind::Exhibit => Some(format!("exhibit {name}")),
            Kind::Derivation => Some("a derivation, line by line".into()),
            Kind::Algorithm => Some(format!("algorithm {name}").trim().into()),
            Kind::Ponder => Some("the questions of a figure".into()),
            Kind::Recall => Some(format!("closing question {name}")),
            Kind::Code => None,
        })
    }
}

/// The words that a reader sees: one space between them, whatever stood there, straight apostrophes, no comments.
fn plain(text: &str) -> String {
    let shown = text.lines().filter(|line| !line.starts_with("<!--"));
    shown.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ").replace('’', "'")
}

/// The head of a lesson lists what its marks do.
fn agree(source: &Source, front: &Front, met: &[Met], problems: &mut Problems) {
    let said: BTreeSet<&str> = front.rows.iter().map(String::as_str).collect();
    let marked: BTreeSet<&str> = met.iter().map(|met| met.row.as_str()).collect();
    let list = |rows: Vec<&&str>| rows.into_iter().copied().collect::<Vec<_>>().join(", ");
    let (unmarked, unsaid) = (list(said.difference(&marked).collect()), list(marked.difference(&said).collect()));
    if !unmarked.is_empty() {
        let message = format!("rows: no mark for {unmarked}; write <!-- rows: … --> where the text shows them");
        problems.0.push(source.problem_on(front.line_of_rows, message));
    }
    if !unsaid.is_empty() {
        problems.0.push(source.problem_on(front.line_of_rows, format!("rows: marked below but not listed: {unsaid}")));
    }
}

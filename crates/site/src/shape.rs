//! The shape of a lesson: the sections that every one of them closes with.

use crate::problem::{Problems, Source};
use crate::prose::Section;

/// The headings of those sections, in their order; the last is the lesson's last.
pub const CLOSING: [&str; 3] = ["What two parameters cannot show", "What to try", "Sources and errata"];

/// Checks that a lesson has its closing sections in order.
pub fn check(source: &Source, sections: &[Section]) -> Result<(), Problems> {
    let mut problems = Problems::default();
    let needed = CLOSING.map(|title| format!("## {title}")).join(", ");
    let mut before = 0;
    for title in CLOSING {
        match sections.iter().position(|section| section.title == title) {
            None => {
                let end = source.text.len();
                problems.0.push(source.problem(end, format!("\"## {title}\": missing; a lesson closes with {needed}")));
            }
            Some(at) if at < before => {
                let message = format!("\"## {title}\": out of order; a lesson closes with {needed}");
                problems.0.push(source.problem(sections[at].offset, message));
            }
            Some(at) => before = at,
        }
    }
    let last = sections.last().filter(|last| problems.0.is_empty() && last.title != CLOSING[2]);
    problems.0.extend(last.map(|last| {
        source.problem(last.offset, format!("\"## {}\": comes after \"## {}\", which is last", last.title, CLOSING[2]))
    }));
    problems.unless_any(())
}

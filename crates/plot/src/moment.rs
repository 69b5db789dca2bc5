//! A moment as a page sends it: `{step, limit, part?, marks?: [{kind, at, from?}]}`.

use ponder::note::Part;
use ponder::recipe::fields::{Fields, numbers};
use ponder::text::human;
use ponder::{Fault, Faults, Tree};

use crate::now::{Now, PonderMark};

/// The parts of a step that a page can point at.
const PARTS: [(&str, Part); 8] = {
    use Part::{Arrived, Gradient, LookedAt, Memory, Model, Move, Scale, Term};
    [
        ("looked_at", LookedAt),
        ("gradient", Gradient),
        ("memory", Memory),
        ("scale", Scale),
        ("model", Model),
        ("term", Term),
        ("move", Move),
        ("arrived", Arrived),
    ]
};

#[derive(Clone, Copy)]
enum Kind {
    Guess,
    Truth,
    Gap,
}

const KINDS: [(&str, Kind); 3] = [("guess", Kind::Guess), ("truth", Kind::Truth), ("gap", Kind::Gap)];

impl Now {
    /// Reads a moment.
    ///
    /// # Errors
    /// Everything that is wrong, with its place and what is allowed there.
    pub fn read(tree: &Tree) -> Result<Self, Faults> {
        let mut faults = Vec::new();
        let now = Fields::of(tree, "now", &mut faults).and_then(read);
        match now {
            Some(now) if faults.is_empty() => Ok(now),
            _ => Err(Faults(faults)),
        }
    }
}

fn read(mut fields: Fields) -> Option<Now> {
    let step = fields.number("step", 0.0);
    let limit = fields.whole("limit", 0, ponder::recipe::MAX_STEPS);
    let part = fields.word("part", &PARTS);
    let path = fields.path("marks");
    let list = fields.any("marks").and_then(Tree::list).unwrap_or_default();
    let mark = |(i, tree)| mark(tree, &format!("{path}[{i}]"), fields.faults());
    let marks = list.iter().enumerate().filter_map(mark).collect();
    fields.finish("now");
    Some(Now { step: step?, limit: limit?, part, marks })
}

fn mark(tree: &Tree, path: &str, faults: &mut Vec<Fault>) -> Option<PonderMark> {
    let mut fields = Fields::of(tree, path, faults)?;
    let kind = fields.word("kind", &KINDS);
    let mut point = |key| {
        let path = fields.path(key);
        let tree = fields.any(key)?;
        numbers(tree, &path, 2, fields.faults()).map(|at| [at[0], at[1]])
    };
    let (at, from) = (point("at"), point("from"));
    fields.finish("a mark");
    Some(match (kind?, from, at?) {
        (Kind::Guess, None, at) => PonderMark::Guess(at),
        (Kind::Truth, None, at) => PonderMark::Truth(at),
        (Kind::Guess, Some(from), to) => PonderMark::GuessArrow { from, to },
        (Kind::Truth, Some(from), to) => PonderMark::TruthArrow { from, to },
        (Kind::Gap, from, to) => {
            let from = from.unwrap_or(to);
            PonderMark::Gap { from, to, text: human(libm::hypot(to[0] - from[0], to[1] - from[1])) }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_click_question_marks_guess_truth_and_gap() {
        let point = |x: f64| Tree::numbers(&[x, 0.0]);
        let mark = |kind: &str, more: Vec<(String, Tree)>| {
            Tree::Map(
                [("kind".to_owned(), Tree::from(kind)), ("at".into(), point(3.0))].into_iter().chain(more).collect(),
            )
        };
        let marks = vec![mark("guess", vec![]), mark("gap", vec![("from".into(), point(1.0))])];
        let now = Tree::map([("step", 2.5.into()), ("limit", 4.0.into()), ("marks", Tree::List(marks))]);
        let read = Now::read(&now).unwrap();
        let gap = PonderMark::Gap { from: [1.0, 0.0], to: [3.0, 0.0], text: "2".into() };
        assert_eq!(read, Now { step: 2.5, limit: 4, part: None, marks: vec![PonderMark::Guess([3.0, 0.0]), gap] });
    }

    #[test]
    fn nonsense_is_refused_with_its_place() {
        let now = Tree::map([("step", f64::NAN.into()), ("limit", 4.0.into()), ("part", "soul".into())]);
        let paths: Vec<_> = Now::read(&now).unwrap_err().0.into_iter().map(|fault| fault.path).collect();
        assert_eq!(paths, ["now.step", "now.part"]);
    }
}

//! The questions of a figure (its `ponders`), checked. Who asks them, and what the answers come to, is the page's work.

use ponder::recipe::fields::{self, Fields};
use ponder::{Event, Fault, Tree, catalogue};

use crate::view::NO_PLANE;

/// How a reader answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Picks one of a few options.
    Choose,
    /// Clicks a point.
    Click,
    /// Draws an arrow from where the run stands.
    Draw,
    /// Types a number.
    Type,
    /// Puts a list in order.
    Order,
}

const KINDS: &[(&str, Kind)] = &[
    ("choose", Kind::Choose),
    ("click", Kind::Click),
    ("draw", Kind::Draw),
    ("type", Kind::Type),
    ("order", Kind::Order),
];

/// When a question waits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum At {
    /// Before the update that leaves point t.
    Step(usize),
    /// After the last step.
    End,
    /// At the first event of a kind, wherever the run has it.
    Event(Event),
}

/// One option of a choice, or one item of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it says.
    pub text: String,
    /// Whether it is the right one.
    pub right: bool,
    /// What a reader who picks it should hear.
    pub why: Option<String>,
}

/// One checked question.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Its name within the figure.
    pub id: Option<String>,
    /// When it waits.
    pub at: At,
    /// How it is answered.
    pub kind: Kind,
    /// The question.
    pub ask: String,
    /// The options of a choice, or the items of an order in the right order.
    pub choices: Vec<Choice>,
    /// The right point, arrow tip or number; empty where the run itself answers.
    pub answer: Vec<f64>,
    /// What everybody hears after the commit.
    pub why: Option<String>,
}

/// A figure asks no more than so many questions.
pub const MAX_QUESTIONS: usize = 100;

impl Question {
    /// Checks a list of questions at `path`, for a figure of so many steps.
    pub fn list(tree: &Tree, path: &str, steps: usize, faults: &mut Vec<Fault>) -> Vec<Self> {
        let Some(items) = tree.list().filter(|items| items.len() <= MAX_QUESTIONS) else {
            let allowed = format!("allowed is a list of at most {MAX_QUESTIONS} questions");
            faults.push(Fault::wrong(path, tree.glimpse(), allowed));
            return Vec::new();
        };
        let mut questions: Vec<Self> = Vec::new();
        for (i, item) in items.iter().enumerate() {
            let place = format!("{path}[{i}]");
            let Some(question) = Self::read(item, &place, steps, faults) else { continue };
            if let Some(id) =
                question.id.as_ref().filter(|id| questions.iter().any(|other| other.id.as_ref() == Some(id)))
            {
                faults.push(Fault::wrong(
                    format!("{place}.id"),
                    format!("\"{id}\" stands twice"),
                    "allowed is one question a name",
                ));
            }
            questions.push(question);
        }
        questions
    }

    /// Checks one question.
    pub fn read(tree: &Tree, path: &str, steps: usize, faults: &mut Vec<Fault>) -> Option<Self> {
        let mut keys = Fields::of(tree, path, faults)?;
        let id = keys.text("id").map(str::to_owned);
        let at = keys.required("at", "a step, \"end\" or {\"event\": …}");
        let kind = kind(&mut keys);
        let ask = text(&mut keys, "ask");
        let why = keys.text("why").map(str::to_owned);
        let path = keys.path("at");
        let at = at.and_then(|tree| when(tree, &path, steps, keys.faults()));
        let choices = choices(&mut keys, kind);
        let answer = answer(&mut keys, kind);
        keys.finish("a question");
        Some(Self { id, at: at?, kind: kind?, ask: ask?, choices: choices?, answer: answer?, why })
    }
}

/// Refuses questions that are answered on the map where there is none.
pub(crate) fn without_plane(questions: &[Question], faults: &mut Vec<Fault>) {
    let mapped = |kind: &Kind| matches!(kind, Kind::Click | Kind::Draw);
    let name = |wanted: Kind| KINDS.iter().find(|(_, kind)| *kind == wanted).map_or("", |(word, _)| *word);
    for (i, question) in questions.iter().enumerate().filter(|(_, question)| mapped(&question.kind)) {
        let left = KINDS.iter().filter(|(_, kind)| !mapped(kind)).map(|(word, _)| *word);
        let allowed = format!("allowed is {}, {NO_PLANE}", catalogue::list(left));
        faults.push(Fault::wrong(format!("ponders[{i}].kind"), format!("\"{}\"", name(question.kind)), allowed));
    }
}

fn kind(keys: &mut Fields<'_, '_>) -> Option<Kind> {
    let names = catalogue::list(KINDS.iter().map(|(word, _)| *word));
    let tree = keys.required("kind", &names)?;
    let found = KINDS.iter().find(|(word, _)| tree.text() == Some(word)).map(|(_, kind)| *kind);
    if found.is_none() {
        keys.wrong("kind", tree, format!("allowed is {names}"));
    }
    found
}

/// A text that must be there and say something.
fn text(keys: &mut Fields<'_, '_>, key: &'static str) -> Option<String> {
    let tree = keys.required(key, "a text")?;
    let text = tree.text().filter(|text| !text.trim().is_empty());
    if text.is_none() {
        keys.wrong(key, tree, "allowed is a text that says something");
    }
    text.map(str::to_owned)
}

fn when(tree: &Tree, path: &str, steps: usize, faults: &mut Vec<Fault>) -> Option<At> {
    if tree.text() == Some("end") {
        return Some(At::End);
    }
    if let Some(n) = tree.number().filter(|n| n.fract() == 0.0 && (0.0..=steps as f64).contains(n)) {
        return Some(At::Step(n as usize));
    }
    let Tree::Map(_) = tree else {
        let allowed = format!("allowed is a step from 0 to {steps}, \"end\" or {{\"event\": …}}");
        faults.push(Fault::wrong(path, tree.glimpse(), allowed).whole_within([0.0, steps as f64], tree.number()));
        return None;
    };
    let mut keys = Fields::of(tree, path, faults)?;
    let event = keys.required("event", "u-turn, uphill, plateau or {\"loss_below\": number}");
    let path = keys.path("event");
    let event = event.and_then(|tree| Event::read(tree, &path, keys.faults()));
    keys.finish("at");
    event.map(At::Event)
}

/// The options of a choice, or the items of an order.
fn choices(keys: &mut Fields<'_, '_>, kind: Option<Kind>) -> Option<Vec<Choice>> {
    let needed = matches!(kind?, Kind::Choose | Kind::Order);
    if !needed {
        return Some(Vec::new());
    }
    let tree = keys.required("options", "a list of at least two")?;
    let path = keys.path("options");
    let Some(items) = tree.list().filter(|items| items.len() >= 2) else {
        keys.wrong("options", tree, "allowed is a list of at least two");
        return None;
    };
    let read = |(i, item)| choice(item, &format!("{path}[{i}]"), kind? == Kind::Order, keys.faults());
    let choices: Vec<_> = items.iter().enumerate().map(read).collect::<Option<_>>()?;
    if !choices.iter().any(|choice| choice.right) {
        keys.faults().push(Fault::wrong(path, "no right option", "needed is \"right\": true in one at least"));
    }
    Some(choices)
}

fn choice(tree: &Tree, path: &str, ordered: bool, faults: &mut Vec<Fault>) -> Option<Choice> {
    if ordered {
        let Some(text) = tree.text() else {
            faults.push(Fault::wrong(path, tree.glimpse(), "allowed is a text"));
            return None;
        };
        return Some(Choice { text: text.to_owned(), right: true, why: None });
    }
    let mut keys = Fields::of(tree, path, faults)?;
    let said = text(&mut keys, "text");
    let right = keys.any("right").map_or(Some(false), |tree| match tree {
        Tree::Bool(right) => Some(*right),
        other => {
            keys.wrong("right", other, "allowed is true or false");
            None
        }
    });
    let why = keys.text("why").map(str::to_owned);
    keys.finish("an option");
    Some(Choice { text: said?, right: right?, why })
}

/// The stated answer of a click, a drawn arrow or a typed number; empty where the run itself answers.
fn answer(keys: &mut Fields<'_, '_>, kind: Option<Kind>) -> Option<Vec<f64>> {
    let numbers = match kind? {
        Kind::Click | Kind::Draw => 2,
        Kind::Type => 1,
        Kind::Choose | Kind::Order => return Some(Vec::new()),
    };
    let Some(tree) = keys.any("answer") else { return Some(Vec::new()) };
    let path = keys.path("answer");
    let Tree::Map(_) = tree else { return value(tree, &path, numbers, keys.faults()) };
    let mut inner = Fields::of(tree, &path, keys.faults())?;
    inner.number("tolerance", 0.0);
    let value = inner.required("value", "the right answer").and_then(|tree| {
        let path = inner.path("value");
        value(tree, &path, numbers, inner.faults())
    });
    inner.finish("an answer");
    value
}

fn value(tree: &Tree, path: &str, numbers: usize, faults: &mut Vec<Fault>) -> Option<Vec<f64>> {
    if numbers > 1 {
        return fields::numbers(tree, path, numbers, faults);
    }
    let number = tree.number().filter(|n| n.is_finite());
    if number.is_none() {
        faults.push(Fault::wrong(path, tree.glimpse(), "allowed is a finite number"));
    }
    Some(vec![number?])
}

#[cfg(test)]
mod tests;

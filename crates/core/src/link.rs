//! A figure as a link, and back: `v=1&surface=rosenbrock&run=adam;learning_rate=0.05;start=1,1.5&steps=200&at=37`.
//!
//! A link says whatever a figure can say, in the figure's own keys. Each separator belongs to one level: `&` between the
//! keys of the figure, `;` between those of a run or a question, `:` between those of a schedule or an option, `,`
//! between numbers or words. Text is percent-encoded, numbers are in their shortest form, so that the same bits come back.
//!
//! ```
//! use ponder::{Tree, check, link};
//!
//! let text = "https://example.org/#v=1&surface=ravine;condition=20&run=adam;learning_rate=0.1;beta3=1&steps=0&at=7";
//! let opened = link::decode(text, &|figure| check(figure).map(drop)).unwrap();
//! let notes: Vec<_> = opened.notes.iter().map(|note| note.to_string()).collect();
//! assert_eq!(notes[0], "steps: 0; allowed is a whole number from 1 to 1000000; taken is 1");
//! assert!(notes[1].starts_with("runs[0].beta3: unknown; adam knows learning_rate, beta1, beta2"));
//! assert_eq!(notes[2], "at: 7; allowed is a whole number from 0 to 1; taken is 1");
//! let right = "v=1&surface=ravine;condition=20&run=adam;learning_rate=0.1&steps=1&at=1";
//! assert_eq!(link::encode(&opened.figure, opened.at).unwrap(), right);
//! ```

mod mend;
mod percent;
mod read;
mod shape;
mod write;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};

use crate::{Fault, Faults, Tree, text};

/// The longest link, in bytes: ten thousand rows of data fit.
pub const MAX_LENGTH: usize = 1 << 22;
/// The most keys of a figure, a run, a question or anything else in a link.
pub const MAX_KEYS: usize = 256;

/// What a link said.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The figure, which is right.
    pub figure: Tree,
    /// The step at which its reader was.
    pub at: Option<usize>,
    /// What in the link was not right, and what was made of it.
    pub notes: Vec<Note>,
}

impl Opened {
    /// As JavaScript sees it.
    #[must_use]
    pub fn tree(&self) -> Tree {
        let notes = self.notes.iter().map(Note::tree).collect();
        Tree::map([("figure", self.figure.clone()), ("at", self.at.into()), ("notes", Tree::List(notes))])
    }
}

/// Something in a link that was not right. `Display` is the fault, and what was made of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// What was not right.
    pub fault: Fault,
    /// The number that was taken instead; otherwise the key was left out.
    pub taken: Option<f64>,
}

impl Note {
    fn left_out(fault: Fault) -> Self {
        Self { fault, taken: None }
    }

    fn tree(&self) -> Tree {
        let Fault { path, kind, given, allowed, .. } = &self.fault;
        Tree::map([
            ("path", path.as_str().into()),
            ("kind", kind.name().into()),
            ("given", given.as_str().into()),
            ("allowed", allowed.as_str().into()),
            ("taken", self.taken.into()),
            ("message", self.to_string().as_str().into()),
        ])
    }
}

impl Display for Note {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.taken {
            Some(n) => write!(f, "{}; taken is {}", self.fault, text::shortest(n)),
            None => write!(f, "{}; left out", self.fault),
        }
    }
}

/// The link to a figure that is right, opened at a step. Keys without a value, an empty `view` and an empty list of
/// questions say nothing and are left out.
///
/// # Errors
/// What of the figure no link can say, which is nothing of a right one unless it is longer than [`MAX_LENGTH`].
pub fn encode(figure: &Tree, at: Option<usize>) -> Result<String, Faults> {
    let mut text = write::figure(figure)?;
    if let Some(at) = at {
        text += &format!("&at={at}");
    }
    if text.len() > MAX_LENGTH {
        return Err(Fault::wrong("link", bytes(text.len()), format!("allowed are {}", bytes(MAX_LENGTH))).into());
    }
    Ok(text)
}

/// The figure that a link says, as `check` lets it pass: numbers out of range are set to the nearest right one, what
/// nobody knows is left out, and the notes tell of both. The link may begin with `?` or `#` or be a whole address, whose
/// part after `#` counts before that after `?`.
///
/// # Errors
/// A link of another version or without one, one that is too long, and whatever `check` says of what a figure cannot do
/// without: its surface, its data, a method, a rate, the steps.
pub fn decode(text: &str, check: &dyn Fn(&Tree) -> Result<(), Faults>) -> Result<Opened, Faults> {
    if text.len() > MAX_LENGTH {
        return Err(Fault::wrong("link", bytes(text.len()), format!("allowed are {}", bytes(MAX_LENGTH))).into());
    }
    let (mut figure, at, mut notes) = read::figure(read::part(text))?;
    mend::mend(&mut figure, &mut notes, check)?;
    drop_what_says_nothing(&mut figure);
    let at = at.and_then(|at| step(&at, &figure, &mut notes));
    Ok(Opened { figure, at, notes })
}

/// A view or a list of questions of which nothing is left.
fn drop_what_says_nothing(figure: &mut Tree) {
    if let Tree::Map(pairs) = figure {
        let empty = [("view", Tree::Map(Vec::new())), ("ponders", Tree::List(Vec::new()))];
        pairs.retain(|(key, value)| !empty.iter().any(|(name, nothing)| key == name && value == nothing));
    }
}

/// The step that a link names, in a figure that is right.
fn step(at: &Tree, figure: &Tree, notes: &mut Vec<Note>) -> Option<usize> {
    let steps = figure.get("steps").and_then(Tree::number).unwrap_or(0.0);
    if let Some(n) = at.number().filter(|n| (0.0..=steps).contains(n) && *n as usize as f64 == *n) {
        return Some(n as usize);
    }
    let allowed = format!("allowed is a whole number from 0 to {steps}");
    let fault = Fault::wrong("at", at.glimpse(), allowed).whole_within([0.0, steps], at.number());
    let taken = fault.nearest;
    notes.push(Note { fault, taken });
    taken.map(|n| n as usize)
}

fn bytes(count: usize) -> String {
    format!("{count} bytes")
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod grammar;
#[cfg(test)]
mod tests;

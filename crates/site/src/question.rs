//! The questions of a lesson: a figure's questions, held to the course's own rules.

use ponder::fault::{Fault, Faults};
use ponder::{Tree, recipe::fields};

pub use ponder_plot::question::{At, Choice, Kind, Question};

/// Checks what stands in a ```` ```ponder ```` fence: a list of questions, or one, for a figure with so many steps.
///
/// # Errors
/// Whatever no figure could ask; and in a lesson every question has a name and a reason, a choice has exactly one
/// right option, and every wrong one has its feedback.
pub fn read(tree: &Tree, steps: usize) -> Result<Vec<Question>, Faults> {
    let mut faults = Vec::new();
    let single = tree.list().is_none();
    let questions: Vec<Question> = match single {
        true => Question::read(tree, "", steps, &mut faults).into_iter().collect(),
        false => Question::list(tree, "", steps, &mut faults),
    };
    for (i, question) in questions.iter().enumerate() {
        strict(question, &if single { String::new() } else { format!("[{i}]") }, &mut faults);
    }
    if faults.is_empty() { Ok(questions) } else { Err(Faults(faults)) }
}

fn strict(question: &Question, path: &str, faults: &mut Vec<Fault>) {
    let path = |key: &str| fields::join(path, key);
    for (key, text) in [("id", &question.id), ("why", &question.why)] {
        if text.as_ref().is_none_or(|text| text.trim().is_empty()) {
            faults.push(Fault::missing(path(key), "needed is a text"));
        }
    }
    if question.kind != Kind::Choose {
        return;
    }
    let right = question.choices.iter().filter(|choice| choice.right).count();
    if right != 1 {
        faults.push(Fault::wrong(path("options"), format!("{right} right options"), "allowed is exactly one"));
    }
    for (i, _) in question.choices.iter().enumerate().filter(|(_, choice)| !choice.right && choice.why.is_none()) {
        faults.push(Fault::missing(path(&format!("options[{i}].why")), "needed is a text"));
    }
}

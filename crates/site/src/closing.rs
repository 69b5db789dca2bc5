//! How lessons close: two questions of their own, and one of an earlier lesson, which is lent here.

use crate::problem::{Problem, Problems, Source};
use crate::recall::Recall;

/// The questions that a lesson has of its own.
const OWN: usize = 2;

/// A lesson as far as its closing questions go.
#[derive(Debug)]
pub struct Lesson<'a> {
    /// Its number.
    pub number: usize,
    /// Its file.
    pub source: &'a Source,
    /// Its questions, its own and those of earlier lessons.
    pub recalls: &'a mut [Recall],
}

/// Gives every question that is asked again its variants, in another order than in its own lesson.
pub fn lend(lessons: &mut [Lesson<'_>]) -> Result<(), Problems> {
    let mut problems = Problems::default();
    let owned = |lesson: &Lesson<'_>| {
        let own = lesson.recalls.iter().filter(|recall| recall.from.is_none()).cloned();
        (lesson.number, own.collect::<Vec<_>>())
    };
    let shelf: Vec<_> = lessons.iter().map(owned).collect();
    for lesson in lessons {
        for recall in lesson.recalls.iter_mut() {
            let Some(from) = recall.from else { continue };
            match find(&shelf, lesson.number, from, &recall.id) {
                Ok(found) => recall.variants = turned(&found.variants, lesson.number - from),
                Err(why) => problems
                    .0
                    .push(lesson.source.problem(recall.offset, format!("recall {from:02}/{}: {why}", recall.id))),
            }
        }
    }
    problems.unless_any(())
}

fn find<'s>(shelf: &'s [(usize, Vec<Recall>)], here: usize, from: usize, id: &str) -> Result<&'s Recall, String> {
    if from >= here {
        return Err(format!("allowed is a lesson before {here}"));
    }
    let (_, recalls) =
        shelf.iter().find(|(number, _)| *number == from).ok_or_else(|| format!("there is no lesson {from}"))?;
    let known: Vec<_> = recalls.iter().map(|recall| recall.id.as_str()).collect();
    let found = recalls.iter().find(|recall| recall.id == id);
    found.ok_or_else(|| format!("lesson {from} has no such question; it has {}", known.join(", ")))
}

/// The same variants, another one first.
fn turned<T: Clone>(variants: &[T], by: usize) -> Vec<T> {
    let mut turned = variants.to_vec();
    if turned.len() > 1 {
        // Never back to where they began.
        turned.rotate_left(1 + (by - 1) % (variants.len() - 1));
    }
    turned
}

/// Checks that a lesson has its closing questions. `earlier`: whether there are lessons before it.
pub fn check(source: &Source, recalls: &[Recall], earlier: bool) -> Result<(), Problem> {
    let own = recalls.iter().filter(|recall| recall.from.is_none()).count();
    let lent = recalls.len() - own;
    let wanted = usize::from(earlier);
    if own == OWN && lent == wanted {
        return Ok(());
    }
    let message = format!(
        "closing questions: {own} of the lesson's own and {lent} of an earlier one; a lesson has {OWN} and {wanted}, as \
         ```recall ID and ```recall NN/ID"
    );
    Err(source.problem(source.text.len(), message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recall::{Body, Variant};

    fn recall(id: &str, from: Option<usize>) -> Recall {
        let variant = |name: &str| Variant {
            name: name.into(),
            ask: name.into(),
            why: "So.".into(),
            body: Body::Type { answer: 1.0, tolerance: 0.1, wrong: Vec::new() },
        };
        let variants = if from.is_none() { ["a", "b", "c"].map(variant).to_vec() } else { Vec::new() };
        Recall { id: id.into(), from, variants, offset: 0 }
    }

    fn lent(asked: &str, from: usize) -> Result<String, String> {
        let source = Source { name: "05.md".into(), text: String::new() };
        let (mut second, mut fifth) = ([recall("way", None)], [recall(asked, Some(from))]);
        let lesson = |number, recalls| Lesson { number, source: &source, recalls };
        lend(&mut [lesson(2, &mut second), lesson(5, &mut fifth)]).map_err(|problems| problems.to_string())?;
        Ok(fifth[0].variants.iter().map(|variant| variant.name.as_str()).collect())
    }

    #[test]
    fn what_is_asked_again_begins_with_another_variant() {
        assert_eq!(lent("way", 2).unwrap(), "bca");
        assert!(
            lent("far", 2).unwrap_err().contains("05.md:1: recall 02/far: lesson 2 has no such question; it has way")
        );
        assert!(lent("way", 3).unwrap_err().contains("there is no lesson 3"));
        assert!(lent("way", 5).unwrap_err().contains("allowed is a lesson before 5"));
        assert!((1..20).all(|by| turned(&[1, 2, 3], by)[0] != 1));
    }

    #[test]
    fn two_of_its_own_and_one_of_an_earlier_lesson() {
        let [a, b, c] = [recall("a", None), recall("b", None), recall("c", Some(1))];
        let source = Source { name: "05.md".into(), text: String::new() };
        let check = |recalls: &[Recall], earlier| check(&source, recalls, earlier).err().map(|problem| problem.message);
        assert_eq!(check(&[a.clone(), b.clone(), c.clone()], true), None);
        assert_eq!(check(&[a.clone(), b.clone()], false), None);
        assert!(check(&[a.clone(), b.clone()], true).unwrap().contains("2 of the lesson's own and 0 of an earlier"));
        assert!(check(&[a.clone(), c.clone()], true).is_some());
        assert!(check(&[a, b, c], false).is_some(), "nothing comes before the first");
    }
}

//! Errata that change what a rule does: as printed, and as it should be, both run.

use ponder::METHODS;
use ponder_course::erratum::Kind;
use ponder_course::{ERRATA, Erratum, WRONG, Wrong};
use ponder_tests::assert_printed;

fn erratum(id: &str) -> &'static Erratum {
    ERRATA.iter().find(|erratum| erratum.id == id).unwrap_or_else(|| panic!("{id}"))
}

fn number(id: &str, name: &str) -> f64 {
    let number = erratum(id).number(name).unwrap_or_else(|| panic!("{id} measures no {name}"));
    number.value.unwrap_or_else(|| panic!("{id}: {name} never happens"))
}

fn wrong(id: &str) -> &'static Wrong {
    erratum(id).wrong.unwrap_or_else(|| panic!("{id} runs"))
}

#[test]
fn all_sixty_six_are_listed_and_those_that_change_behaviour_run() {
    let ids: Vec<_> = ERRATA.iter().map(|erratum| erratum.id.to_owned()).collect();
    assert_eq!(ids, (1..=66).map(|n| format!("E{n}")).collect::<Vec<_>>());
    for erratum in ERRATA.iter() {
        assert_eq!(erratum.wrong.is_some(), erratum.kind == Kind::Behaviour, "{}", erratum.id);
    }
    assert!(WRONG.iter().all(|wrong| METHODS.iter().all(|method| method.id != wrong.id)), "no method is a misprint");
}

/// Also E4, E7, E12, E13, E17, E27, E31, E41, E43, E44, E47, E48, E50, E54, E55: each parts from the right form, at the step
/// at which its misprint is first met.
#[test]
fn e9_where_each_misprint_parts_from_what_was_meant() {
    let steps = [
        ("E4", 1001),
        ("E7", 1),
        ("E9", 2),
        ("E12", 1),
        ("E13", 2),
        ("E14", 1),
        ("E17", 1),
        ("E27", 3),
        ("E31", 1),
        ("E33", 1),
        ("E41", 2),
        ("E43", 1),
        ("E44", 1),
        ("E47", 1),
        ("E48", 1),
        ("E50", 1),
        ("E54", 1),
        ("E55", 1),
    ];
    assert_eq!(WRONG.iter().map(|wrong| wrong.id).collect::<Vec<_>>(), steps.map(|(id, _)| id));
    for (id, step) in steps {
        let contest = wrong(id).contest();
        assert_eq!(contest.parts, Some(step), "{id}");
        assert!(contest.right.loss(contest.plan.steps()).is_finite(), "{id}: what was meant runs to its end");
        assert!(wrong(id).line < wrong(id).printed.len(), "{id}");
    }
}

/// Also S2-40, S2-48.
#[test]
fn e33_adam_as_one_text_prints_it() {
    assert!(wrong("E33").contest().printed.loss(1).is_nan(), "the root of a negative average");
    assert_printed(number("E33", "start"), "12.25");
    assert_printed(number("E33", "first"), "283.8");
    assert_eq!([number("E33", "lost"), number("E33", "corrected")], [14.0, 33.0]);
}

/// Also S1-71: the form printed in the seed, η₀^(−kt), grows for rates below 1.
#[test]
fn e14_the_printed_exponential_grows() {
    assert_printed(number("E14", "printed-100"), "10");
    assert!(number("E14", "printed-100") > number("E14", "printed-0"));
}

/// Also S4-27, S4-38: gradients of 2e-6, rate 0.01, ε 1e-8, under the root and beside it.
#[test]
fn e48_the_first_step_with_epsilon_inside_and_outside() {
    let printed = [
        ("inside", "-0.000200"),
        ("outside", "-0.031131"),
        ("times", "156"),
        ("adam-inside", "-0.000200"),
        ("adam-outside", "-0.009950"),
    ];
    printed.into_iter().for_each(|(name, printed)| assert_printed(number("E48", name), printed));
}

/// Also E1, E10, E28, E30, E45, S2-23, S2-33: numbers that misprints come to.
#[test]
fn e2_the_numbers_of_the_guesses_and_others() {
    let printed = [
        ("E1", "with", "0.0731"),
        ("E1", "without", "0.1462"),
        ("E2", "first", "0.0731"),
        ("E2", "third", "0.0217"),
        ("E2", "fourth", "0.0029"),
        ("E10", "descent", ".361997"),
        ("E10", "momentum", "0.000014"),
        ("E28", "sum", "10.000"),
        ("E30", "third", ".081"),
        ("E45", "momentum", "-1.0679"),
        ("E45", "descent", ".9143"),
    ];
    printed.into_iter().for_each(|(id, name, printed)| assert_printed(number(id, name), printed));
}

/// Also S3-25: a rate that is not used makes no difference; the notes' programs take 76 steps at each of three.
#[test]
fn e55_a_rate_that_nothing_reads() {
    assert_eq!(number("E55", "ignored"), 76.0);
    assert!(erratum("E55").number("used").is_some_and(|number| number.value.is_none()));
}

//! What a figure shows while a reader goes through the parts of a step: one part at full strength, the rest dimmed.

use crate::scene::{Mark, Size};
use crate::theme::{Role, Theme};
use crate::view::View;
use crate::{Figure, Now, Part};

const SIZE: Size = Size { width: 640.0, height: 480.0 };

fn figure(runs: &str, view: &str) -> Figure {
    let tree = crate::testing::figure(&format!(
        r#"{{"surface": {{"model": "sigmoid-neuron", "data": "two-points"}}, "steps": 20, "runs": [{runs}], "view": {view}}}"#
    ));
    Figure::new(&tree).unwrap()
}

fn marks(figure: &mut Figure, view: View, step: f64, part: Option<Part>) -> Vec<Mark> {
    figure.moving(view, SIZE, Theme::Light, &Now { step, limit: 20, part, ..Now::default() }).marks
}

/// Every arrow of one run: which part it is, and whether it is at full strength.
fn arrows(marks: &[Mark]) -> Vec<(Option<Part>, bool)> {
    let arrow = |mark: &Mark| match mark {
        Mark::Arrow { role: Role::Part(part), faint, .. } => Some((Some(*part), !faint)),
        Mark::Arrow { faint, .. } => Some((None, !faint)),
        _ => None,
    };
    marks.iter().filter_map(arrow).collect()
}

/// The stretches of paths: how many points each has, and whether it is at full strength.
fn paths(marks: &[Mark], run: u8) -> Vec<(usize, bool)> {
    let path = |mark: &Mark| match mark {
        Mark::Line { points, role: Role::Run(pen), faint, .. } if *pen == run => Some((points.len(), !faint)),
        _ => None,
    };
    marks.iter().filter_map(path).collect()
}

const DESCENT: &str = r#"{"method": "gradient-descent", "learning_rate": 1}"#;
const MOMENTUM: &str = r#"{"method": "momentum", "learning_rate": 1}"#;
const NESTEROV: &str = r#"{"method": "nesterov", "learning_rate": 1}"#;
const ADAM: &str = r#"{"method": "adam", "learning_rate": 0.1}"#;
const NEWTON: &str = r#"{"method": "newton", "start": [0, 0]}"#;

#[test]
fn at_each_part_of_momentum_its_arrow_alone_is_loud() {
    let mut figure = figure(MOMENTUM, "{}");
    let [memory, gradient, whole] = [Some(Part::Memory), Some(Part::Gradient), None];
    for (part, rest, loud) in [
        (Part::Memory, [gradient, whole], memory),
        (Part::Gradient, [memory, whole], gradient),
        (Part::Move, [memory, gradient], whole),
    ] {
        let marks = marks(&mut figure, View::Contour, 5.0, Some(part));
        let wanted = [(rest[0], false), (rest[1], false), (loud, true)];
        assert_eq!(arrows(&marks), wanted, "{part:?} lies above the rest");
        assert_eq!(paths(&marks, 1), [(6, false)], "the way so far is quiet");
    }
    let whole = marks(&mut figure, View::Contour, 5.0, None);
    assert!(arrows(&whole).iter().all(|(_, loud)| *loud) && paths(&whole, 1) == [(6, true)]);
}

#[test]
fn what_has_arrived_is_the_last_stretch_and_no_arrow_of_the_next_update() {
    let mut figure = figure(MOMENTUM, r#"{"layers": ["path", "heads", "scale", "bowl", "move-arrow"]}"#);
    let here = marks(&mut figure, View::Contour, 5.0, Some(Part::Arrived));
    assert_eq!((arrows(&here), paths(&here, 1)), (vec![], vec![(6, false), (2, true)]));
    assert_eq!(paths(&marks(&mut figure, View::Contour, 0.0, Some(Part::Arrived)), 1), [], "nothing led to the start");
    let land = marks(&mut figure, View::Surface, 5.0, Some(Part::Arrived));
    assert!(paths(&land, 1).iter().any(|(_, loud)| *loud) && paths(&land, 1).iter().any(|(_, loud)| !loud));
    assert!(paths(&marks(&mut figure, View::Surface, 5.0, Some(Part::Move)), 1).iter().all(|(_, loud)| !loud));
}

#[test]
fn a_run_that_has_diverged_has_not_arrived() {
    let tree = crate::testing::figure(
        r#"{"surface": {"function": "rosenbrock"}, "steps": 20,
            "runs": [{"method": "gradient-descent", "learning_rate": 10}]}"#,
    );
    let gone = marks(&mut Figure::new(&tree).unwrap(), View::Contour, 19.0, Some(Part::Arrived));
    assert!(paths(&gone, 0).iter().all(|(_, loud)| !loud), "{:?}", paths(&gone, 0));
}

#[test]
fn a_plain_step_has_its_move_and_its_gradient_apart() {
    let mut figure = figure(DESCENT, "{}");
    let at = |figure: &mut Figure, part| arrows(&marks(figure, View::Contour, 5.0, part));
    assert_eq!(at(&mut figure, None), [(Some(Part::Gradient), true)]);
    assert_eq!(at(&mut figure, Some(Part::Gradient)), [(Some(Part::Gradient), true)]);
    assert_eq!(at(&mut figure, Some(Part::Move)), [(Some(Part::Gradient), false), (None, true)]);
}

#[test]
fn the_look_ahead_is_a_ghost_at_its_own_part_only() {
    let mut figure = figure(NESTEROV, "{}");
    let mut ghosts = |part| {
        let marks = marks(&mut figure, View::Contour, 5.0, Some(part));
        marks.iter().filter(|m| matches!(m, Mark::Dot { radius: 5.0, hollow: true, .. })).count()
    };
    assert_eq!([Part::LookedAt, Part::Gradient, Part::Move].map(&mut ghosts), [1, 0, 0]);
}

#[test]
fn the_rates_of_adam_are_shown_at_their_part_though_no_figure_lists_them() {
    let rings = |marks: &[Mark]| paths(marks, 6).into_iter().filter(|(points, _)| *points > 90).collect::<Vec<_>>();
    for view in ["{}", r#"{"layers": ["path", "heads"]}"#] {
        let mut figure = figure(ADAM, view);
        let mut at = |part| rings(&marks(&mut figure, View::Contour, 5.0, Some(part)));
        assert_eq!(at(Part::Scale), [(97, true)], "{view}");
        assert_eq!(at(Part::Gradient), [], "{view}");
    }
}

#[test]
fn the_bowl_is_loud_at_its_part_and_is_newtons_alone() {
    let mut race = figure(&format!("{NEWTON}, {DESCENT}"), "{}");
    let mut listed = figure(DESCENT, r#"{"layers": ["path"]}"#);
    let bowl = |marks: &[Mark]| -> Vec<bool> {
        let faint = |mark: &Mark| match mark {
            Mark::Line { role: Role::Model, faint, .. } => Some(*faint),
            _ => None,
        };
        marks.iter().filter_map(faint).collect()
    };
    let loud = bowl(&marks(&mut race, View::Contour, 0.0, Some(Part::Model)));
    let dimmed = bowl(&marks(&mut race, View::Contour, 0.0, Some(Part::Gradient)));
    assert!(loud.len() >= 4 && loud.iter().all(|faint| !faint));
    assert!(dimmed.len() == loud.len() && dimmed.iter().all(|faint| *faint));
    assert!(bowl(&marks(&mut listed, View::Contour, 0.0, Some(Part::Model))).is_empty(), "no model, no bowl");
}

#[test]
fn a_run_without_the_part_rests() {
    let mut race = figure(&format!("{DESCENT}, {MOMENTUM}"), "{}");
    let at_memory = arrows(&marks(&mut race, View::Contour, 5.0, Some(Part::Memory)));
    let loud: Vec<_> = at_memory.iter().filter(|(_, loud)| *loud).collect();
    assert_eq!(loud, [&(Some(Part::Memory), true)]);
    assert!(at_memory.iter().filter(|(part, _)| *part == Some(Part::Gradient)).count() == 2);
}

#[test]
fn no_part_shows_what_a_question_asks_for() {
    let mut figure = figure(NEWTON, r#"{"layers": ["path", "heads"]}"#);
    for part in [Part::Gradient, Part::Model, Part::Move, Part::Arrived] {
        for view in [View::Contour, View::Surface] {
            let now = Now { step: 3.0, limit: 3, part: Some(part), ..Now::default() };
            let shown = figure.moving(view, SIZE, Theme::Light, &now).marks;
            let later = |m: &Mark| matches!(m, Mark::Arrow { .. } | Mark::Line { role: Role::Model, .. });
            assert!(!shown.iter().any(later), "{part:?}");
        }
    }
}

//! Layers about one step of a rule, as a figure draws them.

use crate::scene::{Mark, Pixel, Size};
use crate::theme::{Role, Theme};
use crate::view::View;
use crate::{Figure, Now};

const SIZE: Size = Size { width: 640.0, height: 480.0 };

/// The figure, and the marks of its map at a step.
fn drawn(data: &str, run: &str, view: &str, step: f64, limit: usize) -> (Figure, Vec<Mark>) {
    let tree = crate::testing::figure(&format!(
        r#"{{"surface": {{"model": "sigmoid-neuron", "data": {data}}}, "steps": 20, "runs": [{run}], "view": {view}}}"#
    ));
    let mut figure = Figure::new(&tree).unwrap();
    let now = Now { step, limit, ..Now::default() };
    let marks = figure.moving(View::Contour, SIZE, Theme::Light, &now).marks;
    (figure, marks)
}

fn texts(marks: &[Mark]) -> Vec<&str> {
    marks
        .iter()
        .filter_map(|mark| if let Mark::Text { text, .. } = mark { Some(text.as_str()) } else { None })
        .collect()
}

fn arrows(marks: &[Mark], of: Role) -> Vec<[f64; 2]> {
    let along = |mark: &Mark| match mark {
        Mark::Arrow { from, to, role, .. } if *role == of => Some([to[0] - from[0], to[1] - from[1]]),
        _ => None,
    };
    marks.iter().filter_map(along).collect()
}

const NEWTON: &str = r#"{"method": "newton", "start": [0, 0]}"#;

#[test]
fn the_bowl_lies_beneath_newton_alone_and_its_bottom_is_the_next_point() {
    let lines = |marks: &[Mark]| marks.iter().filter(|m| matches!(m, Mark::Line { role: Role::Model, .. })).count();
    let (figure, marks) = drawn(r#""two-points""#, NEWTON, "{}", 0.0, 20);
    assert!(lines(&marks) >= 4);
    assert!(texts(&marks).contains(&"model’s minimum"));
    let next: [f64; 2] = figure.points(0)[3..5].try_into().unwrap();
    let bottom = figure.place(View::Contour, SIZE, next).unwrap();
    let near = |at: &Pixel| (at[0] - bottom[0]).abs() < 1e-6 && (at[1] - bottom[1]).abs() < 1e-6;
    assert!(marks.iter().any(|m| matches!(m, Mark::Dot { at, radius: 4.0, .. } if near(at))));

    assert_eq!(lines(&drawn(r#""two-points""#, NEWTON, "{}", 0.0, 0).1), 0, "the bottom would give the answer away");
    let descent = r#"{"method": "gradient-descent", "learning_rate": 1, "start": [0, 0]}"#;
    assert_eq!(lines(&drawn(r#""two-points""#, descent, "{}", 0.0, 20).1), 0);
    assert!(lines(&drawn(r#""two-points""#, descent, r#"{"layers": ["bowl"]}"#, 0.0, 20).1) >= 4, "where it is listed");
}

#[test]
fn every_line_of_the_bowl_is_level() {
    let (figure, marks) = drawn(r#""two-points""#, NEWTON, "{}", 0.0, 20);
    let jet = ponder::Landscape::curve(figure.plan().surface(), ponder::Vector([0.0, 0.0]));
    let model = |at: [f64; 2]| {
        let p = ponder::Vector(at);
        jet.value + jet.grad.dot(p) + 0.5 * (at[0] * jet.hess[0].dot(p) + at[1] * jet.hess[1].dot(p))
    };
    for mark in &marks {
        let Mark::Line { points, role: Role::Model, .. } = mark else { continue };
        let heights: Vec<f64> =
            points.iter().filter_map(|p| figure.locate(View::Contour, SIZE, p[0], p[1])).map(model).collect();
        let rise = heights[0] - figure.plan().surface().loss(&figure.points(0)[3..5]);
        assert!(heights.iter().all(|h| (h - heights[0]).abs() < 0.02 * (rise.abs() + 0.1)), "{heights:?}");
    }
}

#[test]
fn the_scale_is_an_ellipse_in_the_proportion_of_the_rates() {
    let run = r#"{"method": "adagrad", "learning_rate": 0.1}"#;
    let (mut figure, marks) = drawn(r#""sparse""#, run, r#"{"layers": ["scale"]}"#, 5.0, 20);
    let update = figure.entry(0, 5).unwrap().update.unwrap();
    let rates = update.part(ponder::note::Part::Scale).unwrap();
    let Mark::Line { points, .. } = &marks[0] else { panic!("{marks:?}") };
    let half = [0, 1].map(|i| {
        let values = || points.iter().map(|p| p[i]);
        0.5 * (values().fold(f64::MIN, ponder::math::larger) - values().fold(f64::MAX, ponder::math::smaller))
    });
    assert!((half[0] / half[1] - rates[0] / rates[1]).abs() < 0.01 * rates[0] / rates[1], "{half:?}, {rates:?}");
    let names =
        [("w", rates[0]), ("b", rates[1])].map(|(name, rate)| format!("η({name}) {}", ponder::text::human(rate)));
    assert_eq!(texts(&marks), names);

    let momentum = r#"{"method": "momentum", "learning_rate": 0.1}"#;
    assert_eq!(drawn(r#""sparse""#, momentum, r#"{"layers": ["scale"]}"#, 5.0, 20).1, [], "one rate for all");
    let by_default = drawn(r#""sparse""#, run, "{}", 5.0, 20).1;
    assert!(texts(&by_default).iter().all(|text| !text.starts_with("η(")), "only where it is listed");
}

#[test]
fn the_pulls_of_a_batch_add_up_to_its_gradient() {
    for reduce in ["sum", "mean"] {
        let model = format!(r#""eight-points", "reduce": "{reduce}""#);
        let run = r#"{"method": "gradient-descent", "learning_rate": 0.5, "batch": {"size": 3}}"#;
        let (mut figure, marks) = drawn(&model, run, r#"{"layers": ["pull"]}"#, 2.0, 20);
        let (pulls, together) = (arrows(&marks, Role::Data), arrows(&marks, Role::Part(ponder::note::Part::Gradient)));
        assert_eq!((pulls.len(), together.len()), (2, 1), "the third batch of eight points has two");
        for i in 0..2 {
            assert!((pulls.iter().map(|v| v[i]).sum::<f64>() - together[0][i]).abs() < 1e-9);
        }
        assert!(texts(&marks).contains(&"6") && texts(&marks).contains(&"7"), "{:?}", texts(&marks));
        let step = figure.entry(0, 2).unwrap().update.unwrap();
        let step = step.part(ponder::note::Part::Move).unwrap();
        // Upwards is negative on the picture.
        let turned = together[0][0] * step[1] + together[0][1] * step[0];
        assert!(turned.abs() < 1e-6 * together[0][0].abs(), "{reduce}: a plain step is the batch's pull");
    }
    let whole = r#"{"method": "gradient-descent", "learning_rate": 0.5}"#;
    assert_eq!(drawn(r#""eight-points""#, whole, r#"{"layers": ["pull"]}"#, 2.0, 20).1, [], "without batches nothing");
}

//! What is under a pixel, on the figure of two points.

use crate::scene::{Mark, Size};
use crate::theme::{Role, Theme};
use crate::{Figure, Now, Part, View};

const SIZE: Size = Size { width: 640.0, height: 480.0 };

fn figure(method: &str, more: &str) -> Figure {
    Figure::new(&crate::testing::figure(&format!(
        r#"{{"surface": {{"model": "sigmoid-neuron", "data": "two-points"}}, "steps": 20,
             "runs": [{{"method": "{method}", "learning_rate": 1, "start": [-2, -2]}}], "view": {{{more}}}}}"#
    )))
    .unwrap()
}

fn now(step: f64, limit: usize, part: Option<Part>) -> Now {
    Now { step, limit, part, ..Now::default() }
}

/// The middle of the first arrow in a colour.
fn middle(figure: &mut Figure, role: Role) -> [f64; 2] {
    let marks = figure.moving(View::Contour, SIZE, Theme::Light, &now(7.0, 20, None)).marks;
    let arrow = marks.iter().find_map(|mark| match mark {
        Mark::Arrow { from, to, role: own, .. } if *own == role => Some([0, 1].map(|i| 0.5 * (from[i] + to[i]))),
        _ => None,
    });
    arrow.unwrap()
}

#[test]
fn an_arrow_is_under_its_own_pixels_only_where_it_is_shown() {
    let mut figure = figure("nesterov", "");
    for (role, part) in [(Role::Part(Part::Gradient), Part::Gradient), (Role::Part(Part::Memory), Part::Memory)] {
        let at = middle(&mut figure, role);
        assert_eq!(figure.part_at(SIZE, at, &now(7.0, 20, None)), Some(part));
        assert_eq!(figure.part_at(SIZE, at, &now(7.0, 7, None)), None, "the update that leaves here is not shown yet");
        assert_eq!(figure.part_at(SIZE, [at[0] + 60.0, at[1] + 60.0], &now(7.0, 20, None)), None);
    }
}

#[test]
fn the_part_that_is_looked_at_has_its_name_on_the_map() {
    let mut figure = figure("nesterov", "");
    let mut texts = |part| -> Vec<String> {
        let marks = figure.moving(View::Contour, SIZE, Theme::Light, &now(7.0, 20, part)).marks;
        let text = |mark| if let Mark::Text { text, .. } = mark { Some(text) } else { None };
        marks.into_iter().filter_map(text).collect()
    };
    let words = ["gradient", "memory", "look-ahead", "step"];
    assert!(!texts(None).iter().any(|text| words.contains(&text.as_str())));
    for (part, word) in [Part::Gradient, Part::Memory, Part::LookedAt, Part::Move].into_iter().zip(words) {
        assert_eq!(texts(Some(part)).iter().filter(|text| *text == word).count(), 1, "{word}");
    }
}

#[test]
fn the_nearest_point_is_one_that_was_shown() {
    let figure = figure("momentum", "");
    let at = |t: usize| -> [f64; 2] { figure.points(0)[3 * t..3 * t + 2].try_into().unwrap() };
    let pixel = figure.place(View::Contour, SIZE, at(9)).unwrap();
    let near = |step, reach| figure.nearest(View::Contour, SIZE, pixel, step, reach);
    assert_eq!(near(20.0, 8.0), Some((0, 9)));
    assert_eq!(near(9.0, 8.0), Some((0, 9)));
    assert_ne!(near(8.9, 1e9).unwrap().1, 9);
    assert_eq!(figure.nearest(View::Contour, SIZE, [pixel[0], pixel[1] + 100.0], 20.0, 8.0), None);
    assert_eq!(figure.nearest(View::Curves, SIZE, pixel, 20.0, 8.0), None);
}

#[test]
fn a_pointed_step_is_marked_in_every_view_and_none_ahead_is() {
    let mut figure = figure("momentum", r#""curves": ["loss", "memory"]"#);
    for view in [View::Contour, View::Surface, View::Curves] {
        let mut marks = |pointed, step| {
            let now = Now { pointed, ..now(step, 20, None) };
            figure.moving(view, SIZE, Theme::Light, &now).marks
        };
        let plain = marks(None, 12.0);
        assert!(marks(Some(9), 12.0).len() > plain.len(), "{view:?}");
        assert_eq!(marks(Some(13), 12.0), plain, "{view:?}");
    }
}

#[test]
fn the_numbers_of_the_land_are_those_of_the_surface() {
    let figure = figure("momentum", "");
    let (loss, gradient) = figure.probe([0.5, -1.0]);
    assert_eq!(loss, figure.plan().surface().loss(&[0.5, -1.0]));
    let rise = figure.probe([0.5 + 1e-6, -1.0]).0 - figure.probe([0.5 - 1e-6, -1.0]).0;
    assert!((gradient[0] - rise / 2e-6).abs() < 1e-6);
}

//! Documents: well-formed, small, without anything that no renderer could draw.

use super::*;
use crate::scene::{Anchor, Axes, Axis, Band, Ground, Mark, Tick};
use crate::theme::THEMES;
use crate::view::VIEWS;

const SIZE: Size = Size { width: 640.0, height: 480.0 };

fn race() -> Figure {
    Figure::new(&crate::testing::figure(
        r#"{"surface": {"model": "sigmoid-neuron", "data": [[0.5, 0.2], [2.5, 0.9]]}, "steps": 120, "title": "A < B & C",
            "runs": [{"method": "gradient-descent", "start": [-2, -2], "learning_rate": 1},
                     {"method": "momentum", "start": [-2, -2], "learning_rate": 1},
                     {"method": "nesterov", "start": [-2, -2], "learning_rate": 1}]}"#,
    ))
    .unwrap()
}

/// Every number of an attribute, where the attribute is made of numbers.
fn numbers(text: &str) -> impl Iterator<Item = f64> + '_ {
    let starts = |c: char| !(c.is_ascii_digit() || "-.e".contains(c));
    text.split(starts).filter(|word| !word.is_empty()).map(|word| word.parse().unwrap_or(f64::NAN))
}

fn check(document: &str) {
    let tree = roxmltree::Document::parse(document).expect(document);
    for node in tree.descendants().filter(|node| node.is_element()) {
        for key in ["x", "y", "width", "height", "font-size", "stroke-width"] {
            let values = node.attribute(key).map(|v| numbers(v).collect::<Vec<_>>()).unwrap_or_default();
            assert!(values.iter().all(|v| v.is_finite() && v.abs() < 1e7), "{node:?}");
        }
        assert!(node.attribute("style").is_none() && node.attribute("onload").is_none(), "CSP: {node:?}");
    }
    let drawn: Vec<&str> = document.lines().filter(|line| !line.contains("base64")).collect();
    assert!(drawn.iter().all(|line| !line.contains("NaN") && !line.contains("inf")), "{drawn:?}");
}

#[test]
fn every_view_in_every_theme_is_well_formed() {
    let mut figure = race();
    for (_, view) in VIEWS {
        for theme in THEMES {
            let made = svg(&mut figure, view, &Now { step: 60.5, limit: 120, ..Now::default() }, SIZE, theme);
            check(&made);
            assert!(made.contains("A &lt; B &amp; C"), "the title is escaped");
            assert!(
                made.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 480\" role=\"img\">")
            );
        }
    }
}

#[test]
fn a_poster_of_the_map_is_small() {
    let poster = svg(&mut race(), View::Contour, &Now { limit: 20, ..Now::default() }, SIZE, Theme::Light);
    assert!(poster.len() < 20_000, "{} bytes", poster.len());
}

#[test]
fn colours_are_classes_with_fallbacks() {
    let poster = svg(&mut race(), View::Contour, &Now::start(120), SIZE, Theme::Dark);
    let red = Theme::Dark.color(Role::Run(1)).hex();
    assert!(poster.contains(&format!("class=\"f-run-1\" fill=\"{red}\"")), "{poster}");
    assert!(poster.contains("class=\"f-land-0\"") || poster.contains("class=\"f-land-1\""), "{poster}");
}

/// One mark of each kind, all of them at places that are none or are far away.
fn hostile(value: f64) -> Scene {
    let at = [value, 3.0];
    let role = Role::Run(1);
    let tick = || vec![Tick { at: value, text: "1".into() }];
    let axis = |label: &str| Axis { label: label.into(), range: [value, value], log: true, ticks: tick() };
    let line = |dashed| Mark::Line { points: vec![[0.0, 0.0], at, [9.0, 9.0]], role, faint: false, dashed };
    let dot = |hollow| Mark::Dot { at, radius: value, role, hollow };
    let text = |angle| Mark::Text { at, text: "<&>\"'".into(), role, anchor: Anchor::Middle, angle };
    Scene {
        axes: Some(Axes { x: axis("w"), y: axis("loss"), grid: true }),
        below: Vec::new(),
        ground: Ground { bands: vec![Band { rings: vec![vec![at, [1.0, 1.0]], Vec::new()], role }], image: None },
        marks: vec![
            line(false),
            line(true),
            dot(true),
            dot(false),
            text(0.0),
            text(value),
            Mark::Arrow { from: [1.0, 1.0], to: at, role, faint: true },
            Mark::Area { points: vec![at, [1.0, 1.0], [2.0, 1.0]], role },
            Mark::line(Vec::new(), role),
            Mark::line(vec![[1.0, 1.0]], role),
        ],
        ..Scene::empty(SIZE, Rect::of(SIZE))
    }
}

#[test]
fn nothing_that_is_no_place_is_drawn() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e308, -1e30, 1e7, 0.0, -0.0, f64::MIN_POSITIVE] {
        for theme in THEMES {
            check(&document(&[&hostile(value)], theme, "t", "d"));
        }
    }
}

#[test]
fn every_size_can_be_drawn() {
    let mut figure = race();
    for [width, height] in
        [[1.0, 1.0], [0.0, -5.0], [3.0, 900.0], [900.0, 3.0], [f64::NAN, 50.0], [40.0, 40.0], [328.0, 300.0]]
    {
        for (_, view) in VIEWS {
            check(&svg(&mut figure, view, &Now::start(120), Size { width, height }, Theme::Light));
        }
    }
}

#[test]
fn path_data_says_every_step_once_and_as_short_as_it_can() {
    assert_eq!(steps(&[[100.0, 20.0], [103.0, 15.0], [103.0, 15.0], [90.0, 16.0]]), "M100 20l3-5-13 1");
    assert_eq!(steps(&[[1.0, 1.0], [2.0, 2.0], [4.0, 2.0]]), "M1 1l1 1 2 0");
    assert_eq!(short(-0.001), "0");
    assert_eq!(short(12.5), "12.5");
}

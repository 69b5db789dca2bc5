//! Words and numbers around the surface, from wherever it is seen: all on the picture, none on another.

use super::*;
use crate::format;
use crate::scene::{Anchor, Mark, Rect};
use crate::theme::Theme;

const SURFACES: [&str; 6] = [
    r#"{"function": "rosenbrock"}"#,
    r#"{"function": "saddle"}"#,
    r#"{"model": "sigmoid-neuron", "data": "two-points"}"#,
    r#"{"function": "ackley"}"#,
    r#"{"function": "monkey-saddle"}"#,
    r#"{"function": "flat-and-sharp"}"#,
];
const SIZES: [[f64; 2]; 5] = [[640.0, 480.0], [960.0, 720.0], [480.0, 400.0], [340.0, 300.0], [260.0, 260.0]];
const PITCHES: [f64; 5] = [5.0, 20.0, 34.0, 60.0, 85.0];

fn surface(surface: &str, height: &str) -> Figure {
    Figure::new(&crate::testing::figure(&format!(
        r#"{{"surface": {surface}, "runs": [{{"method": "momentum", "learning_rate": 0.01}}], "steps": 4,
            "view": {{"height": "{height}", "camera": {{"yaw": 0, "pitch": 30}}}}}}"#
    )))
    .unwrap()
}

/// The box of a text, as wide and high as its letters are.
fn place(mark: &Mark) -> Option<(Rect, &str)> {
    let Mark::Text { at: [x, y], text, role, anchor, .. } = mark else { return None };
    let size = role.font().size;
    let width = format::width(text, size);
    let left = match anchor {
        Anchor::Left => *x,
        Anchor::Middle => x - 0.5 * width,
        Anchor::Right => x - width,
    };
    Some((Rect { x: left, y: y - 0.4 * size, width, height: 0.8 * size }, text))
}

/// Looks at every surface from everywhere and collects what is wrong.
fn everywhere(mut wrong: impl FnMut(&[(Rect, &str)], Rect) -> Option<String>) -> Vec<String> {
    let mut found = Vec::new();
    for (name, height) in SURFACES.iter().flat_map(|name| ["linear", "log"].map(|height| (name, height))) {
        let mut figure = surface(name, height);
        for (turn, pitch) in (0..36).flat_map(|turn| PITCHES.map(|pitch| (10.0 * f64::from(turn), pitch))) {
            figure.turn(turn.to_radians(), pitch.to_radians());
            for [width, height_px] in SIZES {
                let size = Size { width, height: height_px };
                let scene = figure.still_scene(View::Surface, size, Theme::Light, true);
                let texts: Vec<_> = scene.marks.iter().filter_map(place).collect();
                let told = wrong(&texts, Rect::of(size));
                found.extend(told.map(|what| format!("{name} {height} {turn}° {pitch}° {width}: {what}")));
            }
        }
    }
    found
}

#[test]
fn no_label_is_cut_off() {
    let cut = everywhere(|texts, picture| {
        let outside = |rect: &Rect| {
            rect.x < 0.0 || rect.y < 0.0 || rect.right() > picture.right() || rect.bottom() > picture.bottom()
        };
        texts.iter().find(|(rect, _)| outside(rect)).map(|(rect, text)| format!("{text} at {rect:?}"))
    });
    assert!(cut.is_empty(), "{} pictures, {:#?}", cut.len(), &cut[..cut.len().min(12)]);
}

#[test]
fn no_label_stands_on_another() {
    let met = everywhere(|texts, _| {
        let pairs = texts.iter().enumerate().flat_map(|(i, a)| texts[..i].iter().map(move |b| (a, b)));
        pairs.into_iter().find(|(a, b)| a.0.meets(&b.0)).map(|(a, b)| format!("{} on {}", a.1, b.1))
    });
    assert!(met.is_empty(), "{} pictures, {:#?}", met.len(), &met[..met.len().min(12)]);
}

#[test]
fn every_axis_has_its_name_and_two_numbers_on_a_picture_of_some_size() {
    let bare = everywhere(|texts, picture| {
        let names =
            ["w", "b", "loss"].iter().filter(|name| texts.iter().any(|(_, text)| text.starts_with(*name))).count();
        (picture.width > 400.0 && (names < 3 || texts.len() < 7)).then(|| format!("{texts:?}"))
    });
    assert!(bare.is_empty(), "{} pictures, {:#?}", bare.len(), &bare[..bare.len().min(12)]);
}

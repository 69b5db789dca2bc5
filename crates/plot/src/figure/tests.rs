//! Scenes: nothing outside the plot, nothing after the limit, and still things that stay still.

use super::*;
use crate::now::{Now, PonderMark};
use crate::scene::{Mark, Pixel, Rect, Scene};
use crate::theme::{Role, THEMES, Theme};
use crate::view::VIEWS;

const SIZE: Size = Size { width: 640.0, height: 480.0 };
const NEURON: &str = r#"{"model": "sigmoid-neuron", "data": [[0.5, 0.2], [2.5, 0.9]]}"#;

fn figure(surface: &str, runs: &str, steps: usize, view: &str) -> Figure {
    let json = format!(r#"{{"surface": {surface}, "runs": [{runs}], "steps": {steps}, "view": {view}}}"#);
    Figure::new(&crate::testing::figure(&json)).unwrap()
}

fn run(method: &str, rate: f64) -> String {
    format!(r#"{{"method": "{method}", "learning_rate": {rate}, "start": [-2, -2]}}"#)
}

fn race(rate: f64, steps: usize) -> Figure {
    let runs = ["gradient-descent", "momentum", "nesterov"].map(|method| run(method, rate));
    figure(NEURON, &runs.join(","), steps, "{}")
}

fn at(step: f64, limit: usize) -> Now {
    Now { step, limit, ..Now::default() }
}

fn points(mark: &Mark) -> Vec<Pixel> {
    match mark {
        Mark::Line { points, .. } | Mark::Area { points, .. } => points.clone(),
        Mark::Dot { at, .. } | Mark::Text { at, .. } => vec![*at],
        Mark::Arrow { from, to, .. } => vec![*from, *to],
    }
}

#[test]
fn no_mark_of_a_diverging_run_leaves_the_plot() {
    for (surface, rate) in [(NEURON, 300.0), (r#"{"function": "rosenbrock"}"#, 0.5), (r#"{"function": "saddle"}"#, 1e9)]
    {
        let mut figure = figure(surface, &run("momentum", rate), 40, "{}");
        for (_, view) in VIEWS {
            let mut scenes = vec![figure.still(view, SIZE, Theme::Light, 1.0)];
            scenes.extend([0.0, 1.0, 3.5, 40.0].map(|step| figure.moving(view, SIZE, Theme::Light, &at(step, 40))));
            for scene in scenes {
                let inside = if view == View::Surface { Rect::of(SIZE) } else { scene.plot.grown(1e-6) };
                for mark in &scene.marks {
                    let room = if matches!(mark, Mark::Text { .. }) { Rect::of(SIZE) } else { inside };
                    assert!(points(mark).iter().all(|p| room.holds(*p)), "{surface} {view:?}: {mark:?}");
                }
            }
        }
    }
}

#[test]
fn what_comes_after_the_limit_changes_no_pixel() {
    // Two figures that agree up to step 10 and then part.
    let part = |rate: f64| {
        let mut figure = race(1.0, 60);
        let other = race(rate, 60);
        for (track, other) in figure.tracks.iter_mut().zip(&other.tracks) {
            track.splice(other, 11);
        }
        figure
    };
    let (mut tame, mut wild) = (part(1.0), part(200.0));
    assert_ne!(tame.points(0), wild.points(0), "the runs part");
    for (_, view) in VIEWS {
        assert_eq!(tame.still(view, SIZE, Theme::Dark, 1.0), wild.still(view, SIZE, Theme::Dark, 1.0), "{view:?}");
        for step in [0.0, 4.5, 10.0, 60.0] {
            let scenes = [&mut tame, &mut wild].map(|f| f.moving(view, SIZE, Theme::Light, &at(step, 10)));
            assert_eq!(scenes[0], scenes[1], "{view:?} at {step}");
        }
        let open = [&mut tame, &mut wild].map(|f| f.moving(view, SIZE, Theme::Light, &at(60.0, 60)));
        assert_ne!(open[0], open[1], "{view:?} shows the difference once it may");
    }
}

#[test]
fn a_step_before_the_limit_shows_its_arrows_and_the_last_one_does_not() {
    let mut figure = figure(NEURON, &run("nesterov", 1.0), 60, "{}");
    let mut arrows = |step: f64| {
        let scene = figure.moving(View::Contour, SIZE, Theme::Light, &at(step, 20));
        scene.marks.iter().filter(|mark| matches!(mark, Mark::Arrow { .. })).count()
    };
    assert_eq!(arrows(15.0), 3, "memory, slope, move");
    assert_eq!(arrows(20.0), 0, "the next move is the answer");
}

#[test]
fn forward_and_back_is_the_same_picture() {
    let mut figure = race(1.0, 60);
    let first = figure.moving(View::Contour, SIZE, Theme::Light, &at(7.25, 60));
    for step in [8.0, 60.0, 0.0] {
        figure.moving(View::Contour, SIZE, Theme::Light, &at(step, 60));
    }
    assert_eq!(figure.moving(View::Contour, SIZE, Theme::Light, &at(7.25, 60)), first);
}

#[test]
fn pixels_and_points_are_inverse() {
    let mut figure = race(1.0, 60);
    figure.still(View::Surface, SIZE, Theme::Light, 1.0);
    for view in [View::Contour, View::Surface] {
        let pixel = figure.place(view, SIZE, [-3.0, -2.0]).unwrap();
        let point = figure.locate(view, SIZE, pixel[0], pixel[1]).unwrap();
        assert!((point[0] + 3.0).abs() < 0.1 && (point[1] + 2.0).abs() < 0.1, "{view:?}: {point:?}");
        assert_eq!(figure.locate(view, SIZE, 1.0, 1.0), None);
        assert_eq!(figure.place(view, SIZE, [f64::NAN, 0.0]), None);
        assert_eq!(figure.locate(view, SIZE, f64::NAN, 0.0), None);
    }
}

#[test]
fn layers_are_only_those_that_are_asked_for() {
    let mut figure = figure(NEURON, &run("momentum", 1.0), 60, r#"{"layers": ["path"]}"#);
    let still = figure.still(View::Contour, SIZE, Theme::Light, 1.0);
    assert!(still.marks.is_empty() && still.ground == crate::Ground::default() && still.axes.is_some());
    let moving = figure.moving(View::Contour, SIZE, Theme::Light, &at(30.0, 60));
    assert!(moving.marks.iter().all(|mark| matches!(mark, Mark::Line { .. } | Mark::Dot { radius: 2.0, .. })));
}

#[test]
fn answers_are_drawn_with_their_gap() {
    let mut figure = race(1.0, 60);
    let (guess, truth) = ([1.0, 1.0], [2.0, 0.0]);
    let marks = vec![
        PonderMark::Guess(guess),
        PonderMark::Truth(truth),
        PonderMark::Gap { from: guess, to: truth, text: "1.41".into() },
        PonderMark::Guess([99.0, 0.0]),
    ];
    let scene = figure.moving(View::Contour, SIZE, Theme::Light, &Now { marks, ..at(0.0, 60) });
    let place = |point| figure.place(View::Contour, SIZE, point).unwrap();
    assert!(scene.marks.iter().any(|m| matches!(m, Mark::Dot { at, role: Role::Guess, .. } if *at == place(guess))));
    assert!(scene.marks.iter().any(|m| matches!(m, Mark::Text { text, .. } if text == "1.41")));
    let guesses = scene.marks.iter().filter(|m| matches!(m, Mark::Dot { role: Role::Guess, .. })).count();
    assert_eq!(guesses, 1, "an answer beyond the map is not on it");
}

#[test]
fn words_say_only_what_may_be_said() {
    let mut figure = race(1.0, 60);
    let keys = |said: &[(&'static str, String)]| said.iter().map(|(key, _)| *key).collect::<Vec<_>>();
    let early = figure.describe(1, 60, 10);
    assert_eq!(keys(&early), ["t", "w", "b", "loss", "gradient", "move"]);
    assert_eq!(early[0].1, "10");
    assert_eq!(keys(&figure.describe(1, 60, 60)).last(), Some(&"outcome"));
    assert!(figure.describe(7, 0, 0).is_empty(), "no such run");
}

#[test]
fn turning_is_kept_in_bounds() {
    let mut figure = race(1.0, 3);
    figure.turn(100.0, 9.0);
    let [yaw, pitch] = figure.camera();
    assert!(yaw.abs() < 7.0 && pitch <= crate::camera::PITCH[1]);
    figure.turn(f64::NAN, f64::INFINITY);
    assert_eq!(figure.camera(), [yaw, pitch]);
}

#[test]
fn the_surface_is_drawn_once_for_a_direction() {
    let mut figure = race(1.0, 60);
    for theme in THEMES {
        let first = figure.still(View::Surface, SIZE, theme, 1.5);
        figure.moving(View::Surface, SIZE, theme, &at(30.0, 60));
        assert_eq!(figure.still(View::Surface, SIZE, theme, 1.5), first);
        let (image, place) = first.ground.image.expect("a relief");
        assert_eq!(image.rgba().len(), 4 * image.width * image.height);
        assert!((place.width * 1.5 - image.width as f64).abs() < 1.0);
    }
}

#[test]
fn faults_of_recipe_and_view_come_together() {
    let figure = crate::testing::figure(r#"{"surface": {"function": "hill"}, "runs": [], "view": {"levels": -1}}"#);
    let paths: Vec<String> = Figure::new(&figure).unwrap_err().0.into_iter().map(|fault| fault.path).collect();
    assert!(paths.contains(&"runs".to_string()) && paths.contains(&"view.levels".to_string()), "{paths:?}");
}

#[test]
fn a_long_list_is_no_long_list_of_faults() {
    let nulls = vec!["null"; 100_000].join(",");
    let recipe = r#""surface": {"function": "hill"}, "runs": [{"method": "adam", "learning_rate": 1}], "steps": 5"#;
    let figure =
        crate::testing::figure(&format!(r#"{{{recipe}, "view": {{"views": [{nulls}], "knobs": [{nulls}]}}}}"#));
    let faults = Figure::new(&figure).unwrap_err().0;
    assert!(faults.len() < 200, "{} faults", faults.len());
}

const FOUR_INPUTS: &str = r#"{"model": "four-input-neuron", "data": [[1, 0, 2, 0, 0.9], [0, 1, 0, 0, 0.2]]}"#;

#[test]
fn five_parameters_have_curves_and_no_map() {
    let runs = r#"{"method": "momentum", "learning_rate": 1}, {"method": "nesterov", "learning_rate": 1}"#;
    let mut figure = figure(FOUR_INPUTS, runs, 20, r#"{"window": [[-1, 1], [-1, 1]], "views": ["curves", "table"]}"#);
    for (_, view) in VIEWS {
        let scenes =
            [figure.still(view, SIZE, Theme::Light, 1.0), figure.moving(view, SIZE, Theme::Light, &at(7.0, 20))];
        let empty = Scene::empty(SIZE, Rect::of(SIZE));
        assert_eq!(scenes.iter().all(|scene| *scene == empty), view != View::Curves, "{view:?}");
        assert_eq!(figure.draws(view), view == View::Curves);
        assert_eq!(figure.locate(view, SIZE, 320.0, 240.0).is_some(), view == View::Curves, "{view:?}");
        assert_eq!(figure.place(view, SIZE, [0.5, 0.5]).is_some(), view == View::Curves, "{view:?}");
    }
    let said = figure.describe(0, 20, 20);
    let keys: Vec<_> = said.iter().map(|(key, _)| *key).collect();
    assert_eq!(keys, ["t", "w1", "w2", "w3", "w4", "b", "loss", "gradient", "move", "outcome"]);
    let facts = figure.facts();
    let surface = facts.get("surface").unwrap();
    assert_eq!(surface.get("parameters").and_then(Tree::list).map(<[Tree]>::len), Some(5));
    assert_eq!(surface.get("domain"), Some(&Tree::Null));
}

#[test]
fn what_needs_a_map_is_refused_where_there_is_none() {
    let faults = |more: &str| {
        let run = r#"{"method": "momentum", "learning_rate": 1}"#;
        let json = format!(r#"{{"surface": {FOUR_INPUTS}, "runs": [{run}], "steps": 9, {more}}}"#);
        Figure::new(&crate::testing::figure(&json)).unwrap_err().to_string()
    };
    assert_eq!(
        faults(r#""view": {"views": ["contour", "rule", "fit"]}"#),
        "view.views[0]: \"contour\"; allowed is curves, rule or table, as five parameters have no plane\n\
         view.views[2]: \"fit\"; allowed is curves, rule or table, as five parameters have no plane"
    );
    assert_eq!(
        faults(r#""ponders": [{"at": 3, "kind": "type", "ask": "?"}, {"at": 4, "kind": "click", "ask": "?"}]"#),
        "ponders[1].kind: \"click\"; allowed is choose, type or order, as five parameters have no plane"
    );
}

#[test]
fn a_line_through_the_points_leaves_the_picture_and_no_head_stays() {
    let surface = r#"{"model": "linear-neuron", "data": [[0, 10], [1, 12], [2, 13]]}"#;
    let mut figure = figure(surface, &[run("momentum", 0.0), run("nesterov", 0.0)].join(","), 3, "{}");
    let scene = figure.moving(View::Fit, SIZE, Theme::Light, &at(0.0, 3));
    assert!(scene.marks.iter().all(|mark| points(mark).iter().all(|p| Rect::of(SIZE).holds(*p))), "{:?}", scene.marks);
    let [_, [low, high]] = ranges::data(figure.plan().surface());
    assert!(5.0 < low && low < 10.0 && 13.0 < high && high < 18.0, "around the data: {low} to {high}");
}

#[test]
fn data_move_in_a_window_that_stays_and_widens_only_for_those_outside() {
    let with = |data: &str| {
        let surface = format!(r#"{{"model": "sigmoid-neuron", "data": {data}}}"#);
        let json = format!(r#"{{"surface": {surface}, "runs": [{}], "steps": 3}}"#, run("momentum", 1.0));
        crate::testing::figure(&json)
    };
    let mut figure = Figure::new(&with("[[0.5, 0.2], [2.5, 0.9]]")).unwrap();
    let home = figure.data_window();
    figure.change(&with("[[1, 0.2], [1.5, 0.5], [2.75, 1]]")).unwrap();
    assert_eq!((figure.data_window(), figure.data()[1]), (home, [1.5, 0.5]));
    figure.change(&with("[[1, 0.2], [4, 3]]")).unwrap();
    let [[left, right], [low, high]] = figure.data_window();
    assert!(left == home[0][0] && right > 4.0 && low <= home[1][0] && high > 3.0);
    figure.change(&with("[[0.5, 0.2]]")).unwrap();
    assert_eq!(figure.data_window(), home);
}

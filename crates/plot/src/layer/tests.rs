//! Layers as what they are: functions, compared on small cases.

use super::Stage;
use crate::land::Land;
use crate::now::Now;
use crate::plane::Plane;
use crate::scene::{Anchor, Mark, Rect, Size};
use crate::theme::{Role, Theme};
use crate::tongue::Tongue;
use crate::track::Track;
use crate::view::{Spec, View};

/// A window of 10 × 10 on 100 × 100 pixels: (0, 0) lies at (50, 50), a unit is ten pixels.
fn on_stage(view: View, runs: &str, step: f64, look: impl FnOnce(&Stage)) {
    let figure = crate::testing::figure(&format!(
        r#"{{"surface": {{"model": "sigmoid-neuron", "data": [[-1, 0.5], [1, 0.5]]}}, "runs": [{runs}], "steps": 4,
             "view": {{"window": [[-5, 5], [-5, 5]]}}}}"#
    ));
    let plan = ponder::check(&figure).unwrap();
    let facts = plan.surface().facts();
    let land = Land::new(plan.surface(), &facts, &Spec::read(&figure).unwrap());
    let rect = Rect { x: 0.0, y: 0.0, width: 100.0, height: 100.0 };
    look(&Stage {
        hues: crate::theme::Hues::default(),
        view,
        size: Size { width: 200.0, height: 100.0 },
        theme: Theme::Light,
        vector: true,
        plane: Plane { window: [[-5.0, 5.0], [-5.0, 5.0]], rect, log: false },
        panels: Vec::new(),
        surface: plan.surface(),
        facts: &facts,
        land: &land,
        scape: None,
        tracks: &Track::all(&plan, &Tongue::default()),
        entries: &[],
        listed: false,
        words: &[],
        now: &Now { step, limit: 4, ..Now::default() },
        tongue: &Tongue::default(),
    });
}

fn marks(stage: &Stage, id: &str) -> Vec<Mark> {
    let layer = super::LAYERS.iter().find(|layer| layer.id == id).unwrap();
    match layer.draw {
        super::Draw::Marks(draw) => draw(stage),
        super::Draw::Ground(_) => panic!("{id} is ground"),
    }
}

/// Stands still at the minimum, and somewhere else with no rate.
const STILL: &str = r#"{"method": "gradient-descent", "learning_rate": 1, "start": [0, 0]},
                       {"method": "momentum", "learning_rate": 0, "start": [2, 1]}"#;

fn dot(at: [f64; 2], radius: f64, role: Role, hollow: bool) -> Mark {
    Mark::Dot { at, radius, role, hollow }
}

#[test]
fn heads_stand_where_the_runs_are() {
    on_stage(View::Contour, STILL, 2.5, |stage| {
        let heads = [dot([50.0, 50.0], 5.0, Role::Run(0), false), dot([70.0, 40.0], 5.0, Role::Run(1), false)];
        assert_eq!(marks(stage, "heads"), heads);
    });
}

#[test]
fn starts_are_rings_in_the_colour_of_their_run() {
    on_stage(View::Contour, STILL, 0.0, |stage| {
        let rings = [dot([50.0, 50.0], 5.5, Role::Run(0), true), dot([70.0, 40.0], 5.5, Role::Run(1), true)];
        assert_eq!(marks(stage, "start"), rings);
    });
}

#[test]
fn the_minimum_is_marked_and_named() {
    on_stage(View::Contour, STILL, 0.0, |stage| {
        let name = Mark::text([41.0, 50.0], "min", Role::ContourName, Anchor::Right);
        assert_eq!(marks(stage, "minima"), [dot([50.0, 50.0], 5.0, Role::Minimum, false), name]);
    });
}

#[test]
fn a_run_that_stands_still_has_no_way() {
    on_stage(View::Contour, STILL, 4.0, |stage| assert_eq!(marks(stage, "path"), []));
}

#[test]
fn names_stand_beside_the_heads() {
    on_stage(View::Contour, STILL, 0.0, |stage| {
        let first = Mark::text([61.0, 51.0], "Gradient descent", Role::Run(0), Anchor::Left);
        let texts: Vec<Mark> = marks(stage, "names").into_iter().collect();
        assert_eq!(texts.len(), 2);
        assert!(texts.iter().any(|t| matches!(t, Mark::Text { at: [81.0, _], role: Role::Run(1), .. })), "{texts:?}");
        assert!(texts.iter().any(|t| matches!((t, &first),
            (Mark::Text { at: a, text, .. }, Mark::Text { at: b, text: name, .. }) if a[0] == b[0] && text == name)));
    });
}

#[test]
fn the_fit_of_a_flat_neuron_is_a_level_line_with_its_residuals() {
    let one = r#"{"method": "gradient-descent", "learning_rate": 1, "start": [0, 0]}"#;
    on_stage(View::Fit, one, 0.0, |stage| {
        let fit = marks(stage, "fit");
        let Mark::Line { points, role: Role::Run(0), .. } = &fit[0] else { panic!("{fit:?}") };
        assert!(
            points.iter().all(|p| (p[1] - 45.0).abs() < 1e-9),
            "σ(0) = 0.5 lies 5 pixels above the middle: {points:?}"
        );
        let place = stage.plane.place([-1.0, 0.5]);
        assert_eq!(marks(stage, "data")[0], dot(place, 5.0, Role::Data, false));
    });
}

#[test]
fn a_point_beyond_drawing_is_not_drawn() {
    let figure = crate::testing::figure(
        r#"{"surface": {"model": "sigmoid-neuron", "data": [[-1, 0.5], [1, 1e308], [1e308, 0.5]]}, "steps": 1,
            "runs": [{"method": "adam", "learning_rate": 1}]}"#,
    );
    let mut figure = crate::Figure::new(&figure).unwrap();
    let size = Size { width: 200.0, height: 100.0 };
    let still = format!("{:?}", figure.still(View::Fit, size, Theme::Light, 1.0));
    let moving = format!("{:?}", figure.moving(View::Fit, size, Theme::Light, &Now::default()));
    let dots = |scene: &str| scene.matches("role: Data, hollow").count();
    assert_eq!([dots(&still), dots(&moving)], [1, 1], "{still} {moving}");
}

#[test]
fn every_layer_has_its_own_name_and_a_view() {
    for (i, layer) in super::LAYERS.iter().enumerate() {
        assert!(super::LAYERS[..i].iter().all(|other| other.id != layer.id), "{layer:?}");
        assert!(!layer.views.is_empty(), "{layer:?}");
        assert!(layer.still || matches!(layer.draw, super::Draw::Marks(_)), "{layer:?} moves the ground");
    }
}

#[test]
fn every_file_is_in_the_table() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/layer");
    let files = std::fs::read_dir(folder).unwrap().filter_map(|file| file.unwrap().file_name().into_string().ok());
    let layers = files.filter(|name| {
        !["mod.rs", "stage.rs", "arrows.rs", "arrows", "tests.rs", "part_tests.rs", "step_tests.rs"]
            .contains(&name.as_str())
    });
    assert_eq!(layers.count(), super::LAYERS.len());
}

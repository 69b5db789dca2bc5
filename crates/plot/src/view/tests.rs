//! What a `view` may say, and how it is told what it may not.

use super::*;

fn faults(view: &str) -> Vec<String> {
    let figure = crate::testing::figure(&format!(r#"{{"view": {view}}}"#));
    let faults = Spec::read(&figure).err().map(|faults| faults.0).unwrap_or_default();
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn a_full_view_is_read() {
    let figure = crate::testing::figure(
        r#"{"view": {"views": ["contour", "rule"], "window": [[-4, 5], [-5, 3]], "levels": [0.1, 0.2], "height": "log",
            "camera": {"yaw": 90}, "layers": ["path", "land"], "knobs": ["learning_rate"], "curves": ["sum"], "theme": "dark"}}"#,
    );
    let spec = Spec::read(&figure).unwrap();
    assert_eq!(spec.views, Some(vec!["contour".into(), "rule".into()]));
    assert_eq!(spec.window, Some([[-4.0, 5.0], [-5.0, 3.0]]));
    assert_eq!(spec.levels, Some(LevelChoice::Given(vec![0.1, 0.2])));
    assert_eq!(spec.height, Some(Height::Log));
    assert_eq!(spec.camera, [Some(std::f64::consts::FRAC_PI_2), None]);
    assert_eq!(spec.layers.map(|l| l.iter().map(|l| l.id).collect()), Some(vec!["land", "path"]));
    assert_eq!(spec.curves, Some(vec![Curve::Sum]));
    assert_eq!(spec.theme, Some(Theme::Dark));
    assert!(faults("null").is_empty() && faults("{}").is_empty());
}

#[test]
fn every_fault_has_its_place_and_says_what_is_allowed() {
    for (view, start, allowed) in [
        ("7", "view: 7;", "an object"),
        (r#"{"windw": 1}"#, "view.windw: unknown;", "window, levels, height, camera"),
        (r#"{"window": [[1, -1], [0, 1]]}"#, "view.window[0]: [1, -1];", "from below to"),
        (r#"{"window": [[0, 1], [0, null]]}"#, "view.window[1][1]: null;", "a finite number"),
        (r#"{"window": [[0, 1e300], [0, 1]]}"#, "view.window[0]: ", "1e9"),
        (r#"{"window": [[1, 1.0000000001], [0, 1]]}"#, "view.window[0]: ", "not nearly the same"),
        (r#"{"window": 3}"#, "view.window: 3;", "[[w0, w1], [b0, b1]]"),
        (r#"{"levels": 65}"#, "view.levels: 65;", "from 1 to 64"),
        (r#"{"levels": 2.5}"#, "view.levels: 2.5;", "whole"),
        (r#"{"levels": [2, 1]}"#, "view.levels: a list of 2;", "rising"),
        (r#"{"views": ["countour"]}"#, "view.views[0]: \"countour\";", "surface, contour, fit, curves, rule or table"),
        (r#"{"views": ["fit", "fit"]}"#, "view.views[1]: \"fit\";", "once"),
        (r#"{"layers": ["arrows"]}"#, "view.layers[0]: \"arrows\";", "gradient-arrow"),
        (r#"{"curves": ["loss", "slope"]}"#, "view.curves[1]: \"slope\";", "loss, rates, schedule, sum or memory"),
        (r#"{"curves": []}"#, "view.curves: a list of 0;", "one or more of loss, rates"),
        (r#"{"knobs": ["eta"]}"#, "view.knobs[0]: \"eta\";", "learning_rate"),
        (r#"{"height": "cubic"}"#, "view.height: \"cubic\";", "linear or log"),
        (r#"{"theme": "print"}"#, "view.theme: \"print\";", "light, dark or auto"),
        (r#"{"camera": {"pitch": 89}}"#, "view.camera.pitch: 89;", "5 to 85"),
        (r#"{"camera": {"roll": 1}}"#, "view.camera.roll: unknown;", "yaw, pitch"),
    ] {
        let found = faults(view);
        assert_eq!(found.len(), 1, "{view}: {found:?}");
        assert!(found[0].starts_with(start) && found[0].contains(allowed), "{view}: {found:?}");
    }
}

#[test]
fn all_faults_are_told_at_once() {
    assert_eq!(faults(r#"{"levels": 0, "theme": 1, "window": [[0, 0], [1, 0]], "x": 1}"#).len(), 5);
}

#[test]
fn names_there_and_back() {
    for (name, view) in VIEWS {
        assert_eq!((View::named(name), view.name()), (Some(view), name));
    }
    assert_eq!(View::named("rule"), None);
}

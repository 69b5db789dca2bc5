//! Panels: what they show is what the updates noted, and nothing of an update after the limit.

use ponder::note::Part;
use ponder::{METHODS, Run};

use super::*;
use crate::now::Now;
use crate::scene::{Mark, Rect, Scene, Size};
use crate::theme::{Role, Theme};
use crate::view::View;
use crate::{Figure, Spec};

const SIZE: Size = Size { width: 640.0, height: 760.0 };
const ALL: &str = r#"["loss", "rates", "schedule", "sum", "memory"]"#;
const COSINE: &str = r#""schedule": {"kind": "cosine", "over": 40}"#;

fn figure(runs: &str, steps: usize, curves: &str) -> Figure {
    let json = format!(
        r#"{{"surface": {{"model": "sigmoid-neuron", "data": "two-points"}}, "runs": [{runs}], "steps": {steps},
            "view": {{"curves": {curves}}}}}"#
    );
    Figure::new(&crate::testing::figure(&json)).unwrap()
}

fn run(method: &str, more: &str) -> String {
    format!(r#"{{"method": "{method}", "learning_rate": 0.3, {more}}}"#)
}

fn panels(figure: &mut Figure, limit: usize) -> Vec<Panel> {
    figure.moving(View::Curves, SIZE, Theme::Light, &Now { step: 0.0, limit, ..Now::default() });
    figure.curves.panels().to_vec()
}

fn drawn(figure: &mut Figure, step: f64, limit: usize) -> Scene {
    figure.moving(View::Curves, SIZE, Theme::Light, &Now { step, limit, ..Now::default() })
}

#[test]
fn panels_show_what_the_updates_noted() {
    let mut figure = figure(&run("adam", COSINE), 40, ALL);
    let panels = panels(&mut figure, 40);
    let labels: Vec<&str> = panels.iter().map(|panel| panel.label.as_str()).collect();
    let expected = ["effective learning rate", "learning rate", "sum of learning rates", "memory m", "memory v"];
    assert_eq!(labels, expected);
    let updates: Vec<_> = Run::new(figure.plan(), 0).unwrap().filter_map(|entry| entry.update).collect();
    let [rates, schedule, sums, m, _] = panels.as_slice() else { panic!("{labels:?}") };
    let mut sum = 0.0;
    for (t, update) in updates.iter().enumerate() {
        sum += update.factor();
        let (here, next) = (t as f64, (t + 1) as f64);
        for (i, line) in rates.lines.iter().enumerate() {
            assert_eq!(line.points[t], [here, update.part(Part::Scale).unwrap()[i]]);
        }
        assert_eq!(schedule.lines[0].points[t], [here, update.factor()]);
        assert_eq!(sums.lines[0].points[t + 1], [next, sum]);
        assert_eq!(m.lines[1].points[t], [next, update.part(Part::Memory).unwrap()[1]]);
    }
    let names = |panel: &Panel| panel.lines.iter().map(|line| line.name.clone()).collect::<Vec<_>>();
    assert_eq!((names(rates), names(schedule)), (vec!["w".to_string(), "b".into()], vec![String::new()]));
    assert!(!schedule.log, "a cosine keeps its shape though it ends near nothing");
}

#[test]
fn a_rule_without_rates_of_its_own_shows_the_rate_once() {
    let mut figure = figure(&run("momentum", COSINE), 40, r#"["rates", "schedule"]"#);
    let panels = panels(&mut figure, 40);
    assert_eq!(panels[0].lines, panels[1].lines);
    assert_eq!(panels[0].lines.len(), 1, "w and b have the same");
}

#[test]
fn memories_of_steps_and_of_squares_do_not_share_an_axis() {
    let runs = ["momentum", "nesterov", "rmsprop"].map(|method| run(method, r#""start": [1, 2]"#)).join(",");
    let mut figure = figure(&runs, 20, r#"["memory"]"#);
    let panels = panels(&mut figure, 20);
    let runs = |panel: &Panel| panel.lines.iter().map(|line| line.run).collect::<Vec<_>>();
    assert_eq!(panels.iter().map(runs).collect::<Vec<_>>(), [vec![0, 0, 1, 1], vec![2, 2]]);
    assert_eq!(panels[1].lines[1].name, "RMSProp b");
}

#[test]
fn every_memory_has_a_name_without_a_backslash() {
    for method in METHODS {
        for form in method.forms {
            let run = format!(r#"{{"method": "{}", "convention": "{}", "start": [1, 2]"#, method.id, form.convention);
            let rate = form.knob("learning_rate").map_or("", |_| r#", "learning_rate": 0.1"#);
            let mut figure = figure(&format!("{run}{rate}}}"), 3, ALL);
            let panels = panels(&mut figure, 3);
            assert_eq!(panels.len() + 1, figure.curves.count(), "{}: the first update tells all there is", method.id);
            assert!(panels.iter().all(|panel| !panel.label.contains(['\\', '{'])), "{panels:?}");
        }
    }
}

#[test]
fn what_comes_after_the_limit_changes_nothing() {
    let with = |rate: f64| {
        let runs = ["adam", "momentum"].map(|method| run(method, &format!(r#""changes": [[10, {rate}]]"#)));
        figure(&runs.join(","), 60, ALL)
    };
    let (mut tame, mut wild) = (with(0.2), with(90.0));
    for step in [0.0, 4.5, 10.0, 60.0] {
        let [one, other] = [&mut tame, &mut wild].map(|f| drawn(f, step, 10));
        assert_eq!(one, other, "at {step}");
    }
    assert_ne!(drawn(&mut tame, 60.0, 60), drawn(&mut wild, 60.0, 60));
    // Having seen all of it does not betray it either.
    assert_eq!(drawn(&mut tame, 60.0, 10), drawn(&mut wild, 60.0, 10));
}

#[test]
fn panels_stand_below_each_other_on_one_axis_of_steps() {
    let mut figure = figure(&run("adam", COSINE), 40, ALL);
    let scene = drawn(&mut figure, 20.0, 40);
    let plots: Vec<Rect> = [scene.plot].into_iter().chain(scene.below.iter().map(|(plot, _)| *plot)).collect();
    assert_eq!(plots.len(), 6);
    for pair in plots.windows(2) {
        assert!(pair[1].y > pair[0].bottom() && pair[1].x == pair[0].x && pair[1].width == pair[0].width);
    }
    assert!(plots[0].height > 1.5 * plots[1].height && plots[5].bottom() < SIZE.height);
    let axes: Vec<_> = scene.axes.iter().chain(scene.below.iter().map(|(_, axes)| axes)).collect();
    let numbered = |axes: &&crate::Axes| axes.x.ticks.iter().any(|tick| !tick.text.is_empty());
    assert_eq!(axes.iter().map(numbered).collect::<Vec<_>>(), [false, false, false, false, false, true]);
    assert!(axes.iter().all(|axes| axes.y.ticks.len() > 1), "{axes:?}");
    let x = plots[0].x + 0.5 * plots[0].width;
    for plot in plots {
        let line = Mark::line(vec![[x, plot.y], [x, plot.bottom()]], Role::Rule);
        assert!(scene.marks.contains(&line), "the present step");
    }
}

#[test]
fn the_loss_alone_is_what_it_was_and_can_be_left_out() {
    let mut alone = figure(&run("adam", COSINE), 40, r#"["loss"]"#);
    let mut plain = figure(&run("adam", COSINE), 40, "null");
    assert_eq!(drawn(&mut alone, 20.0, 40), drawn(&mut plain, 20.0, 40));
    alone.show(&[Curve::Schedule]);
    let scene = drawn(&mut alone, 20.0, 40);
    assert_eq!(scene.axes.unwrap().y.label, "learning rate");
    assert!(scene.below.is_empty() && !scene.marks.iter().any(|mark| matches!(mark, Mark::Dot { .. })));
    plain.show(&[]);
    assert_eq!(plain.curves.shown(), [Curve::Loss]);
    let about = crate::svg(&mut plain, View::Curves, &Now::start(40), SIZE, Theme::Light);
    assert!(about.contains("<desc>Loss over the steps. Adam at step 0"), "{about}");
}

#[test]
fn a_long_run_keeps_few_of_its_updates_and_the_last() {
    let mut figure = figure(&run("adam", r#""start": [1, 1]"#), 30_001, r#"["schedule", "sum"]"#);
    let panels = panels(&mut figure, 30_001);
    for panel in &panels {
        assert!(panel.lines[0].points.len() <= trace::SAMPLES + 2, "{}", panel.lines[0].points.len());
    }
    let end = *panels[1].lines[0].points.last().unwrap();
    assert!(end[0] == 30_001.0 && (end[1] - 0.3 * 30_001.0).abs() < 1e-6, "every update counts: {end:?}");
}

#[test]
fn a_reading_is_of_the_panel_under_the_pointer_and_never_of_a_later_step() {
    let mut figure = figure(&run("adam", COSINE), 40, ALL);
    let scene = drawn(&mut figure, 20.0, 40);
    let middle = |plot: Rect, share: f64| [plot.x + share * plot.width, plot.y + 0.5 * plot.height];
    let loss = figure.points(0)[3 * 10 + 2];
    assert_eq!(figure.reading(SIZE, middle(scene.plot, 0.25), 20.0), Some((10, vec![("loss", loss)])));
    let (t, values) = figure.reading(SIZE, middle(scene.below[0].0, 0.9), 20.0).unwrap();
    assert_eq!((t, values.iter().map(|(name, _)| *name).collect::<Vec<_>>()), (20, vec!["w", "b"]));
    assert_eq!(figure.reading(SIZE, [2.0, 2.0], 20.0), None);
}

#[test]
fn a_changed_recipe_keeps_the_choice() {
    let recipe = |rate: f64| {
        crate::testing::figure(&format!(
            r#"{{"surface": {{"function": "saddle"}}, "runs": [{{"method": "adam", "learning_rate": {rate}}}], "steps": 9}}"#
        ))
    };
    let mut figure = Figure::new(&recipe(0.1)).unwrap();
    figure.show(&[Curve::Loss, Curve::Sum]);
    figure.change(&recipe(0.2)).unwrap();
    let sums = panels(&mut figure, 9).remove(0);
    assert!((sums.lines[0].points[9][1] - 1.8).abs() < 1e-12, "{sums:?}");
    assert_eq!(Spec::read(&recipe(0.1)).unwrap().curves, None);
}

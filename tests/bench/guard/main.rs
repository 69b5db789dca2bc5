//! `guard CASE N`: a hot path's work, N times, and nothing else, so that its instructions can be counted.
//! `tests/bench/guard.js` counts those of 0, N and 2N.

use std::env::args;
use std::f64::consts::FRAC_PI_4;
use std::hint::black_box;

use ponder::Run;
use ponder::bulk::Job;
use ponder::math::log10;
use ponder_plot::camera::Camera;
use ponder_plot::contour;
use ponder_plot::heights::Heights;
use ponder_plot::levels::Levels;
use ponder_plot::relief::Relief;
use ponder_plot::shade::{Land, Palette};
use ponder_plot::{Figure, Now, Size, Theme, View};
use ponder_tests::{plan, tree};

/// A hot path.
type Case = fn(usize);

const CASES: &[(&str, Case)] = &[
    ("step-2-gd", |n| run(n, "gradient-descent", r#""two-points""#)),
    ("step-2-adam", |n| run(n, "adam", r#""two-points""#)),
    ("step-100-adam", |n| run(n, "adam", r#""sparse""#)),
    ("points", |n| run(20, "adam", &points(n))),
    ("entries", entries),
    ("basin", basin),
    ("relief", |n| relief(n, 101)),
    ("cells", |n| relief(usize::from(n > 0), n)),
    ("contour", level_lines),
    ("moving", moving),
    ("figures", figures),
];

const SIZE: Size = Size { width: 480.0, height: 360.0 };

fn main() {
    let words: Vec<String> = args().collect();
    let [_, name, times] = &words[..] else { panic!("guard CASE N") };
    let (_, case) = CASES.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("there is no case {name}"));
    case(times.parse().unwrap_or_else(|_| panic!("{times} is no number")));
}

fn recipe(method: &str, data: &str, steps: usize) -> String {
    let run = format!(r#"{{"method":"{method}","learning_rate":0.1,"start":[-2,-2]}}"#);
    format!(r#"{{"surface":{{"model":"sigmoid-neuron","data":{data}}},"runs":[{run}],"steps":{}}}"#, steps.max(1))
}

/// Data of so many rows.
fn points(count: usize) -> String {
    let rows: Vec<String> = (0..count.max(1)).map(|i| format!("[{}, {}]", i as f64 / 100.0 - 1.0, i % 2)).collect();
    format!("[{}]", rows.join(","))
}

/// A trajectory of N steps.
fn run(steps: usize, method: &str, data: &str) {
    black_box(plan(&recipe(method, data, steps)).trajectory());
}

/// N updates in all their parts, as the rule view asks for them.
fn entries(count: usize) {
    let plan = plan(&recipe("adam", r#""two-points""#, count));
    black_box(Run::new(&plan, 0).into_iter().flatten().take(count).count());
}

/// 200 steps of Adam from 32 N starts.
fn basin(count: usize) {
    let plan = plan(&recipe("adam", r#""two-points""#, 200));
    let ask = format!(r#"{{"kind":"basins","window":[[-6,6],[-6,6]],"size":[32,{}]}}"#, count.max(1));
    let mut job = Job::new(&plan, &tree(&ask)).expect("the ask is right");
    job.turn_to(0, 32 * count);
    while count > 0 && !job.advance(1_000_000) {}
    black_box(job.ends());
}

/// Rosenbrock's function as logarithms.
fn land(columns: usize, rows: usize) -> Heights {
    let surface = |w: f64, b: f64| (1.0 - w) * (1.0 - w) + 100.0 * (b - w * w) * (b - w * w);
    Heights::sample([[-2.0, 2.0], [-1.0, 3.0]], columns, rows, |w, b| log10(surface(w, b) + 1e-3))
}

/// N frames of a surface of 101 rows, each from another side.
fn relief(frames: usize, columns: usize) {
    let heights = &land(columns, 101);
    let levels = &Levels::decades(heights, 20);
    let mut relief = Relief::default();
    for frame in 0..frames {
        let camera = Camera::new(FRAC_PI_4 + 0.05 * frame as f64, 0.6, 0.9, [[0.0, 960.0], [0.0, 720.0]]);
        relief.render(
            &Land { heights, rise: &|height| 0.2 * (height + 3.0), levels, palette: &Palette::LIGHT },
            &camera,
            1.0,
        );
    }
    black_box(relief.rgba());
}

/// Sixteen level lines over 256 x N nodes.
fn level_lines(columns: usize) {
    let heights = land(256, columns);
    for level in (0..16).filter(|_| columns > 0) {
        black_box(contour::lines(&heights, -2.5 + 0.35 * f64::from(level)));
    }
}

/// N moving frames of six runs.
fn moving(frames: usize) {
    let run = |i: usize| format!(r#"{{"method":"adam","learning_rate":0.{}}}"#, i + 1);
    let runs: Vec<String> = (0..6).map(run).collect();
    let json = format!(r#"{{"surface":{{"function":"rosenbrock"}},"runs":[{}],"steps":500}}"#, runs.join(","));
    let mut figure = Figure::new(&tree(&json)).expect("the figure is right");
    for frame in 0..frames {
        let step = 400.0 + 0.3 * frame as f64;
        black_box(figure.moving(View::Contour, SIZE, Theme::Light, &Now { step, limit: 500, ..Now::default() }));
    }
}

/// N figures, made and drawn once.
fn figures(count: usize) {
    for _ in 0..count {
        let mut figure = Figure::new(&tree(&recipe("adam", r#""two-points""#, 60))).expect("the figure is right");
        for view in [View::Surface, View::Contour] {
            black_box(figure.still(view, SIZE, Theme::Light, 1.0));
            black_box(figure.moving(view, SIZE, Theme::Light, &Now { step: 60.0, limit: 60, ..Now::default() }));
        }
    }
}

//! The numbers that misprints come to.

use ponder::math;

use crate::Bench;

const TWO_POINTS: &str = r#"{"model":"sigmoid-neuron","data":"two-points"}"#;
const START: &str = r#""method":"gradient-descent","learning_rate":1,"start":[0.5,0]"#;

pub(super) fn half(bench: &mut Bench) {
    let sum = TWO_POINTS.replace("\"two-points\"", "\"two-points\",\"reduce\":\"sum\"");
    let with = bench.run("with the half", TWO_POINTS, START, 1).loss(0);
    let without = bench.run("without", &sum, START, 1).loss(0);
    bench.number("with", "loss at (0.5, 0) with the half", with, 3);
    bench.number("without", "loss at (0.5, 0) without", without, 4);
}

pub(super) fn guesses(bench: &mut Bench) {
    let land = bench.run("the two points", TWO_POINTS, START, 1).plan;
    let loss = |w: f64, b: f64| land.surface().loss(&[w, b]);
    bench.number("first", "loss of the first guess", loss(0.5, 0.0), 3);
    bench.number("third", "loss of the third guess", loss(0.94, -0.94), 3);
    bench.number("fourth", "loss of the fourth guess", loss(1.42, -1.73), 3);
}

pub(super) fn valley(bench: &mut Bench) {
    let surface = r#"{"model":"sigmoid-neuron","data":"valley"}"#;
    let keys = r#""learning_rate":1,"start":[5,2]"#;
    let run = |method: &str| format!(r#""method":"{method}",{keys}"#);
    let ran = bench.runs("the valley", surface, &[run("gradient-descent"), run("momentum")], 100);
    bench.number("descent", "descent after 100 steps", ran[0].loss(100), 6);
    bench.number("momentum", "momentum after 100 steps", ran[1].loss(100), 2);
}

pub(super) fn directions(bench: &mut Bench) {
    let surface = r#"{"function":"ravine"}"#;
    let keys = r#""start":[1,-4]"#;
    let along = bench.run("best length", surface, &format!(r#""method":"optimal-step","learning_rate":1,{keys}"#), 1);
    let newton = bench.run("Newton", surface, &format!(r#""method":"newton",{keys}"#), 1);
    let moved = |ran: &crate::bench::Ran| ran.at(1) - ran.at(0);
    let (a, b) = (moved(&along), moved(&newton));
    let angle = math::acos(a.dot(b) / (a.norm() * b.norm())).to_degrees();
    bench.number("angle", "degrees between the two directions", angle, 3);
    bench.number("along", "loss after the best step along the slope", along.loss(1), 3);
    bench.number("newton", "loss after Newton’s step", newton.loss(1), 3);
}

/// The course's momentum, Keras's, which keeps v with the other sign, and Optax's, which keeps it without the rate.
pub(super) fn forms(bench: &mut Bench) {
    let keys = r#""learning_rate":1,"start":[-2,-2]"#;
    let form =
        |convention: &str, more: &str| format!(r#""method":"momentum","convention":"{convention}",{keys}{more}"#);
    let fixed = ["course", "keras", "optax"].map(|convention| form(convention, ""));
    let falling = r#","schedule":{"kind":"exponential","k":0.01}"#;
    let changing = ["course", "keras", "optax"].map(|convention| form(convention, falling));
    let fixed = bench.runs("a fixed rate", TWO_POINTS, &fixed, 100);
    let changing = bench.runs("a falling rate", TWO_POINTS, &changing, 100);
    let apart = |ran: &[crate::bench::Ran], i: usize| (ran[i].at(100) - ran[0].at(100)).norm();
    bench.number(
        "fixed",
        "with a fixed rate, the largest distance",
        math::larger(apart(&fixed, 1), apart(&fixed, 2)),
        1,
    );
    bench.number("changing", "with a falling rate, course and Optax", apart(&changing, 2), 2);
    bench.number("sign", "with a falling rate, course and Keras", apart(&changing, 1), 2);
}

/// Of a memory that keeps nine tenths.
pub(super) fn weights(bench: &mut Bench) {
    let kept = |k: i32| math::powi(0.9, k);
    bench.number("sum", "the weights of momentum’s memory, all together", (0..2000).map(kept).sum::<f64>(), 6);
    for (id, k) in [("first", 0), ("second", 1), ("third", 2)] {
        bench.number(id, "the weight of a past square", (1.0 - 0.9) * kept(k), 3);
    }
    bench.number("printed", "the printed weights, all together", (1..2000).map(kept).sum::<f64>(), 6);
}

pub(super) fn first_adadelta(bench: &mut Bench) {
    let run = r#""method":"adadelta","start":[1,0],"epsilon":1e-8"#;
    let ran = bench.run("AdaDelta", r#"{"function":"saddle"}"#, run, 1);
    bench.number("first", "its first step", (ran.at(1) - ran.at(0)).norm(), 3);
}

/// The same bowl with w in ones and in quarters.
pub(super) fn units(bench: &mut Bench) {
    let step = |bench: &mut Bench, expression: &str, start: f64| {
        let run = format!(r#""method":"adadelta","start":[{start},0],"epsilon":1e-8"#);
        let ran = bench.run(expression, &format!(r#"{{"expression":"{expression}"}}"#), &run, 1);
        (ran.at(1) - ran.at(0)).norm()
    };
    let ones = step(bench, "w^2 + b^2", 1.0);
    let quarters = step(bench, "(w/4)^2 + b^2", 4.0);
    bench.number("true", "what the first step would grow by, had it the unit of w", 4.0, 3);
    bench.number("ours", "what it grows by", quarters / ones, 3);
}

pub(super) fn double_well(bench: &mut Bench) {
    let run = |method: &str, more: &str| format!(r#""method":"{method}","start":[1.6,1],"learning_rate":0.01{more}"#);
    let runs = [run("momentum", r#","momentum":0.95"#), run("gradient-descent", "")];
    let ran = bench.runs("the double well", r#"{"function":"double-well"}"#, &runs, 600);
    bench.number("momentum", "where momentum ends", ran[0].at(600).0[0], 5);
    bench.number("descent", "where descent ends", ran[1].at(600).0[0], 4);
}

pub(super) fn variance(bench: &mut Bench) {
    let gradients = [2.0_f64; 10];
    let mean = gradients.iter().sum::<f64>() / 10.0;
    let spread = gradients.iter().map(|g| (g - mean) * (g - mean)).sum::<f64>() / 10.0;
    bench.number("variance", "their variance", spread, 3);
    bench.number("sum", "their sum of squares", gradients.iter().map(|g| g * g).sum(), 3);
}

/// A first average with 0.9 after ten updates on a steady gradient of 1.
pub(super) fn epochs(bench: &mut Bench) {
    let average = 1.0 - math::powi(0.9, 10);
    bench.number("right", "the average", average, 3);
    bench.number("epoch", "corrected by the epoch", average / (1.0 - 0.9), 3);
}

//! Down to a minimum, and whether it is one.

use super::value;
use crate::math::{floor, larger, log10, powi, sqrt};
use crate::{Jet, Landscape, Vector};

/// Newton's steps converge in a few; where the curvature vanishes at the bottom, by a third each.
const STEPS: usize = 80;

/// How often a step up is halved.
const HALVINGS: usize = 40;

/// No minimum farther out than this is looked for.
const FAR: f64 = 1000.0;

/// Circles that must lie higher, as shares of a cell, and points on them.
const CIRCLES: [f64; 2] = [0.05, 0.005];
const ROUND: [[f64; 2]; 8] =
    [[1.0, 0.0], [0.7, 0.7], [0.0, 1.0], [-0.7, 0.7], [-1.0, 0.0], [-0.7, -0.7], [0.0, -1.0], [0.7, -0.7]];

/// The minimum below a point, not far from it; none where the way down goes on.
pub(super) fn bottom(land: &impl Landscape, from: [f64; 2], cell: [f64; 2]) -> Option<[f64; 2]> {
    let reach = 2.0 * larger(cell[0], cell[1]);
    let at = descend(land, from, reach, false);
    let near = |at: &[f64; 2]| (0..2).all(|axis| (at[axis] - from[axis]).abs() <= 4.0 * cell[axis]);
    [at, search(land, from, cell)]
        .into_iter()
        .map(|at| snapped(land, at, cell))
        .filter(near)
        .find(|at| proven(land, *at, cell))
}

/// The minimum at the end of a way down, however far.
pub(super) fn free(land: &impl Landscape, from: [f64; 2], cell: [f64; 2]) -> Option<[f64; 2]> {
    let at = snapped(land, descend(land, from, larger(cell[0], cell[1]), true), cell);
    (at.iter().all(|x| x.abs() < FAR) && proven(land, at, cell)).then_some(at)
}

/// Newton's steps where the land curves upwards, else down the slope; none is longer than `reach`, which grows with every
/// step if the way is free.
fn descend(land: &impl Landscape, from: [f64; 2], mut reach: f64, free: bool) -> [f64; 2] {
    let (mut at, mut height) = (Vector(from), value(land, from));
    for _ in 0..STEPS {
        let step = step(&land.curve(at), reach);
        let Some((next, lower)) = backtracked(land, at, height, step) else { break };
        (at, height) = (next, lower);
        if at.0.iter().any(|x| x.abs() > FAR) {
            break;
        }
        if free {
            reach *= 1.5;
        }
    }
    polished(land, at, reach).0
}

/// Where heights differ by rounding alone slopes still tell the way.
fn polished(land: &impl Landscape, mut at: Vector, reach: f64) -> Vector {
    for _ in 0..3 {
        match newton(&land.curve(at)) {
            Some(step) if step.norm() < 1e-3 * reach => at += step,
            _ => break,
        }
    }
    at
}

fn step(jet: &Jet, reach: f64) -> Vector {
    let down = || -(reach / larger(jet.grad.norm(), 1e-300) * jet.grad);
    let step = newton(jet).unwrap_or_else(down);
    let length = step.norm();
    if length > reach { reach / length * step } else { step }
}

/// The way to the bottom of the bowl, where there is one.
fn newton(jet: &Jet) -> Option<Vector> {
    let [[a, b], [_, d]] = jet.hess.map(|row| row.0);
    let det = a * d - b * b;
    let Vector([x, y]) = jet.grad;
    let step = Vector([(b * y - d * x) / det, (b * x - a * y) / det]);
    (a > 0.0 && det > 0.0 && step.is_finite()).then_some(step)
}

/// The step, or the first half of a half of it that leads down.
fn backtracked(land: &impl Landscape, at: Vector, height: f64, mut step: Vector) -> Option<(Vector, f64)> {
    for _ in 0..HALVINGS {
        let next = at + step;
        let lower = land.value(next);
        if lower < height {
            return Some((next, lower));
        }
        step = 0.5 * step;
    }
    None
}

/// Down in ever smaller circles: for kinks, where slopes lead astray.
fn search(land: &impl Landscape, from: [f64; 2], mut size: [f64; 2]) -> [f64; 2] {
    let (mut at, mut height) = (from, value(land, from));
    for _ in 0..200 {
        let around = ROUND.map(|[w, b]| [at[0] + w * size[0], at[1] + b * size[1]]);
        let lowest = around.into_iter().min_by(|a, b| value(land, *a).total_cmp(&value(land, *b))).unwrap_or(at);
        if value(land, lowest) < height {
            (at, height) = (lowest, value(land, lowest));
        } else {
            size = size.map(|side| 0.5 * side);
            if size[0] < 1e-12 * larger(at[0].abs(), 1e-3) {
                break;
            }
        }
    }
    at
}

/// The point to ten digits less than a cell is wide, where that does not lead up: a bottom at 1e-17 is one at 0.
fn snapped(land: &impl Landscape, at: [f64; 2], cell: [f64; 2]) -> [f64; 2] {
    let digits = cell.map(|side| powi(10.0, 9 - floor(log10(side)) as i32));
    let round = [0, 1].map(|axis| floor(at[axis] * digits[axis] + 0.5) / digits[axis]);
    if value(land, round) <= value(land, at) { round } else { at }
}

/// Whether circles around a point lie higher all the way round, and no steeper than a kink makes them: beside a pole
/// land may lie higher too.
fn proven(land: &impl Landscape, at: [f64; 2], cell: [f64; 2]) -> bool {
    let height = value(land, at);
    height.is_finite()
        && CIRCLES.into_iter().all(|share| {
            let around = ROUND.map(|[w, b]| value(land, [at[0] + share * w * cell[0], at[1] + share * b * cell[1]]));
            let highest = around.iter().fold(height, |high, value| larger(high, *value));
            let slope = land.slope(Vector(at)).norm() * share * sqrt(cell[0] * cell[1]);
            // At the tip of a cone there is no slope.
            around.iter().all(|value| *value > height) && (slope.is_nan() || slope <= 2.0 * (highest - height))
        })
}

//! The windows of the planes that are not the parameter plane: the data's, and that of the losses over the steps.

use ponder::Surface;
use ponder::math::{larger, smaller, within};

use crate::land::Land;
use crate::track::Track;

/// The most decades a loss curve shows.
const DECADES: f64 = 12.0;

/// A window around the data with some air: every y that the model can answer, and those it cannot.
pub(crate) fn data(surface: &Surface) -> [[f64; 2]; 2] {
    let fit = surface.fit();
    let points = fit.map(|fit| fit.data).unwrap_or_default();
    let [x0, x1] = around(points.iter().map(|p| p[0])).unwrap_or([-1.0, 1.0]);
    let span = fit.and_then(|fit| fit.span);
    let [low, high] = around(points.iter().map(|p| p[1]).chain(span.into_iter().flatten())).unwrap_or([0.0, 1.0]);
    let air = if x1 > x0 { 0.2 * (x1 - x0) } else { 1.0 };
    // A model that can answer anything needs room for its errors.
    let share = if span.is_some() { 0.04 } else { 0.4 };
    let rim = if high > low { share * (high - low) } else { 1.0 };
    [[x0 - air, x1 + air], [low - rim, high + rim]]
}

/// The window of a figure that came with `home`: that one where all points are in it, else a wider one.
pub(crate) fn around_data(surface: &Surface, home: [[f64; 2]; 2]) -> [[f64; 2]; 2] {
    let points = surface.fit().map(|fit| fit.data).unwrap_or_default();
    let inside = |point: &[f64; 2]| (0..2).all(|i| home[i][0] <= point[i] && point[i] <= home[i][1]);
    if points.iter().all(inside) {
        return home;
    }
    let own = data(surface);
    [0, 1].map(|i| [smaller(home[i][0], own[i][0]), larger(home[i][1], own[i][1])])
}

/// Steps, and the range of the losses with whether it is one of logarithms. Before the end may be shown it is a matter
/// of the start and the land alone; afterwards of the runs.
pub(crate) fn losses(tracks: &[Track], land: &Land, steps: usize, limit: usize) -> ([[f64; 2]; 2], bool) {
    let first = around(tracks.iter().map(|track| track.loss(0)));
    let known = around(first.into_iter().flatten().chain(land.losses.into_iter().flatten())).unwrap_or([0.0, 1.0]);
    let log = known[0] >= 0.0 && first.is_some_and(|[low, _]| low > 0.0);
    let all = || around(tracks.iter().flat_map(|track| (0..=steps).map(|t| track.loss(t))));
    let range = match (limit < steps, log) {
        (true, true) => decades(first.map_or(1.0, |[low, _]| 1e-4 * low), known[1]),
        (true, false) => spread(known),
        (false, true) => {
            let positive =
                tracks.iter().flat_map(|track| (0..=steps).map(|t| track.loss(t))).filter(|loss| *loss > 0.0);
            around(positive).map_or([0.1, 1.0], |[low, high]| decades(low, high))
        }
        (false, false) => spread(near(all().unwrap_or(known), known)),
    };
    ([[0.0, steps as f64], range], log)
}

/// The range of a curve that is not the loss, and whether it is one of logarithms: where all values are above 0 and,
/// but for the lowest tenth, span more than two decades. A schedule that ends at nothing stays the shape that it is.
pub(crate) fn curve(mut values: Vec<f64>) -> ([f64; 2], bool) {
    values.retain(|v| v.abs() < 1e150);
    let Some(last) = values.len().checked_sub(1) else { return ([0.0, 1.0], false) };
    let mut ranked = |rank: usize| *values.select_nth_unstable_by(rank, f64::total_cmp).1;
    let [low, tenth, high] = [0, (last + 1) / 10, last].map(&mut ranked);
    if low > 0.0 && high > 100.0 * tenth {
        return (decades(low, high), true);
    }
    let air = 0.06 * (high - low);
    let range = match (low, high) {
        (0.0, 0.0) => [-1.0, 1.0],
        _ if low >= 0.0 => [0.0, 1.06 * high],
        _ if high <= 0.0 => [1.06 * low, 0.0],
        _ => [low - air, high + air],
    };
    (range, false)
}

/// A range, but no farther from what is known than that is wide: a run that fell off a saddle falls off the picture.
fn near([low, high]: [f64; 2], known: [f64; 2]) -> [f64; 2] {
    let span = known[1] - known[0];
    [larger(low, known[0] - span), smaller(high, known[1] + span)]
}

/// Whole decades around a range, at most so many below its top.
fn decades(low: f64, high: f64) -> [f64; 2] {
    let top = (libm::log10(high) - 1e-9).ceil().clamp(-300.0, 300.0);
    let bottom = within((libm::log10(low) + 1e-9).floor(), [top - DECADES, top - 1.0]);
    [libm::pow(10.0, bottom), libm::pow(10.0, top)]
}

/// A range with a little air, and never empty.
fn spread([low, high]: [f64; 2]) -> [f64; 2] {
    let air = 0.05 * (high - low);
    if air > 0.0 && air.is_finite() { [low - air, high + air] } else { [low - 1.0, low + 1.0] }
}

/// The smallest and the largest of what is finite and not absurd.
fn around(values: impl Iterator<Item = f64>) -> Option<[f64; 2]> {
    let sane = values.filter(|v| v.abs() < 1e150);
    sane.fold(None, |range, v| {
        range.map_or(Some([v, v]), |[low, high]: [f64; 2]| Some([smaller(low, v), larger(high, v)]))
    })
}

//! What there is to see of a landscape that nobody knows: a window that shows it, its minima, how heights read best.
//!
//! The window is found on grids of values, so poles and holes of the land do no harm. Minima are sought from the lowest
//! nodes of the grid by Newton's steps where the land curves upwards and down the slope elsewhere (exact derivatives),
//! at kinks by a search in ever smaller circles; one counts where a circle around it lies higher all the way round. So
//! what is found is a minimum, but there may be others: between the nodes, or outside of the window.
//!
//! ```
//! use ponder::Expression;
//! use ponder::analysis::survey::survey;
//!
//! let found = survey(&Expression::parse("(w - 20)^2 + (b + 15)^2").unwrap());
//! assert_eq!(found.minima, [[20.0, -15.0]]);
//! assert!(found.window[0][1] > 20.0, "the window reaches as far");
//! assert!(survey(&Expression::parse("w^2 - b^2").unwrap()).minima.is_empty());
//! ```

mod descent;
mod grid;
#[cfg(test)]
mod tests;

use alloc::vec::Vec;

use crate::Landscape;
use crate::math::{floor, larger, log10, powi, smaller};
use crate::surface::Height;
use descent::{bottom, free};
use grid::Grid;

/// Half the sides of windows about the origin, in the order in which they are tried.
const SIDES: [f64; 5] = [3.0, 10.0, 1.0, 30.0, 100.0];

/// A window shows enough where this share of its nodes has land.
const ENOUGH: f64 = 0.1;

/// No more minima are listed: the lowest.
const MOST: usize = 64;

/// Heights read better as logarithms where the highest tenth is so many times as far above the bottom as the lowest.
const STEEP: f64 = 150.0;

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    /// A window that shows it well.
    pub window: [[f64; 2]; 2],
    /// The minima found in there, the lowest first.
    pub minima: Vec<[f64; 2]>,
    /// How heights read best.
    pub height: Height,
    /// A place in the middle of the land from which there is a way down; none without land.
    pub somewhere: Option<[f64; 2]>,
}

/// Looks around.
#[must_use]
pub fn survey(land: &impl Landscape) -> Survey {
    let home = cropped(land, home(land));
    let mut minima = minima(land, &home);
    let mut grid = home;
    if minima.is_empty() {
        let far: Vec<[f64; 2]> = grid.borders().into_iter().filter_map(|from| free(land, from, grid.cell())).collect();
        if let Some(wide) = reaching(grid.window, &far) {
            grid = Grid::sample(land, wide);
            minima = self::minima(land, &grid);
            far.into_iter().filter(|at| grid.holds(*at)).for_each(|at| add(&mut minima, at, grid.cell()));
        }
    }
    minima.sort_by(|a, b| value(land, *a).total_cmp(&value(land, *b)));
    minima.truncate(MOST);
    let height = if grid.steep(STEEP) { Height::Log } else { Height::Linear };
    Survey {
        window: grid.window,
        minima,
        height,
        somewhere: grid.middle(|at| land.slope(crate::Vector(at)).is_finite()),
    }
}

fn value(land: &impl Landscape, at: [f64; 2]) -> f64 {
    land.value(crate::Vector(at))
}

/// The first of the windows with enough land; where none has, the first.
fn home(land: &impl Landscape) -> Grid {
    let around = |side: f64| Grid::sample(land, [[-side, side]; 2]);
    SIDES.iter().map(|side| around(*side)).find(|grid| grid.share() >= ENOUGH).unwrap_or_else(|| around(SIDES[0]))
}

/// The same window without the sides where there is no land, but for a rim.
fn cropped(land: &impl Landscape, grid: Grid) -> Grid {
    let Some(bounds) = grid.bounds() else { return grid };
    let side = |axis: usize| grid.window[axis][1] - grid.window[axis][0];
    let shrunk = [0, 1].map(|axis| {
        let [low, high] = bounds[axis];
        if high - low > 0.75 * side(axis) { grid.window[axis] } else { rounded([low, high], 0.05) }
    });
    if shrunk == grid.window { grid } else { Grid::sample(land, shrunk) }
}

/// A window that reaches as far as some points, with air around them; none without points.
fn reaching(window: [[f64; 2]; 2], points: &[[f64; 2]]) -> Option<[[f64; 2]; 2]> {
    (!points.is_empty()).then(|| {
        [0, 1].map(|axis| {
            let [from, to] = window[axis];
            let low = points.iter().fold(from, |low, at| smaller(low, at[axis]));
            let high = points.iter().fold(to, |high, at| larger(high, at[axis]));
            if [low, high] == window[axis] { [low, high] } else { rounded([low, high], 0.15) }
        })
    })
}

/// A range with some air, ending at round numbers; not empty.
fn rounded([low, high]: [f64; 2], air: f64) -> [f64; 2] {
    let side = larger(high - low, 1e-6);
    let unit = powi(10.0, floor(log10(side)) as i32 - 1);
    [floor((low - air * side) / unit) * unit, -floor(-(high + air * side) / unit) * unit]
}

/// The distinct minima that the nodes of a grid lead to.
fn minima<L: Landscape>(land: &L, grid: &Grid) -> Vec<[f64; 2]> {
    let mut found = Vec::new();
    for at in grid.hollows() {
        if let Some(at) = bottom(land, at, grid.cell()).filter(|at| grid.holds(*at)) {
            add(&mut found, at, grid.cell());
        }
    }
    found
}

/// Adds one that is not there yet.
fn add(minima: &mut Vec<[f64; 2]>, at: [f64; 2], cell: [f64; 2]) {
    let near = |other: &[f64; 2]| (0..2).all(|axis| (at[axis] - other[axis]).abs() < 0.5 * cell[axis]);
    if !minima.iter().any(near) {
        minima.push(at);
    }
}

//! Values on a grid, with holes where there is no land.

use alloc::vec;
use alloc::vec::Vec;

use crate::math::{larger, smaller};
use crate::{Landscape, Vector};

/// Nodes a side: odd, so that one is in the middle. cargo-fuzz, which likes formulas without land, would look around
/// for nine tenths of its time.
const NODES: usize = if cfg!(fuzzing) { 9 } else { 49 };

/// From more hollows than this only the lowest are gone down.
const HOLLOWS: usize = 150;

/// What is larger counts as no land.
const ABSURD: f64 = 1e307;

pub(super) struct Grid {
    pub(super) window: [[f64; 2]; 2],
    /// Row by row; NaN where there is no land.
    values: Vec<f64>,
}

impl Grid {
    pub(super) fn sample(land: &impl Landscape, window: [[f64; 2]; 2]) -> Self {
        let mut grid = Self { window, values: vec![f64::NAN; NODES * NODES] };
        for node in 0..grid.values.len() {
            let value = land.value(Vector(grid.place(node)));
            grid.values[node] = if value.abs() < ABSURD { value } else { f64::NAN };
        }
        grid
    }

    /// Where a node is; the origin where it is one, whatever the rounding.
    fn place(&self, node: usize) -> [f64; 2] {
        let index = [node % NODES, node / NODES];
        [0, 1].map(|axis| {
            let ([low, high], share) = (self.window[axis], index[axis] as f64 / (NODES - 1) as f64);
            low * (1.0 - share) + high * share
        })
    }

    /// How wide a cell is, both ways.
    pub(super) fn cell(&self) -> [f64; 2] {
        self.window.map(|[low, high]| (high - low) / (NODES - 1) as f64)
    }

    pub(super) fn holds(&self, at: [f64; 2]) -> bool {
        (0..2).all(|axis| self.window[axis][0] <= at[axis] && at[axis] <= self.window[axis][1])
    }

    /// The share of the nodes that have land.
    pub(super) fn share(&self) -> f64 {
        self.values.iter().filter(|value| !value.is_nan()).count() as f64 / self.values.len() as f64
    }

    /// The smallest window around all nodes that have land.
    pub(super) fn bounds(&self) -> Option<[[f64; 2]; 2]> {
        let land = (0..self.values.len()).filter(|node| !self.values[*node].is_nan()).map(|node| self.place(node));
        land.fold(None, |bounds: Option<[[f64; 2]; 2]>, at| {
            let [w, b] = bounds.unwrap_or(at.map(|x| [x, x]));
            let wider = |[low, high]: [f64; 2], x: f64| [smaller(low, x), larger(high, x)];
            Some([wider(w, at[0]), wider(b, at[1])])
        })
    }

    /// The nodes from which to go down: as low as all that surround them, and lower than one. At the border there may be
    /// lower land behind it.
    pub(super) fn hollows(&self) -> Vec<[f64; 2]> {
        let inside = |node: &usize| {
            let (column, row) = (node % NODES, node / NODES);
            (1..NODES - 1).contains(&column) && (1..NODES - 1).contains(&row)
        };
        let low = |node: &usize| {
            let here = self.values[*node];
            let around = [1, NODES - 1, NODES, NODES + 1].into_iter().flat_map(|step| [node - step, node + step]);
            let mut others = around.map(|other| self.values[other]).filter(|value| !value.is_nan()).peekable();
            let (mut lower, mut level) = (others.peek().is_some(), true);
            others.for_each(|other| (lower, level) = (lower && here <= other, level && here == other));
            lower && !level
        };
        self.lowest((0..self.values.len()).filter(inside).filter(low).collect(), HOLLOWS)
    }

    /// The lowest nodes of each side.
    pub(super) fn borders(&self) -> Vec<[f64; 2]> {
        let last = NODES - 1;
        let sides: [fn(usize) -> usize; 4] =
            [|i| i, |i| (NODES - 1) * NODES + i, |i| i * NODES, |i| i * NODES + NODES - 1];
        sides.into_iter().flat_map(|side| self.lowest((0..=last).map(side).collect(), 1)).collect()
    }

    fn lowest(&self, mut nodes: Vec<usize>, most: usize) -> Vec<[f64; 2]> {
        nodes.retain(|node| !self.values[*node].is_nan());
        nodes.sort_by(|a, b| self.values[*a].total_cmp(&self.values[*b]));
        nodes.into_iter().take(most).map(|node| self.place(node)).collect()
    }

    /// Of the nodes that have land and are good for something, the one nearest to three quarters of the way up and right:
    /// off the lines of symmetry that many functions have.
    pub(super) fn middle(&self, good: impl Fn([f64; 2]) -> bool) -> Option<[f64; 2]> {
        let goal = self.window.map(|[low, high]| 0.25 * low + 0.75 * high);
        let off = |at: &[f64; 2]| (0..2).map(|axis| (at[axis] - goal[axis]) * (at[axis] - goal[axis])).sum::<f64>();
        let land = (0..self.values.len()).filter(|node| !self.values[*node].is_nan()).map(|node| self.place(node));
        land.filter(|at| good(*at)).min_by(|a, b| off(a).total_cmp(&off(b)))
    }

    /// Whether nine tenths of the land reach so many times as far above its bottom as one tenth does.
    pub(super) fn steep(&self, times: f64) -> bool {
        let mut land: Vec<f64> = self.values.iter().copied().filter(|value| !value.is_nan()).collect();
        let Some(last) = land.len().checked_sub(1) else { return false };
        land.sort_by(f64::total_cmp);
        let above = |share: usize| land[last * share / 10] - land[0];
        above(1) > 0.0 && above(9).is_finite() && above(9) > times * above(1)
    }
}

//! The cells that are being done: run by run, or many abreast where that is possible.

use alloc::boxed::Box;
use alloc::collections::VecDeque;
use alloc::vec::Vec;

use super::grid::Grid;
use super::slices::Trial;
use super::trail::{Cell, Lookout, Trail};
use crate::recipe::Plan;

#[cfg(feature = "bulk")]
use super::abreast::{self, Abreast, Pack};
#[cfg(feature = "bulk")]
use crate::Surface;
#[cfg(feature = "bulk")]
use crate::model::SigmoidNeuron;

/// So many points of a path are kept, where paths are.
const POINTS: usize = 512;
/// So many runs go abreast at a time: what they remember fits into the nearest cache.
#[cfg(feature = "bulk")]
const ABREAST: usize = 128;

/// What all cells of a job share.
#[derive(Debug)]
pub(super) struct Course {
    pub(super) plan: Plan,
    pub(super) run: usize,
    pub(super) grid: Grid,
    pub(super) out: Lookout,
}

/// Some cells, the first of them done.
#[derive(Debug, Default)]
pub(super) struct Tile {
    from: usize,
    to: usize,
    cells: Vec<Cell>,
    /// The last point of each.
    ends: Vec<f64>,
    /// The points of each, where they are kept.
    paths: Vec<Vec<f64>>,
    /// The run on its way.
    alone: Option<Box<Walker>>,
    /// What has come home abreast; `None` for a cell that must be walked by itself.
    home: VecDeque<Option<([f64; 2], Cell)>>,
    #[cfg(feature = "bulk")]
    troop: Option<Box<dyn Abreast>>,
}

/// A run on its way, and what is kept of it.
#[derive(Debug)]
struct Walker {
    trial: Trial,
    trail: Trail,
    path: Vec<f64>,
    last: Vec<f64>,
}

impl Course {
    /// Every how-manieth point of a path is kept.
    pub(super) fn stride(&self) -> usize {
        self.out.last.div_ceil(POINTS).max(1)
    }

    fn keeps(&self) -> bool {
        matches!(self.grid, Grid::Rates(_))
    }

    fn begin(&mut self, cell: usize) -> Box<Walker> {
        self.grid.set(cell, &mut self.plan, self.run);
        let trial = Trial::new(&self.plan, self.run);
        Box::new(Walker { trial, trail: Trail::default(), path: Vec::new(), last: Vec::new() })
    }

    /// The quick way, where there is one.
    #[cfg(feature = "bulk")]
    fn pack(&self) -> Option<(Pack, &SigmoidNeuron)> {
        let Surface::Neuron(land) = self.plan.surface() else { return None };
        let run = &self.plan.runs()[self.run];
        let pack = self.grid.window().and_then(|_| run.form().begin.pack(&self.plan, run))?;
        abreast::can(land, &self.out).then_some((pack, land))
    }
}

impl Walker {
    /// Goes some points on; how many.
    fn go(&mut self, course: &Course, most: usize) -> usize {
        let Self { trial, trail, path, last } = self;
        let (keeps, stride) = (course.keeps(), course.stride());
        trial.go(most, |row| {
            // Once a run has left the finite numbers nothing more happens to it.
            if last.last().is_some_and(|loss| loss.is_nan()) {
                return;
            }
            if keeps && (trail.seen().is_multiple_of(stride) || trail.seen() == course.out.last) {
                path.extend_from_slice(row);
            }
            trail.see(&course.out, row);
            last.clear();
            last.extend_from_slice(row);
        })
    }

    fn is_over(&self) -> bool {
        self.trial.is_over() || self.last.last().is_some_and(|loss| loss.is_nan())
    }
}

impl Tile {
    pub(super) fn new(from: usize, to: usize) -> Self {
        Self { from, to, ..Self::default() }
    }

    pub(super) fn cells(&self) -> &[Cell] {
        &self.cells
    }

    pub(super) fn ends(&self) -> &[f64] {
        &self.ends
    }

    pub(super) fn paths(&self) -> &[Vec<f64>] {
        &self.paths
    }

    pub(super) fn is_done(&self) -> bool {
        self.next() >= self.to
    }

    fn next(&self) -> usize {
        self.from + self.cells.len()
    }

    fn done(&mut self, cell: Cell, end: &[f64]) {
        self.cells.push(cell);
        self.ends.extend_from_slice(end);
    }

    /// Some points of one run, or of many abreast; how many.
    pub(super) fn go(&mut self, course: &mut Course, most: usize) -> usize {
        match self.home.front() {
            Some(Some((end, cell))) => {
                let (end, cell) = (*end, *cell);
                self.home.pop_front();
                self.done(Cell { loss: course.plan.surface().loss(&end), ..cell }, &end);
                1
            }
            Some(None) => self.walk(course, most),
            None => self.abreast(course, most).unwrap_or_else(|| self.walk(course, most)),
        }
    }

    /// Some points of the next cell's run, all by itself.
    fn walk(&mut self, course: &mut Course, most: usize) -> usize {
        let next = self.next();
        let mut walker = self.alone.take().unwrap_or_else(|| course.begin(next));
        let count = walker.go(course, most);
        if !walker.is_over() {
            self.alone = Some(walker);
            return count;
        }
        if course.keeps() {
            self.paths.push(walker.path);
        }
        self.done(walker.trail.cell(), &walker.last[..walker.last.len() - 1]);
        // Whoever came home to be walked alone has been.
        self.home.pop_front();
        count
    }

    #[cfg(not(feature = "bulk"))]
    fn abreast(&mut self, _: &Course, _: usize) -> Option<usize> {
        None
    }

    /// Some updates of the next cells abreast, where they can; how many points.
    #[cfg(feature = "bulk")]
    fn abreast(&mut self, course: &Course, most: usize) -> Option<usize> {
        let (pack, land) = course.pack()?;
        let next = self.next();
        let count = ABREAST.min(self.to - next);
        let troop = self.troop.get_or_insert_with(|| {
            let starts: Vec<_> = (next..next + count).map(|cell| course.grid.at(cell)).collect();
            pack(&course.plan.runs()[course.run], land, &starts, &course.out)
        });
        let updates = (most / count).max(1);
        troop.go(updates);
        if troop.is_over() {
            self.home.extend(troop.ends());
            self.troop = None;
        }
        Some(updates * count)
    }
}

//! A job on its way: first the minima, then tile by tile, each cut into slices.

use alloc::vec::Vec;

use super::ask::{self, Ask};
use super::grid::Grid;
use super::seek::Seek;
use super::slices::lowest;
use super::tile::{Course, Tile};
use super::trail::{Cell, Lookout};
use crate::analysis::outcome::REST;
use crate::analysis::path::distance;
use crate::fault::Faults;
use crate::recipe::{Plan, Until};
use crate::{Landscape, Tree, math};

/// What counts as near a minimum, in sides of the window.
const WITHIN: f64 = 0.01;

/// Many runs that differ in one thing.
#[derive(Debug)]
pub struct Job {
    course: Course,
    within: Option<f64>,
    /// Minima are still looked for.
    seek: Option<Seek>,
    tile: Tile,
}

impl Job {
    /// A job of which nothing is done.
    ///
    /// # Errors
    /// Everything that is wrong with what is asked for.
    pub fn new(plan: &Plan, ask: &Tree) -> Result<Self, Faults> {
        let Ask { run, grid, within, below } = ask::read(plan, ask)?;
        let below = below.or(match plan.until() {
            Some(Until::LossBelow(loss)) => Some(loss),
            _ => None,
        });
        let out = Lookout { targets: Vec::new(), near: 0.0, below, last: plan.steps() };
        let course = Course { plan: plan.clone(), run, grid, out };
        let mut job = Self { course, within, seek: None, tile: Tile::default() };
        let facts = plan.surface().facts();
        match (facts.minima.is_empty(), facts.domain) {
            (true, Some(domain)) => job.seek = Some(Seek::new(job.course.grid.window().unwrap_or(domain))),
            _ => job.aim(facts.minima),
        }
        Ok(job)
    }

    /// Settles what is looked out for, once the minima are known.
    fn aim(&mut self, targets: Vec<[f64; 2]>) {
        let land = self.course.plan.surface();
        let window = self.course.grid.window().or(land.facts().domain).unwrap_or_default();
        let side = math::larger(window[0][1] - window[0][0], window[1][1] - window[1][0]);
        let pairs = targets.iter().enumerate().flat_map(|(i, a)| targets[..i].iter().map(move |b| distance(a, b)));
        // No point is near two of them.
        let within = pairs.fold(self.within.unwrap_or(WITHIN * side), |near, gap| math::smaller(near, 0.5 * gap));
        if self.course.out.below.is_none() && self.course.grid.window().is_none() {
            let start = land.loss(self.course.plan.runs()[self.course.run].start());
            let lowest = targets.iter().map(|target| land.loss(target)).reduce(math::smaller);
            let lowest = lowest.filter(|lowest| *lowest < start);
            self.course.out.below = lowest.map(|lowest| lowest + REST * (start - lowest));
        }
        self.course.out.near = within * within;
        self.course.out.targets = targets;
    }

    /// The recipe.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.course.plan
    }

    /// Which run of it.
    #[must_use]
    pub fn run(&self) -> usize {
        self.course.run
    }

    /// What the cells differ in.
    #[must_use]
    pub fn grid(&self) -> &Grid {
        &self.course.grid
    }

    /// The minima: those the surface lists, or those found in the window, from the left. Empty until the first slices are
    /// done, where they have to be found.
    #[must_use]
    pub fn targets(&self) -> &[[f64; 2]] {
        &self.course.out.targets
    }

    /// The lowest of the minima, the first of several.
    #[must_use]
    pub fn lowest(&self) -> Option<[f64; 2]> {
        let land = self.course.plan.surface();
        lowest(self.targets().iter().map(|target| (*target, land.loss(target)))).map(|(target, _)| target)
    }

    /// How near to a minimum counts as arrived.
    #[must_use]
    pub fn within(&self) -> f64 {
        math::sqrt(self.course.out.near)
    }

    /// The loss whose first step is looked for.
    #[must_use]
    pub fn below(&self) -> Option<f64> {
        self.course.out.below
    }

    /// The looks at data points, or at the function, that all of it takes at most.
    #[must_use]
    pub fn looks(&self) -> u64 {
        (self.course.grid.len() * (self.course.plan.steps() + 1)) as u64 * self.examples()
    }

    fn examples(&self) -> u64 {
        Landscape::<2>::examples(self.course.plan.surface()).max(1) as u64
    }

    /// Begins with the cells `from` to `to` − 1, as far as there are such. What was done of others is forgotten.
    pub fn turn_to(&mut self, from: usize, to: usize) {
        let to = to.min(self.course.grid.len());
        self.tile = Tile::new(from.min(to), to);
    }

    /// The cells of this tile that are done, in their order.
    #[must_use]
    pub fn cells(&self) -> &[Cell] {
        self.tile.cells()
    }

    /// Their last points, one number a parameter; NaN where a run left the finite numbers.
    #[must_use]
    pub fn ends(&self) -> &[f64] {
        self.tile.ends()
    }

    /// The rows of each, parameters and loss, where rates are swept: of a long run only every so-manieth, and the last.
    #[must_use]
    pub fn paths(&self) -> &[Vec<f64>] {
        self.tile.paths()
    }

    /// Every how-manieth point of a path is kept.
    #[must_use]
    pub fn stride(&self) -> usize {
        self.course.stride()
    }

    /// Goes on for about so many looks; true once the tile is done.
    pub fn advance(&mut self, looks: u64) -> bool {
        let mut budget = (looks / self.examples()).max(1) as usize;
        while budget > 0 {
            if self.seek.is_some() {
                budget = budget.saturating_sub(self.search());
            } else if self.tile.is_done() {
                return true;
            } else {
                budget = budget.saturating_sub(self.tile.go(&mut self.course, budget));
            }
        }
        self.seek.is_none() && self.tile.is_done()
    }

    /// One more start of the search for minima.
    fn search(&mut self) -> usize {
        let Some(seek) = &mut self.seek else { return 0 };
        match seek.go(self.course.plan.surface()) {
            Some(looks) => looks,
            None => {
                let mut found = self.seek.take().map_or_else(Vec::new, Seek::into_found);
                found.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
                self.aim(found);
                0
            }
        }
    }
}

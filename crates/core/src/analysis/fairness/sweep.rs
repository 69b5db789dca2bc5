//! Every run of a race at every rate of one grid: which rate leaves it lowest at the end.
//!
//! ```
//! use ponder::analysis::fairness::{Sweep, grid};
//!
//! let run = r#"{"method":"gradient-descent","learning_rate":0.01,"start":[1,1]}"#;
//! let recipe = format!(r#"{{"surface":{{"function":"ravine","condition":1}},"runs":[{run}],"steps":1}}"#);
//! let plan = ponder::check(&serde_json::from_str(&recipe).unwrap()).unwrap();
//! let mut sweep = Sweep::new(&plan);
//! while !sweep.advance(100) {}
//! let found = sweep.found()[0].unwrap();
//! assert_eq!(found.best, Some((1.0, 0.0)), "on a round bowl a rate of 1 arrives in one step");
//! assert!(!found.holds() && grid().contains(&1.0));
//! ```

use alloc::vec;
use alloc::vec::Vec;

use crate::bulk::{Trial, lowest};
use crate::recipe::{Plan, RunPlan};
use crate::text::rounded;
use crate::{Landscape, Tree, math};

/// The decades of the grid: 10⁻⁴ to 10².
const DECADES: [i32; 2] = [-4, 2];
/// Rates a decade.
const EACH: i32 = 6;

/// The rates that are tried, from the lowest: six a decade from 0.0001 to 100, three digits each.
#[must_use]
pub fn grid() -> Vec<f64> {
    let notches = DECADES[0] * EACH..=DECADES[1] * EACH;
    notches.map(|notch| rounded(math::pow(10.0, f64::from(notch) / f64::from(EACH)), 3)).collect()
}

/// What a sweep found for one run. Losses are those of the last step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Its own rate, and the loss it ends with.
    pub own: (f64, f64),
    /// The rate of the grid that ends lowest, the smallest of several, and its loss; `None` where all diverge.
    pub best: Option<(f64, f64)>,
}

impl Found {
    /// Whether no rate of the grid ends lower than its own.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.best.is_none_or(|(_, loss)| self.own.1 <= loss)
    }

    /// The better of the two rates; its own where both are as good.
    #[must_use]
    pub fn rate(&self) -> f64 {
        match self.best {
            Some((rate, _)) if !self.holds() => rate,
            _ => self.own.0,
        }
    }
}

impl Found {
    /// As JSON and JavaScript see it.
    #[must_use]
    pub fn tree(&self) -> Tree {
        let pair = |(rate, loss): (f64, f64)| Tree::map([("rate", rate.into()), ("loss", loss.into())]);
        Tree::map([
            ("own", pair(self.own)),
            ("best", self.best.map(pair).into()),
            ("holds", Tree::Bool(self.holds())),
            ("rate", self.rate().into()),
        ])
    }
}

/// A sweep that can be cut into slices.
#[derive(Debug)]
pub struct Sweep {
    plan: Plan,
    own: Vec<Option<f64>>,
    grid: Vec<f64>,
    /// The losses found so far, run by run, the own rate's first.
    losses: Vec<Vec<f64>>,
    trial: Option<Trial>,
}

impl Sweep {
    /// Nothing is tried yet.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let own: Vec<_> = plan.runs().iter().map(RunPlan::plain_rate).collect();
        Self { losses: vec![Vec::new(); own.len()], plan: plan.clone(), own, grid: grid(), trial: None }
    }

    /// The looks at data points that all of it takes, at most: where a run diverges it is cut short.
    #[must_use]
    pub fn looks(&self) -> u64 {
        let trials = self.own.iter().flatten().count() * (self.grid.len() + 1);
        (trials * (self.plan.steps() + 1)) as u64 * self.examples()
    }

    fn examples(&self) -> u64 {
        Landscape::<2>::examples(self.plan.surface()).max(1) as u64
    }

    /// Goes on for about so many looks at data points; true once all is tried.
    pub fn advance(&mut self, looks: u64) -> bool {
        let mut rows = (looks / self.examples()).max(1) as usize;
        while rows > 0 {
            let Some(run) = self.next() else { return true };
            rows -= self.go(run, rows);
        }
        self.next().is_none()
    }

    /// What was found for each run; `None` for a rule without a [plain rate](RunPlan::plain_rate), and where nothing is tried yet.
    #[must_use]
    pub fn found(&self) -> Vec<Option<Found>> {
        self.own.iter().zip(&self.losses).map(|(own, losses)| self.best((*own)?, losses)).collect()
    }

    fn best(&self, own: f64, losses: &[f64]) -> Option<Found> {
        let (first, tried) = losses.split_first()?;
        let best = lowest(self.grid.iter().copied().zip(tried.iter().copied()));
        Some(Found { own: (own, *first), best })
    }

    /// The run whose turn it is.
    fn next(&self) -> Option<usize> {
        let open = |(own, losses): (&Option<f64>, &Vec<f64>)| own.is_some() && losses.len() <= self.grid.len();
        self.own.iter().zip(&self.losses).position(open)
    }

    /// Up to so many rows of the run's present trial; how many it took.
    fn go(&mut self, run: usize, most: usize) -> usize {
        if self.trial.is_none() {
            let rate = self.losses[run].len().checked_sub(1).map(|notch| self.grid[notch]);
            self.plan.set_rate(run, rate.or(self.own[run]).unwrap_or_default());
        }
        let trial = self.trial.get_or_insert_with(|| Trial::new(&self.plan, run));
        let mut last = 0.0;
        let count = trial.go(most, |row| last = row[row.len() - 1]);
        if trial.is_over() || last.is_nan() {
            self.losses[run].push(last);
            self.trial = None;
        }
        count
    }
}

//! What runs have paid by a step, and where they stood when all had paid the same.

use alloc::vec;
use alloc::vec::Vec;

use crate::recipe::Plan;
use crate::{Evaluations, Run};

/// What looks cost altogether: data points visited, or, on a surface without data, looks of every kind.
#[must_use]
pub fn price(seen: &Evaluations) -> u64 {
    if seen.points > 0 { seen.points } else { seen.values + seen.gradients + seen.curvatures }
}

/// The steps at which the runs of a race had paid the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// The [`price`] that the thriftiest run has paid by now. Runs that have diverged, and pay no more, do not count.
    pub price: u64,
    /// For each run the last step, up to now, by which it had not paid more.
    pub steps: Vec<usize>,
}

/// The prices of a plan's runs at any step. Forward each step is run once; back is a new start.
#[derive(Debug)]
pub struct Prices {
    now: Vec<Meter>,
    level: Vec<Meter>,
}

impl Prices {
    /// Nobody has paid yet.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let meters = || (0..plan.runs().len()).map(Meter::new).collect();
        Self { now: meters(), level: meters() }
    }

    /// What each run has paid when it stands at point t: the looks of updates 0 to t − 1.
    pub fn at(&mut self, plan: &Plan, t: usize) -> Vec<Evaluations> {
        let t = t.min(plan.steps());
        self.now.iter_mut().map(|meter| meter.go(plan, t)).collect()
    }

    /// Where the runs stood when they had paid the same, none later than t.
    pub fn level(&mut self, plan: &Plan, t: usize) -> Level {
        let t = t.min(plan.steps());
        let paid = self.at(plan, t);
        let running = self.now.iter().zip(&paid).filter(|(meter, _)| !meter.lost);
        let price = running.map(|(_, paid)| price(paid)).min().unwrap_or(0);
        let steps = self.level.iter_mut().map(|meter| meter.afford(plan, price, t));
        Level { price, steps: steps.collect() }
    }
}

/// One run, and what it has paid.
#[derive(Debug)]
struct Meter {
    run: usize,
    walk: Option<Run>,
    t: usize,
    paid: Evaluations,
    /// What it had paid a step before.
    before: Evaluations,
    /// Whether it has left the finite numbers.
    lost: bool,
}

impl Meter {
    fn new(run: usize) -> Self {
        Self { run, walk: None, t: 0, paid: Evaluations::default(), before: Evaluations::default(), lost: false }
    }

    fn restart(&mut self, plan: &Plan) {
        *self = Self { walk: Run::new(plan, self.run), ..Self::new(self.run) };
    }

    /// Makes one update.
    fn on(&mut self, row: &mut [f64]) {
        let Some(walk) = &mut self.walk else { return };
        walk.fill(row);
        (self.t, self.before, self.paid) = (self.t + 1, self.paid, walk.evaluations());
        self.lost = row[0].is_nan();
    }

    fn go(&mut self, plan: &Plan, t: usize) -> Evaluations {
        if self.walk.is_none() || t < self.t {
            self.restart(plan);
        }
        let mut row = vec![0.0; plan.parameters() + 1];
        while self.t < t {
            self.on(&mut row);
        }
        self.paid
    }

    /// The last step up to `t` that it reached for no more than `most`. It stands one step further.
    fn afford(&mut self, plan: &Plan, most: u64, t: usize) -> usize {
        if self.walk.is_none() || t < self.t || price(&self.before) > most {
            self.restart(plan);
        }
        let mut row = vec![0.0; plan.parameters() + 1];
        while self.t < t && price(&self.paid) <= most {
            self.on(&mut row);
        }
        if price(&self.paid) > most { self.t - 1 } else { self.t }
    }
}

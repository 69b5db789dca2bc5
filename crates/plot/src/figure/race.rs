//! A figure's runs as a race: how fair it is, and what became of them.

use ponder::Tree;
use ponder::analysis::fairness::{record, same_first_step, same_rate};
use ponder::analysis::results::{Result, results};

use super::Figure;

impl Figure {
    /// What each run was given and has paid at a step, and which rules of a fair race hold; nothing after `limit`.
    pub fn race(&mut self, step: usize, limit: usize) -> Tree {
        record(&self.plan, &mut self.prices, step, limit)
    }

    /// What became of each run, nothing after `limit`; `below` is the loss that they are to reach.
    pub fn results(&mut self, limit: usize, below: f64) -> Vec<Result> {
        let rows: Vec<_> = self.tracks.iter().map(|track| track.rows()).collect();
        results(&self.plan, &rows, &mut self.paid, limit, below)
    }

    /// The base learning rates, run by run, that make a rule hold: `same-rate` or `same-first-step`. `None` for a run
    /// that has no such rate; no list for any other rule.
    pub fn rates(&self, rule: &str) -> Option<Vec<Option<f64>>> {
        match rule {
            "same-rate" => Some(same_rate(&self.plan)),
            "same-first-step" => Some(same_first_step(&self.plan)),
            _ => None,
        }
    }
}

//! Entries of a run one by one, without keeping them all: forward they cost one update each, back a new start.

use ponder::{Entry, Plan, Run};

/// A run at some step, and the entry it has come to.
#[derive(Debug)]
pub(crate) struct Replay {
    run: usize,
    walk: Option<Run>,
    last: Option<Entry>,
}

impl Replay {
    /// Run number `run`, not begun yet.
    pub(crate) fn new(run: usize) -> Self {
        Self { run, walk: None, last: None }
    }

    /// Entry `t`, none beyond the end.
    pub(crate) fn entry(&mut self, plan: &Plan, t: usize) -> Option<Entry> {
        if t > plan.steps() {
            return None;
        }
        let here = self.last.as_ref().map(|entry| entry.t);
        if here.is_none_or(|here| here > t) {
            self.walk = Run::new(plan, self.run);
            self.last = self.walk.as_mut().and_then(Iterator::next);
        }
        while self.last.as_ref().is_some_and(|entry| entry.t < t) {
            self.last = self.walk.as_mut().and_then(Iterator::next);
        }
        self.last.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forward_and_back_is_the_identity() {
        let figure = crate::testing::figure(
            r#"{"surface": {"model": "sigmoid-neuron", "data": "two-points"}, "steps": 20,
                "runs": [{"method": "nesterov", "learning_rate": 1}]}"#,
        );
        let plan = ponder::check(&figure).unwrap();
        let mut replay = Replay::new(0);
        let fresh = |t| Run::new(&plan, 0).unwrap().nth(t);
        for t in [0, 7, 7, 8, 3, 20, 0, 19] {
            assert_eq!(replay.entry(&plan, t), fresh(t), "entry {t}");
        }
        assert_eq!(replay.entry(&plan, 21), None);
    }
}

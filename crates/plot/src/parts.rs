//! The parts of a step in the order in which a reader goes through them: what the rules noted, in the order of their
//! notes.

use ponder::Entry;
use ponder::note::Part;

use crate::Figure;

impl Figure {
    /// The parts of the update that leaves a step, of all runs together, in the order in which a reader goes through them.
    pub fn parts(&mut self, t: usize) -> Vec<Part> {
        let entries: Vec<_> = (0..self.runs()).filter_map(|run| self.entry(run, t)).collect();
        together(entries.iter().map(of).collect())
    }
}

/// The parts of one update that a figure can show, each once. A look at the very point where the run stands is none, nor
/// is a term of the formula alone; the new point is the next moment. A run that has left the finite numbers has none.
fn of(entry: &Entry) -> Vec<Part> {
    let notes = entry.update.iter().flat_map(|update| &update.parts);
    let mut parts = Vec::new();
    for (part, _, value) in notes.filter(|_| entry.at.iter().all(|v| v.is_finite())) {
        let shown = match part {
            Part::LookedAt => *value != entry.at,
            Part::Term | Part::Arrived => false,
            Part::Gradient | Part::Memory | Part::Scale | Part::Model | Part::Move => true,
        };
        if shown && !parts.contains(part) {
            parts.push(*part);
        }
    }
    parts
}

/// The parts of several runs as one sequence, in which each run finds its own in its own order.
fn together(mut runs: Vec<Vec<Part>>) -> Vec<Part> {
    let mut all = Vec::new();
    loop {
        runs.retain(|parts| !parts.is_empty());
        let first = || runs.iter().map(|parts| parts[0]);
        let waits = |part: &Part| runs.iter().any(|parts| parts[1..].contains(part));
        // Two runs of opposite orders cannot both have theirs: then the first one has.
        let Some(next) = first().find(|part| !waits(part)).or_else(|| first().next()) else { return all };
        all.push(next);
        for parts in &mut runs {
            parts.retain(|part| *part != next);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Part::{Gradient, LookedAt, Memory, Model, Move, Scale};

    /// The parts of update `t` of these methods on Rosenbrock's valley.
    fn parts(methods: &[&str], rate: f64, t: usize) -> Vec<Part> {
        let run = |method: &&str| format!(r#"{{"method": "{method}", "learning_rate": {rate}}}"#);
        let runs = methods.iter().map(run).collect::<Vec<_>>().join(", ");
        let tree = crate::testing::figure(&format!(
            r#"{{"surface": {{"function": "rosenbrock"}}, "steps": 20, "runs": [{runs}]}}"#
        ));
        Figure::new(&tree).unwrap().parts(t)
    }

    fn of_one(method: &str) -> Vec<Part> {
        parts(&[method], 1e-4, 3)
    }

    #[test]
    fn each_rule_has_its_own_parts_in_its_own_order() {
        assert_eq!(of_one("gradient-descent"), [Gradient, Move]);
        assert_eq!(of_one("momentum"), [Gradient, Memory, Move]);
        assert_eq!(of_one("nesterov"), [LookedAt, Gradient, Memory, Move]);
        assert_eq!(of_one("adam"), [Gradient, Memory, Scale, Move]);
        assert_eq!(of_one("adagrad"), [Gradient, Memory, Scale, Move]);
        assert_eq!(of_one("newton"), [Gradient, Model, Move]);
    }

    #[test]
    fn without_a_memory_there_is_nothing_to_look_ahead_by() {
        assert_eq!(parts(&["nesterov"], 1e-4, 0), [Gradient, Memory, Move]);
    }

    #[test]
    fn several_runs_go_through_their_parts_side_by_side() {
        let all = ["gradient-descent", "adam", "nesterov"];
        assert_eq!(parts(&all, 1e-4, 3), [LookedAt, Gradient, Memory, Scale, Move]);
        assert_eq!(together(vec![vec![Move, Scale], vec![Scale, Move]]), [Move, Scale], "opposite orders end too");
    }

    #[test]
    fn after_the_last_update_and_beyond_the_numbers_there_is_none() {
        assert_eq!(parts(&["momentum"], 1e-4, 20), []);
        assert_eq!(parts(&["gradient-descent"], 10.0, 19), []);
    }
}

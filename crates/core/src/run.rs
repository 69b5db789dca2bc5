//! A run as its reader sees it: points, and the updates between them.
//!
//! ```
//! use ponder::{Run, Tree, check};
//!
//! let run = Tree::map([("method", "newton".into()), ("start", Tree::numbers(&[3.0, 4.0]))]);
//! let surface = Tree::map([("function", "ravine".into())]);
//! let recipe = Tree::map([("surface", surface), ("runs", Tree::List(vec![run])), ("steps", 2.0.into())]);
//! let mut run = Run::new(&check(&recipe).unwrap(), 0).unwrap();
//! let entries: Vec<_> = run.by_ref().collect();
//! assert_eq!(entries.len(), 3, "the points 0, 1 and 2");
//! assert_eq!((entries[0].loss, entries[1].loss), (53.0, 0.0), "on a quadratic, Newton's step arrives at once");
//! assert!(entries[2].update.is_none() && run.evaluations().curvatures == 2);
//! ```

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Debug, Formatter};

use crate::method::Rule;
use crate::note::{Noted, Part};
use crate::recipe::Plan;
use crate::walker::{Trek, Walker};
use crate::{Evaluations, Surface, Tree};

/// Point t of a run and the update that leaves it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The number of updates made so far.
    pub t: usize,
    /// The parameters (w, b). NaN once the run has left the finite numbers.
    pub at: Vec<f64>,
    /// The loss of the whole data at that point.
    pub loss: f64,
    /// The epoch of the update that leaves this point, from 0.
    pub epoch: usize,
    /// Which data points that update sees, in the order of its visits; `None` without batches, and at the end.
    pub batch: Option<Vec<usize>>,
    /// The update; `None` at the end.
    pub update: Option<Update>,
}

/// One update, in parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Update {
    /// The learning rate η it used, for rules that have one.
    pub rate: Option<f64>,
    /// The momentum coefficient it used, for rules that have one.
    pub momentum: Option<f64>,
    /// What the rule noted, in order.
    pub parts: Vec<Noted>,
}

impl Update {
    /// The rate, or 1 for a rule without one.
    #[must_use]
    pub fn factor(&self) -> f64 {
        self.rate.unwrap_or(1.0)
    }

    /// The first noted vector of a kind.
    #[must_use]
    pub fn part(&self, kind: Part) -> Option<&[f64]> {
        self.parts.iter().find(|(part, ..)| *part == kind).map(|(.., value)| value.as_slice())
    }
}

impl Entry {
    /// The entry as JSON and JavaScript see it.
    #[must_use]
    pub fn tree(&self) -> Tree {
        let update = self.update.as_ref();
        let part = |kind| update.and_then(|u| u.part(kind)).map(Tree::numbers).into();
        let memory = |u: &Update| {
            let kept = u.parts.iter().filter(|(part, ..)| *part == Part::Memory);
            Tree::Map(kept.map(|(_, symbol, value)| (plain(symbol), Tree::numbers(value))).collect())
        };
        let term = |(part, symbol, value): &Noted| {
            Tree::map([("symbol", (*symbol).into()), ("part", part.name().into()), ("value", Tree::numbers(value))])
        };
        let batch = self.batch.as_ref().map(|rows| Tree::List(rows.iter().map(|&row| row.into()).collect()));
        Tree::map([
            ("t", self.t.into()),
            ("at", Tree::numbers(&self.at)),
            ("loss", self.loss.into()),
            ("epoch", self.epoch.into()),
            ("batch", batch.into()),
            ("rate", update.and_then(|u| u.rate).into()),
            ("momentum", update.and_then(|u| u.momentum).into()),
            ("looked_at", part(Part::LookedAt)),
            ("gradient", part(Part::Gradient)),
            ("memory", update.map(memory).into()),
            ("scale", part(Part::Scale)),
            ("move", part(Part::Move)),
            ("parts", update.map(|u| Tree::List(u.parts.iter().map(term).collect())).into()),
        ])
    }
}

/// A symbol as a key: `\bar{v}` is `v_bar`.
fn plain(symbol: &str) -> String {
    match symbol.strip_prefix('\\').and_then(|accented| accented.strip_suffix('}')?.split_once('{')) {
        Some((accent, letter)) => format!("{letter}_{accent}"),
        None => symbol.replace('\\', ""),
    }
}

/// A run of any rule on any landscape, one virtual call a trajectory or an entry.
pub trait Walk: Send {
    /// Writes the remaining rows, parameters then loss, into `rows`.
    fn fill(&mut self, rows: &mut [f64]);

    /// The next entry, `None` after the last.
    fn entry(&mut self) -> Option<Entry>;

    /// What the run has asked of its landscape so far.
    fn evaluations(&self) -> Evaluations;
}

/// A run of a plan, entry by entry: an iterator of `steps + 1` entries.
pub struct Run(Box<dyn Walk>);

impl Run {
    /// Run number `run` of the plan, from its start; `None` when the plan has no such run.
    #[must_use]
    pub fn new(plan: &Plan, run: usize) -> Option<Self> {
        let run = plan.runs().get(run)?;
        Some(Self(run.form().begin.walk(plan, run)))
    }

    /// The same run under a rule that no recipe can name: it starts where the plan's starts, on the same surface, with
    /// the same batches, noise and schedules, and reads the settings of the method there. `None` when the plan has no such
    /// run, or its parameters are no plane.
    ///
    /// ```
    /// use ponder::landscape::{Landscape, Look};
    /// use ponder::method::{Pace, Rule};
    /// use ponder::note::Note;
    /// use ponder::recipe::Settings;
    /// use ponder::{Run, Vector, check};
    ///
    /// /// Descent with its sign lost.
    /// struct Uphill;
    ///
    /// impl Rule<2> for Uphill {
    ///     fn new(_: &Settings) -> Self {
    ///         Self
    ///     }
    ///     fn step<L: Landscape<2> + ?Sized>(
    ///         &mut self,
    ///         at: Vector,
    ///         pace: Pace,
    ///         look: &mut Look<'_, L, 2>,
    ///         _: &mut impl Note<2>,
    ///     ) -> Vector {
    ///         at + pace.rate * look.slope(at)
    ///     }
    /// }
    ///
    /// let run = r#"{"method":"gradient-descent","learning_rate":0.1,"start":[1,0]}"#;
    /// let recipe = format!(r#"{{"surface":{{"function":"ravine"}},"runs":[{run}],"steps":3}}"#);
    /// let plan = check(&serde_json::from_str(&recipe).unwrap()).unwrap();
    /// let w: Vec<f64> = Run::ruled_by::<Uphill>(&plan, 0).unwrap().map(|entry| entry.at[0]).collect();
    /// assert_eq!(w, [1.0, 2.0, 4.0, 8.0]);
    /// ```
    #[must_use]
    pub fn ruled_by<R: Rule<2> + 'static>(plan: &Plan, run: usize) -> Option<Self> {
        let run = plan.runs().get(run)?;
        plan.surface().plane()?;
        let trek = Trek::new(plan, run, plan.surface().clone());
        let walker: Walker<Surface, 2> = Walker { rule: Box::new(R::new(run.settings())), trek };
        Some(Self(Box::new(walker)))
    }

    /// The rest of the run as rows of parameters and loss.
    pub fn fill(&mut self, rows: &mut [f64]) {
        self.0.fill(rows);
    }

    /// What the run has asked of its landscape so far.
    #[must_use]
    pub fn evaluations(&self) -> Evaluations {
        self.0.evaluations()
    }
}

impl Iterator for Run {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        self.0.entry()
    }
}

impl Debug for Run {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Run").field("evaluations", &self.evaluations()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(run: &str) -> Vec<Tree> {
        let surface = r#"{"function":"saddle"}"#;
        let recipe = format!(r#"{{"surface":{surface},"runs":[{{{run},"start":[1,1]}}],"steps":1}}"#);
        let plan = crate::check(&serde_json::from_str(&recipe).unwrap()).unwrap();
        Run::new(&plan, 0).unwrap().map(|entry| entry.tree()).collect()
    }

    #[test]
    fn an_entry_tells_what_its_rule_remembers_and_nothing_else_as_memory() {
        let keys = |run: &str| match entries(run)[0].get("memory") {
            Some(Tree::Map(pairs)) => pairs.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        assert_eq!(keys(r#""method":"adam","learning_rate":0.1"#), ["m", "v"]);
        assert_eq!(keys(r#""method":"gradient-descent","learning_rate":0.1"#), [""; 0]);
    }

    #[test]
    fn an_entry_tells_the_point_the_slope_there_and_the_way_from_it() {
        let [first, last] = &entries(r#""method":"gradient-descent","learning_rate":0.25"#)[..] else { panic!("two") };
        let of = |key| first.get(key).cloned().unwrap();
        assert_eq!([of("t"), of("loss"), of("rate")], [0.0, 0.0, 0.25].map(Tree::Number));
        assert_eq!(of("at"), Tree::numbers(&[1.0, 1.0]));
        assert_eq!(of("gradient"), Tree::numbers(&[2.0, -2.0]));
        assert_eq!(of("move"), Tree::numbers(&[-0.5, 0.5]));
        assert_eq!((of("batch"), of("momentum")), (Tree::Null, Tree::Null));
        assert_eq!(last.get("at"), Some(&Tree::numbers(&[0.5, 1.5])));
        assert_eq!([last.get("rate"), last.get("move"), last.get("memory")], [Some(&Tree::Null); 3]);
    }
}

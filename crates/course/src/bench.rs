//! Where a claim is put to the test: runs, numbers, cases, and the verdict that follows from the cases.

use ponder::analysis::Path;
use ponder::{Plan, Tree, Vector, check, text};

/// What the cases say of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// In every case.
    Holds,
    /// In no case.
    Fails,
    /// In some cases.
    Depends,
}

impl Verdict {
    /// Its name in JSON and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Fails => "fails",
            Self::Depends => "depends",
        }
    }
}

/// A measured number.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Its name in a template.
    pub id: &'static str,
    /// What it is.
    pub what: String,
    /// Its value; `None` for what never happens.
    pub value: Option<f64>,
    /// How many significant digits a reader gets.
    pub digits: usize,
}

impl Number {
    /// For people.
    #[must_use]
    pub fn said(&self) -> String {
        match self.value {
            None => "never".into(),
            Some(count) if count.fract() == 0.0 && count.abs() < 1e15 => format!("{count}").replace('-', "−"),
            Some(value) => text::significant(value, self.digits),
        }
    }

    /// As JSON has it.
    #[must_use]
    pub fn tree(&self) -> Tree {
        let said: String = self.said();
        Tree::map([
            ("id", self.id.into()),
            ("what", self.what.as_str().into()),
            ("value", self.value.into()),
            ("said", said.as_str().into()),
        ])
    }
}

/// One test of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// What would have to be so.
    pub what: String,
    /// Whether it is.
    pub holds: bool,
}

/// What came of a claim.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The tests that decide.
    pub cases: Vec<Case>,
    /// What was measured.
    pub numbers: Vec<Number>,
    /// The recipes that were run, by name.
    pub recipes: Vec<(String, Tree)>,
}

impl Findings {
    /// Holds in every case, fails in every case, or depends.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let held = self.cases.iter().filter(|case| case.holds).count();
        match held {
            0 => Verdict::Fails,
            all if all == self.cases.len() => Verdict::Holds,
            _ => Verdict::Depends,
        }
    }

    /// The number called `id`.
    #[must_use]
    pub fn number(&self, id: &str) -> Option<&Number> {
        self.numbers.iter().find(|number| number.id == id)
    }

    /// The recipe called `name`.
    #[must_use]
    pub fn recipe(&self, name: &str) -> Option<&Tree> {
        self.recipes.iter().find(|(known, _)| known == name).map(|(_, recipe)| recipe)
    }
}

/// Runs recipes and takes down what they say.
#[derive(Debug, Default)]
pub struct Bench {
    findings: Findings,
}

impl Bench {
    /// Runs one method on a surface. Both are JSON, `run` without its braces.
    pub fn run(&mut self, name: &str, surface: &str, run: &str, steps: usize) -> Ran {
        self.runs(name, surface, &[run.to_owned()], steps).remove(0)
    }

    /// Runs several on one surface.
    ///
    /// # Panics
    /// When the recipe is wrong, which is a mistake in this crate: every claim is run by its tests.
    pub fn runs(&mut self, name: &str, surface: &str, runs: &[String], steps: usize) -> Vec<Ran> {
        let listed: Vec<_> = runs.iter().map(|run| format!("{{{run}}}")).collect();
        let json = format!(r#"{{"surface":{surface},"runs":[{}],"steps":{steps}}}"#, listed.join(","));
        let (tree, plan) = recipe(&json);
        let rows = plan.trajectory();
        let each = rows.chunks_exact(plan.stride()).enumerate();
        let ran = each.map(|(run, rows)| Ran { plan: plan.clone(), run, rows: rows.to_vec() }).collect();
        self.findings.recipes.push((name.to_owned(), tree));
        ran
    }

    /// Takes down a number with so many significant digits, and hands it back.
    pub fn number(&mut self, id: &'static str, what: &str, value: f64, digits: usize) -> f64 {
        self.findings.numbers.push(Number { id, what: what.to_owned(), value: Some(value), digits });
        value
    }

    /// Takes down a step, or that it never comes, and hands it back.
    pub fn step(&mut self, id: &'static str, what: &str, step: Option<usize>) -> Option<usize> {
        let value = step.map(|step| step as f64);
        self.findings.numbers.push(Number { id, what: what.to_owned(), value, digits: 6 });
        step
    }

    /// Takes down a test of the claim.
    pub fn case(&mut self, what: &str, holds: bool) {
        self.findings.cases.push(Case { what: what.to_owned(), holds });
    }

    /// What was found.
    #[must_use]
    pub fn findings(self) -> Findings {
        self.findings
    }
}

/// A checked recipe from JSON.
pub(crate) fn recipe(json: &str) -> (Tree, Plan) {
    let tree: Tree = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"));
    let plan = check(&tree).unwrap_or_else(|faults| panic!("{faults}"));
    (tree, plan)
}

/// One run of a recipe and its rows.
#[derive(Clone, Debug)]
pub struct Ran {
    /// What was run.
    pub plan: Plan,
    /// Which of its runs.
    pub run: usize,
    rows: Vec<f64>,
}

impl Ran {
    /// Its path.
    #[must_use]
    pub fn path(&self) -> Path<'_> {
        Path::new(&self.rows, self.plan.parameters())
    }

    /// The loss after `t` steps.
    #[must_use]
    pub fn loss(&self, t: usize) -> f64 {
        self.rows[3 * t + 2]
    }

    /// (w, b) after `t` steps.
    #[must_use]
    pub fn at(&self, t: usize) -> Vector {
        Vector([self.rows[3 * t], self.rows[3 * t + 1]])
    }

    /// How many steps raise the loss.
    #[must_use]
    pub fn uphill(&self) -> usize {
        self.path().uphill().count()
    }

    /// The first step with a loss below a bound.
    #[must_use]
    pub fn below(&self, bound: f64) -> Option<usize> {
        self.path().losses().position(|loss| loss < bound)
    }

    /// The first step at which |b| is above a bound.
    #[must_use]
    pub fn escapes(&self, bound: f64) -> Option<usize> {
        self.path().column(1).position(|b| b.abs() > bound)
    }

    /// The first known minimum of its surface.
    #[must_use]
    pub fn minimum(&self) -> Option<Vector> {
        self.plan.surface().facts().minima.first().map(|minimum| Vector(*minimum))
    }
}

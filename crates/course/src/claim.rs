//! Claims of the course texts, each put to the test.
//!
//! One claim a file: what is said, in our words; the rows it comes from; the recipes that test it; what is measured and
//! against which bound. The verdict is computed from the cases and never typed.
//!
//! ```
//! let claim = ponder::catalogue::find(ponder_course::CLAIMS, "C7").unwrap();
//! let findings = claim.findings();
//! assert_eq!(findings.verdict().name(), "fails");
//! assert_eq!(findings.number("at-1e-8").unwrap().value, Some(76.0));
//! ```

use ponder::Tree;
use ponder::catalogue::Named;

use crate::bench::{Bench, Findings};

/// A sentence of the course that can be tested.
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    /// `C1` to `C22`.
    pub id: &'static str,
    /// The claim in a few words.
    pub title: &'static str,
    /// The claim, in our words.
    pub says: &'static str,
    /// The rows of the checklist that it comes from.
    pub rows: &'static [&'static str],
    /// What is measured, and how it decides.
    pub measure: &'static str,
    /// Every bound that the measure uses: what it bounds, its value.
    pub thresholds: &'static [(&'static str, f64)],
    /// What to make of the verdict.
    pub why: &'static str,
    /// The recipe that shows where the claim fails; `None` where it holds, or where no recipe can show it.
    pub counter: Option<&'static str>,
    /// Puts it to the test.
    pub judge: fn(&mut Bench),
}

impl Named for Claim {
    fn id(&self) -> &'static str {
        self.id
    }
}

impl Claim {
    /// Runs its recipes and measures.
    #[must_use]
    pub fn findings(&self) -> Findings {
        let mut bench = Bench::default();
        (self.judge)(&mut bench);
        bench.findings()
    }

    /// The texts that it comes from.
    #[must_use]
    pub fn source(&self) -> String {
        let from = crate::TEXTS.iter().filter(|(id, _)| self.rows.iter().any(|row| row.starts_with(id)));
        from.map(|(_, title)| *title).collect::<Vec<_>>().join("; ")
    }

    /// What stands in its file, as JSON has it.
    #[must_use]
    pub fn tree(&self) -> Tree {
        let bound = |(what, value): &(&str, f64)| Tree::map([("what", (*what).into()), ("value", (*value).into())]);
        let source = self.source();
        Tree::map([
            ("id", self.id.into()),
            ("title", self.title.into()),
            ("about", self.says.into()),
            ("source", source.as_str().into()),
            ("rows", Tree::List(self.rows.iter().map(|row| (*row).into()).collect())),
            ("measure", self.measure.into()),
            ("thresholds", Tree::List(self.thresholds.iter().map(bound).collect())),
        ])
    }

    /// The same with what was found.
    #[must_use]
    pub fn judged(&self, findings: &Findings) -> Tree {
        let Tree::Map(mut pairs) = self.tree() else { return Tree::Null };
        let cases = findings
            .cases
            .iter()
            .map(|case| Tree::map([("what", case.what.as_str().into()), ("holds", Tree::Bool(case.holds))]));
        let numbers = findings.numbers.iter().map(crate::bench::Number::tree);
        pairs.extend([
            ("verdict".into(), findings.verdict().name().into()),
            ("why".into(), self.why.into()),
            ("cases".into(), Tree::List(cases.collect())),
            ("numbers".into(), Tree::List(numbers.collect())),
            ("recipes".into(), Tree::Map(findings.recipes.clone())),
            ("counter".into(), self.counter.map(Tree::from).into()),
        ]);
        Tree::Map(pairs)
    }
}

ponder::table! {
    /// Every claim.
    CLAIMS: Claim =
        c1 c2 c3 c4 c5 c6 c7 c8 c9 c10 c11 c12 c13 c14 c15 c16 c17 c18 c19 c20 c21 c22
}

/// What claims are measured on.
mod ground {
    pub(super) const TWO_POINTS: &str = r#"{"model":"sigmoid-neuron","data":"two-points"}"#;
    pub(super) const VALLEY: &str = r#"{"model":"sigmoid-neuron","data":"valley"}"#;
    pub(super) const VALLEY_2: &str = r#"{"model":"sigmoid-neuron","data":"valley-2"}"#;
    pub(super) const SPARSE: &str = r#"{"model":"sigmoid-neuron","data":"sparse"}"#;
    pub(super) const SPARSE_2: &str = r#"{"model":"sigmoid-neuron","data":"sparse-2"}"#;
    pub(super) const SADDLE: &str = r#"{"function":"saddle"}"#;

    /// Descent from (−2, −2).
    pub(super) fn base(rate: f64) -> String {
        format!(r#""method":"gradient-descent","start":[-2,-2],"learning_rate":{rate}"#)
    }

    /// Descent, momentum and Nesterov's rule at a rate of 1.
    pub(super) fn trio(start: &str) -> [String; 3] {
        ["gradient-descent", "momentum", "nesterov"]
            .map(|method| format!(r#""method":"{method}","learning_rate":1,"start":{start}"#))
    }

    /// On the sparse set from (−2, 4): 0.02 for descent, momentum and Nesterov's rule, 0.1 for the others.
    pub(super) fn sparse(method: &str) -> String {
        let plain = ["gradient-descent", "momentum", "nesterov"].contains(&method);
        format!(r#""method":"{method}","start":[-2,4],"learning_rate":{}"#, if plain { 0.02 } else { 0.1 })
    }

    /// On the saddle from (1, 0.001), with ε beside the root where there is one, as the text's programs have it.
    pub(super) fn ridge(method: &str, rate: f64) -> String {
        let rooted = ["adagrad", "rmsprop", "adam"].contains(&method);
        let epsilon = if rooted { r#","epsilon_placement":"outside""# } else { "" };
        let rate = if method == "adadelta" { String::new() } else { format!(r#","learning_rate":{rate}"#) };
        format!(r#""method":"{method}","start":[1,0.001]{rate}{epsilon}"#)
    }
}

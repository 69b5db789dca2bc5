//! One rule, several conventions: what the course and each library make of it.
//!
//! A convention is a set of defaults and switches. The rule reads the switches; the convention picks their values.
//!
//! ```
//! use ponder::{METHODS, catalogue};
//!
//! let adam = catalogue::find(METHODS, "adam").unwrap();
//! let epsilon = |convention| adam.form(convention).unwrap().knob("epsilon").unwrap().default;
//! assert_eq!(["course", "pytorch", "keras"].map(epsilon), [Some(1e-8), Some(1e-8), Some(1e-7)]);
//!
//! let [course, pytorch] = ["course", "pytorch"].map(|convention| adam.form(convention).unwrap());
//! assert!(course.knob("epsilon_placement").is_some(), "the course can put it inside the root or outside");
//! assert!(pytorch.knob("epsilon_placement").is_none() && pytorch.fixed == [("epsilon_placement", 1.0)]);
//! ```

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt::{self, Debug, Formatter};

#[cfg(feature = "bulk")]
use crate::bulk::Pack;
use crate::catalogue::Knob;
use crate::method::Rule;
#[cfg(feature = "whole")]
use crate::model::SigmoidNeuron;
#[cfg(feature = "whole")]
use crate::race::{can, race};
use crate::recipe::{Plan, RunPlan, Settings};
use crate::run::Walk;
use crate::walker::{Stepper, Trek, Walker};
use crate::{Surface, Tree};

/// A rule as it is written with certain switches.
#[derive(Clone, Copy, Debug)]
pub struct Writing {
    /// The switches and their values that lead to this writing; the last writing of a form needs none.
    pub when: &'static [(&'static str, f64)],
    /// Knobs that this writing does not read: naming one is an error.
    pub ignores: &'static [&'static str],
    /// The update in TeX, one assignment `left \leftarrow right` a line; w stands for every parameter alike.
    pub formula: &'static [&'static str],
    /// The update in Python. `p`, `g` (the gradient at p), `t` = 1, 2, …, `lr`, `mu` (the momentum) and the knobs' ids
    /// are there, memories are 0; numpy's `sqrt`, `abs`, `sign`, `maximum`, `clip`, `where`, `sum`; `f`, `grad`, `hess`.
    #[cfg(feature = "whole")]
    pub python: &'static [&'static str],
}

/// A rule as one convention has it: the course's, or a library's.
#[derive(Clone, Copy)]
pub struct Form {
    /// `course`, `pytorch`, `optax` or `keras`.
    pub convention: &'static str,
    /// What a recipe may set, with this convention's defaults, in the order of the formula.
    pub knobs: &'static [Knob],
    /// Switches that are as they are in this convention.
    pub fixed: &'static [(&'static str, f64)],
    /// How the update is written; the first whose switches are set so.
    pub writings: &'static [Writing],
    /// The same optimizer in PyTorch, where it is one: `torch.optim.Adam([p], lr=lr, betas=(beta1, beta2))`.
    pub torch: Option<&'static str>,
    /// Starts a run of it.
    pub begin: Begin,
}

impl Writing {
    /// The writing of a form without switches, or of all settings that no other writing covers.
    pub(crate) const fn only(formula: &'static [&'static str], python: &'static [&'static str]) -> Self {
        Self::when(&[], formula, python)
    }

    /// The writing where switches are set so.
    pub(crate) const fn when(
        when: &'static [(&'static str, f64)],
        formula: &'static [&'static str],
        python: &'static [&'static str],
    ) -> Self {
        // Where nobody asks for Python its text is no part of the program.
        #[cfg(not(feature = "whole"))]
        let _ = python;
        Self {
            when,
            ignores: &[],
            formula,
            #[cfg(feature = "whole")]
            python,
        }
    }

    /// The same writing, which does not read these knobs.
    pub(crate) const fn ignoring(self, ignores: &'static [&'static str]) -> Self {
        Self { ignores, ..self }
    }
}

impl Form {
    /// How the update is written with these settings.
    #[must_use]
    pub fn writing(&self, settings: &Settings) -> &'static Writing {
        let fits = |writing: &&Writing| writing.when.iter().all(|(id, value)| settings.get(id) == Some(*value));
        self.writings.iter().find(fits).unwrap_or(&self.writings[self.writings.len() - 1])
    }

    /// The knob called `id`.
    #[must_use]
    pub fn knob(&self, id: &str) -> Option<&'static Knob> {
        self.knobs.iter().find(|knob| knob.id == id)
    }

    /// As JSON and JavaScript see it.
    #[must_use]
    pub fn tree(&self) -> Tree {
        Tree::map([
            ("convention", self.convention.into()),
            ("knobs", Tree::List(self.knobs.iter().map(Knob::tree).collect())),
            ("writings", Tree::List(self.writings.iter().map(|writing| self.written(writing)).collect())),
        ])
    }

    fn written(&self, writing: &Writing) -> Tree {
        let switch = |(id, value): &(&'static str, f64)| {
            (String::from(*id), self.knob(id).map_or(Tree::Null, |knob| knob.written(*value)))
        };
        let lines = writing.formula.iter().map(|line| (*line).into()).collect();
        Tree::map([("when", Tree::Map(writing.when.iter().map(switch).collect())), ("formula", Tree::List(lines))])
    }
}

impl Debug for Form {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Form").field("convention", &self.convention).finish_non_exhaustive()
    }
}

/// How a run of a rule begins: the one place where a rule meets a landscape.
///
/// Each rule is compiled for two parameters and for five, with notes at hand and called once a step. Those that most
/// figures show are compiled once more with the neuron, loop and all: the quick way to the same bits.
#[derive(Clone, Copy, Debug)]
pub struct Begin {
    plane: fn(&Settings) -> Box<dyn Stepper<2>>,
    #[cfg(feature = "whole")]
    five: fn(&Settings) -> Box<dyn Stepper<5>>,
    #[cfg(feature = "whole")]
    race: Option<fn(&RunPlan, &SigmoidNeuron, &mut [f64])>,
    #[cfg(feature = "bulk")]
    pack: Option<Pack>,
}

/// A rule, in two parameters and in five.
#[cfg_attr(not(feature = "whole"), expect(clippy::extra_unused_type_parameters, reason = "only planes are left"))]
pub(crate) const fn begin<R2: Rule<2> + 'static, R5: Rule<5> + 'static>() -> Begin {
    Begin {
        plane: |settings| Box::new(R2::new(settings)),
        #[cfg(feature = "whole")]
        five: |settings| Box::new(R5::new(settings)),
        #[cfg(feature = "whole")]
        race: None,
        #[cfg(feature = "bulk")]
        pack: None,
    }
}

/// The same for a rule that is worth the quick way, and takes each parameter for itself: in eight parameters it is four
/// runs in two.
#[cfg_attr(
    not(feature = "bulk"),
    expect(clippy::extra_unused_type_parameters, reason = "only runs side by side take eight parameters")
)]
pub(crate) const fn quick<R2: Rule<2> + 'static, R5: Rule<5> + 'static, R8: Rule<8> + 'static>() -> Begin {
    Begin {
        #[cfg(feature = "whole")]
        race: Some(race::<R2>),
        #[cfg(feature = "bulk")]
        pack: Some(crate::bulk::pack::<R8>),
        ..begin::<R2, R5>()
    }
}

impl Begin {
    /// A run to walk through, on any surface.
    pub(crate) fn walk(&self, plan: &Plan, run: &RunPlan) -> Box<dyn Walk> {
        match plan.surface() {
            #[cfg(feature = "whole")]
            Surface::FourInput(land) => {
                let trek = Trek::new(plan, run, land.as_ref().clone());
                Box::new(Walker { rule: (self.five)(run.settings()), trek })
            }
            plane => {
                let trek = Trek::new(plan, run, plane.clone());
                Box::new(Walker { rule: (self.plane)(run.settings()), trek })
            }
        }
    }

    /// Many runs from many starts side by side, where rule, run and surface allow it.
    #[cfg(feature = "bulk")]
    pub(crate) fn pack(&self, plan: &Plan, run: &RunPlan) -> Option<Pack> {
        self.pack.filter(|_| matches!(plan.surface(), Surface::Neuron(_)) && can(run))
    }

    /// A whole run: (steps + 1)(P + 1) numbers.
    pub(crate) fn whole(&self, plan: &Plan, run: &RunPlan, rows: &mut [f64]) {
        #[cfg(feature = "whole")]
        if let (Surface::Neuron(land), Some(race)) = (plan.surface(), self.race)
            && can(run)
        {
            return race(run, land, rows);
        }
        self.walk(plan, run).fill(rows);
    }
}

#[cfg(all(test, feature = "bulk"))]
mod tests {
    use alloc::format;
    use alloc::vec::Vec;

    use crate::{METHODS, Plan, check};

    fn plan(method: &str, more: &str) -> Plan {
        let surface = r#"{"model":"sigmoid-neuron","data":"two-points"}"#;
        let run = format!(r#"{{"method":"{method}","learning_rate":0.1{more}}}"#);
        let recipe = format!(r#"{{"surface":{surface},"runs":[{run}],"steps":5}}"#);
        check(&serde_json::from_str(&recipe).unwrap()).unwrap()
    }

    #[test]
    fn the_courses_rules_are_quick_where_nothing_moves_or_shakes_a_run() {
        let slow = [r#","batch":{"size":1}"#, r#","noise":{"deviation":1}"#, r#","changes":[[1,2]]"#];
        let quick: Vec<_> = METHODS.iter().filter(|method| method.forms[0].begin.race.is_some()).collect();
        assert_eq!(quick.len(), 6);
        for method in quick.iter().map(|method| method.id) {
            for more in [""].into_iter().chain(slow) {
                let plan = plan(method, more);
                let (run, begin) = (&plan.runs()[0], &plan.runs()[0].form().begin);
                assert!(begin.race.is_some() && begin.pack.is_some(), "{method}");
                assert_eq!(begin.pack(&plan, run).is_some(), more.is_empty(), "{method}{more}");
            }
        }
    }
}

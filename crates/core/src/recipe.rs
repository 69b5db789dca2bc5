//! The recipe: one tree in, a checked plan or everything that is wrong with it out.
//!
//! ```
//! use ponder::{Tree, check};
//!
//! let run = Tree::map([("method", "adam".into()), ("convention", "keras".into()), ("learning_rate", 0.1.into())]);
//! let surface = Tree::map([("function", "rosenbrock".into())]);
//! let recipe = Tree::map([("surface", surface), ("runs", Tree::List(vec![run])), ("steps", 200.0.into())]);
//! let plan = check(&recipe).unwrap();
//!
//! let run = &plan.runs()[0];
//! assert_eq!(run.settings().get("epsilon"), Some(1e-7), "what the recipe leaves out, the convention says");
//! assert_eq!(run.start(), plan.surface().facts().start);
//! assert_eq!(plan.trajectory().len(), 201 * 3, "w, b and the loss of every point");
//! ```

pub mod batch;
pub mod fields;
mod run_plan;
mod runs;
pub mod surface;
pub mod tempo;

use alloc::vec;
use alloc::vec::Vec;

use crate::fault::{Fault, Faults};
use crate::{Knob, Surface, Tree};

use fields::Fields;
pub use run_plan::{RunPlan, Settings};
pub(crate) use surface::is_model;

/// The most steps one run may have.
pub const MAX_STEPS: usize = 1_000_000;
/// The most runs of one recipe.
pub const MAX_RUNS: usize = 16;
/// The most runs × steps of one recipe.
pub const MAX_ROWS: usize = 4_000_000;
/// The most data points.
pub const MAX_DATA: usize = 10_000;

/// Where playing stops. The trajectory goes on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Until {
    /// As soon as the loss is below this.
    LossBelow(f64),
    /// As soon as the gradient's norm is below this.
    GradientBelow(f64),
}

impl Until {
    /// Reads `{"loss_below": x}` or `{"gradient_below": x}`.
    pub(crate) fn read(mut fields: Fields) -> Option<Self> {
        let given = ["loss_below", "gradient_below"].map(|key| fields.any(key).is_some());
        let loss = fields.number("loss_below", f64::NEG_INFINITY).map(Self::LossBelow);
        let gradient = fields.number("gradient_below", 0.0).map(Self::GradientBelow);
        if given[0] == given[1] {
            fields.broken("allowed is one of loss_below and gradient_below");
        }
        fields.finish("this");
        loss.or(gradient)
    }
}

/// A recipe that was checked: running it cannot fail.
#[derive(Clone, Debug)]
pub struct Plan {
    surface: Surface,
    validation: Option<Surface>,
    runs: Vec<RunPlan>,
    steps: usize,
    until: Option<Until>,
}

impl Plan {
    /// The loss surface.
    #[must_use]
    pub fn surface(&self) -> &Surface {
        &self.surface
    }

    /// The same model over the rows that no run is trained on, where the recipe has any: its
    /// [`loss`](Surface::loss) is the validation loss.
    #[must_use]
    pub fn validation(&self) -> Option<&Surface> {
        self.validation.as_ref()
    }

    /// The runs, at least one.
    #[must_use]
    pub fn runs(&self) -> &[RunPlan] {
        &self.runs
    }

    /// The number of updates of every run.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.steps
    }

    /// Where playing stops before the last step.
    #[must_use]
    pub fn until(&self) -> Option<Until> {
        self.until
    }

    /// The number of parameters P.
    #[must_use]
    pub fn parameters(&self) -> usize {
        self.surface.parameters().len()
    }

    /// The length of one run in [`Plan::trajectory`]: (steps + 1)(P + 1).
    #[must_use]
    pub fn stride(&self) -> usize {
        (self.steps + 1) * (self.parameters() + 1)
    }

    /// Sets the base learning rate of a run, where there is such a run and its rule has one: the same race at another
    /// rate.
    pub fn set_rate(&mut self, run: usize, rate: f64) {
        self.set(run, Knob::LEARNING_RATE.id, rate);
    }

    /// Sets a knob of a run, where there is such a run and its rule has it. What it may be set to is for the caller to know.
    pub fn set(&mut self, run: usize, id: &str, value: f64) {
        if let Some(run) = self.runs.get_mut(run) {
            run.set(id, value);
        }
    }

    /// Lets a run start elsewhere, where there is such a run and the point has one number a parameter.
    pub fn set_start(&mut self, run: usize, start: &[f64]) {
        if let Some(run) = self.runs.get_mut(run).filter(|run| run.start.len() == start.len()) {
            run.start.copy_from_slice(start);
        }
    }

    /// All runs, run-major, one row a point: parameters, then loss. Row t of run r begins at r · stride + t (P + 1).
    /// From the first row that is not finite on, rows are NaN.
    #[must_use]
    pub fn trajectory(&self) -> Vec<f64> {
        let mut rows = vec![0.0; self.runs.len() * self.stride()];
        for (run, rows) in self.runs.iter().zip(rows.chunks_exact_mut(self.stride())) {
            run.form().begin.whole(self, run, rows);
        }
        rows
    }
}

/// Checks a recipe. `view` and `ponders` are a figure's and are passed over.
///
/// # Errors
/// Everything that is wrong, with its place and what is allowed there.
pub fn check(recipe: &Tree) -> Result<Plan, Faults> {
    let mut faults = Vec::new();
    match read(recipe, &mut faults) {
        Some(plan) if faults.is_empty() => Ok(plan),
        _ => {
            debug_assert!(!faults.is_empty(), "what is refused is refused for a reason");
            Err(Faults(faults))
        }
    }
}

fn read(recipe: &Tree, faults: &mut Vec<Fault>) -> Option<Plan> {
    let mut fields = Fields::of(recipe, "", faults)?;
    fields.whole("version", 1, 1);
    let surface =
        fields.required("surface", "an object with model, function or expression").map(|tree| (tree, "surface"));
    let runs = fields.required("runs", "a list of 1 to 16 runs");
    let steps = match fields.any("steps") {
        Some(_) => fields.whole("steps", 1, MAX_STEPS),
        None => fields.required("steps", "a whole number from 1 to 1000000").and(None),
    };
    let until = fields.any("until").and_then(|tree| Until::read(Fields::of(tree, "until", fields.faults())?));
    for words in ["title", "alt"] {
        fields.text(words);
    }
    for figure_only in ["view", "ponders"] {
        fields.any(figure_only);
    }
    let surface = surface.and_then(|(tree, path)| surface::read(tree, path, fields.faults()));
    let runs = runs.and_then(|tree| runs::read(tree, surface.as_ref().map(|(surface, _)| surface), fields.faults()));
    fields.finish("a recipe");
    let ((surface, validation), runs, steps) = (surface?, runs?, steps?);
    if runs.len() * steps > MAX_ROWS {
        let given = alloc::format!("{} runs of {steps}", runs.len());
        let most = (MAX_ROWS / runs.len()) as f64;
        let fault = Fault::wrong("steps", given, "allowed is runs × steps up to 4000000");
        faults.push(fault.within([1.0, most], Some(most)));
    }
    Some(Plan { surface, validation, runs, steps, until })
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::{String, ToString};

    use super::{Until, check};

    fn until(keys: &str) -> Result<Option<Until>, String> {
        let run = r#"{"method":"gradient-descent","learning_rate":1}"#;
        let recipe = format!(r#"{{"surface":{{"function":"saddle"}},"runs":[{run}],"steps":1,"until":{keys}}}"#);
        let plan = check(&serde_json::from_str(&recipe).unwrap());
        plan.map(|plan| plan.until()).map_err(|faults| faults.to_string())
    }

    #[test]
    fn playing_stops_at_one_bound_not_at_two_or_none() {
        assert_eq!(until(r#"{"loss_below":-2.5}"#), Ok(Some(Until::LossBelow(-2.5))));
        assert_eq!(until(r#"{"gradient_below":0.5}"#), Ok(Some(Until::GradientBelow(0.5))));
        for keys in ["{}", r#"{"loss_below":1,"gradient_below":1}"#] {
            let told = until(keys).unwrap_err();
            assert!(told.contains("allowed is one of loss_below and gradient_below"), "{told}");
        }
    }
}

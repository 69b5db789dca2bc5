//! How a run ended: diverged, converged, cycling, stalled or still running, the first that holds.
//!
//! Every rule, every number of parameters, every schedule: an outcome is read off the rows and the surface alone. Only
//! the diagnosis of a divergence asks for the rate, and only of rules whose stability bound is known.
//!
//! ```
//! use ponder::{Outcome, check};
//!
//! let end = |rate: f64| {
//!     let run = format!(r#"{{"method":"gradient-descent","learning_rate":{rate}}}"#);
//!     let recipe = format!(r#"{{"surface":{{"function":"ravine"}},"runs":[{run}],"steps":400}}"#);
//!     let plan = check(&serde_json::from_str(&recipe).unwrap()).unwrap();
//!     Outcome::of(&plan, 0, &plan.trajectory()).unwrap()
//! };
//! assert_eq!([0.19, 0.2, 0.21].map(|rate| end(rate).kind.name()), ["converged", "cycling", "diverged"]);
//! assert!(end(0.21).to_string().contains("above 2/λ = 0.2"), "{}", end(0.21));
//! ```

mod track;

use alloc::format;
use alloc::string::String;
use core::fmt::{self, Display, Formatter};

use crate::recipe::Plan;
use crate::text::human;
use crate::{Landscape, Run, Surface, Tree, math};

use track::Track;

/// A parameter beyond this, or a loss this many times the first (or this, if the first was below 1), is far out.
pub const FAR: f64 = 1e8;
/// A gradient this many times the first one (or smaller than this, if the first was below 1) counts as zero.
pub const FLAT: f64 = 1e-6;
/// A surface curves downwards where its least curvature is below −this times its largest: less is rounding, as along a
/// trough where it is really 0.
pub const BENT: f64 = 1e-9;
/// A path shorter than this over the last stretch counts as standing still.
pub const STILL: f64 = 1e-4;
/// A path longer than this, and [`LAPS`] times its displacement, counts as going round.
pub const ROUND: f64 = 1e-6;
/// So many times its displacement is the path of a run that goes round.
pub const LAPS: f64 = 10.0;
/// The last stretch: one of so many equal parts of the run …
pub const PARTS: usize = 5;
/// … but at least so many steps, or the whole run.
pub const STRETCH: usize = 20;
/// A converged run with more than this share of the way down left is not in the lowest minimum.
pub const REST: f64 = 0.01;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// It left the finite numbers or went beyond [`FAR`].
    Diverged {
        /// The rate that was too large, where the rule's bound is known and a rate was above it.
        limit: Option<Limit>,
        /// Whether the surface has no finite slope at the last finite point.
        undefined: bool,
    },
    /// The gradient vanished where nothing curves downwards: in the lowest known minimum, or elsewhere.
    Converged {
        /// Whether the loss is still well above the lowest known minimum's.
        elsewhere: bool,
    },
    /// It goes round: a long path, hardly any displacement.
    Cycling,
    /// It stands still without having converged.
    Stalled(Ground),
    /// None of these: it is still on its way.
    Running,
}

/// Why a run stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Hardly any slope, and nothing curves down.
    Flat,
    /// Hardly any slope, but the surface curves down in some direction.
    Saddle,
    /// There is a slope, but the steps have become too small.
    TinySteps,
}

/// A rate above the largest that a rule bears at the curvature of the start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limit {
    /// The first rate that was too large.
    pub rate: f64,
    /// The bound as a formula: `2/λ`.
    pub formula: &'static str,
    /// The bound as a number.
    pub bound: f64,
}

/// How a run ended, when, and with what numbers. `Display` is the sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// How.
    pub kind: Kind,
    /// The first step at which it holds: the first far point of a divergence, the arrival of a convergence; for the
    /// others the last step.
    pub step: usize,
    /// The loss at that step (the last finite one for a divergence).
    pub loss: f64,
}

impl Kind {
    /// Its name in JSON and in the page's words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Diverged { .. } => "diverged",
            Self::Converged { .. } => "converged",
            Self::Cycling => "cycling",
            Self::Stalled(_) => "stalled",
            Self::Running => "running",
        }
    }
}

impl Display for Outcome {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (step, loss) = (self.step, human(self.loss));
        match self.kind {
            Kind::Diverged { limit, undefined } => {
                write!(f, "Diverged at step {step}: {}.", self.diagnosis(limit, undefined))
            }
            Kind::Converged { elsewhere: false } => {
                write!(f, "Converged by step {step}: the slope is gone and the loss is {loss}.")
            }
            Kind::Converged { elsewhere: true } => {
                let where_to = "but not in the lowest minimum: the slope is gone here";
                write!(f, "Converged by step {step}, {where_to}, at a loss of {loss}.")
            }
            Kind::Cycling => write!(f, "Cycling at step {step}: it goes round without arriving, at a loss of {loss}."),
            Kind::Stalled(Ground::Flat) => write!(f, "Stalled at step {step} on flat ground, at a loss of {loss}."),
            Kind::Stalled(Ground::Saddle) => write!(f, "Stalled at step {step} on a saddle, at a loss of {loss}."),
            Kind::Stalled(Ground::TinySteps) => {
                write!(f, "Stalled at step {step}: its steps have become too small, at a loss of {loss}.")
            }
            Kind::Running => {
                let steps = if step == 1 { "step" } else { "steps" };
                write!(f, "Still on its way after {step} {steps}, at a loss of {loss}.")
            }
        }
    }
}

impl Outcome {
    fn diagnosis(&self, limit: Option<Limit>, undefined: bool) -> String {
        match limit {
            _ if self.step == 0 => String::from("the start itself is out of all bounds"),
            _ if undefined => {
                format!("the surface has no finite slope where the run stood (loss {})", human(self.loss))
            }
            Some(Limit { rate, formula, bound }) => format!(
                "the rate {} is above {formula} = {}, the most that the curvature at the start allows",
                human(rate),
                human(bound)
            ),
            None if self.loss < -FAR => format!("the ground falls away without end (last loss {})", human(self.loss)),
            None => format!("the steps led out of all bounds (last loss {})", human(self.loss)),
        }
    }

    /// As JSON and JavaScript see it.
    #[must_use]
    pub fn tree(&self) -> Tree {
        let sentence = format!("{self}");
        let kind = self.kind.name();
        Tree::map([("kind", kind.into()), ("step", self.step.into()), ("sentence", sentence.as_str().into())])
    }

    /// The outcome of run `run` of a plan, from its rows as [`Plan::trajectory`] gives them; `None` without such a run.
    #[must_use]
    pub fn of(plan: &Plan, run: usize, rows: &[f64]) -> Option<Self> {
        let surface = plan.surface();
        let minima = surface.facts().minima;
        let lowest = minima.iter().map(|minimum| surface.loss(minimum)).reduce(math::smaller);
        match surface {
            #[cfg(feature = "whole")]
            Surface::FourInput(land) => Self::on::<5>(&**land, lowest, plan, run, rows),
            plane => Self::on::<2>(plane, lowest, plan, run, rows),
        }
    }

    /// The same for a landscape of any number of parameters, with the loss of its lowest known minimum.
    fn on<const N: usize>(
        land: &dyn Landscape<N>,
        lowest: Option<f64>,
        plan: &Plan,
        run: usize,
        rows: &[f64],
    ) -> Option<Self> {
        let track = Track::new(land, lowest, rows)?;
        let (kind, step) = match track.far() {
            Some(step) => {
                let limit = Limit::of(plan, run, step, track.curvature_at_start());
                (Kind::Diverged { limit, undefined: track.is_undefined_before(step) }, step)
            }
            None => track.kind(),
        };
        let finite = (0..=step).rev().map(|t| track.loss(t)).find(|loss| loss.is_finite());
        plan.runs().get(run).map(|_| Self { kind, step, loss: finite.unwrap_or(f64::NAN) })
    }
}

impl Limit {
    /// The first of the rates of updates 0 to `end` that is above what the rule bears at curvature λ. The run is walked
    /// once more for them, as a schedule may have read the losses.
    fn of(plan: &Plan, run: usize, end: usize, lambda: f64) -> Option<Self> {
        let about = plan.runs().get(run)?;
        // The bound of a dampened rule is another.
        let known = about.method().stability.filter(|_| lambda > 0.0 && !about.settings().is("dampening"));
        let stability = known?;
        let updates = Run::new(plan, run)?.take(end).filter_map(|entry| entry.update);
        let mut limits = updates.map(|update| Self {
            rate: update.factor(),
            formula: stability.formula,
            bound: (stability.bound)(lambda, update.momentum.unwrap_or(0.0)),
        });
        limits.find(|limit| limit.rate > limit.bound)
    }
}

#[cfg(test)]
mod tests;

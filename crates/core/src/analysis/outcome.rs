//! How a run ended: diverged, converged, cycling, stalled or still running, the first that holds.

use alloc::format;
use alloc::string::String;
use core::array::from_fn;
use core::fmt::{self, Display, Formatter};

use super::eigenvalues;
use crate::recipe::{Plan, RunPlan};
use crate::text::human;
use crate::{Landscape, Surface, Tree, Vector, math};

/// A parameter beyond this, or a loss this many times the first, counts as diverged.
pub const FAR: f64 = 1e8;
/// A gradient this many times the first one (or smaller than this, if the first was below 1) counts as zero.
pub const FLAT: f64 = 1e-6;
/// A path shorter than this over the last stretch counts as standing still.
pub const STILL: f64 = 1e-4;
/// A converged run with more than this share of the way down left is not in the minimum.
pub const REST: f64 = 0.01;
/// A path longer than this, and ten times its displacement, counts as going round.
pub const ROUND: f64 = 1e-6;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// It left the finite numbers or went beyond [`FAR`].
    Diverged {
        /// The largest rate that the rule bears at the curvature of the start, as a formula and as a number, where
        /// the run's rate is above it.
        limit: Option<(&'static str, f64)>,
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
    /// The base rate, where the rule has one.
    pub rate: Option<f64>,
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
            Kind::Diverged { limit } => write!(f, "Diverged at step {step}: {}.", self.diagnosis(limit)),
            Kind::Converged { elsewhere: false } => {
                write!(f, "Converged by step {step}: the slope is gone and the loss is {loss}.")
            }
            Kind::Converged { elsewhere: true } => {
                write!(
                    f,
                    "Converged by step {step}, but not in the minimum: the ground is flat here, at a loss of {loss}."
                )
            }
            Kind::Cycling => write!(f, "Cycling at step {step}: it goes round without arriving, at a loss of {loss}."),
            Kind::Stalled(Ground::Flat) => write!(f, "Stalled at step {step} on flat ground, at a loss of {loss}."),
            Kind::Stalled(Ground::Saddle) => write!(f, "Stalled at step {step} on a saddle, at a loss of {loss}."),
            Kind::Stalled(Ground::TinySteps) => {
                write!(f, "Stalled at step {step}: its steps have become too small, at a loss of {loss}.")
            }
            Kind::Running => write!(f, "Still on its way after {step} steps, at a loss of {loss}."),
        }
    }
}

impl Outcome {
    fn diagnosis(&self, limit: Option<(&str, f64)>) -> String {
        match (self.rate, limit) {
            _ if self.step == 0 => String::from("the start itself is out of all bounds"),
            (Some(rate), Some((formula, limit))) => format!(
                "the rate {} is above {formula} = {}, the most that the curvature at the start allows",
                human(rate),
                human(limit)
            ),
            _ => format!("the steps led out of all bounds (last loss {})", human(self.loss)),
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
        let (run, surface) = (plan.runs().get(run)?, plan.surface());
        let minima = surface.facts().minima;
        let lowest = minima.iter().map(|minimum| surface.loss(minimum)).reduce(math::smaller);
        match surface {
            Surface::FourInput(land) => Track::<5> { land: &**land, lowest, rows }.outcome(run),
            plane => Track::<2> { land: plane, lowest, rows }.outcome(run),
        }
    }
}

/// The rows of one run: N parameters and the loss.
struct Track<'a, const N: usize> {
    land: &'a dyn Landscape<N>,
    /// The loss of the lowest known minimum.
    lowest: Option<f64>,
    rows: &'a [f64],
}

impl<const N: usize> Track<'_, N> {
    fn last(&self) -> usize {
        (self.rows.len() / (N + 1)).saturating_sub(1)
    }

    fn at(&self, t: usize) -> Vector<N> {
        Vector(from_fn(|i| self.rows[(N + 1) * t + i]))
    }

    fn loss(&self, t: usize) -> f64 {
        self.rows[(N + 1) * t + N]
    }

    fn outcome(&self, run: &RunPlan) -> Option<Outcome> {
        let (kind, step) = self.kind(run)?;
        let recorded = match kind {
            Kind::Diverged { .. } => (0..=step).rev().map(|t| self.loss(t)).find(|loss| loss.is_finite()),
            _ => Some(self.loss(step)),
        };
        Some(Outcome { kind, step, loss: recorded.unwrap_or(f64::NAN), rate: run.learning_rate() })
    }

    fn kind(&self, run: &RunPlan) -> Option<(Kind, usize)> {
        if self.rows.len() <= N {
            return None;
        }
        let last = self.last();
        if let Some(step) = (0..=last).find(|&t| self.is_far(t)) {
            return Some((Kind::Diverged { limit: self.limit(run) }, step));
        }
        let least = self.curvatures(last)[N - 1];
        if self.is_flat(last) && least >= 0.0 {
            let arrived = (0..last).rev().take_while(|&t| self.is_flat(t)).last();
            return Some((Kind::Converged { elsewhere: self.is_elsewhere(last) }, arrived.unwrap_or(last)));
        }
        let (path, displacement) = self.last_stretch();
        Some(if path > ROUND && path > 10.0 * displacement {
            (Kind::Cycling, last)
        } else if path < STILL {
            (Kind::Stalled(self.ground(least)), last)
        } else {
            (Kind::Running, last)
        })
    }

    fn is_far(&self, t: usize) -> bool {
        let (at, loss) = (self.at(t), self.loss(t));
        let bound = FAR * math::larger(1.0, self.loss(0).abs());
        // NaN is neither within nor beyond: only what is surely within is near.
        let near = at.0.iter().all(|c| c.abs() <= FAR) && loss.abs() <= bound;
        !near
    }

    /// The eigenvalues of the Hessian, the largest first.
    fn curvatures(&self, t: usize) -> [f64; N] {
        eigenvalues(&self.land.curve(self.at(t)))
    }

    /// What the rule bears at the largest curvature of the start, where the rate is above it.
    fn limit(&self, run: &RunPlan) -> Option<(&'static str, f64)> {
        let stability = run.method().stability?;
        let lambda = self.curvatures(0)[0];
        let bound = (stability.bound)(lambda, run.settings().get("momentum").unwrap_or(0.0));
        run.learning_rate().filter(|rate| lambda > 0.0 && *rate > bound).map(|_| (stability.formula, bound))
    }

    /// Whether more than [`REST`] of the way down to the lowest known minimum is left.
    fn is_elsewhere(&self, t: usize) -> bool {
        self.lowest.is_some_and(|lowest| self.loss(t) - lowest > REST * (self.loss(0) - lowest).abs())
    }

    fn is_flat(&self, t: usize) -> bool {
        let first = self.land.slope(self.at(0)).norm();
        self.land.slope(self.at(t)).norm() <= FLAT * math::larger(1.0, first)
    }

    fn ground(&self, least_curvature: f64) -> Ground {
        match self.is_flat(self.last()) {
            true if least_curvature < -FLAT => Ground::Saddle,
            true => Ground::Flat,
            false => Ground::TinySteps,
        }
    }

    /// Path length and displacement over the last fifth of the run, at least 20 steps of it.
    fn last_stretch(&self) -> (f64, f64) {
        let last = self.last();
        let from = last - last.min((last / 5).max(20));
        let path = (from..last).fold(0.0, |sum, t| sum + (self.at(t + 1) - self.at(t)).norm());
        (path, (self.at(last) - self.at(from)).norm())
    }
}

#[cfg(test)]
mod tests;

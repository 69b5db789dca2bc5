//! One run of a checked recipe: its rule, its settings, what moves and shakes it.

use alloc::string::String;
use alloc::vec::Vec;

use crate::Knob;
use crate::batch::BatchPlan;
use crate::form::{Form, Writing};
use crate::method::Method;
use crate::noise::NoisePlan;
use crate::tempo::TempoPlan;

/// The knobs of one run or surface, every one resolved to a number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    pub(super) knobs: Vec<(&'static str, f64)>,
    pub(super) fixed: &'static [(&'static str, f64)],
}

impl Settings {
    /// The value of a knob, or of a switch that the convention has fixed; `None` if the rule has neither.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<f64> {
        self.knobs.iter().chain(self.fixed).find(|(key, _)| *key == id).map(|(_, value)| *value)
    }

    /// The value of a knob or switch; 0 where the convention has none.
    #[must_use]
    pub fn of(&self, id: &str) -> f64 {
        self.get(id).unwrap_or(0.0)
    }

    /// Whether a switch is on.
    #[must_use]
    pub fn is(&self, id: &str) -> bool {
        self.of(id) != 0.0
    }

    /// Every knob with its value, in the order of the rule's table.
    #[must_use]
    pub fn all(&self) -> &[(&'static str, f64)] {
        &self.knobs
    }
}

/// One run of a checked recipe.
#[derive(Clone, Debug)]
pub struct RunPlan {
    pub(super) method: &'static Method,
    pub(super) form: &'static Form,
    pub(super) name: String,
    pub(super) start: Vec<f64>,
    pub(super) settings: Settings,
    pub(super) tempo: TempoPlan,
    pub(super) batch: Option<BatchPlan>,
    pub(super) noise: Option<NoisePlan>,
}

impl RunPlan {
    /// The optimizer.
    #[must_use]
    pub fn method(&self) -> &'static Method {
        self.method
    }

    /// The convention whose defaults it uses.
    #[must_use]
    pub fn convention(&self) -> &'static str {
        self.form.convention
    }

    /// The rule as that convention has it.
    #[must_use]
    pub fn form(&self) -> &'static Form {
        self.form
    }

    /// How its update is written.
    #[must_use]
    pub fn writing(&self) -> &'static Writing {
        self.form.writing(&self.settings)
    }

    /// The recipe's name for it, or the method's title.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where it starts: one number a parameter.
    #[must_use]
    pub fn start(&self) -> &[f64] {
        &self.start
    }

    /// Its hyper-parameters.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Its knobs with their values.
    pub fn knobs(&self) -> impl Iterator<Item = (&'static Knob, f64)> + '_ {
        self.form.knobs.iter().zip(self.settings.knobs.iter().map(|(_, value)| *value))
    }

    /// What moves its rate and its momentum.
    #[must_use]
    pub fn tempo(&self) -> &TempoPlan {
        &self.tempo
    }

    /// Which data points an update sees, where that is not all of them.
    #[must_use]
    pub fn batch(&self) -> Option<&BatchPlan> {
        self.batch.as_ref()
    }

    /// What is added to every gradient.
    #[must_use]
    pub fn noise(&self) -> Option<&NoisePlan> {
        self.noise.as_ref()
    }

    /// Its base learning rate, where the rule has one.
    #[must_use]
    pub fn learning_rate(&self) -> Option<f64> {
        self.settings.get("learning_rate")
    }

    /// Its base learning rate, where that says how far a step goes per unit of slope. Newton's factor and the first trial
    /// of a line search go by the same key and mean something else.
    #[must_use]
    pub fn plain_rate(&self) -> Option<f64> {
        let knob = self.form.knob(Knob::LEARNING_RATE.id)?;
        self.learning_rate().filter(|_| knob.about == Knob::LEARNING_RATE.about)
    }

    /// Sets a knob, where the rule has it.
    pub(super) fn set(&mut self, id: &str, value: f64) {
        if let Some((_, own)) = self.settings.knobs.iter_mut().find(|(key, _)| *key == id) {
            *own = value;
        }
    }
}

//! Every way in which a run can move: each method in each convention, in each of its writings.

use std::fmt::{self, Debug, Formatter};

use ponder::form::Writing;
use ponder::{Form, Knob, METHODS, Tree};

use crate::dice::Dice;

/// A method as one convention writes it with some of its switches.
#[derive(Clone, Copy)]
pub struct Style {
    /// The method's id.
    pub method: &'static str,
    /// The convention and its knobs.
    pub form: &'static Form,
    /// Which switches.
    pub writing: &'static Writing,
}

impl Debug for Style {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} {:?}", self.method, self.form.convention, self.writing.when)
    }
}

/// All of them.
#[must_use]
pub fn styles() -> Vec<Style> {
    let forms = METHODS.iter().flat_map(|method| method.forms.iter().map(|form| (method.id, form)));
    let style =
        |(method, form): (_, &'static Form)| form.writings.iter().map(move |writing| Style { method, form, writing });
    forms.flat_map(style).collect()
}

impl Style {
    /// Keys of a run: the method, its switches as the writing has them, a rate, and every other knob left alone or
    /// turned.
    pub fn keys(&self, dice: &mut Dice) -> Vec<(&'static str, Tree)> {
        let mut keys = vec![("method", self.method.into()), ("convention", self.form.convention.into())];
        for knob in self.form.knobs.iter().filter(|knob| !self.writing.ignores.contains(&knob.id)) {
            if let Some(value) = self.value(knob, dice) {
                keys.push((knob.id, knob.written(value)));
            }
        }
        keys
    }

    /// The method and its switches as the writing has them; every other knob is left alone.
    #[must_use]
    pub fn switches(&self) -> Vec<(&'static str, Tree)> {
        let switches = self.form.knobs.iter().filter(|knob| !self.elsewhere(knob.id).is_empty());
        let read = switches.filter(|knob| !self.writing.ignores.contains(&knob.id));
        let set = read.filter_map(|knob| Some((knob.id, knob.written(self.value(knob, &mut Dice(0))?))));
        [("method", self.method.into()), ("convention", self.form.convention.into())].into_iter().chain(set).collect()
    }

    /// What a knob is set to, if it is not left alone.
    fn value(&self, knob: &Knob, dice: &mut Dice) -> Option<f64> {
        let set = self.writing.when.iter().find(|(id, _)| *id == knob.id);
        let elsewhere = self.elsewhere(knob.id);
        match (set, knob.default) {
            (Some((_, value)), _) => Some(*value),
            // A switch of another writing stays off; where it is on by itself, it is turned off.
            (None, Some(default)) if !elsewhere.is_empty() && !elsewhere.contains(&default) => None,
            (None, _) if !elsewhere.is_empty() => {
                (0..100).map(|_| dice.knob(knob)).find(|value| !elsewhere.contains(value))
            }
            (None, Some(_)) if dice.below(2) == 0 => None,
            // Large enough to move, small enough that most runs stay finite.
            (None, _) if knob.id == "learning_rate" => Some(dice.decade(1e-4, 0.1)),
            (None, _) => Some(dice.knob(knob)),
        }
    }

    /// The values of a knob that lead to a writing of this form.
    fn elsewhere(&self, knob: &str) -> Vec<f64> {
        let pairs = self.form.writings.iter().flat_map(|writing| writing.when);
        pairs.filter(|(id, _)| *id == knob).map(|(_, value)| *value).collect()
    }
}

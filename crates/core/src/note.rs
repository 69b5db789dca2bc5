//! A step in parts: what a rule says about each of its updates, for arrows, formulas and checks.
//!
//! ```
//! use ponder::{Run, check};
//!
//! let run = r#"{"method":"momentum","learning_rate":0.1,"start":[1,1]}"#;
//! let recipe = format!(r#"{{"surface":{{"function":"saddle"}},"runs":[{run}],"steps":1}}"#);
//! let plan = check(&serde_json::from_str(&recipe).unwrap()).unwrap();
//! let entry = Run::new(&plan, 0).unwrap().next().unwrap();
//! let parts = entry.update.unwrap().parts;
//! let said: Vec<_> = parts.iter().map(|(part, symbol, value)| (part.name(), *symbol, value[0])).collect();
//! assert_eq!(said[0], ("looked_at", "w", 1.0));
//! assert_eq!(said[1], ("gradient", r"\nabla w", 2.0));
//! assert_eq!(said.last(), Some(&("arrived", "w", 0.8)));
//! ```

use alloc::vec::Vec;

use crate::Vector;

/// What a noted vector is, so that a figure can draw it without knowing the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The point whose gradient was asked for.
    LookedAt,
    /// The gradient that was seen there.
    Gradient,
    /// What the rule remembers after this update.
    Memory,
    /// The effective rate of each parameter.
    Scale,
    /// The rule's own model of the surface: minus the way to where it is level.
    Model,
    /// A term of the formula that is none of the others; also what a memory was before this update.
    Term,
    /// The step itself: what is added to the point.
    Move,
    /// The new point.
    Arrived,
}

impl Part {
    /// Its name in JSON and JavaScript.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::LookedAt => "looked_at",
            Self::Gradient => "gradient",
            Self::Memory => "memory",
            Self::Scale => "scale",
            Self::Model => "model",
            Self::Term => "term",
            Self::Move => "move",
            Self::Arrived => "arrived",
        }
    }
}

/// A named vector of an update: what it is, its TeX symbol, its components; a single number has one for all parameters.
pub type Noted = (Part, &'static str, Vec<f64>);

/// Collects the parts of one update, in order, under the symbols of the rule's formula. `()` notes nothing and costs
/// nothing.
///
/// The order is that of the formula: a symbol on the right of a line stands for what was noted last before that line's
/// left side, so that a page can put the numbers into the formula and they add up.
pub trait Note<const N: usize> {
    /// Takes one part.
    fn part(&mut self, part: Part, symbol: &'static str, value: Vector<N>);

    /// Takes a term that is one number for all parameters, such as t.
    fn number(&mut self, symbol: &'static str, value: f64);
}

impl<const N: usize> Note<N> for () {
    fn part(&mut self, _: Part, _: &'static str, _: Vector<N>) {}
    fn number(&mut self, _: &'static str, _: f64) {}
}

/// Notes while there is a list, so that one compiled rule serves both quick and explained steps.
impl<const N: usize> Note<N> for Option<Vec<Noted>> {
    fn part(&mut self, part: Part, symbol: &'static str, value: Vector<N>) {
        if let Some(list) = self {
            push(list, part, symbol, &value.0);
        }
    }
    fn number(&mut self, symbol: &'static str, value: f64) {
        if let Some(list) = self {
            push(list, Part::Term, symbol, &[value]);
        }
    }
}

#[inline(never)]
fn push(list: &mut Vec<Noted>, part: Part, symbol: &'static str, value: &[f64]) {
    list.push((part, symbol, value.to_vec()));
}

#[cfg(test)]
mod tests {
    use super::Part;

    #[test]
    fn every_part_has_the_name_that_entries_have_it_under() {
        use Part::{Arrived, Gradient, LookedAt, Memory, Model, Move, Scale, Term};
        let names = [LookedAt, Gradient, Memory, Scale, Model, Term, Move, Arrived].map(Part::name);
        assert_eq!(names, ["looked_at", "gradient", "memory", "scale", "model", "term", "move", "arrived"]);
    }
}

//! Optimizers: rules that say where to stand next.

mod gradient_descent;
mod momentum;
mod nesterov;

use alloc::boxed::Box;
use core::fmt::{self, Debug, Formatter};

use crate::catalogue::{Knob, Named};
use crate::landscape::{Landscape, Look};
use crate::note::Note;
use crate::recipe::{RunPlan, Settings};
use crate::run::{Walk, Walker};
use crate::{Surface, Tree, Vector};

/// What a rule is handed for one update: schedules and changes live outside of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// The learning rate η of this update.
    pub rate: f64,
    /// The momentum coefficient of this update; 0 for rules without one.
    pub momentum: f64,
}

/// A rule in motion: what it remembers between updates.
pub trait Rule<const N: usize>: Sized {
    /// The rule before its first update.
    fn new(settings: &Settings) -> Self;

    /// One update: the new point from the point `at`. Notes its parts under the symbols of the formula.
    fn step<L: Landscape<N> + ?Sized>(
        &mut self,
        at: Vector<N>,
        pace: Pace,
        look: &mut Look<'_, L, N>,
        note: &mut impl Note<N>,
    ) -> Vector<N>;
}

/// The largest rate at which a rule does not diverge on a bowl of curvature λ.
#[derive(Clone, Copy)]
pub struct Stability {
    /// The bound, as text: `2/λ`.
    pub formula: &'static str,
    /// The bound for a curvature λ > 0 and a momentum coefficient.
    pub bound: fn(lambda: f64, momentum: f64) -> f64,
}

/// An optimizer as recipes, lessons, the page and the tests know it.
#[derive(Clone, Copy)]
pub struct Method {
    /// Its id in a recipe.
    pub id: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// The update in TeX, one assignment `left \leftarrow right` a line; w stands for every parameter alike.
    pub formula: &'static [&'static str],
    /// Who published it, where.
    pub source: &'static str,
    /// What a recipe may set, in the order of the formula.
    pub knobs: &'static [Knob],
    /// How large its rate may be.
    pub stability: Option<Stability>,
    /// Starts a run of it.
    pub begin: fn(&RunPlan, &Surface, usize) -> Box<dyn Walk>,
}

impl Method {
    /// As JSON and JavaScript see it.
    #[must_use]
    pub fn tree(&self) -> Tree {
        Tree::map([
            ("id", self.id.into()),
            ("title", self.title.into()),
            ("formula", Tree::List(self.formula.iter().map(|line| (*line).into()).collect())),
            ("source", self.source.into()),
            ("knobs", Tree::List(self.knobs.iter().map(Knob::tree).collect())),
        ])
    }
}

impl Named for Method {
    fn id(&self) -> &'static str {
        self.id
    }
}

impl Debug for Stability {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.formula)
    }
}

impl Debug for Method {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Method").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Every optimizer, in the order the lessons meet them.
pub static METHODS: &[&Method] = &[&gradient_descent::ENTRY, &momentum::ENTRY, &nesterov::ENTRY];

/// Starts a run of rule `R`: the one place where a rule meets a landscape, so that the loop inside is compiled for
/// both together.
fn begin<R: Rule<2> + Send + 'static>(run: &RunPlan, surface: &Surface, steps: usize) -> Box<dyn Walk> {
    match surface {
        Surface::Neuron(land) => Box::new(Walker::<R, _, 2>::new(run, land.clone(), steps)),
        Surface::Analytic(land) => Box::new(Walker::<R, _, 2>::new(run, land.clone(), steps)),
        Surface::Expression(land) => Box::new(Walker::<R, _, 2>::new(run, land.clone(), steps)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Run, check};
    use alloc::string::String;
    use alloc::vec::Vec;

    /// The formula without everything that has a value: what is left may only be signs.
    fn left_over(method: &Method) -> String {
        let run = Tree::map([("method", method.id.into()), ("learning_rate", 0.1.into())]);
        let surface = Tree::map([("function", "saddle".into())]);
        let recipe = Tree::map([("surface", surface), ("runs", Tree::List([run].into())), ("steps", 1.0.into())]);
        let entry = Run::new(&check(&recipe).unwrap(), 0).unwrap().next().unwrap();
        let noted = entry.update.unwrap().parts.into_iter().map(|(_, symbol, _)| symbol);
        let mut symbols: Vec<_> = noted.chain(method.knobs.iter().map(|knob| knob.symbol)).collect();
        symbols.sort_by_key(|symbol| core::cmp::Reverse(symbol.len()));
        symbols.insert(0, r"\leftarrow");
        symbols.extend(["+", "-", " "]);
        symbols.iter().fold(method.formula.join(" "), |left, symbol| left.replace(symbol, ""))
    }

    #[test]
    fn every_symbol_of_a_formula_is_noted() {
        for method in METHODS {
            assert_eq!(left_over(method), "", "{}", method.id);
        }
    }

    #[test]
    fn every_entry_names_its_source_and_keeps_its_defaults_in_range() {
        for method in METHODS {
            assert!(!method.source.is_empty(), "{}", method.id);
            for knob in method.knobs {
                assert!(knob.default.is_none_or(|d| knob.min <= d && d <= knob.max), "{} {}", method.id, knob.id);
            }
        }
    }
}

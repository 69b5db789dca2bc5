//! What may happen on the way: the moments at which a figure can stop and ask.
//!
//! ```
//! use ponder::{Event, Tree, check};
//!
//! let run = r#"{"method":"momentum","learning_rate":0.05,"start":[1,0]}"#;
//! let recipe = format!(r#"{{"surface":{{"function":"ravine"}},"runs":[{run}],"steps":20}}"#);
//! let plan = check(&serde_json::from_str(&recipe).unwrap()).unwrap();
//! let first = |event: Event| event.first(plan.surface(), &plan.trajectory());
//! assert_eq!(first(Event::Uphill), Some(3), "carried past the bottom");
//! assert_eq!(first(Event::UTurn), Some(5), "and back");
//!
//! let low = Event::read(&Tree::map([("loss_below", 0.3.into())]), "at.event", &mut Vec::new()).unwrap();
//! assert_eq!(first(low), Some(2));
//! ```

use super::Path;
use crate::fault::Fault;
use crate::recipe::Until;
use crate::recipe::fields::Fields;
use crate::{Landscape, Surface, Tree, Vector};

use alloc::vec::Vec;

/// A step counts as uphill only if the loss rises by more than this: less is rounding.
pub const RISE: f64 = 1e-12;
/// A plateau: so many steps …
pub const PLATEAU_STEPS: usize = 10;
/// … that together lower the loss by less than this share of it.
pub const PLATEAU_SHARE: f64 = 0.01;

/// Something that happens to a run at a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// The step goes more backwards than forwards, compared with the one before.
    UTurn,
    /// The step raises the loss by more than [`RISE`].
    Uphill,
    /// The last [`PLATEAU_STEPS`] steps have hardly lowered the loss.
    Plateau,
    /// The loss, or the gradient's norm, falls below a number.
    Reached(Until),
}

impl Event {
    /// Reads `"u-turn"`, `"uphill"`, `"plateau"`, `{"loss_below": x}` or `{"gradient_below": x}`.
    pub fn read(tree: &Tree, path: &str, faults: &mut Vec<Fault>) -> Option<Self> {
        let words = [("u-turn", Self::UTurn), ("uphill", Self::Uphill), ("plateau", Self::Plateau)];
        if let Some(word) = tree.text() {
            let found = words.iter().find(|(name, _)| *name == word).map(|(_, event)| *event);
            if found.is_none() {
                let allowed = "allowed is u-turn, uphill, plateau, {loss_below} or {gradient_below}";
                faults.push(Fault::wrong(path, tree.glimpse(), allowed));
            }
            return found;
        }
        Until::read(Fields::of(tree, path, faults)?).map(Self::Reached)
    }

    /// The first step at which it has happened, from the rows (parameters, then loss) of one run on `surface`.
    #[must_use]
    pub fn first(self, surface: &Surface, rows: &[f64]) -> Option<usize> {
        match surface {
            #[cfg(feature = "whole")]
            Surface::FourInput(land) => self.on::<5>(&**land, rows),
            plane => self.on::<2>(plane, rows),
        }
    }

    fn on<const N: usize>(self, land: &dyn Landscape<N>, rows: &[f64]) -> Option<usize> {
        let path = Path::new(rows, N);
        match self {
            Self::UTurn => path.u_turns().next(),
            Self::Uphill => path.uphill().next(),
            Self::Plateau => {
                let spans = path.losses().zip(path.losses().skip(PLATEAU_STEPS));
                spans.zip(PLATEAU_STEPS..).find(|&((a, b), _)| a - b < PLATEAU_SHARE * a.abs()).map(|(_, t)| t)
            }
            Self::Reached(Until::LossBelow(bound)) => path.losses().position(|loss| loss < bound),
            Self::Reached(Until::GradientBelow(bound)) => {
                let at = |point: &[f64]| Vector(core::array::from_fn(|i| point[i]));
                path.points().position(|point| land.slope(at(point)).norm() < bound)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check;

    fn first(event: &str, method: &str, data: &str, rate: f64) -> Option<usize> {
        let run = alloc::format!(r#"{{"method":"{method}","learning_rate":{rate}}}"#);
        let surface = alloc::format!(r#"{{"model":"sigmoid-neuron","data":"{data}"}}"#);
        let recipe = alloc::format!(r#"{{"surface":{surface},"runs":[{run}],"steps":400}}"#);
        let plan = check(&serde_json::from_str(&recipe).unwrap()).unwrap();
        let mut faults = Vec::new();
        let event = Event::read(&serde_json::from_str(event).unwrap(), "at.event", &mut faults).unwrap();
        event.first(plan.surface(), &plan.trajectory())
    }

    #[test]
    fn a_rate_of_ten_goes_uphill_at_the_twelfth_step() {
        assert_eq!(first("\"uphill\"", "gradient-descent", "two-points", 10.0), Some(12));
        assert_eq!(first("\"uphill\"", "gradient-descent", "two-points", 1.0), None);
    }

    #[test]
    fn momentum_turns_round_in_the_valley_and_plain_descent_does_not() {
        assert_eq!(first("\"u-turn\"", "gradient-descent", "valley", 1.0), None);
        assert!(first("\"u-turn\"", "momentum", "valley", 1.0).is_some());
    }

    #[test]
    fn the_start_of_the_two_points_is_a_plateau() {
        assert_eq!(first("\"plateau\"", "gradient-descent", "two-points", 1.0), Some(PLATEAU_STEPS));
        assert_eq!(first(r#"{"loss_below":0.01}"#, "gradient-descent", "two-points", 1.0), Some(113));
    }

    #[test]
    fn an_unknown_event_lists_the_known_ones() {
        let mut faults = Vec::new();
        assert_eq!(Event::read(&"uturn".into(), "at.event", &mut faults), None);
        assert_eq!(faults.len(), 1);
    }
}

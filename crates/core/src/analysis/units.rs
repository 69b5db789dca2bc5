//! Units: what becomes of a rule's path when an input is measured in another unit.
//!
//! x′ = c x, so w′ = w/c fits the same points. A rule whose moves are Δw ∝ (unit of w)ᵏ moves w′ by
//!
//! Δw′ = c⁻ᵏ Δw,   so that   k = − ln(Δw′/Δw) / ln c
//!
//! k = 1: the move carries the unit of w, and the path is the same in any unit (Newton's g/h). k = 0: the move is a pure
//! number, set by η alone (Adam, RMSProp, AdaGrad: g/√g²). k = −1: it carries the inverse unit (gradient descent: g is
//! loss per unit of w), and a good rate in one unit is c² times too large in another. AdaDelta's moves grow from its ε:
//! k = 0 with the same ε in both units, and k = 1 only with an ε measured in the unit of w², as long as it vanishes
//! beside g².
//!
//! Zeiler 2012, arXiv:1212.5701, section 3.2; the course's unit table. Nan Ye's lecture notes, Adaptive learning rates.
//!
//! ```
//! use ponder::{Tree, analysis::units::{Law, Units}};
//! let run = |method: &str| Tree::map([("method", method.into()), ("learning_rate", 0.1.into())]);
//! let [descent, adam] = ["gradient-descent", "adam"].map(|method| Units::measured(&run(method), 4.0, 1).unwrap());
//! assert_eq!((descent.law(), adam.law()), (Law::Inverse, Law::Unitless));
//! assert!((descent.power + 1.0).abs() < 1e-9);
//! ```

use alloc::vec;
use alloc::vec::Vec;

use super::path::{self, Path};
use crate::fault::Faults;
use crate::{Tree, check, math};

/// The points: the course's two.
const POINTS: [[f64; 2]; 2] = [[0.5, 0.2], [2.5, 0.9]];
/// Where the runs start: where the loss curves upwards in every direction, so that every rule goes down.
const START: [f64; 2] = [1.5, -2.0];
/// How near a power must be to a whole number to be called one: ε makes it a little off.
const NEAR: f64 = 0.01;

/// How a rule's moves go with the unit of the parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Law {
    /// Δw ∝ unit of w: the rule goes the same way in any unit.
    Covariant,
    /// Δw is the same number in any unit.
    Unitless,
    /// Δw ∝ 1/unit of w.
    Inverse,
    /// No one power: ε counts, or several parameters share one scale.
    Mixed,
}

/// A rule's run in two units, compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Units {
    /// The power k of the unit that the first move of w carries; NaN where it does not move, or the factor is 1.
    pub power: f64,
    /// How far the two paths are ever apart, in the first unit. 0 for a rule that does not feel the unit.
    pub gap: f64,
}

impl Units {
    /// Runs `run`, the keys of a run without its start, for `steps` updates on a neuron with two points; then once more
    /// with inputs `factor` times as large, from the same place.
    ///
    /// # Errors
    /// What is wrong with the run, the steps or the factor (which must be positive).
    pub fn measured(run: &Tree, factor: f64, steps: usize) -> Result<Self, Faults> {
        Self::compared([run, run], factor, steps)
    }

    /// The same with other keys in the second unit: an ε that has a unit itself must be measured in it.
    ///
    /// # Errors
    /// As [`Self::measured`].
    pub fn compared([one, other]: [&Tree; 2], factor: f64, steps: usize) -> Result<Self, Faults> {
        let (here, there) = (rows(one, 1.0, steps)?, rows(other, factor, steps)?);
        let back: Vec<f64> = there.chunks_exact(3).flat_map(|row| [factor * row[0], row[1], row[2]]).collect();
        let (here, back) = (Path::new(&here, 2), Path::new(&back, 2));
        let first = |path: Path| path.column(0).nth(1).map_or(f64::NAN, |w| w - START[0]);
        // Both first moves in the first unit, so Δw′ has a factor c more than in its own.
        let power = 1.0 - math::ln(first(back) / first(here)) / math::ln(factor);
        let apart = here.points().zip(back.points()).map(|(a, b)| path::distance(a, b));
        Ok(Self { power, gap: apart.fold(0.0, math::larger) })
    }

    /// Which law the power is nearest to, if near any.
    #[must_use]
    pub fn law(self) -> Law {
        let laws = [(1.0, Law::Covariant), (0.0, Law::Unitless), (-1.0, Law::Inverse)];
        laws.iter().find(|(k, _)| (self.power - k).abs() < NEAR).map_or(Law::Mixed, |(_, law)| *law)
    }
}

/// The rows of a run on the points with inputs `factor` times as large.
fn rows(run: &Tree, factor: f64, steps: usize) -> Result<Vec<f64>, Faults> {
    let point = |[x, y]: [f64; 2]| Tree::numbers(&[factor * x, y]);
    let surface = [("model", "sigmoid-neuron".into()), ("data", Tree::List(POINTS.map(point).into()))];
    let mut run = run.clone();
    if let Tree::Map(keys) = &mut run {
        keys.push(("start".into(), Tree::numbers(&[START[0] / factor, START[1]])));
    }
    let recipe = [("surface", Tree::map(surface)), ("runs", Tree::List(vec![run])), ("steps", steps.into())];
    Ok(check(&Tree::map(recipe))?.trajectory())
}

#[cfg(test)]
mod tests {
    use super::{Law, Units};
    use crate::Tree;

    fn run(method: &str) -> Tree {
        Tree::map([("method", method.into()), ("learning_rate", 0.01.into())])
    }

    #[test]
    fn the_power_is_that_of_the_unit_in_the_rules_formula() {
        for (method, power, law) in
            [("gradient-descent", -1.0, Law::Inverse), ("adam", 0.0, Law::Unitless), ("newton", 1.0, Law::Covariant)]
        {
            let run = if method == "newton" { Tree::map([("method", method.into())]) } else { run(method) };
            for factor in [4.0, 0.5] {
                let units = Units::measured(&run, factor, 3).unwrap();
                assert!((units.power - power).abs() < 1e-3, "{method} with {factor}: {units:?}");
                assert_eq!(units.law(), law, "{method}");
            }
        }
    }

    #[test]
    fn only_a_path_that_feels_the_unit_goes_elsewhere() {
        let gap = |run: &Tree| Units::measured(run, 4.0, 5).unwrap().gap;
        assert!(gap(&Tree::map([("method", "newton".into())])) < 1e-9);
        assert!(gap(&run("gradient-descent")) > 1e-3);
    }

    #[test]
    fn keys_of_its_own_make_up_for_another_unit() {
        // c⁻² times the rate moves w as far, and b not far enough.
        let rate = |rate: f64| Tree::map([("method", "gradient-descent".into()), ("learning_rate", rate.into())]);
        let units = Units::compared([&rate(0.16), &rate(0.01)], 4.0, 1).unwrap();
        assert!((units.power - 1.0).abs() < 1e-9 && units.gap > 0.0, "{units:?}");
    }

    #[test]
    fn no_one_power_and_no_power_at_all_are_no_law() {
        let law = |power| Units { power, gap: 0.0 }.law();
        assert_eq!([0.98, 0.5, -0.02, f64::NAN].map(law), [Law::Mixed; 4]);
        assert_eq!([0.995, 0.005, -1.005].map(law), [Law::Covariant, Law::Unitless, Law::Inverse]);
    }
}

//! Effective rates: how far each parameter goes per unit of its own gradient, update by update.
//!
//! Δwᵢ = − ηᵢ gᵢ:   ηᵢ = η for gradient descent, η/√(vᵢ + ε) for AdaGrad and RMSProp, η/√(v̂ᵢ + ε) for Adam, where m̂ᵢ
//! takes the place of gᵢ
//!
//! Rules that scale note it as [`Part::Scale`]; for the others it is the rate of that update, schedule included.
//!
//! ```
//! use ponder::{analysis::rates::effective_rates, check};
//! let run = r#"{"method":"gradient-descent","learning_rate":0.1}"#;
//! let recipe = format!(r#"{{"surface":{{"function":"ravine"}},"runs":[{run}],"steps":2}}"#);
//! let plan = check(&serde_json::from_str(&recipe).unwrap()).unwrap();
//! assert_eq!(effective_rates(&plan, 0), Some(vec![0.1; 4]));
//! ```

use alloc::vec;
use alloc::vec::Vec;

use crate::note::Part;
use crate::run::Update;
use crate::{Plan, Run};

/// The effective rate of each of so many parameters in one update.
#[must_use]
pub fn effective_rate(update: &Update, parameters: usize) -> Vec<f64> {
    match update.part(Part::Scale) {
        // One number for all parameters, as of a rule that scales by the whole gradient's length.
        Some([scale]) => vec![*scale; parameters],
        Some(scales) => scales.to_vec(),
        None => vec![update.factor(); parameters],
    }
}

/// The effective rates of run `run`: a row of P numbers for each of its updates, which end where the run has left the
/// finite numbers. `None` without such a run.
#[must_use]
pub fn effective_rates(plan: &Plan, run: usize) -> Option<Vec<f64>> {
    let updates = Run::new(plan, run)?.filter_map(|entry| entry.update);
    Some(updates.flat_map(|update| effective_rate(&update, plan.parameters())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{check, math};

    #[test]
    fn adams_rates_turn_its_average_into_its_move() {
        let run = r#"{"method":"adam","learning_rate":0.1}"#;
        let recipe = alloc::format!(r#"{{"surface":{{"function":"rosenbrock"}},"runs":[{run}],"steps":25}}"#);
        let plan = check(&serde_json::from_str(&recipe).unwrap()).unwrap();
        let rates = effective_rates(&plan, 0).unwrap();
        assert_eq!(rates.len(), 50);
        let updates = Run::new(&plan, 0).unwrap().filter_map(|entry| entry.update);
        for (update, rates) in updates.zip(rates.chunks_exact(2)) {
            let m_hat = update.parts.iter().find(|(_, symbol, _)| *symbol == r"\hat{m}").map(|(.., v)| v).unwrap();
            let moved = update.part(Part::Move).unwrap();
            let gap = (0..2).map(|i| (moved[i] + rates[i] * m_hat[i]).abs()).reduce(math::larger).unwrap();
            assert!(gap < 1e-15, "{update:?}");
        }
    }

    #[test]
    fn there_is_no_run_beyond_the_last() {
        let recipe = r#"{"surface":{"function":"saddle"},"runs":[{"method":"adam","learning_rate":1}],"steps":1}"#;
        let plan = check(&serde_json::from_str(recipe).unwrap()).unwrap();
        assert_eq!(effective_rates(&plan, 1), None);
    }
}

//! Less rate when the loss stops falling: η ← ρ η after more than p epochs in a row that were no better.
//!
//! Better is L < (1 − θ) best. L is the validation loss, or the loss where there is no validation.
//!
//! PyTorch's ReduceLROnPlateau in its mode `min`, relative, without cooldown. What differs: PyTorch ignores a
//! reduction by less than 10⁻⁸ (its `eps`), which would stop small rates from falling.

use super::{Law, Schedule, Watch, share};
use crate::catalogue::{Knob, Scale};

const PATIENCE: Knob = Knob {
    id: "patience",
    symbol: "p",
    about: "how many epochs in a row may be no better",
    min: 0.0,
    max: 100.0,
    scale: Scale::Linear,
    default: Some(10.0),
};

const THRESHOLD: Knob = Knob {
    id: "threshold",
    symbol: r"\theta",
    about: "by which share a loss must beat the best to count as better",
    min: 0.0,
    max: 0.1,
    scale: Scale::Linear,
    default: Some(1e-4),
};

pub(super) const ENTRY: Schedule = Schedule {
    id: "reduce-on-plateau",
    title: "Less on a plateau",
    formula: r"\eta \leftarrow \rho \, \eta \quad \text{after more than } p \text{ epochs with } L \ge (1 - \theta) L_{\text{best}}",
    about: "lowers the rate when the loss has stopped falling",
    source: "ReduceLROnPlateau in PyTorch",
    knobs: &[share("factor", r"\rho", "what is left of the rate", Some(0.1)), PATIENCE, THRESHOLD],
    divisors: &[],
    law: Law::Losses { ended, python: ["best, bad = inf, 0", AT_THE_END] },
};

const AT_THE_END: &str = "\
best, bad = (loss, 0) if loss < best * (1 - threshold) else (best, bad + 1)
if bad > patience:
    scale, bad = scale * factor, 0";

fn ended(knobs: &[f64], watch: &mut Watch, loss: f64) {
    let [factor, patience, threshold] = [knobs[0], knobs[1], knobs[2]];
    if loss < watch.mark * (1.0 - threshold) {
        (watch.mark, watch.bad) = (loss, 0);
    } else {
        watch.bad += 1;
    }
    if watch.bad as f64 > patience {
        (watch.factor, watch.bad) = (watch.factor * factor, 0);
    }
}

#[cfg(test)]
mod tests {
    use super::{Watch, ended};
    use alloc::vec;
    use alloc::vec::Vec;

    fn factors(knobs: [f64; 3], losses: &[f64]) -> Vec<f64> {
        let mut watch = Watch::NEW;
        let factor = |loss: &f64| {
            ended(&knobs, &mut watch, *loss);
            watch.factor
        };
        losses.iter().map(factor).collect()
    }

    #[test]
    fn one_epoch_more_than_patience_and_the_count_begins_anew() {
        let flat = [1.0; 8];
        assert_eq!(factors([0.5, 2.0, 1e-4], &flat), vec![1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.25, 0.25]);
        assert_eq!(factors([0.5, 0.0, 1e-4], &flat[..3]), vec![1.0, 0.5, 0.25], "PyTorch's words on patience 0");
    }

    #[test]
    fn better_is_relative_to_the_best_so_far() {
        // 0.95 does not beat 1 by a tenth, 0.89 does; 0.85 would beat 0.95 but not 0.89.
        assert_eq!(factors([0.5, 0.0, 0.1], &[1.0, 0.95, 0.89, 0.85, 0.8]), vec![1.0, 0.5, 0.5, 0.25, 0.25]);
        assert_eq!(factors([0.5, 0.0, 0.0], &[1.0, 0.999, 0.999]), vec![1.0, 1.0, 0.5]);
    }
}

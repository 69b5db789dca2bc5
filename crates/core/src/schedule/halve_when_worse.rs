//! Half the rate after an epoch that ended worse than the one before: η ← ½ η when L > L of the epoch before.
//!
//! CS7015 lecture 5. L is the validation loss, or the loss where there is no validation. The first epoch has none
//! before it.

use super::{Law, Schedule, Watch};

pub(super) const ENTRY: Schedule = Schedule {
    id: "halve-when-worse",
    title: "Half when worse",
    formula: r"\eta \leftarrow \tfrac{1}{2} \eta \quad \text{when } L_{\text{epoch}} > L_{\text{epoch} - 1}",
    about: "halves the rate after each epoch that ends worse than the one before",
    source: "CS7015 lecture 5",
    knobs: &[],
    divisors: &[],
    law: Law::Losses { ended, python: ["previous = inf", "if loss > previous:\n    scale *= 0.5\nprevious = loss"] },
};

fn ended(_: &[f64], watch: &mut Watch, loss: f64) {
    if loss > watch.mark {
        watch.factor *= 0.5;
    }
    watch.mark = loss;
}

#[cfg(test)]
mod tests {
    use super::{Watch, ended};

    #[test]
    fn worse_than_the_epoch_before_not_than_the_best() {
        let mut watch = Watch::NEW;
        let factors = [5.0, 3.0, 4.0, 4.0, 3.5, 3.6].map(|loss| {
            ended(&[], &mut watch, loss);
            watch.factor
        });
        assert_eq!(factors, [1.0, 1.0, 0.5, 0.5, 0.5, 0.25]);
    }
}

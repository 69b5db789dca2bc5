//! A program of AdaDelta that takes a rate and never uses it.

use super::{Column, Wrong, first, second};
use crate::Bench;
use crate::bench::recipe;

pub(super) const ENTRY: Wrong = Wrong {
    id: "E55",
    printed: &[
        r"\text{adadelta}(f', \theta, \; \text{step\_size} = \eta, \; \beta, \varepsilon):",
        r"\quad \Delta\theta \leftarrow -\frac{\sqrt{s + \varepsilon}}{\sqrt{v + \varepsilon}} \, g",
        r"\quad \theta \leftarrow \theta + \Delta\theta",
    ],
    line: 0,
    meant: &[
        r"\text{adadelta}(f', \theta, \; \beta, \varepsilon): \quad \text{no rate, or one that counts:}",
        r"\quad \Delta\theta \leftarrow -\frac{\sqrt{s + \varepsilon}}{\sqrt{v + \varepsilon}} \, g",
        r"\quad \theta \leftarrow \theta + \eta \, \Delta\theta",
    ],
    recipe: r#"{"surface":{"function":"saddle"},"steps":120,
        "runs":[{"method":"adadelta","convention":"pytorch","start":[1,0.001],"learning_rate":0.1,"decay":0.9,"epsilon":1e-8},
                {"method":"adadelta","start":[1,0.001],"epsilon":1e-8}]}"#,
    wrong: second,
    right: first,
    look: Column::B,
    measure,
};

/// Steps to leave the ridge, whatever the rate that the program was given.
fn measure(bench: &mut Bench) {
    let (_, plan) = recipe(ENTRY.recipe);
    let rows = plan.trajectory();
    let ignored = rows[plan.stride()..].chunks_exact(3).position(|row| row[1].abs() > 1.0);
    bench.step("ignored", "steps to |b| > 1 at every rate", ignored);
    let used = rows[..plan.stride()].chunks_exact(3).position(|row| row[1].abs() > 1.0);
    bench.step("used", "the same in 120 steps, had a rate of 0.1 counted", used);
}

//! ε inside the root in the text, outside in the program.

use super::{Column, Wrong, first, second};
use crate::Bench;
use crate::bench::recipe;

pub(super) const ENTRY: Wrong = Wrong {
    id: "E48",
    printed: &[
        r"v \leftarrow \beta \, v + (1 - \beta) \, g^2",
        r"\theta \leftarrow \theta - \frac{\eta}{\sqrt{v} + \varepsilon} \, g \quad \text{(program)}",
    ],
    line: 1,
    meant: &[
        r"v \leftarrow \beta \, v + (1 - \beta) \, g^2",
        r"\theta \leftarrow \theta - \frac{\eta}{\sqrt{v + \varepsilon}} \, g \quad \text{(formula of the same text)}",
    ],
    recipe: r#"{"surface":{"expression":"1e-6*(w^2 + b^2)"},"steps":40,
        "runs":[{"method":"rmsprop","start":[1,0],"learning_rate":0.01,"epsilon":1e-8,"epsilon_placement":"inside"},
                {"method":"rmsprop","start":[1,0],"learning_rate":0.01,"epsilon":1e-8,"epsilon_placement":"outside"}]}"#,
    wrong: second,
    right: first,
    look: Column::W,
    measure,
};

/// The first step on a gradient of two millionths.
fn measure(bench: &mut Bench) {
    let step = |method: &str, place: &str| {
        let run = format!(
            r#"{{"method":"{method}","start":[1e-6,0],"learning_rate":0.01,"epsilon":1e-8,"epsilon_placement":"{place}"}}"#
        );
        let (_, plan) = recipe(&format!(r#"{{"surface":{{"function":"saddle"}},"steps":1,"runs":[{run}]}}"#));
        plan.trajectory()[3] - 1e-6
    };
    let inside = bench.number("inside", "RMSProp, first step, ε inside", step("rmsprop", "inside"), 3);
    let outside = bench.number("outside", "RMSProp, first step, ε outside", step("rmsprop", "outside"), 5);
    bench.number("times", "how many times as long", outside / inside, 3);
    bench.number("adam-inside", "Adam, first step, ε inside", step("adam", "inside"), 3);
    bench.number("adam-outside", "Adam, first step, ε outside", step("adam", "outside"), 4);
}

//! Any right recipe: whatever the catalogue has, with numbers of every size.

use std::sync::OnceLock;

use ponder::catalogue::Scale;
use ponder::{Knob, Tree};
use ponder_tests::object;
use ponder_tests::style::{Style, styles};

use crate::around::around;
use crate::ground::{Ground, ground};
use crate::tape::Tape;

/// The most updates of a run.
pub(crate) const STEPS: usize = 300;
const NAMES: [&str; 4] = ["", "Ada's run", "η\u{202e}\n,\"\\", "a,b\r\n"];

pub(crate) fn recipe(tape: &mut Tape) -> Tree {
    let (ground, steps) = (ground(tape), tape.count(STEPS));
    let runs = (0..tape.count(3)).map(|_| run(&ground, steps, tape)).collect();
    let mut keys = vec![("surface", ground.tree.clone()), ("runs", Tree::List(runs)), ("steps", steps.into())];
    if tape.once_in(8) {
        keys.extend([("version", 1.0.into()), ("title", (*tape.one(&NAMES)).into())]);
    }
    if tape.once_in(8) {
        let until = *tape.one(&["loss_below", "gradient_below"]);
        keys.push(("until", Tree::map([(until, tape.size().into())])));
    }
    object(keys)
}

fn run(ground: &Ground, steps: usize, tape: &mut Tape) -> Tree {
    static STYLES: OnceLock<Vec<Style>> = OnceLock::new();
    let style = tape.one(STYLES.get_or_init(styles));
    let mut keys = style.switches();
    let set: Vec<_> = style.form.writings.iter().flat_map(|writing| writing.when).map(|(id, _)| *id).collect();
    let ignored = style.writing.ignores;
    for knob in style.form.knobs.iter().filter(|knob| !set.contains(&knob.id) && !ignored.contains(&knob.id)) {
        if knob.default.is_none() || tape.once_in(2) {
            keys.push((knob.id, knob.written(turned(knob, tape))));
        }
    }
    keys.extend(around(style.form, ground, steps, tape));
    if tape.once_in(2) {
        keys.push(("start", Tree::List((0..ground.parameters).map(|_| tape.coordinate().into()).collect())));
    }
    if tape.once_in(16) {
        keys.push(("name", (*tape.one(&NAMES)).into()));
    }
    object(keys)
}

/// Within the slider, or anything that a recipe may say.
fn turned(knob: &Knob, tape: &mut Tape) -> f64 {
    match knob.scale {
        Scale::Flag | Scale::Words(_) => tape.below(knob.max as usize + 1) as f64,
        Scale::Linear | Scale::Log if tape.once_in(4) => tape.between(knob.min, knob.max),
        Scale::Linear | Scale::Log => tape.size(),
    }
}

//! Anything that may go on around a rule: schedules, changes, batches, noise.

use ponder::schedule::Schedule;
use ponder::{Form, MOMENTUM_SCHEDULES, SCHEDULES, Tree};
use ponder_tests::object;

use crate::ground::Ground;
use crate::tape::Tape;

type Keys = Vec<(&'static str, Tree)>;

/// What there is to say of a run of `form` on `ground` besides its knobs.
pub(crate) fn around(form: &Form, ground: &Ground, steps: usize, tape: &mut Tape) -> Keys {
    let mut keys = Vec::new();
    let [rate, momentum] = ["learning_rate", "momentum"].map(|id| form.knob(id).is_some());
    if rate && tape.once_in(2) {
        keys.push(("schedule", schedule(SCHEDULES, tape)));
    }
    if rate && tape.once_in(4) {
        keys.push(("changes", changes(steps, tape)));
    }
    if momentum && tape.once_in(2) {
        keys.push(("momentum_schedule", schedule(MOMENTUM_SCHEDULES, tape)));
    }
    if ground.rows > 0 && tape.once_in(2) {
        keys.push(("batch", batch(ground.rows, tape)));
    }
    if tape.once_in(4) {
        let deviation = tape.size().into();
        keys.push(("noise", Tree::map([("deviation", deviation), ("seed", tape.seed().into())])));
    }
    keys
}

fn schedule(table: &[&'static Schedule], tape: &mut Tape) -> Tree {
    let entry = tape.one(table);
    let mut keys = vec![("kind", entry.id.into())];
    for knob in entry.knobs {
        if knob.default.is_none() || tape.once_in(2) {
            let value = match knob.id {
                id if entry.divisors.contains(&id) => tape.divisor(),
                _ if knob.min < 0.0 => tape.signed(),
                // Small patience runs out within the run.
                "patience" if tape.once_in(2) => tape.between(0.0, 5.0),
                _ => tape.size(),
            };
            keys.push((knob.id, value.into()));
        }
    }
    if tape.once_in(3) {
        keys.push(("unit", (*tape.one(&["epoch", "step"])).into()));
    }
    object(keys)
}

fn changes(steps: usize, tape: &mut Tape) -> Tree {
    let (first, further) = (tape.below(steps + 2), 1 + tape.below(steps + 2));
    let times = [first, first + further, first + further + 1];
    let count = 1 + tape.below(times.len());
    Tree::List(times[..count].iter().map(|t| Tree::numbers(&[*t as f64, tape.size()])).collect())
}

fn batch(rows: usize, tape: &mut Tape) -> Tree {
    let size = if tape.once_in(8) { 1e15 } else { (1 + tape.below(rows + 2)) as f64 };
    let order = *tape.one(&["cyclic", "shuffled"]);
    Tree::map([("size", size.into()), ("order", order.into()), ("seed", tape.seed().into())])
}

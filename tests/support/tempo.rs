//! What changes while a run goes on: schedules, changes, batches, noise.

use ponder::schedule::Schedule;
use ponder::{Form, MOMENTUM_SCHEDULES, SCHEDULES, Tree};

use crate::dice::Dice;
use crate::object;
use crate::recipes::STEPS;

/// Keys of a run that its form and its surface allow; half the runs have none and show the rule alone.
pub fn tempo(form: &Form, has_data: bool, dice: &mut Dice) -> Vec<(&'static str, Tree)> {
    let mut keys = Vec::new();
    if dice.below(2) == 0 {
        return keys;
    }
    if form.knob("learning_rate").is_some() {
        match dice.below(4) {
            0 | 1 => keys.push(("schedule", schedule(SCHEDULES, dice))),
            2 => keys.push(("changes", changes(dice))),
            _ => {}
        }
    }
    if form.knob("momentum").is_some() && dice.below(2) == 0 {
        keys.push(("momentum_schedule", schedule(MOMENTUM_SCHEDULES, dice)));
    }
    if has_data && dice.below(2) == 0 {
        keys.push(("batch", batch(dice)));
    }
    if dice.below(4) == 0 {
        keys.push(("noise", Tree::map([("deviation", dice.decade(1e-4, 0.1).into()), ("seed", seed(dice))])));
    }
    keys
}

fn schedule(table: &[&'static Schedule], dice: &mut Dice) -> Tree {
    let entry = dice.one(table);
    let mut keys = vec![("kind", entry.id.into())];
    for knob in entry.knobs {
        if knob.default.is_none() || dice.below(2) == 0 {
            let fits = |value: &f64| *value > 0.0 || !entry.divisors.contains(&knob.id);
            keys.push((knob.id, (0..100).map(|_| dice.knob(knob)).find(fits).into()));
        }
    }
    if dice.below(3) == 0 {
        keys.push(("unit", "epoch".into()));
    }
    object(keys)
}

fn changes(dice: &mut Dice) -> Tree {
    let mut change = |from: usize, to: usize| Tree::numbers(&[(from + dice.below(to)) as f64, dice.decade(1e-4, 0.1)]);
    Tree::List(vec![change(0, STEPS / 2), change(STEPS / 2, STEPS / 2)])
}

fn batch(dice: &mut Dice) -> Tree {
    let order = *dice.one(&["cyclic", "shuffled"]);
    Tree::map([("size", (1 + dice.below(3)).into()), ("order", order.into()), ("seed", seed(dice))])
}

fn seed(dice: &mut Dice) -> Tree {
    dice.below(1 << 31).into()
}

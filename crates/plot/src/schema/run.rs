//! One run: a schema for each convention of each method, as their tables have them.

use ponder::catalogue::Scale;
use ponder::method::Method;
use ponder::recipe::{MAX_STEPS, batch::MAX_SEED};
use ponder::schedule::Schedule;
use ponder::{Form, Knob, METHODS, MOMENTUM_SCHEDULES, SCHEDULES, Tree};

use super::{any, extend, least, list, numbers, object, of, refer, said, typed, whole, with};

pub(super) fn runs() -> Vec<Tree> {
    METHODS
        .iter()
        .flat_map(|method| method.forms.iter().enumerate().map(|(i, form)| run(method, form, i > 0)))
        .collect()
}

/// A method in one of its conventions, which must be named unless it is the first.
fn run(method: &Method, form: &'static Form, named: bool) -> Tree {
    let mut keys = vec![
        ("method", of("const", method.id.into())),
        ("convention", of("const", form.convention.into())),
        ("name", typed("string")),
        ("start", any(vec![numbers(2), numbers(5)])),
        ("batch", batch()),
        ("noise", noise()),
    ];
    keys.extend(form.knobs.iter().map(|knob| (knob.id, setting(knob))));
    if form.knob(Knob::LEARNING_RATE.id).is_some() {
        keys.extend([("schedule", refer("rate-schedule")), ("changes", changes())]);
    }
    if form.knob(Knob::MOMENTUM.id).is_some() {
        keys.push(("momentum_schedule", refer("momentum-schedule")));
    }
    let convention = named.then_some("convention");
    let needed = form.knobs.iter().filter(|knob| knob.default.is_none()).map(|knob| knob.id);
    let required: Vec<_> = ["method"].into_iter().chain(convention).chain(needed).collect();
    with(object(keys, &required), [("title", method.title.into()), ("description", method.source.into())])
}

fn setting(knob: &'static Knob) -> Tree {
    let schema = match knob.scale {
        Scale::Linear | Scale::Log => least("minimum", 0.0),
        Scale::Flag => typed("boolean"),
        Scale::Words(words) => of("enum", Tree::List(words.iter().map(|word| (*word).into()).collect())),
    };
    with(schema, said(knob))
}

/// t, then the rate; that t rises is beyond a schema.
fn changes() -> Tree {
    let change = [whole([0.0, MAX_STEPS as f64]), least("minimum", 0.0)];
    let pair = with(numbers(2), [("prefixItems", Tree::List(change.into()))]);
    list(pair, [1, MAX_STEPS + 1])
}

fn batch() -> Tree {
    let order = of("enum", Tree::List(["cyclic", "shuffled"].map(Tree::from).into()));
    let keys = vec![("size", whole([1.0, MAX_SEED as f64])), ("order", order), ("seed", seed())];
    object(keys, &["size"])
}

fn noise() -> Tree {
    object(vec![("deviation", least("minimum", 0.0)), ("seed", seed())], &["deviation"])
}

fn seed() -> Tree {
    whole([0.0, MAX_SEED as f64])
}

pub(super) fn rates() -> Tree {
    any(SCHEDULES.iter().map(|schedule| scheduled(schedule)).collect())
}

pub(super) fn momenta() -> Tree {
    any(MOMENTUM_SCHEDULES.iter().map(|schedule| scheduled(schedule)).collect())
}

fn scheduled(schedule: &'static Schedule) -> Tree {
    let knob = |knob: &'static Knob| {
        let schema = match knob {
            _ if schedule.divisors.contains(&knob.id) => least("exclusiveMinimum", 0.0),
            Knob { min, .. } if *min < 0.0 => typed("number"),
            _ => least("minimum", 0.0),
        };
        (knob.id, with(schema, said(knob)))
    };
    let unit = of("enum", Tree::List(["step", "epoch"].map(Tree::from).into()));
    let mut keys = vec![("kind", of("const", schedule.id.into())), ("unit", unit)];
    keys.extend(schedule.knobs.iter().map(knob));
    let needed = schedule.knobs.iter().filter(|knob| knob.default.is_none()).map(|knob| knob.id);
    let required: Vec<_> = ["kind"].into_iter().chain(needed).collect();
    extend(object(keys, &required), [("description".to_owned(), schedule.about.into())])
}

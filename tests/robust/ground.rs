//! Any surface: every analytic one with its knobs anywhere, any expression, every model over any data.

use ponder::data::DATA_SETS;
use ponder::{SURFACES, Tree};
use ponder_tests::object;

use crate::expression::expression;
use crate::tape::Tape;

/// A surface and what a run must know of it.
pub(crate) struct Ground {
    pub(crate) tree: Tree,
    pub(crate) parameters: usize,
    /// 0 where it has no data.
    pub(crate) rows: usize,
}

pub(crate) fn ground(tape: &mut Tape) -> Ground {
    match tape.below(8) {
        0..=1 => function(tape),
        2..=4 => model("sigmoid-neuron", 2, tape),
        5 => model("linear-neuron", 2, tape),
        6 => plane(object([("expression", expression(tape).as_str().into())])),
        _ => model("four-input-neuron", 5, tape),
    }
}

fn function(tape: &mut Tape) -> Ground {
    let entry = tape.one(SURFACES);
    let mut keys = vec![("function", entry.id.into())];
    for knob in entry.knobs {
        if tape.once_in(2) {
            keys.push((knob.id, tape.signed().into()));
        }
    }
    plane(object(keys))
}

/// A surface without data.
fn plane(tree: Tree) -> Ground {
    Ground { tree, parameters: 2, rows: 0 }
}

fn model(id: &str, columns: usize, tape: &mut Tape) -> Ground {
    let named = columns == 2 && tape.once_in(4);
    let (data, rows) = if named {
        let set = tape.one(DATA_SETS);
        (set.id.into(), set.rows.len())
    } else {
        let rows = tape.count(12);
        (points(rows, columns, tape), rows)
    };
    let reduce = *tape.one(&["half-sum", "sum", "mean"]);
    let mut keys = vec![("model", id.into()), ("data", data), ("reduce", reduce.into())];
    if tape.once_in(4) {
        let rows = tape.count(4);
        keys.push(("validation", points(rows, columns, tape)));
    }
    Ground { tree: object(keys), parameters: columns, rows }
}

/// Rows in which some are equal, some 0, some anywhere.
fn points(rows: usize, columns: usize, tape: &mut Tape) -> Tree {
    let mut row = || Tree::List((0..columns).map(|_| tape.coordinate().into()).collect());
    Tree::List((0..rows).map(|_| row()).collect())
}

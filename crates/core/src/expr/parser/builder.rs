//! The steps in the making.

use alloc::vec::Vec;
use core::cmp::Ordering;

use super::super::MAX_POWER;
use super::super::code::{Binary, Order, Step, Unary, run};

/// A subexpression: the steps from `from` to where the next one starts.
#[derive(Clone, Copy)]
pub(super) struct Part {
    from: usize,
    /// The most numbers that wait at once while it is computed.
    room: usize,
    /// No variable in it.
    constant: bool,
}

#[derive(Default)]
pub(super) struct Builder {
    pub(super) code: Vec<Step>,
}

impl Builder {
    pub(super) fn leaf(&mut self, step: Step) -> Part {
        self.code.push(step);
        Part { from: self.code.len() - 1, room: 1, constant: !matches!(step, Step::Variable(_)) }
    }

    /// The function of the last part.
    pub(super) fn unary(&mut self, function: Unary) {
        self.code.push(Step::Unary(function));
    }

    /// The last two parts become one.
    pub(super) fn join(&mut self, operation: Binary, left: Part, right: Part) -> Part {
        let operation = match operation {
            Binary::Power if right.constant => match self.whole(right) {
                Some(n) => {
                    self.code.truncate(right.from);
                    self.code.push(Step::Raise(n));
                    return left;
                }
                None => Binary::ConstantPower,
            },
            other => other,
        };
        let (order, room) = match left.room.cmp(&right.room) {
            Ordering::Greater => (Order::LeftFirst, left.room),
            Ordering::Equal => (Order::LeftFirst, left.room + 1),
            Ordering::Less => {
                self.code[left.from..].rotate_left(right.from - left.from);
                (Order::RightFirst, right.room)
            }
        };
        self.code.push(Step::Binary(operation, order));
        Part { from: left.from, room, constant: left.constant && right.constant }
    }

    /// The constant as a whole number, if it is a small one.
    fn whole(&self, part: Part) -> Option<i8> {
        let value = run(&self.code[part.from..], [0.0; 2]);
        (value.abs() <= MAX_POWER && f64::from(value as i8) == value).then_some(value as i8)
    }
}

//! The flat form of an expression: steps that each push one number or combine the topmost ones.
//!
//! It is the tree in postfix order, and the only form kept: text, Python and TeX are read back from it. Of two operands
//! the one that needs more room is computed first (Sethi & Ullman 1970, doi:10.1145/321607.321620), so that a tree of
//! n nodes never has more than log₂(n + 1) numbers waiting; which one came first changes no bit of the result.

use core::f64::consts::{E, PI};

use crate::Number;

/// The room that [`super::MAX_NODES`] nodes can need: a tree that needs k has at least 2ᵏ − 1 nodes.
const ROOM: usize = super::MAX_NODES.ilog2() as usize;

/// One step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Step {
    /// Pushes a number, never negative: signs are steps of their own.
    Number(f64),
    /// Pushes π.
    Pi,
    /// Pushes e.
    E,
    /// Pushes coordinate 0 or 1.
    Variable(u8),
    /// Replaces the topmost number.
    Unary(Unary),
    /// Replaces the topmost number by its nth power, as a product.
    Raise(i8),
    /// Replaces the two topmost numbers by one.
    Binary(Binary, Order),
}

/// Which operand of a binary step was computed first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    LeftFirst,
    RightFirst,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unary {
    Minus,
    Sin,
    Cos,
    Tan,
    Asin,
    Acos,
    Atan,
    Sinh,
    Cosh,
    Tanh,
    Exp,
    Ln,
    Log10,
    Log2,
    Sqrt,
    Cbrt,
    Abs,
    Sign,
    Sigmoid,
    Softplus,
    Relu,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Binary {
    Plus,
    Minus,
    Times,
    Over,
    /// exp(v ln u).
    Power,
    /// The same where v has no variable in it.
    ConstantPower,
    Min,
    Max,
}

impl Unary {
    fn of<T: Number>(self, u: T) -> T {
        match self {
            Self::Minus => -u,
            Self::Sin => u.sin(),
            Self::Cos => u.cos(),
            Self::Tan => u.tan(),
            Self::Asin => u.asin(),
            Self::Acos => u.acos(),
            Self::Atan => u.atan(),
            Self::Sinh => u.sinh(),
            Self::Cosh => u.cosh(),
            Self::Tanh => u.tanh(),
            Self::Exp => u.exp(),
            Self::Ln => u.ln(),
            Self::Log10 => u.log10(),
            Self::Log2 => u.log2(),
            Self::Sqrt => u.sqrt(),
            Self::Cbrt => u.cbrt(),
            Self::Abs => u.abs(),
            Self::Sign => u.sign(),
            Self::Sigmoid => u.sigmoid(),
            Self::Softplus => u.softplus(),
            Self::Relu => u.relu(),
        }
    }
}

impl Binary {
    fn of<T: Number>(self, u: T, v: T) -> T {
        match self {
            Self::Plus => u + v,
            Self::Minus => u - v,
            Self::Times => u * v,
            Self::Over => u / v,
            Self::Power => u.pow(v),
            Self::ConstantPower => u.powf(v.value()),
            Self::Min => u.smaller(v),
            Self::Max => u.larger(v),
        }
    }
}

/// The number that `code` leaves, at a point. No step reaches beyond the room: the parser keeps within the nodes that
/// it is made for.
pub(super) fn run<T: Number>(code: &[Step], at: [T; 2]) -> T {
    let mut stack = [T::of(0.0); ROOM];
    let mut top = 0;
    for step in code {
        if !matches!(step, Step::Unary(_) | Step::Raise(_) | Step::Binary(..)) {
            top += 1;
        }
        stack[top - 1] = match *step {
            Step::Number(value) => T::of(value),
            Step::Pi => T::of(PI),
            Step::E => T::of(E),
            Step::Variable(i) => at[usize::from(i)],
            Step::Unary(function) => function.of(stack[top - 1]),
            Step::Raise(n) => stack[top - 1].powi(n),
            Step::Binary(operation, order) => {
                top -= 1;
                let (first, second) = (stack[top - 1], stack[top]);
                match order {
                    Order::LeftFirst => operation.of(first, second),
                    Order::RightFirst => operation.of(second, first),
                }
            }
        };
    }
    stack[0]
}

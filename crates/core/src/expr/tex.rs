//! The steps as TeX: fractions, roots, thin spaces for products.

use alloc::format;
use alloc::string::String;

use super::code::{Binary, Unary};
use super::names::{self, Named};
use super::writing::{Piece, Rank, Writing};
use crate::text;

pub(super) struct Tex;

impl Writing for Tex {
    fn number(&self, value: f64) -> Piece {
        if !value.is_finite() {
            return Piece::new(r"\infty", Rank::Atom);
        }
        let plain = text::shortest(value);
        match plain.split_once('e') {
            None => Piece::new(plain, Rank::Atom),
            Some(("1", power)) => Piece::new(format!("10^{{{power}}}"), Rank::Power),
            Some((digits, power)) => Piece::new(format!(r"{digits} \cdot 10^{{{power}}}"), Rank::Product),
        }
    }

    fn pi(&self) -> Piece {
        Piece::new(r"\pi", Rank::Atom)
    }

    fn unary(&self, function: Unary, u: Piece) -> Piece {
        let inside = &u.text;
        match function {
            Unary::Minus => Piece::new(format!("-{}", operand(u, Rank::Product)), Rank::Sign),
            Unary::Sqrt => Piece::new(format!(r"\sqrt{{{inside}}}"), Rank::Atom),
            Unary::Cbrt => Piece::new(format!(r"\sqrt[3]{{{inside}}}"), Rank::Atom),
            Unary::Abs => Piece::new(format!(r"\left|{inside}\right|"), Rank::Atom),
            Unary::Exp => Piece::new(format!("e^{{{inside}}}"), Rank::Power),
            _ => Piece::new(format!("{}{}", name(function), group(inside)), Rank::Power),
        }
    }

    fn raise(&self, u: Piece, n: i8) -> Piece {
        Piece::new(format!("{}^{{{n}}}", operand(u, Rank::Atom)), Rank::Power)
    }

    fn binary(&self, operation: Binary, u: Piece, v: Piece) -> Piece {
        let (left, right) = (&u.text, &v.text);
        match operation {
            Binary::Plus => Piece::new(format!("{left} + {}", operand(v, Rank::Product)), Rank::Sum),
            Binary::Minus => Piece::new(format!("{left} - {}", operand(v, Rank::Product)), Rank::Sum),
            Binary::Over => Piece::new(format!(r"\frac{{{left}}}{{{right}}}"), Rank::Power),
            Binary::Times => {
                let (left, right) = (left_factor(u), operand(v, Rank::Sign));
                // Without a sign two numbers would read as one.
                let sign = if right.starts_with(|c: char| c.is_ascii_digit()) { r" \cdot " } else { r"\," };
                Piece::new(format!("{left}{sign}{right}"), Rank::Product)
            }
            Binary::Power | Binary::ConstantPower => {
                Piece::new(format!("{}^{{{}}}", operand(u, Rank::Atom), v.text), Rank::Power)
            }
            Binary::Min | Binary::Max => {
                let name = names::of(Named::Binary(operation));
                Piece::new(format!(r"\{name}{}", group(&format!("{left}, {right}"))), Rank::Power)
            }
        }
    }
}

/// In parentheses if it binds less tightly than `rank`, or begins with a sign.
fn operand(piece: Piece, rank: Rank) -> String {
    if piece.rank >= rank && !piece.text.starts_with('-') { piece.text } else { group(&piece.text) }
}

/// The first factor may begin with a sign.
fn left_factor(piece: Piece) -> String {
    if piece.rank >= Rank::Product { piece.text } else { group(&piece.text) }
}

/// Parentheses, as high as what is inside where that is more than a line.
fn group(inside: &str) -> String {
    let high = [r"\frac", r"\left"].iter().any(|command| inside.contains(command));
    if high { format!(r"\left({inside}\right)") } else { format!("({inside})") }
}

fn name(function: Unary) -> String {
    match function {
        Unary::Asin => r"\arcsin".into(),
        Unary::Acos => r"\arccos".into(),
        Unary::Atan => r"\arctan".into(),
        Unary::Log10 => r"\log_{10}".into(),
        Unary::Log2 => r"\log_{2}".into(),
        Unary::Sigmoid => r"\sigma".into(),
        Unary::Sign | Unary::Softplus | Unary::Relu => format!(r"\text{{{}}}", names::of(Named::Unary(function))),
        _ => format!(r"\{}", names::of(Named::Unary(function))),
    }
}

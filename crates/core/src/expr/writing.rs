//! The steps read back as text: in our own grammar, in Python, in TeX ([`super::tex`]).

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::code::{Binary, Order, Step, Unary};
use super::names::{self, Named};
use crate::text;

/// How tightly the outermost operation of a text binds, from the loosest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Sum,
    Product,
    Sign,
    Power,
    Atom,
}

/// A written subexpression.
#[derive(Debug)]
pub(super) struct Piece {
    pub text: String,
    pub rank: Rank,
}

impl Piece {
    pub(super) fn new(text: impl Into<String>, rank: Rank) -> Self {
        Self { text: text.into(), rank }
    }

    /// In parentheses if it binds less tightly than `rank`.
    pub(super) fn at_least(self, rank: Rank) -> String {
        if self.rank >= rank { self.text } else { format!("({})", self.text) }
    }
}

/// A way to write.
pub(super) trait Writing {
    fn number(&self, value: f64) -> Piece;
    fn unary(&self, function: Unary, u: Piece) -> Piece;
    fn raise(&self, u: Piece, n: i8) -> Piece;
    fn binary(&self, operation: Binary, u: Piece, v: Piece) -> Piece;

    fn pi(&self) -> Piece {
        Piece::new("pi", Rank::Atom)
    }
}

/// The whole code, written.
pub(super) fn write(code: &[Step], way: &impl Writing) -> String {
    let mut stack: Vec<Piece> = Vec::new();
    for step in code {
        // A step that combines finds its operands: the parser has put them there.
        let mut pop = || stack.pop().unwrap_or_else(|| Piece::new("", Rank::Atom));
        let piece = match *step {
            Step::Number(value) => way.number(value),
            Step::Pi => way.pi(),
            Step::E => Piece::new("e", Rank::Atom),
            Step::Variable(i) => Piece::new(if i == 0 { "w" } else { "b" }, Rank::Atom),
            Step::Unary(function) => way.unary(function, pop()),
            Step::Raise(n) => way.raise(pop(), n),
            Step::Binary(operation, order) => {
                let (second, first) = (pop(), pop());
                match order {
                    Order::LeftFirst => way.binary(operation, first, second),
                    Order::RightFirst => way.binary(operation, second, first),
                }
            }
        };
        stack.push(piece);
    }
    stack.pop().map_or_else(String::new, |piece| piece.text)
}

/// Our own grammar.
pub(super) struct Plain;

impl Writing for Plain {
    fn number(&self, value: f64) -> Piece {
        Piece::new(if value.is_finite() { text::shortest(value) } else { "1e999".to_string() }, Rank::Atom)
    }

    fn unary(&self, function: Unary, u: Piece) -> Piece {
        match function {
            Unary::Minus => Piece::new(format!("-{}", u.at_least(Rank::Sign)), Rank::Sign),
            _ => Piece::new(format!("{}({})", names::of(Named::Unary(function)), u.text), Rank::Atom),
        }
    }

    fn raise(&self, u: Piece, n: i8) -> Piece {
        Piece::new(format!("{}^{n}", u.at_least(Rank::Atom)), Rank::Power)
    }

    fn binary(&self, operation: Binary, u: Piece, v: Piece) -> Piece {
        match operation {
            Binary::Power | Binary::ConstantPower => {
                Piece::new(format!("{}^{}", u.at_least(Rank::Atom), v.at_least(Rank::Sign)), Rank::Power)
            }
            _ => infix_or_call(operation, u, v),
        }
    }
}

/// Python that computes the same for w and b that follow IEEE arithmetic, as numpy's floats do.
pub(super) struct Python;

impl Writing for Python {
    fn number(&self, value: f64) -> Piece {
        let Piece { text, rank } = Plain.number(value);
        // Whole numbers as floats, as Python's integers do not round.
        Piece::new(if text.contains(['.', 'e']) { text } else { format!("{text}.0") }, rank)
    }

    fn unary(&self, function: Unary, u: Piece) -> Piece {
        Plain.unary(function, u)
    }

    fn raise(&self, u: Piece, n: i8) -> Piece {
        let tame = u.text.parse().is_ok_and(|u: f64| (1e-4..1e4).contains(&u));
        let u = if constant(&u) && !tame { quiet(u) } else { u };
        Piece::new(format!("{} ** {n}", u.at_least(Rank::Atom)), Rank::Power)
    }

    fn binary(&self, operation: Binary, u: Piece, v: Piece) -> Piece {
        match operation {
            Binary::Power => Piece::new(format!("exp({} * ln({}))", v.at_least(Rank::Product), u.text), Rank::Atom),
            Binary::ConstantPower => Piece::new(format!("power({}, {})", u.text, v.text), Rank::Atom),
            Binary::Over if constant(&u) && constant(&v) && !v.text.parse().is_ok_and(|v: f64| v > 0.0) => {
                infix_or_call(operation, quiet(u), v)
            }
            _ => infix_or_call(operation, u, v),
        }
    }
}

/// Whether there is no variable in it.
fn constant(piece: &Piece) -> bool {
    !piece.text.split(|c: char| !c.is_alphanumeric()).any(|word| word == "w" || word == "b")
}

/// A constant that gives infinity or NaN where Python's own numbers raise.
fn quiet(piece: Piece) -> Piece {
    Piece::new(format!("number({})", piece.text), Rank::Atom)
}

/// What our grammar and Python write alike.
fn infix_or_call(operation: Binary, u: Piece, v: Piece) -> Piece {
    let (sign, rank, right) = match operation {
        Binary::Plus => ('+', Rank::Sum, Rank::Product),
        Binary::Minus => ('-', Rank::Sum, Rank::Product),
        Binary::Times => ('*', Rank::Product, Rank::Sign),
        Binary::Over => ('/', Rank::Product, Rank::Sign),
        _ => return Piece::new(format!("{}({}, {})", names::of(Named::Binary(operation)), u.text, v.text), Rank::Atom),
    };
    Piece::new(format!("{} {sign} {}", u.at_least(rank), v.at_least(right)), rank)
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::super::Expression;

    #[test]
    fn each_way_in_a_table() {
        let cases = [
            (
                "100*(b-w²)² + (1-w)^2",
                "100 * (b - w^2)^2 + (1 - w)^2",
                "100.0 * (b - w ** 2) ** 2 + (1.0 - w) ** 2",
                r"100\,(b - w^{2})^{2} + (1 - w)^{2}",
            ),
            ("-(w+b)*-2", "-(w + b) * -2", "-(w + b) * -2.0", r"-(w + b)\,(-2)"),
            (
                "w-(b-(w-b))/(w*b)",
                "w - (b - (w - b)) / (w * b)",
                "w - (b - (w - b)) / (w * b)",
                r"w - \frac{b - (w - b)}{w\,b}",
            ),
            (
                "(x^y)^pow(2, y+1)",
                "(w^b)^2^(b + 1)",
                "exp(exp((b + 1.0) * ln(2.0)) * ln(exp(b * ln(w))))",
                r"(w^{b})^{2^{b + 1}}",
            ),
            ("(-w)^-3 - -w^(2)", "(-w)^-3 - -w^2", "(-w) ** -3 - -w ** 2", r"(-w)^{-3} - (-w^{2})"),
            (
                "log(abs(w))+cbrt(b/2)",
                "ln(abs(w)) + cbrt(b / 2)",
                "ln(abs(w)) + cbrt(b / 2.0)",
                r"\ln\left(\left|w\right|\right) + \sqrt[3]{\frac{b}{2}}",
            ),
            (
                "max(1e-9, w, π)*2*3",
                "max(max(1e-9, w), pi) * 2 * 3",
                "max(max(1e-9, w), pi) * 2.0 * 3.0",
                r"\max(\max(10^{-9}, w), \pi) \cdot 2 \cdot 3",
            ),
            (
                "exp(-w)^2*e*2.5e-11",
                "exp(-w)^2 * e * 2.5e-11",
                "exp(-w) ** 2 * e * 2.5e-11",
                r"(e^{-w})^{2}\,e\,(2.5 \cdot 10^{-11})",
            ),
            (
                "relu(sigmoid(w))-log10(b)",
                "relu(sigmoid(w)) - log10(b)",
                "relu(sigmoid(w)) - log10(b)",
                r"\text{relu}(\sigma(w)) - \log_{10}(b)",
            ),
            (
                "w^1.5 - 2^0.5 + 2/3 + 10^2",
                "w^1.5 - 2^0.5 + 2 / 3 + 10^2",
                "power(w, 1.5) - power(2.0, 0.5) + 2.0 / 3.0 + 10.0 ** 2",
                r"w^{1.5} - 2^{0.5} + \frac{2}{3} + 10^{2}",
            ),
            (
                "1/0 + (pi-e)/(1-1)^-2",
                "1 / 0 + (pi - e) / (1 - 1)^-2",
                "number(1.0) / 0.0 + number(pi - e) / number(1.0 - 1.0) ** -2",
                r"\frac{1}{0} + \frac{\pi - e}{(1 - 1)^{-2}}",
            ),
            ("--w - 1e999", "--w - 1e999", "--w - 1e999", r"-(-w) - \infty"),
        ];
        for (text, plain, python, tex) in cases {
            let read_back = Expression::parse(text).unwrap();
            assert_eq!((read_back.to_string().as_str(), read_back.python().as_str()), (plain, python));
            assert_eq!(read_back.tex(), tex);
            assert_eq!(Expression::parse(plain), Ok(read_back));
        }
    }
}

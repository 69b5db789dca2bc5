//! Tokens into steps, by recursive descent:
//!
//! ```text
//! sum     = product (("+" | "-") product)*
//! product = unary (("*" | "/") unary)*
//! unary   = ("-" | "+") unary | power
//! power   = atom (("^" | "**") unary)?
//! atom    = number | name | name "(" sum ("," sum)* ")" | "(" sum ")"
//! ```

mod builder;
mod refusal;

#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use core::ops::{Range, RangeInclusive};

use super::code::{Binary, Step, Unary};
use super::error::ExprError;
use super::lexer::{Lexer, Token};
use super::names::{self, Named};
use super::{MAX_DEPTH, MAX_LENGTH, MAX_NODES};
use builder::{Builder, Part};

type Parsed = Result<Part, ExprError>;

pub(super) struct Parser<'t> {
    text: &'t str,
    lexer: Lexer<'t>,
    token: Token<'t>,
    span: Range<usize>,
    /// Where the token before this one ends.
    end: usize,
    made: Builder,
    nodes: usize,
    /// Whether `w`, `b` (`false`) or `x`, `y` (`true`) stand in the text so far.
    plane: Option<bool>,
}

/// The steps of a text.
pub(super) fn parse(text: &str) -> Result<Vec<Step>, ExprError> {
    if text.len() > MAX_LENGTH {
        return Err(refusal::too_long(text));
    }
    let mut lexer = Lexer::new(text);
    let (token, span) = lexer.next()?;
    if token == Token::End {
        return Err(refusal::nothing(text));
    }
    let mut parser = Parser { text, lexer, token, span, end: 0, made: Builder::default(), nodes: 0, plane: None };
    parser.sum(0)?;
    match parser.token {
        Token::End => Ok(parser.made.code),
        _ => Err(parser.stray()),
    }
}

impl Parser<'_> {
    pub(super) fn advance(&mut self) -> Result<(), ExprError> {
        self.end = self.span.end;
        (self.token, self.span) = self.lexer.next()?;
        Ok(())
    }

    /// Whether the present token is one of `signs`, which is then passed over.
    fn take(&mut self, signs: &[char]) -> Result<Option<char>, ExprError> {
        match self.token {
            Token::Sign(sign) if signs.contains(&sign) => self.advance().map(|()| Some(sign)),
            _ => Ok(None),
        }
    }

    /// One level further down.
    fn below(&self, depth: usize) -> Result<usize, ExprError> {
        if depth < MAX_DEPTH { Ok(depth + 1) } else { Err(self.too_deep()) }
    }

    /// Counts a number, a name, a sign or an operation.
    fn node(&mut self) -> Result<(), ExprError> {
        self.nodes += 1;
        if self.nodes <= MAX_NODES { Ok(()) } else { Err(self.too_many()) }
    }

    fn sum(&mut self, depth: usize) -> Parsed {
        let mut left = self.product(depth)?;
        while let Some(sign) = self.take(&['+', '-'])? {
            let right = self.product(depth)?;
            left = self.join(if sign == '+' { Binary::Plus } else { Binary::Minus }, left, right)?;
        }
        Ok(left)
    }

    fn product(&mut self, depth: usize) -> Parsed {
        let mut left = self.factor(depth)?;
        while let Some(sign) = self.take(&['*', '/'])? {
            let right = self.factor(depth)?;
            left = self.join(if sign == '*' { Binary::Times } else { Binary::Over }, left, right)?;
        }
        Ok(left)
    }

    /// A factor, and nothing that should be multiplied with it directly behind it.
    fn factor(&mut self, depth: usize) -> Parsed {
        let from = self.span.start;
        let part = self.unary(depth)?;
        match self.token {
            Token::Number(_) | Token::Name(_) | Token::Sign('(') => Err(self.no_operator(from)),
            _ => Ok(part),
        }
    }

    fn unary(&mut self, depth: usize) -> Parsed {
        if !matches!(self.token, Token::Sign('+' | '-')) {
            return self.power(depth);
        }
        let below = self.below(depth)?;
        let sign = self.take(&['+', '-'])?;
        self.node()?;
        let part = self.unary(below)?;
        if sign == Some('-') {
            self.made.unary(Unary::Minus);
        }
        Ok(part)
    }

    fn power(&mut self, depth: usize) -> Parsed {
        let base = self.atom(depth)?;
        self.raised(base, depth)
    }

    /// The base with the exponents behind it, the last first.
    fn raised(&mut self, base: Part, depth: usize) -> Parsed {
        let exponent = match self.token {
            Token::Sign('^') => {
                let below = self.below(depth)?;
                self.advance()?;
                self.unary(below)?
            }
            Token::Superscript(number) => {
                let below = self.below(depth)?;
                self.advance()?;
                let number = self.leaf(Step::Number(number))?;
                self.raised(number, below)?
            }
            _ => return Ok(base),
        };
        self.join(Binary::Power, base, exponent)
    }

    fn atom(&mut self, depth: usize) -> Parsed {
        match self.token {
            Token::Number(value) => {
                self.advance()?;
                self.leaf(Step::Number(value))
            }
            Token::Name(name) => self.named(name, depth),
            Token::Sign('(') => {
                let (open, below) = (self.span.clone(), self.below(depth)?);
                self.advance()?;
                let part = self.sum(below)?;
                self.close(open).map(|()| part)
            }
            _ => Err(self.no_operand()),
        }
    }

    fn named(&mut self, name: &str, depth: usize) -> Parsed {
        let span = self.span.clone();
        let Some(named) = names::find(name) else { return Err(self.no_name(name)) };
        self.advance()?;
        match named {
            Named::Value(step) => {
                let plane = name == "x" || name == "y";
                if matches!(step, Step::Variable(_)) && *self.plane.get_or_insert(plane) != plane {
                    return Err(self.mixed(span));
                }
                self.leaf(step)
            }
            _ if self.token != Token::Sign('(') => Err(self.no_call(span)),
            Named::Unary(function) => {
                let part = self.arguments(span, 1..=1, Binary::Plus, depth)?;
                self.node()?;
                self.made.unary(function);
                Ok(part)
            }
            Named::Binary(Binary::Power) => self.arguments(span, 2..=2, Binary::Power, depth),
            Named::Binary(fold) => self.arguments(span, 2..=MAX_NODES, fold, depth),
        }
    }

    /// The arguments in parentheses, folded from the left.
    fn arguments(&mut self, name: Range<usize>, takes: RangeInclusive<usize>, fold: Binary, depth: usize) -> Parsed {
        let (open, below) = (self.span.clone(), self.below(depth)?);
        self.advance()?;
        if self.token == Token::Sign(')') {
            return Err(self.arity(name, 0, takes));
        }
        let (mut part, mut count) = (self.sum(below)?, 1);
        while self.token == Token::Sign(',') {
            if count == *takes.end() {
                return Err(self.arity(name, count + 1, takes));
            }
            self.advance()?;
            let next = self.sum(below)?;
            part = self.join(fold, part, next)?;
            count += 1;
        }
        self.close(open)?;
        if count < *takes.start() { Err(self.arity(name, count, takes)) } else { Ok(part) }
    }

    fn close(&mut self, open: Range<usize>) -> Result<(), ExprError> {
        match self.token {
            Token::Sign(')') => self.advance(),
            Token::End => Err(self.unclosed(open)),
            _ => Err(self.stray()),
        }
    }

    fn leaf(&mut self, step: Step) -> Parsed {
        self.node()?;
        Ok(self.made.leaf(step))
    }

    fn join(&mut self, operation: Binary, left: Part, right: Part) -> Parsed {
        self.node()?;
        Ok(self.made.join(operation, left, right))
    }
}

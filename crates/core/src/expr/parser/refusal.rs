//! What the parser says about each mistake, with what to write instead where that can be guessed.

use alloc::format;
use alloc::string::{String, ToString};
use core::ops::{Range, RangeInclusive};

use super::super::error::{ExprError, Mistake};
use super::super::lexer::Token;
use super::super::names;
use super::super::{MAX_DEPTH, MAX_LENGTH, MAX_NODES};
use super::Parser;

/// Operands up to this many characters are repeated in a proposal.
const SHORT: usize = 20;

pub(super) fn too_long(text: &str) -> ExprError {
    let (found, allowed) = (format!("{} bytes", text.len()), format!("allowed are {MAX_LENGTH}"));
    ExprError::new(text, Mistake::Limit, 0..text.len(), found, allowed)
}

pub(super) fn nothing(text: &str) -> ExprError {
    let allowed = "needed is an expression in w and b, such as w^2 + b^2";
    ExprError::new(text, Mistake::Empty, 0..text.len(), "nothing", allowed)
}

impl Parser<'_> {
    fn error(&self, mistake: Mistake, span: Range<usize>, found: impl ToString, allowed: impl ToString) -> ExprError {
        ExprError::new(self.text, mistake, span, found, allowed)
    }

    /// An error about the present token.
    fn here(&self, mistake: Mistake, allowed: impl ToString) -> ExprError {
        let end = self.token == Token::End;
        let found = if end { "the end".into() } else { format!("\"{}\"", &self.text[self.span.clone()]) };
        self.error(mistake, self.span.clone(), found, allowed)
    }

    pub(super) fn too_deep(&self) -> ExprError {
        let allowed = format!("allowed are {MAX_DEPTH} parentheses, calls, signs and exponents around a part");
        self.error(Mistake::Limit, self.span.clone(), format!("level {}", MAX_DEPTH + 1), allowed)
    }

    pub(super) fn too_many(&self) -> ExprError {
        let allowed = format!("allowed are {MAX_NODES} numbers, names, signs and operations");
        self.error(Mistake::Limit, self.span.clone(), format!("{} nodes", MAX_NODES + 1), allowed)
    }

    pub(super) fn no_operand(&self) -> ExprError {
        self.here(Mistake::Operand, "needed is a number, a name or (")
    }

    /// The present token begins an operand, and another operand, from byte `from`, is just before it.
    pub(super) fn no_operator(&self, from: usize) -> ExprError {
        if let Token::Name(name) = self.token
            && names::find(name).is_none()
        {
            return self.no_name(name);
        }
        let left = &self.text[from..self.end];
        let (left, right) = (if left.chars().count() <= SHORT { left } else { "…" }, self.operand());
        let two_numbers = matches!(self.token, Token::Number(_)) && left.ends_with(|c: char| c.is_ascii_digit());
        let allowed = if two_numbers { "needed is an operator".into() } else { format!("write {left}*{right}") };
        let found = format!("{left} and {right} with nothing between");
        self.error(Mistake::Operator, self.span.clone(), found, allowed)
    }

    pub(super) fn no_name(&self, name: &str) -> ExprError {
        let allowed = match names::meant(name) {
            Some(meant) => format!("did you mean {meant}?"),
            None => format!("allowed are {}", names::all()),
        };
        self.here(Mistake::Name, allowed)
    }

    /// The function whose name stands at `span` is followed by something else than its arguments.
    pub(super) fn no_call(&self, span: Range<usize>) -> ExprError {
        let name = &self.text[span.clone()];
        let allowed = match self.token {
            Token::Number(_) => format!("write {name}({})", &self.text[self.span.clone()]),
            Token::Name(_) => format!("write {name}({})", self.operand()),
            Token::Superscript(n) => format!("write {name}(…)^{n}"),
            Token::Sign('^') => format!("write {name}(…)^…"),
            _ => format!("{name} takes its arguments in parentheses"),
        };
        self.error(Mistake::Call, span, format!("{name} without its arguments"), allowed)
    }

    /// A call, from the name at `name` to the present token, with `count` arguments.
    pub(super) fn arity(&self, name: Range<usize>, count: usize, takes: RangeInclusive<usize>) -> ExprError {
        let (span, name) = (name.start..self.end, &self.text[name]);
        let found = match count {
            0 => format!("{name} without arguments"),
            1 => format!("{name} with 1 argument"),
            _ => format!("{name} with {count} arguments or more"),
        };
        let allowed = match (takes.start(), takes.end()) {
            (1, _) => format!("it takes 1: {name}(u)"),
            (_, 2) => format!("it takes 2: {name}(u, v)"),
            _ => format!("it takes 2 or more: {name}(u, v)"),
        };
        self.error(Mistake::Arguments, span, found, allowed)
    }

    pub(super) fn mixed(&self, span: Range<usize>) -> ExprError {
        let others = if self.plane == Some(true) { "x or y" } else { "w or b" };
        let found = format!("{} beside {others}", &self.text[span.clone()]);
        self.error(Mistake::Mixed, span, found, "the two parameters are w and b, or x and y, not both")
    }

    pub(super) fn unclosed(&self, open: Range<usize>) -> ExprError {
        self.error(Mistake::Unclosed, open, "\"(\" that nothing closes", "needed is a ) for it")
    }

    /// A sign that nothing takes where it stands: `)` or `,`.
    pub(super) fn stray(&self) -> ExprError {
        if self.token == Token::Sign(')') {
            return self.here(Mistake::Unopened, "no ( is open here");
        }
        let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>();
        let after = digits(&self.text[self.span.end..]);
        let before: String = self.text[..self.span.start].chars().rev().collect();
        let before: String = digits(&before).chars().rev().collect();
        let allowed = match before.is_empty() || after.is_empty() {
            true => "commas stand between the arguments of a function".into(),
            false => format!("write {before}.{after}"),
        };
        self.here(Mistake::Comma, allowed)
    }

    /// The present token with the parentheses that belong to it, cut where it is long.
    fn operand(&self) -> String {
        let rest = &self.text[self.span.start..];
        let head = if let Token::Name(name) = self.token { name } else { "" };
        let calls =
            matches!(self.token, Token::Name(name) if !matches!(names::find(name), Some(names::Named::Value(_))));
        if self.token != Token::Sign('(') && !(calls && rest[head.len()..].trim_start().starts_with('(')) {
            return self.text[self.span.clone()].to_string();
        }
        let mut depth = 0;
        let end = rest.char_indices().find(|(_, c)| {
            depth += match c {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            depth == 0 && *c == ')'
        });
        let group = end.map(|(at, _)| &rest[..=at]).filter(|group| group.chars().count() <= SHORT);
        group.map_or_else(|| format!("{head}(…)"), ToString::to_string)
    }
}

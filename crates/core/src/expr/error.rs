//! What is wrong with the text of an expression, and where.

use alloc::format;
use alloc::string::{String, ToString};
use core::error::Error;
use core::fmt::{self, Display, Formatter};
use core::ops::Range;

/// The kind of a mistake, for a page that words it in its own language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// Nothing but white space.
    Empty,
    /// More bytes, levels or nodes than allowed.
    Limit,
    /// A character that no expression has.
    Character,
    /// A number with two points, or with nothing behind its point.
    Number,
    /// A name that stands for nothing.
    Name,
    /// w or b together with x or y.
    Mixed,
    /// Two operands with nothing between them: `2w`.
    Operator,
    /// Nothing where a number, a name or a parenthesis must stand.
    Operand,
    /// A function without its arguments.
    Call,
    /// A function with too many or too few arguments.
    Arguments,
    /// A parenthesis that is not closed.
    Unclosed,
    /// A parenthesis that was not opened.
    Unopened,
    /// A comma outside of a function's arguments.
    Comma,
}

impl Mistake {
    /// Its name in JavaScript and in the page's words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Limit => "limit",
            Self::Character => "character",
            Self::Number => "number",
            Self::Name => "name",
            Self::Mixed => "mixed",
            Self::Operator => "operator",
            Self::Operand => "operand",
            Self::Call => "call",
            Self::Arguments => "arguments",
            Self::Unclosed => "unclosed",
            Self::Unopened => "unopened",
            Self::Comma => "comma",
        }
    }
}

/// The first thing that is wrong with a text. `Display` is one line: `column 1: 2 and w with nothing between; write 2*w`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExprError {
    /// What kind of mistake it is.
    pub mistake: Mistake,
    /// Where: bytes of the text, none at its end.
    pub span: Range<usize>,
    /// The column where it starts, in characters from 1.
    pub column: usize,
    /// How many characters it is wide, at least 1.
    pub width: usize,
    /// What stands there.
    pub found: String,
    /// What may stand there; what to write instead, where that can be guessed.
    pub allowed: String,
}

impl ExprError {
    pub(super) fn new(
        text: &str,
        mistake: Mistake,
        span: Range<usize>,
        found: impl ToString,
        allowed: impl ToString,
    ) -> Self {
        let column = text[..span.start].chars().count() + 1;
        let width = text[span.clone()].chars().count().max(1);
        Self { mistake, span, column, width, found: found.to_string(), allowed: allowed.to_string() }
    }

    /// The line to print below the text: carets under what is wrong.
    #[must_use]
    pub fn caret(&self) -> String {
        format!("{}{}", " ".repeat(self.column - 1), "^".repeat(self.width))
    }

    /// The text around the mistake, cut with `…` where it is long.
    #[must_use]
    pub fn excerpt(&self, text: &str) -> String {
        const AROUND: usize = 20;
        let (from, to) = ((self.column - 1).saturating_sub(AROUND), self.column - 1 + self.width.min(AROUND) + AROUND);
        let cut: String = text.chars().skip(from).take(to - from).collect();
        let open = if from > 0 { "…" } else { "" };
        let close = if text.chars().nth(to).is_some() { "…" } else { "" };
        format!("\"{open}{cut}{close}\"")
    }
}

impl Display for ExprError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "column {}: {}; {}", self.column, self.found, self.allowed)
    }
}

impl Error for ExprError {}

//! Text into tokens.

use alloc::format;
use core::ops::Range;

use super::error::{ExprError, Mistake};
use crate::text;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Token<'t> {
    Number(f64),
    Name(&'t str),
    /// One of `+ - * / ^ ( ) ,`.
    Sign(char),
    /// `²` or `³`: read as `^` and the number.
    Superscript(f64),
    End,
}

/// Characters that look like one we know, and what to write instead.
const LOOKS_LIKE: &[(&str, &str)] = &[
    ("[{", "write ("),
    ("]}", "write )"),
    ("÷∕", "write /"),
    ("⋅•∗", "write *"),
    ("‐‑–—", "write -"),
    ("√", "write sqrt( )"),
    ("|", "write abs( )"),
    ("⁰¹⁴⁵⁶⁷⁸⁹", "write ^ and the number"),
    ("=<>", "an expression is one side only"),
];

pub(super) struct Lexer<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Lexer<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The next token and where it stands.
    pub(super) fn next(&mut self) -> Result<(Token<'t>, Range<usize>), ExprError> {
        self.skip(char::is_whitespace);
        let (from, rest) = (self.at, &self.text[self.at..]);
        let Some(first) = rest.chars().next() else { return Ok((Token::End, from..from)) };
        let token = if first.is_ascii_digit() || first == '.' {
            self.number()?
        } else if first.is_alphabetic() {
            self.skip(|c| c.is_alphabetic() || c.is_ascii_digit() || c == '_');
            Token::Name(&self.text[from..self.at])
        } else {
            self.at += if rest.starts_with("**") { 2 } else { first.len_utf8() };
            match (first, self.at - from) {
                ('*', 2) => Token::Sign('^'),
                ('+' | '-' | '*' | '/' | '^' | '(' | ')' | ',', _) => Token::Sign(first),
                ('−', _) => Token::Sign('-'),
                ('·' | '×', _) => Token::Sign('*'),
                ('²', _) => Token::Superscript(2.0),
                ('³', _) => Token::Superscript(3.0),
                _ => return Err(self.unknown(first, from)),
            }
        };
        Ok((token, from..self.at))
    }

    fn skip(&mut self, of: impl Fn(char) -> bool) {
        let rest = &self.text[self.at..];
        self.at += rest.find(|c| !of(c)).unwrap_or(rest.len());
    }

    /// `1  1.5  .5  1e-3  2.5E+4`, and no other form.
    fn number(&mut self) -> Result<Token<'t>, ExprError> {
        let from = self.at;
        self.skip(|c| c.is_ascii_digit());
        if self.text[self.at..].starts_with('.') {
            self.at += 1;
            let point = self.at;
            self.skip(|c| c.is_ascii_digit());
            if self.at == point || self.text[self.at..].starts_with('.') {
                self.skip(|c| c.is_ascii_digit() || c == '.');
                return Err(self.no_number(from));
            }
        }
        self.at += exponent(&self.text[self.at..]);
        let digits = &self.text[from..self.at];
        text::number(digits).map(Token::Number).ok_or_else(|| self.no_number(from))
    }

    fn no_number(&self, from: usize) -> ExprError {
        let found = &self.text[from..self.at];
        let whole = found.trim_end_matches('.');
        let allowed = match whole.is_empty() || whole.contains('.') {
            true => "a number has digits and at most one point".into(),
            false => format!("write {whole} or {whole}.0"),
        };
        ExprError::new(self.text, Mistake::Number, from..self.at, format!("\"{found}\""), allowed)
    }

    fn unknown(&self, found: char, from: usize) -> ExprError {
        let like = LOOKS_LIKE.iter().find(|(characters, _)| characters.contains(found));
        let allowed = like.map_or("allowed are numbers, names, + - * / ^ ( ) and ,", |(_, write)| write);
        let found = format!("{:?}", &self.text[from..self.at]);
        ExprError::new(self.text, Mistake::Character, from..self.at, found, allowed)
    }
}

/// How many bytes an exponent at the start of `text` takes; none where `e` begins something else.
fn exponent(text: &str) -> usize {
    let Some(rest) = text.strip_prefix(['e', 'E']) else { return 0 };
    let unsigned = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    let digits = unsigned.find(|c: char| !c.is_ascii_digit()).unwrap_or(unsigned.len());
    if digits == 0 { 0 } else { text.len() - unsigned.len() + digits }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    fn tokens(text: &str) -> Vec<Token<'_>> {
        let mut lexer = Lexer::new(text);
        let next = || lexer.next().ok().map(|(token, _)| token).filter(|token| *token != Token::End);
        core::iter::from_fn(next).collect()
    }

    #[test]
    fn numbers_take_the_five_forms() {
        for (text, value) in [("1", 1.0), ("1.5", 1.5), (".5", 0.5), ("1e-3", 1e-3), ("2.5E+4", 2.5e4), ("1e5", 1e5)] {
            assert_eq!(tokens(text), [Token::Number(value)], "{text}");
        }
        assert_eq!(tokens("1e"), [Token::Number(1.0), Token::Name("e")]);
        assert_eq!(tokens("2e-w"), [Token::Number(2.0), Token::Name("e"), Token::Sign('-'), Token::Name("w")]);
        for text in ["1.", "1.e5", "1..2", "1.2.3", ".", "1.w"] {
            assert_eq!(Lexer::new(text).next().map_err(|error| error.mistake), Err(Mistake::Number), "{text}");
        }
    }

    #[test]
    fn other_writings_read_as_ours() {
        assert_eq!(tokens("− · × ** ^"), ['-', '*', '*', '^', '^'].map(Token::Sign));
        assert_eq!(tokens("w²³"), [Token::Name("w"), Token::Superscript(2.0), Token::Superscript(3.0)]);
        assert_eq!(tokens("log10(π)"), [Token::Name("log10"), Token::Sign('('), Token::Name("π"), Token::Sign(')')]);
    }
}

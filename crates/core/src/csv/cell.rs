//! One cell as a number.

use alloc::string::String;

use super::{Kind, MAX_CELL, Separator};
use crate::text;

/// The sign before the decimals, where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// `0.5`
    Point,
    /// `0,5`
    Comma,
}

/// The number in a cell, and its decimal sign.
pub(super) fn value(cell: &str, separator: Separator) -> Result<(f64, Option<Sign>), Kind> {
    if cell.is_empty() {
        return Err(Kind::Empty);
    }
    if cell.len() > MAX_CELL {
        return Err(Kind::Long);
    }
    // The minus sign of typeset tables; a plus before a number.
    let plain = cell.replace('\u{2212}', "-");
    let plain = plain.strip_prefix('+').filter(|rest| !rest.starts_with('-')).unwrap_or(&plain);
    if let Some(number) = text::number(plain) {
        let sign = plain.contains('.').then_some(Sign::Point);
        return if number.is_finite() { Ok((number, sign)) } else { Err(Kind::Finite) };
    }
    match decimal_comma(plain) {
        Some(number) if separator != Separator::Comma => Ok((number, Some(Sign::Comma))),
        _ if not_finite(plain) => Err(Kind::Finite),
        Some(_) => Err(if grouped(plain) { Kind::Thousands } else { Kind::Comma }),
        None => Err(if grouped(plain) { Kind::Thousands } else { Kind::Number }),
    }
}

/// The number with a point for its one comma.
fn decimal_comma(plain: &str) -> Option<f64> {
    let single = plain.matches([',', '.']).count() == 1;
    let pointed: String = plain.replace(',', ".");
    text::number(&pointed).filter(|number| single && number.is_finite())
}

fn not_finite(plain: &str) -> bool {
    let size = plain.strip_prefix('-').unwrap_or(plain);
    ["nan", "inf", "infinity", "∞"].iter().any(|word| size.eq_ignore_ascii_case(word))
}

/// Whether digits stand in groups of three, whatever follows the last: `1,234`, `1.234,5`, `1 234`, `1'234.5`.
fn grouped(plain: &str) -> bool {
    let apart = |c: char| matches!(c, ',' | '.' | '\'' | '’' | '_') || c.is_whitespace();
    let mut groups = plain.strip_prefix('-').unwrap_or(plain).split(apart);
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let first = groups.next().is_some_and(|group| digits(group) && group.len() <= 3);
    first && groups.next().is_some_and(|group| digits(group) && group.len() == 3) && groups.all(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_every_writing() {
        let read = |cell| value(cell, Separator::Semicolon).map(|(number, _)| number);
        for (cell, number) in [
            ("1", 1.0),
            ("-2.5", -2.5),
            ("+.5", 0.5),
            ("\u{2212}3", -3.0),
            ("1e-3", 1e-3),
            ("2,5E+4", 25e3),
            ("1,234", 1.234),
            ("5.", 5.0),
        ] {
            assert_eq!(read(cell), Ok(number), "{cell}");
        }
    }

    #[test]
    fn what_is_no_number_is_told_apart() {
        for (cell, comma, other) in [
            ("", Kind::Empty, Kind::Empty),
            ("abc", Kind::Number, Kind::Number),
            ("+-1", Kind::Number, Kind::Number),
            ("1e", Kind::Number, Kind::Number),
            ("5%", Kind::Number, Kind::Number),
            ("NaN", Kind::Finite, Kind::Finite),
            ("-Infinity", Kind::Finite, Kind::Finite),
            ("1e999", Kind::Finite, Kind::Finite),
            ("1,234.5", Kind::Thousands, Kind::Thousands),
            ("1.234,5", Kind::Thousands, Kind::Thousands),
            ("1\u{a0}234", Kind::Thousands, Kind::Thousands),
            ("1'234", Kind::Thousands, Kind::Thousands),
            ("1,234,567", Kind::Thousands, Kind::Thousands),
            ("12,34,5", Kind::Number, Kind::Number),
        ] {
            assert_eq!(value(cell, Separator::Comma), Err(comma), "{cell}, commas");
            assert_eq!(value(cell, Separator::Semicolon), Err(other), "{cell}, semicolons");
        }
        assert_eq!(value("1,5", Separator::Comma), Err(Kind::Comma));
        assert_eq!(value("1,234", Separator::Comma), Err(Kind::Thousands));
        assert_eq!(value(&"1".repeat(101), Separator::Comma), Err(Kind::Long));
    }
}

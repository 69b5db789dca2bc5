//! Numbers as text, and back.

mod decimal;

use alloc::format;
use alloc::string::{String, ToString};

use crate::math;

pub use decimal::number;

/// The shortest decimal that reads back as the same number; `NaN` for any NaN.
///
/// ```
/// use ponder::text::shortest;
/// assert_eq!(shortest(0.1 + 0.2), "0.30000000000000004");
/// assert_eq!(shortest(2.5e-11), "2.5e-11");
/// assert_eq!(shortest(-2.0), "-2");
/// ```
#[must_use]
pub fn shortest(n: f64) -> String {
    match n.abs() {
        size if size == 0.0 || (1e-6..1e21).contains(&size) => n.to_string(),
        size if size.is_finite() => format!("{n:e}"),
        _ if n.is_nan() => "NaN".to_string(),
        _ => format!("{}Infinity", if n < 0.0 { "-" } else { "" }),
    }
}

/// A number for people: three significant digits, a real minus sign, powers of ten as `2.43 × 10⁻¹¹`.
///
/// ```
/// use ponder::text::human;
/// assert_eq!(human(0.415_820_1), "0.416");
/// assert_eq!(human(-1234.6), "−1230");
/// assert_eq!(human(2.4291e-11), "2.43 × 10⁻¹¹");
/// ```
#[must_use]
pub fn human(n: f64) -> String {
    significant(n, 3)
}

/// Like [`human`], with `digits` significant digits.
#[must_use]
pub fn significant(n: f64, digits: usize) -> String {
    if !n.is_finite() {
        return if n.is_nan() {
            "not a number".to_string()
        } else {
            format!("{}∞", if n < 0.0 { "−" } else { "" })
        };
    }
    let digits = digits.max(1);
    // `{:e}` rounds to the digits asked for, so that 0.99996 becomes 1.00 and its exponent 0.
    let scientific = format!("{:.*e}", digits - 1, n.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let sign = if n < 0.0 { "−" } else { "" };
    if n == 0.0 {
        return "0".to_string();
    }
    if !(-4..6).contains(&exponent) {
        return format!("{sign}{} × 10{}", trim(mantissa), superscript(exponent));
    }
    let rounded = number(&scientific).unwrap_or(n);
    let places = (digits as i32 - 1 - exponent).max(0) as usize;
    format!("{sign}{}", trim(&format!("{:.*}", places, math::larger(rounded, 0.0))))
}

/// The number that its first `digits` significant digits write.
///
/// ```
/// assert_eq!(ponder::text::rounded(0.031_622_8, 3), 0.0316);
/// ```
#[must_use]
pub fn rounded(n: f64, digits: usize) -> f64 {
    number(&format!("{n:.*e}", digits.max(1) - 1)).unwrap_or(n)
}

/// Drops the zeros that say nothing: `1.50` → `1.5`, `2.00` → `2`.
fn trim(decimal: &str) -> &str {
    if decimal.contains('.') { decimal.trim_end_matches('0').trim_end_matches('.') } else { decimal }
}

fn superscript(n: i32) -> String {
    let digit = |c| match c {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        _ => char::from_u32('⁰' as u32 + c as u32 - '0' as u32).unwrap_or(c),
    };
    n.to_string().chars().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortest_reads_back_as_the_same_bits() {
        for n in [0.1, -0.0, 1e-300, 5e-324, f64::MAX, 1e21, 123_456_789.125, -2.282_174_095_733_918] {
            let back: f64 = shortest(n).parse().unwrap();
            assert_eq!(back.to_bits(), n.to_bits(), "{n}");
        }
        assert_eq!(shortest(f64::NAN), "NaN");
        assert_eq!(shortest(-f64::NAN), "NaN");
        assert_eq!(shortest(f64::NEG_INFINITY), "-Infinity");
    }

    #[test]
    fn human_rounds_and_trims() {
        let cases = [
            (0.0, "0"),
            (1.0, "1"),
            (0.999_96, "1"),
            (0.05, "0.05"),
            (12.345, "12.3"),
            (999_999.0, "1 × 10⁶"),
            (0.000_123_4, "0.000123"),
            (-0.000_012_3, "−1.23 × 10⁻⁵"),
            (f64::INFINITY, "∞"),
        ];
        for (n, words) in cases {
            assert_eq!(human(n), words);
        }
        assert_eq!(significant(0.415_820_1, 6), "0.41582");
    }
}

//! Numbers for people: significant digits, a true minus, powers of ten.

/// How many digits a reader gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    /// So many significant digits.
    Significant(usize),
    /// So many behind the point: numbers that a reader adds up stand in line.
    Decimals(usize),
    /// As many as bring back the same number.
    All,
}

/// Where a number is going to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a sentence: −2.43 × 10⁻¹¹.
    Prose,
    /// In a formula: `-2.43 \times 10^{-11}`.
    Formula,
    /// In JSON: -2.43e-11.
    Data,
}

/// `value` in words for its place. Below a ten-thousandth and from a million on with a power of ten.
#[must_use]
pub fn write(value: f64, digits: Digits, place: Place) -> String {
    if let Digits::Decimals(n) = digits {
        // What rounds to nothing has no sign.
        return minus(&format!("{:.n$}", if value.abs() < 0.5 * 0.1_f64.powi(n as i32) { 0.0 } else { value }), place);
    }
    let scientific = match digits {
        Digits::Significant(n) => format!("{value:.*e}", n.max(1) - 1),
        _ => format!("{value:e}"),
    };
    if place == Place::Data || !value.is_finite() {
        return scientific;
    }
    let (mantissa, exponent) = scientific.split_once('e').expect("an exponent is always written");
    let exponent: i32 = exponent.parse().expect("an exponent is a whole number");
    if value != 0.0 && !(-4..6).contains(&exponent) {
        return power(mantissa, exponent, place);
    }
    let decimals = match digits {
        Digits::Significant(n) if value == 0.0 => n - 1,
        Digits::Significant(n) => usize::try_from(n as i32 - 1 - exponent).unwrap_or(0),
        _ => return minus(&format!("{value}"), place),
    };
    minus(&format!("{value:.decimals$}"), place)
}

/// `value` with so many digits behind the point, for a sentence or a table.
#[must_use]
pub fn fixed(value: f64, decimals: usize) -> String {
    write(value, Digits::Decimals(decimals), Place::Prose)
}

/// `value` as the answer to a question: a whole number is what was counted, and has nothing behind the point.
#[must_use]
pub fn answer(value: f64) -> String {
    let digits = if value.fract() == 0.0 { Digits::All } else { Digits::Significant(3) };
    write(value, digits, Place::Prose)
}

fn power(mantissa: &str, exponent: i32, place: Place) -> String {
    let mantissa = minus(mantissa, place);
    match place {
        Place::Prose => format!("{mantissa}\u{a0}×\u{a0}10{}", raised(exponent)),
        Place::Formula | Place::Data => format!("{mantissa} \\times 10^{{{exponent}}}"),
    }
}

fn minus(digits: &str, place: Place) -> String {
    if place == Place::Prose { digits.replace('-', "−") } else { digits.to_owned() }
}

fn raised(exponent: i32) -> String {
    let sign = |c: char| match c {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        digit => char::from_u32(0x2070 + digit as u32 - '0' as u32).unwrap_or(digit),
    };
    exponent.to_string().chars().map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_has_no_decimals() {
        assert_eq!([60.0, -3.0, 0.5, 12.345].map(answer), ["60", "−3", "0.500", "12.3"]);
    }

    #[test]
    fn three_significant_digits_wherever_the_point_is() {
        let said = |value| write(value, Digits::Significant(3), Place::Prose);
        assert_eq!(said(0.415820), "0.416");
        assert_eq!(said(-0.005492319215639863), "−0.00549");
        assert_eq!(said(1.0), "1.00");
        assert_eq!(said(0.99999), "1.00");
        assert_eq!(said(123456.0), "123456");
        assert_eq!(said(0.0), "0.00");
        assert_eq!(fixed(-0.0008184, 6), "−0.000818");
        assert_eq!(fixed(-0.0000004, 6), "0.000000");
        assert_eq!(said(2.42919e-11), "2.43\u{a0}×\u{a0}10⁻¹¹");
    }

    #[test]
    fn a_place_has_its_own_minus_and_power() {
        assert_eq!(write(-2.5e-7, Digits::Significant(2), Place::Formula), "-2.5 \\times 10^{-7}");
        assert_eq!(write(-0.005492319215639863, Digits::All, Place::Formula), "-0.005492319215639863");
        assert_eq!(write(-2.5e-7, Digits::All, Place::Data), "-2.5e-7");
    }
}

//! Numbers and words as they stand beside axes: round ticks, and how wide a text will be.

use ponder::math::larger;
use ponder::text::{human, significant};

use crate::scene::Tick;

/// The largest number of ticks on any axis, whatever is asked for.
const MANY: usize = 32;

/// Round values in a range, about `wanted` of them, with their texts.
pub(crate) fn ticks([from, to]: [f64; 2], log: bool, wanted: usize, place: impl Fn(f64) -> f64) -> Vec<Tick> {
    let values = if log { decades(from, to, wanted) } else { steps(from, to, wanted) };
    values.into_iter().map(|(value, text)| Tick { at: place(value), text }).collect()
}

fn steps(from: f64, to: f64, wanted: usize) -> Vec<(f64, String)> {
    let raw = (to - from) / wanted.max(1) as f64;
    if !(1e-200..1e200).contains(&raw) {
        return Vec::new();
    }
    let power = libm::pow(10.0, libm::log10(raw).floor());
    let mantissa = [1.0, 2.0, 5.0].into_iter().find(|m| m * power >= raw * 0.8).unwrap_or(10.0);
    let step = mantissa * power;
    let places = -libm::log10(step * 1.0001).floor() as i32;
    let first = (from / step - 1e-9).ceil();
    let count = ((to / step + 1e-9).floor() - first).clamp(-1.0, MANY as f64) as i64 + 1;
    (0..count).map(|i| (first + i as f64) * step).map(|value| (value, decimal(value, places.max(0) as usize))).collect()
}

/// A value with so many places, so that ticks of one axis agree; very large and small ones as powers of ten.
fn decimal(value: f64, places: usize) -> String {
    let size = value.abs();
    if size >= 1e5 || places > 4 {
        // As many digits as its neighbours need to be told from it.
        let whole = if size > 0.0 { libm::log10(size).floor() as i32 + 1 } else { 0 };
        return significant(value, (whole + places as i32).clamp(1, 15) as usize);
    }
    let text = format!("{value:.places$}");
    if text.trim_start_matches('-').chars().all(|c| "0.".contains(c)) { "0".into() } else { text.replace('-', "−") }
}

/// Whole decades, every so many that there are not too many.
fn decades(from: f64, to: f64, wanted: usize) -> Vec<(f64, String)> {
    let (low, high) = ((libm::log10(from) - 1e-9).ceil(), (libm::log10(to) + 1e-9).floor());
    if !(low.is_finite() && high.is_finite() && high >= low) {
        return Vec::new();
    }
    let every = larger(((high - low) / wanted.max(1) as f64).ceil(), 1.0);
    let first = (low / every).ceil() * every;
    let count = ((high - first) / every).floor().clamp(-1.0, MANY as f64) as i64 + 1;
    (0..count).map(|i| first + i as f64 * every).map(|e| (libm::pow(10.0, e), power_of_ten(e as i32))).collect()
}

fn power_of_ten(exponent: i32) -> String {
    let digit = |c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c as usize - '0' as usize).unwrap_or(c);
    let raised = |e: i32| e.to_string().chars().map(|c| if c == '-' { '⁻' } else { digit(c) }).collect::<String>();
    match exponent {
        -2..=2 => human(libm::pow(10.0, exponent.into())),
        e => format!("10{}", raised(e)),
    }
}

/// About how wide a text is in a plain sans serif, erring to the wide side: nobody measures letters here, since in a
/// browser that would touch the page.
pub(crate) fn width(text: &str, size: f64) -> f64 {
    let em = |c: char| match c {
        'i' | 'j' | 'l' | '.' | ',' | '\'' | ':' | '|' => 0.29,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '-' => 0.4,
        'm' | 'w' | 'M' | 'W' | '@' => 0.95,
        '⁰'..='₉' | '¹' | '²' | '³' => 0.42,
        'A'..='Z' => 0.72,
        _ => 0.62,
    };
    size * text.chars().map(em).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(range: [f64; 2], log: bool, wanted: usize) -> Vec<String> {
        ticks(range, log, wanted, |v| v).into_iter().map(|t| t.text).collect()
    }

    #[test]
    fn ticks_are_round_and_agree_in_their_places() {
        assert_eq!(texts([-6.0, 6.0], false, 6), ["−6", "−4", "−2", "0", "2", "4", "6"]);
        assert_eq!(texts([0.0, 1.0], false, 5), ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
        assert_eq!(texts([-0.03, 0.02], false, 5), ["−0.03", "−0.02", "−0.01", "0", "0.01", "0.02"]);
        assert_eq!(texts([0.0, 120.0], false, 6), ["0", "20", "40", "60", "80", "100", "120"]);
        assert_eq!(texts([1.00001, 1.00003], false, 2), ["1.00001", "1.00002", "1.00003"]);
        assert_eq!(texts([0.0, 2e-6], false, 2), ["0", "1 × 10⁻⁶", "2 × 10⁻⁶"]);
        assert_eq!(texts([0.0, 1e6], false, 2), ["0", "500000", "1 × 10⁶"]);
    }

    #[test]
    fn decades_are_thinned_not_crowded() {
        assert_eq!(texts([1e-4, 1.0], true, 6), ["10⁻⁴", "10⁻³", "0.01", "0.1", "1"]);
        assert_eq!(texts([1e-12, 1.0], true, 4), ["10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "1"]);
    }

    #[test]
    fn no_range_gives_no_ticks() {
        for range in [[1.0, 1.0], [2.0, 1.0], [f64::NAN, 1.0], [0.0, f64::INFINITY], [1e300, 1e308]] {
            assert!(texts(range, false, 5).len() <= MANY + 1, "{range:?}");
            assert!(texts(range, true, 5).len() <= MANY + 1, "{range:?}");
        }
        assert!(texts([-1.0, 1.0], true, 5).is_empty(), "a logarithm of nothing");
        assert!(texts([1e18, 1e18 + 2000.0], false, 5).len() <= MANY + 1);
    }
}

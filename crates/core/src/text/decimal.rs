//! From a decimal to the nearest number, in long arithmetic: what `str::parse` does, without the table of powers of five
//! that would be a large share of what a page downloads.

use alloc::vec;
use alloc::vec::Vec;

/// The number nearest to a decimal such as `12`, `.5` or `-1.5e-3`, the even one of two that are equally near; infinite
/// beyond the largest. `None` for anything else.
///
/// ```
/// use ponder::text::number;
/// assert_eq!(number("2.5e-1"), Some(0.25));
/// assert_eq!(number("9007199254740993"), Some(9007199254740992.0), "halfway between two numbers");
/// assert_eq!((number("1e999"), number("1.5.2")), (Some(f64::INFINITY), None));
/// ```
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, whole(exponent)?),
        None => (text, 0),
    };
    let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: Option<Vec<u32>> = before.chars().chain(after.chars()).map(|c| c.to_digit(10)).collect();
    let digits = digits.filter(|digits| !digits.is_empty())?;
    let size = nearest(&digits, exponent - after.len() as i32);
    Some(if negative { -size } else { size })
}

/// An exponent; one beyond all numbers stands for all of those.
fn whole(text: &str) -> Option<i32> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let add = |sum: i32, c: char| Some((10 * sum + c.to_digit(10)? as i32).min(1 << 20));
    let size = digits.chars().try_fold(0, add).filter(|_| !digits.is_empty())?;
    Some(if negative { -size } else { size })
}

/// The number nearest to `digits` · 10^`exponent`.
fn nearest(digits: &[u32], exponent: i32) -> f64 {
    let Some(first) = digits.iter().position(|digit| *digit != 0) else { return 0.0 };
    let digits = &digits[first..];
    match digits.len() as i64 + i64::from(exponent) {
        ..-330 => return 0.0,
        311.. => return f64::INFINITY,
        _ => {}
    }
    let mut long = Long(Vec::new());
    digits.iter().for_each(|digit| long.grow(10, *digit));
    if exponent >= 0 {
        (0..exponent).for_each(|_| long.grow(10, 0));
        return long.rounded(0, false);
    }
    // Divided by ten so often, at least 64 bits are left.
    let tens = exponent.unsigned_abs() as usize;
    let words = (4 * tens + 64) / 32 + 1;
    long.0.splice(0..0, vec![0; words]);
    let rest = (0..tens).fold(false, |rest, _| long.shrink(10) != 0 || rest);
    long.rounded(-32 * words as i32, rest)
}

/// A natural number in digits of 32 bits, the lowest first.
struct Long(Vec<u32>);

impl Long {
    fn grow(&mut self, factor: u32, more: u32) {
        let mut carry = u64::from(more);
        for word in &mut self.0 {
            carry += u64::from(*word) * u64::from(factor);
            *word = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    /// Divides; the remainder.
    fn shrink(&mut self, by: u32) -> u32 {
        let mut rest = 0;
        for word in self.0.iter_mut().rev() {
            let dividend = rest << 32 | u64::from(*word);
            *word = (dividend / u64::from(by)) as u32;
            rest = dividend % u64::from(by);
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        rest as u32
    }

    fn bit(&self, at: i32) -> bool {
        at >= 0 && self.0[at as usize / 32] >> (at % 32) & 1 == 1
    }

    /// The number nearest to itself, with a little more if there is a `rest`, times 2^`exponent`.
    fn rounded(&self, exponent: i32, rest: bool) -> f64 {
        let bits = 32 * self.0.len() as i32 - self.0.last().map_or(0, |word| word.leading_zeros()) as i32;
        // The place of the last bit that is kept: the 53rd, or the last that any number has.
        let last = (bits - 53).max(-1074 - exponent);
        if last > bits {
            return 0.0;
        }
        let mut kept = (last..bits).rev().fold(0, |kept: u64, at| kept << 1 | u64::from(self.bit(at)));
        let below = rest || (0..last - 1).any(|at| self.bit(at));
        if self.bit(last - 1) && (below || kept & 1 == 1) {
            kept += 1;
        }
        kept as f64 * power_of_two(last + exponent)
    }
}

/// 2^`n` for -1074 ≤ n ≤ 1023.
fn power_of_two(n: i32) -> f64 {
    f64::from_bits(if n < -1022 { 1 << (n + 1074) } else { ((n + 1023) as u64) << 52 })
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use rand_pcg::Pcg64;
    use rand_pcg::rand_core::{Rng, SeedableRng};

    use super::number;

    fn same(text: &str) {
        let theirs: f64 = text.parse().expect("a number");
        let ours = number(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(ours.to_bits(), theirs.to_bits(), "{text}: {ours:e} and {theirs:e}");
    }

    #[test]
    fn every_number_is_read_as_the_standard_library_reads_it() {
        let mut dice = Pcg64::seed_from_u64(7);
        for _ in 0..20_000 {
            let n = f64::from_bits(dice.next_u64());
            if n.is_finite() {
                same(&format!("{n:e}"));
                same(&format!("{n:.*e}", (dice.next_u32() % 30) as usize));
            }
            same(&format!("{}.{}e{}", dice.next_u32(), dice.next_u64(), dice.next_u32() as i32 % 400));
            same(&format!("{}", f64::from(dice.next_u32()) / 1000.0));
        }
    }

    #[test]
    fn between_two_numbers_the_even_one() {
        let mut dice = Pcg64::seed_from_u64(8);
        for _ in 0..5000 {
            let half = u128::from(dice.next_u64() >> 11 | 1 << 52) << 1 | 1;
            let half = half << (dice.next_u32() % 60);
            for text in [format!("{half}"), format!("{half}.0"), format!("{half}.00000000001"), format!("{}", half - 1)]
            {
                same(&text);
            }
        }
    }

    #[test]
    fn the_ends_of_the_range() {
        for text in ["0", "-0", ".0e5", "1e400", "1e-400", "1e99999999999", "1e-99999999999", "0e99999999999"] {
            same(text);
        }
        for text in ["5e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "2.47e-324", "7.4e-324", "1e-323"]
        {
            same(text);
        }
        for text in
            ["1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308", "2.2250738585072011e-308"]
        {
            same(text);
        }
        let long = "3".repeat(1000);
        same(&format!("{long}e-900"));
        same(&format!("0.{long}e-300"));
        same(&format!("{}1", "0".repeat(900)));
    }

    #[test]
    fn anything_else_is_no_number() {
        for text in ["", ".", "-", "e5", "1e", "1e+", "1.2.3", "1 ", "+1", "0x1", "inf", "NaN", "1e5.5", "--1"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}

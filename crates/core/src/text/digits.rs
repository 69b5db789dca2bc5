//! From a number to its digits, in long arithmetic: what `{:e}` and `{:.3}` of the standard library write, without its
//! tables and its four ways to them, which would be a large share of what a page downloads.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::decimal::{Long, nearest};

/// A size in decimal: 0.d₁d₂d₃… · 10^`point`; zeros after the last digit, none before the first.
pub(super) struct Digits {
    digits: Vec<u32>,
    pub(super) point: i32,
}

impl Digits {
    /// All digits of a finite number, without its sign: no more than 767.
    pub(super) fn of(n: f64) -> Self {
        let bits = n.to_bits();
        let (fraction, biased) = (bits & ((1 << 52) - 1), (bits >> 52 & 0x7ff) as i32);
        let (whole, exponent) = if biased == 0 { (fraction, -1074) } else { (fraction | 1 << 52, biased - 1075) };
        let even = whole.trailing_zeros() as i32;
        let (whole, exponent) = if whole == 0 { (0, 0) } else { (whole >> even, exponent + even) };
        let mut long = Long::of(whole);
        // Half of anything is five tenths of it.
        long.raise(if exponent < 0 { 5 } else { 2 }, exponent.unsigned_abs());
        let digits = long.digits();
        Self { point: digits.len() as i32 + exponent.min(0), digits }
    }

    /// The fewest digits that are nearer to the number than to any other.
    pub(super) fn shortest(n: f64) -> Self {
        let (all, size) = (Self::of(n), n.abs());
        // What differs in its first fifteen digits is another number, but among the smallest.
        let fewest = if size < f64::MIN_POSITIVE { 1 } else { 15 };
        // Below a power of two numbers are denser than above it: what is a little too large may be nearer to no other.
        let uneven = size.to_bits().trailing_zeros() >= 52;
        let said = |few: &Self| few.number() == size;
        let found = (fewest..17).find_map(|keep| {
            let near = Some(all.cut(keep, near)).filter(said);
            near.or_else(|| uneven.then(|| all.cut(keep, |_, _| true)).filter(said))
        });
        found.unwrap_or_else(|| all.cut(17, near))
    }

    /// The first `keep` digits; of two ends that are equally near the even one.
    pub(super) fn rounded(&self, keep: i32) -> Self {
        self.cut(keep, even)
    }

    /// The first `keep` digits, the last one more where that is `up`: of it and of all digits after it.
    fn cut(&self, keep: i32, up: fn(u32, &[u32]) -> bool) -> Self {
        let Ok(keep) = usize::try_from(keep) else { return Self { digits: Vec::new(), point: 0 } };
        let (kept, rest) = self.digits.split_at(keep.min(self.digits.len()));
        let up = !rest.is_empty() && up(kept.last().copied().unwrap_or(0), rest);
        // A nine that is raised is a zero, and zeros at the end are left out.
        let end = kept.iter().rposition(|digit| *digit != if up { 9 } else { 0 }).map_or(0, |last| last + 1);
        let mut few = Self { digits: kept[..end].to_vec(), point: self.point };
        match few.digits.last_mut() {
            Some(last) => *last += u32::from(up),
            None if up => few = Self { digits: vec![1], point: self.point + 1 },
            None => {}
        }
        few
    }

    /// The number that they write.
    pub(super) fn number(&self) -> f64 {
        nearest(&self.digits, self.point - self.digits.len() as i32)
    }

    /// How many digits there are after the point, when all are written.
    pub(super) fn places(&self) -> usize {
        (self.digits.len() as i32 - self.point).max(0) as usize
    }

    /// Written with so many digits after the point.
    pub(super) fn plain(&self, places: usize) -> String {
        let mut out: String =
            if self.point > 0 { (0..self.point).map(|at| self.digit(at)).collect() } else { "0".into() };
        if places > 0 {
            out.push('.');
            out.extend((self.point..self.point + places as i32).map(|at| self.digit(at)));
        }
        out
    }

    /// Written with one digit before the point and all others after it; the power of ten that goes with it.
    pub(super) fn scientific(&self) -> (String, i32) {
        let first = Self { digits: self.digits.clone(), point: 1 };
        (first.plain(first.places()), self.point - 1)
    }

    fn digit(&self, at: i32) -> char {
        let digit = usize::try_from(at).ok().and_then(|at| self.digits.get(at)).copied();
        char::from(b'0' + digit.unwrap_or(0) as u8)
    }
}

/// The nearer end; of two that are equally near the larger one.
fn near(_: u32, rest: &[u32]) -> bool {
    rest[0] >= 5
}

/// The nearer end; of two that are equally near the even one.
fn even(last: u32, rest: &[u32]) -> bool {
    rest[0] > 5 || rest[0] == 5 && (last % 2 == 1 || rest[1..].iter().any(|digit| *digit > 0))
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use rand_pcg::Pcg64;
    use rand_pcg::rand_core::{Rng, SeedableRng};

    use crate::text::{fixed, rounded, shortest};

    /// Numbers of all sizes, and such as people write.
    fn numbers() -> impl Iterator<Item = f64> {
        let mut dice = Pcg64::seed_from_u64(9);
        let any = (0..300).flat_map(move |_| {
            let short = f64::from(dice.next_u32() % 100_000) / [1.0, 8.0, 10.0, 1000.0][dice.next_u32() as usize % 4];
            [f64::from_bits(dice.next_u64()), short, short - 1e4, f64::from_bits(dice.next_u64() >> 12)]
        });
        let powers = (-1074..1024).map(|n| {
            if n < -1022 { f64::from_bits(1 << (n + 1074)) } else { f64::from_bits(((n + 1023) as u64) << 52) }
        });
        any.chain(powers).chain([0.0, -0.0, f64::MAX, 9.5, 99.5, 0.05, 0.25, 2.5e-7]).filter(|n| n.is_finite())
    }

    #[test]
    fn the_shortest_is_the_standard_librarys() {
        for n in numbers() {
            let size = n.abs();
            let theirs = if size == 0.0 || (1e-6..1e21).contains(&size) { format!("{n}") } else { format!("{n:e}") };
            assert_eq!(shortest(n), theirs);
        }
    }

    #[test]
    fn so_many_places_or_digits_are_the_standard_librarys() {
        for (i, n) in numbers().enumerate() {
            assert_eq!(fixed(n, i % 7), format!("{n:.*}", i % 7));
            let digits = i % 17 + 1;
            assert_eq!(
                rounded(n, digits).to_bits(),
                format!("{n:.*e}", digits - 1).parse::<f64>().unwrap().to_bits(),
                "{n:e} {digits}"
            );
        }
    }
}

//! Seeded choices that come out alike on every machine: whole numbers, and short decimals read from text.

use ponder::Knob;
use ponder::catalogue::Scale;

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
#[derive(Debug)]
pub struct Dice(pub u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number below `n`; n = 0 gives 0.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// One of `items`, of which there is at least one.
    pub fn one<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// `low`, `high`, or one of 255 places between.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * (self.below(257) as f64 / 256.0)
    }

    /// Two digits times a power of ten from `low` up, at most `high`; both above 0.
    pub fn decade(&mut self, low: f64, high: f64) -> f64 {
        let [from, to] = [low, high].map(exponent);
        let power = from + self.below((to - from + 1) as usize) as i32;
        let drawn: f64 = format!("{}e{}", 10 + self.below(90), power - 1).parse().expect("a decimal");
        drawn.clamp(low, high)
    }

    /// A value within a knob's range.
    pub fn knob(&mut self, knob: &Knob) -> f64 {
        match knob.scale {
            Scale::Linear => self.between(knob.min, knob.max),
            // A factor has no zero to start from.
            Scale::Log if knob.min <= 0.0 => self.decade(knob.max * 1e-8, knob.max),
            Scale::Log => self.decade(knob.min, knob.max),
            Scale::Flag | Scale::Words(_) => self.below(knob.max as usize + 1) as f64,
        }
    }
}

/// The power of ten of a number's first digit, without a logarithm.
fn exponent(n: f64) -> i32 {
    let text = format!("{n:e}");
    text.split_once('e').and_then(|(_, power)| power.parse().ok()).expect("a power of ten")
}

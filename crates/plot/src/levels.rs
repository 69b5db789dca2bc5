//! Which heights get a level line: round numbers, equally spaced, every fifth of them heavy.

use crate::heights::Heights;

/// Rising heights to draw lines at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Levels {
    /// The heights, in the grid's own unit (its logarithm, where the grid holds logarithms).
    pub values: Vec<f64>,
    /// Which of them are drawn heavier and labelled; as long as `values`.
    pub major: Vec<bool>,
}

/// A round step `mantissa × 10^exponent`, and after how many of them a line is heavy.
#[derive(Clone, Copy)]
struct Step {
    mantissa: f64,
    exponent: i32,
    major: f64,
}

impl Levels {
    /// About `wanted` lines for heights that are values: steps of 1, 2, 2.5 or 5 tenths, units, tens ….
    pub fn linear(heights: &Heights, wanted: usize) -> Self {
        Self::chosen(heights, wanted, &[(10.0, 5.0), (20.0, 5.0), (25.0, 5.0), (50.0, 5.0), (100.0, 5.0)])
    }

    /// About `wanted` lines for heights that are decimal logarithms: equally spaced there, whole decades heavy.
    pub fn decades(heights: &Heights, wanted: usize) -> Self {
        Self::chosen(heights, wanted, &[(10.0, 10.0), (20.0, 5.0), (50.0, 4.0), (100.0, 10.0)])
    }

    /// The range is that of nearly all the land, so that neither one steep corner nor a pole takes all lines.
    fn chosen(heights: &Heights, wanted: usize, kinds: &[(f64, f64)]) -> Self {
        match (heights.floor(), heights.quantile(0.98)) {
            (Some(low), Some(high)) if high > low && wanted > 0 => match Step::near(high, low, wanted, kinds) {
                Some(step) => step.within(low, high, 8 * wanted),
                None => Self::default(),
            },
            _ => Self::default(),
        }
    }
}

impl Step {
    /// The round step closest, as a ratio, to the one that gives `wanted` lines.
    fn near(high: f64, low: f64, wanted: usize, kinds: &[(f64, f64)]) -> Option<Self> {
        let raw = high / wanted as f64 - low / wanted as f64;
        if !(1e-300..1e300).contains(&raw) {
            return None;
        }
        let exponent = libm::log10(raw).floor() as i32 - 1;
        let off = |mantissa: f64| {
            let ratio = scaled(mantissa, exponent) / raw;
            if ratio < 1.0 { 1.0 / ratio } else { ratio }
        };
        let (mantissa, major) = kinds.iter().copied().reduce(|a, b| if off(b.0) < off(a.0) { b } else { a })?;
        Some(Self { mantissa, exponent, major })
    }

    /// Its multiples strictly between two heights.
    fn within(self, low: f64, high: f64, most: usize) -> Levels {
        let mut levels = Levels::default();
        let mut count = (low / self.times(1.0)).floor() - 1.0;
        while levels.values.len() < most && self.times(count) < high {
            let next = self.times(count);
            if next > low {
                levels.values.push(next);
                levels.major.push(count / self.major == (count / self.major).floor());
            }
            if count + 1.0 == count {
                break;
            }
            count += 1.0;
        }
        levels
    }

    /// A multiple, as close to its decimal notation as a double can be: 3 × 0.05 is 0.15.
    fn times(self, count: f64) -> f64 {
        scaled(count * self.mantissa, self.exponent)
    }
}

/// `whole × 10^exponent`, with one rounding while the power of ten is exact.
fn scaled(whole: f64, exponent: i32) -> f64 {
    let power = (0..exponent.unsigned_abs()).fold(1.0, |power, _| power * 10.0);
    if exponent < 0 { whole / power } else { whole * power }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slope(low: f64, high: f64) -> Heights {
        Heights::sample([[low, high], [0.0, 1.0]], 101, 3, |w, _| w)
    }

    #[test]
    fn lines_are_round_and_every_fifth_is_heavy() {
        let levels = Levels::linear(&slope(0.0, 1.0), 20);
        let text: Vec<String> = levels.values.iter().map(f64::to_string).collect();
        assert_eq!(&text[..6], ["0.05", "0.1", "0.15", "0.2", "0.25", "0.3"]);
        let heavy: Vec<f64> = levels.values.iter().zip(&levels.major).filter(|p| *p.1).map(|p| *p.0).collect();
        assert_eq!(heavy, [0.25, 0.5, 0.75]);
    }

    #[test]
    fn there_are_about_as_many_as_wanted_at_every_scale() {
        for wanted in [5, 12, 20, 30] {
            for high in [1e-150, 3e-9, 0.017, 0.49, 1.0, 7.3, 99.0, 2503.0, 1e12, 1e150] {
                let found = Levels::linear(&slope(-0.3 * high, high), wanted).values.len() as f64;
                let ratio = found / wanted as f64;
                assert!((0.6..1.7).contains(&ratio), "{found} of {wanted} for a range up to {high}");
            }
        }
    }

    #[test]
    fn a_steep_corner_does_not_take_all_lines() {
        let mut grid = slope(0.0, 1.0);
        let plain = Levels::linear(&grid, 20);
        grid.values[302] = 1e9;
        assert_eq!(Levels::linear(&grid, 20), plain);
    }

    #[test]
    fn decades_are_heavy() {
        let levels = Levels::decades(&slope(-3.0, 3.4), 20);
        for (value, major) in levels.values.iter().zip(&levels.major) {
            assert_eq!(*major, value.round() == *value, "at {value}");
        }
        assert!(levels.major.iter().filter(|m| **m).count() >= 5);
    }

    #[test]
    fn no_land_or_no_height_gives_no_lines() {
        let flat = slope(0.0, 1.0).map(|_| 2.0);
        for grid in [flat.map(|_| f64::NAN), flat.map(|_| f64::INFINITY), flat] {
            assert_eq!(Levels::linear(&grid, 20), Levels::default());
        }
        assert_eq!(Levels::linear(&slope(0.0, 1.0), 0), Levels::default());
        let thin = slope(0.0, 1.0).map(|h| 1e18 + 200.0 * h);
        assert!(Levels::linear(&thin, 20).values.len() <= 160, "steps below the last bit end");
        let vast = slope(-1.0, 1.0).map(|h| h * 1.7e308);
        assert_eq!(Levels::linear(&vast, 20), Levels::default(), "no step is representable as a round number");
    }
}

//! What can be said of a series, one number a step: how it swings, turns back, overshoots, and comes home for good.
//!
//! rms = √(Σ xₜ² / n);   travel = Σ |xₜ₊₁ − xₜ|;   a reversal: xₜ₊₁ − xₜ has the other sign than the last move before
//!
//! A *swing* is a stay on one side of zero; its size is the largest |x| in it. So a coordinate across a valley that is
//! crossed n times has n + 1 swings, the second of which is the first overshoot.
//!
//! ```
//! use ponder::analysis::series::{for_good, reversals, rms, swings, travel};
//! let damped = [4.0, 1.0, -2.0, -1.5, 0.02, -0.01, 0.5];
//! assert_eq!(swings(damped, 0.05), [4.0, 2.0, 0.5], "what is below 0.05 crosses nothing");
//! assert_eq!(for_good(damped, |x| x.abs() <= 1.0), Some(4), "not 1: it swings out again");
//! assert_eq!(reversals(damped), 3);
//! assert_eq!(travel([0.0, 1.0, -1.0]), 3.0);
//! assert_eq!(rms([3.0, 4.0, 0.0, 0.0]), 2.5);
//! ```

use alloc::vec::Vec;

use crate::math;

/// The size of every swing whose largest |x| is beyond `excursion`. A series that never gets there has none; one that
/// crosses zero n times, going beyond `excursion` each time, has n + 1.
pub fn swings(series: impl IntoIterator<Item = f64>, excursion: f64) -> Vec<f64> {
    let mut sizes: Vec<f64> = Vec::new();
    let mut above = None;
    for x in series.into_iter().filter(|x| x.abs() > excursion) {
        let side = x > 0.0;
        match sizes.last_mut().filter(|_| above == Some(side)) {
            Some(size) => *size = math::larger(*size, x.abs()),
            None => sizes.push(x.abs()),
        }
        above = Some(side);
    }
    sizes
}

/// How far the series goes beyond zero, seen from where it starts; 0 when it never does.
///
/// With a coordinate less its value at a minimum: by how much a run overshoots it.
pub fn overshoot(series: impl IntoIterator<Item = f64>) -> f64 {
    let mut series = series.into_iter();
    let Some(start) = series.next() else { return 0.0 };
    let side = if start < 0.0 { -1.0 } else { 1.0 };
    series.fold(0.0, |most, x| math::larger(most, -side * x))
}

/// How often the series turns round: moves against its last move. Standing still is no move.
pub fn reversals(series: impl IntoIterator<Item = f64>) -> usize {
    let mut last = 0.0;
    moves(series).filter(|step| *step != 0.0).filter(|step| core::mem::replace(&mut last, *step) * step < 0.0).count()
}

/// How far it goes, back and forth: Σ |xₜ₊₁ − xₜ|.
pub fn travel(series: impl IntoIterator<Item = f64>) -> f64 {
    moves(series).fold(0.0, |sum, step| sum + step.abs())
}

/// The root of the mean square: how wide it swings about zero. 0 for nothing.
pub fn rms(series: impl IntoIterator<Item = f64>) -> f64 {
    let (sum, n) = series.into_iter().fold((0.0, 0.0), |(sum, n), x| (sum + x * x, n + 1.0));
    if n > 0.0 { math::sqrt(sum / n) } else { 0.0 }
}

/// The first step from which on `holds` is true for good, to the series' end.
pub fn for_good(series: impl IntoIterator<Item = f64>, holds: impl Fn(f64) -> bool) -> Option<usize> {
    let mut since = None;
    for (t, x) in series.into_iter().enumerate() {
        since = if holds(x) { since.or(Some(t)) } else { None };
    }
    since
}

fn moves(series: impl IntoIterator<Item = f64>) -> impl Iterator<Item = f64> {
    let mut series = series.into_iter();
    let mut before = series.next();
    series.map(move |x| x - before.replace(x).unwrap_or(x))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_has_nothing() {
        assert_eq!(swings([], 0.0), [0.0; 0]);
        assert_eq!((overshoot([]), reversals([]), travel([]), rms([])), (0.0, 0, 0.0, 0.0));
        assert_eq!(for_good([], |_| true), None);
    }

    #[test]
    fn a_swing_is_as_large_as_its_largest_number() {
        assert_eq!(swings([1.0, 3.0, 2.0, 0.1, -0.2, -5.0, -0.1, 0.3], 0.25), [3.0, 5.0, 0.3]);
        assert_eq!(swings([0.1, -0.1, 0.1], 0.25), [0.0; 0]);
    }

    #[test]
    fn overshoot_is_on_the_other_side_of_the_start() {
        assert_eq!(overshoot([-2.0, -1.0, 0.5, -9.0, 0.25]), 0.5);
        assert_eq!(overshoot([2.0, 1.0, 3.0]), 0.0);
        assert_eq!(overshoot([2.0, f64::NAN, -1.0]), 1.0);
    }

    #[test]
    fn a_pause_is_no_reversal() {
        assert_eq!(reversals([0.0, 1.0, 1.0, 2.0]), 0);
        assert_eq!(reversals([0.0, 1.0, 1.0, 0.0, 1.0]), 2);
    }

    #[test]
    fn for_good_ends_at_the_end() {
        assert_eq!(for_good([5.0, 0.0, 5.0], |x| x < 1.0), None);
        assert_eq!(for_good([5.0, f64::NAN, 0.0], |x| x < 1.0), Some(2));
    }
}

//! One cycle: up to the full rate for a share p of the time n, then down to almost nothing, both on half a cosine.
//!
//! With m = p n: factor(t) = a + (1 − a) ½ (1 − cos(π t/m)) for t < m,
//! then z + (1 − z) ½ (1 + cos(π min(t − m, n − m)/(n − m))).
//!
//! Smith, Topin 2017. PyTorch's OneCycleLR reaches the peak at update m − 1 and the end at n − 1, one earlier; its
//! `div_factor` is 1/a, and its end is relative to the start, 4 · 10⁻⁶ of the peak. Where p is 1 or more there is no
//! time for the way down, and the factor at the peak is z.

use core::f64::consts::PI;

use super::{Law, Schedule, fall, passed, share, span};
use crate::math;

pub(super) const ENTRY: Schedule = Schedule {
    id: "one-cycle",
    title: "One cycle",
    formula: concat!(
        r"\eta_t = \eta \begin{cases} a + \frac{1 - a}{2} \left( 1 - \cos \frac{\pi t}{p n} \right) & t < p n \\",
        r" z + \frac{1 - z}{2} \left( 1 + \cos \frac{\pi \min(t - p n, n - p n)}{n - p n} \right) & t \ge p n \end{cases}"
    ),
    about: "rises to the full rate and falls to almost nothing",
    source: "Smith, Topin 2017, arXiv:1708.07120; OneCycleLR in PyTorch",
    knobs: &[
        span("over", "n", "how long the cycle takes"),
        share("peak", "p", "which share of the cycle goes upwards", Some(0.3)),
        share("low", "a", "the share of the rate at the start", Some(0.04)),
        share("end", "z", "the share of the rate at the end", Some(1e-4)),
    ],
    divisors: &["over"],
    law: Law::Time { factor, python: PYTHON },
};

const PYTHON: &str = "low + (1 - low) * (1 - cos(pi * u / (peak * over))) / 2 if u < peak * over \
    else end + (1 - end) * (1 + cos(pi * min(1, (u - peak * over) / (over - peak * over)))) / 2 if peak * over < over \
    else end";

fn factor(knobs: &[f64], u: f64) -> f64 {
    let [over, peak, low, end] = [knobs[0], knobs[1], knobs[2], knobs[3]];
    let top = peak * over;
    if u < top {
        low + (1.0 - low) * (0.5 * (1.0 - math::cos(PI * (u / top))))
    } else if top < over {
        end + (1.0 - end) * fall(passed(u - top, over - top))
    } else {
        end
    }
}

#[cfg(test)]
mod tests {
    use super::factor;

    #[test]
    fn start_middle_peak_and_end() {
        // A cycle of 40 with its peak at 16; half-way up (0.04 + 1)/2, half-way down (1 + 0.0001)/2.
        for (t, wanted) in [(0.0, 0.04), (8.0, 0.52), (16.0, 1.0), (28.0, 0.500_05), (40.0, 1e-4), (99.0, 1e-4)] {
            let gap = factor(&[40.0, 0.4, 0.04, 1e-4], t) - wanted;
            assert!(gap.abs() < 1e-15, "{t}: off by {gap}");
        }
    }

    #[test]
    fn a_cycle_may_be_all_way_down_or_all_way_up() {
        assert_eq!(factor(&[10.0, 0.0, 0.04, 0.25], 0.0), 1.0);
        assert_eq!([10.0, 11.0].map(|t| factor(&[10.0, 1.0, 0.04, 0.25], t)), [0.25, 0.25]);
        assert!((factor(&[10.0, 2.0, 0.04, 0.25], 10.0) - 0.52).abs() < 1e-15, "half-way up to 20");
    }
}

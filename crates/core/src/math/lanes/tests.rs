//! Every operation in lanes against the same on numbers.

use super::{BIAS, Four, Lanes, Two};

const NUMBERS: [f64; 9] = [0.0, -0.0, 1.5, -2.25, 1e300, -1e-320, f64::INFINITY, f64::NEG_INFINITY, f64::NAN];

/// One operation in all forms.
macro_rules! in_lanes {
    ($($name:literal $($argument:ident)+ => $operation:expr;)*) => {$(
        for a in NUMBERS {
            for b in NUMBERS {
                let lone = [(a, b), (b, 3.0), (0.5, a), (b, a)].map(|($($argument,)+ ..)| $operation);
                let column = |pick: fn((f64, f64)) -> f64| [(a, b), (b, 3.0), (0.5, a), (b, a)].map(pick);
                let [x, y] = [column(|(x, _)| x), column(|(_, y)| y)];
                let four = { let ($($argument,)+ ..) = (Four::of(x), Four::of(y)); $operation.lanes() };
                let two = { let ($($argument,)+ ..) = (Two::of([x[0], x[1]]), Two::of([y[0], y[1]])); $operation.lanes() };
                for (lane, one) in lone.iter().enumerate() {
                    assert!(same(*one, four[lane]), "{} of {} and {}", $name, x[lane], y[lane]);
                    assert!(lane > 1 || same(*one, two[lane]), "{} of {} and {}", $name, x[lane], y[lane]);
                }
            }
        }
    )*};
}

/// Which bits a NaN has is left open.
fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan()
}

fn half(x: f64) -> f64 {
    0.5 * x
}

#[test]
fn each_operation_is_the_same_in_lanes() {
    in_lanes! {
        "sum" x y => x + y;
        "difference" x y => x - y;
        "product" x y => x * y;
        "quotient" x y => x / y;
        "choice" x y => x.below_zero(y, x);
        "negative" x y => -(x + y);
        "absolute" x y => Lanes::abs(x * y);
        "root" x y => Lanes::sqrt(x * y);
        "half" x y => (x - y).each(half);
    }
}

#[test]
fn powers_of_two() {
    for k in [-1022.0, -1.0, 0.0, 5.0, 1022.0] {
        let given = 6_755_399_441_055_744.0 + k;
        let power = f64::from_bits(((k + BIAS as f64) as u64) << 52);
        assert_eq!(given.power_of_two(), power);
        assert_eq!(Four::all(given).power_of_two().lanes(), [power; 4]);
    }
}

#[test]
fn the_nearest_whole_number_is_the_even_one_of_two() {
    for (x, whole) in
        [(0.5, 0.0), (1.5, 2.0), (-2.5, -2.0), (2.5_f64.next_up(), 3.0), (-52.4, -52.0), (1e9 + 0.75, 1e9 + 1.0)]
    {
        assert_eq!(x.nearest(), whole);
        assert_eq!(Four::all(x).nearest().lanes(), [whole; 4]);
        assert_eq!(Two::all(x).nearest().lanes(), [whole; 2]);
    }
}

#[test]
fn within_means_every_lane_and_no_nan() {
    assert!(1.0.within(2.0) && !(-2.0).within(2.0) && !f64::NAN.within(2.0));
    let below = 2.0_f64.next_down();
    for (odd, within) in
        [(below, true), (-below, true), (2.0, false), (-2.0, false), (f64::NAN, false), (-f64::NAN, false)]
    {
        for lane in 0..4 {
            let mut lanes = [-1.0; 4];
            lanes[lane] = odd;
            assert_eq!(Four::of(lanes).within(2.0), within, "{lanes:?}");
            assert_eq!(Two::of([lanes[0], lanes[1]]).within(2.0), within || lane > 1, "{lanes:?}");
        }
    }
}

#[test]
fn two_are_the_same_in_every_lane_or_not_at_all() {
    assert!(1.5.is(1.5) && 0.0.is(-0.0) && !1.5.is(2.0) && !f64::NAN.is(f64::NAN));
    let lanes = [1.0, -2.0, 3.0, f64::INFINITY];
    assert!(Four::of(lanes).is(Four::of(lanes)) && Two::of([1.0, 0.0]).is(Two::of([1.0, -0.0])));
    for lane in 0..4 {
        for odd in [7.0, f64::NAN] {
            let mut others = lanes;
            others[lane] = odd;
            assert!(!Four::of(lanes).is(Four::of(others)), "{others:?}");
            assert_eq!(Two::of([1.0, -2.0]).is(Two::of([others[0], others[1]])), lane > 1, "{others:?}");
        }
    }
}

#[test]
fn the_first_lanes_are_kept() {
    let lanes = [1.0, f64::NAN, 3.0, -4.0];
    for count in 0..6 {
        let first = Four::of(lanes).first(count).lanes();
        for lane in 0..4 {
            assert!(same(first[lane], if lane < count { lanes[lane] } else { -0.0 }), "{count}: {first:?}");
        }
    }
}

//! What the course says of learning rates, measured: which converge, which go uphill, which never settle. The tests
//! cite the rows of its checklist.

use ponder::outcome;
use ponder_tests::walked::Walked;
use ponder_tests::{as_printed, assert_printed};

#[test]
fn c1_when_a_step_goes_uphill() {
    let uphill = |rate, steps| Walked::base(rate, steps).path().uphill().collect::<Vec<_>>();
    for tenth in 1..=60 {
        assert_eq!(uphill(f64::from(tenth) / 10.0, 1000), [0; 0], "rate {tenth}/10");
    }
    assert_eq!(uphill(6.045, 1000).first(), Some(&16));
    assert_eq!(uphill(8.0, 1000).first(), Some(&14));
    assert_eq!(uphill(7.0, 1000), [0; 0], "of the whole rates 8 is the first");
    assert_eq!(uphill(7.1, 1000).len(), 1);
}

#[test]
fn s1_66_every_whole_rate_up_to_24_converges() {
    for rate in 1..=24 {
        let run = Walked::base(f64::from(rate), 2000);
        assert_eq!(run.outcome(), outcome::Kind::Converged { elsewhere: false }, "rate {rate}");
    }
}

#[test]
fn s1_66_from_25_on_it_never_settles() {
    let slow = Walked::base(25.0, 2000);
    assert!(slow.orbits(2000) && !slow.orbits(1000));
    assert_eq!([1999, 2000].map(|t| as_printed(slow.loss(t), "1.75e-5")), ["1.95e-5", "1.75e-5"]);
    for rate in [26.0, 27.0, 28.0, 31.0] {
        let run = Walked::base(rate, 200);
        assert!(run.orbits(200), "rate {rate}");
        assert_eq!(run.outcome(), outcome::Kind::Cycling, "rate {rate}");
    }
    for rate in [29.0, 30.0] {
        let run = Walked::base(rate, 2000);
        assert_printed(run.loss(200), ".0050");
        assert!(!run.orbits(200) && run.orbits(2000), "rate {rate}");
    }
    let far = Walked::base(30.0, 2000);
    assert_printed(far.loss(1000), ".00497");
    assert_eq!([1999, 2000].map(|t| as_printed(far.loss(t), ".00049")), [".00087", ".00049"]);
    let farther = Walked::base(50.0, 200);
    assert_printed(farther.loss(200), ".325");
    assert!((1..=50).all(|rate| Walked::base(f64::from(rate), 200).path().losses().all(|loss| loss < 1.0)));
}

#[test]
fn s1_68_the_grid_of_rates_and_beyond_it() {
    let coarse = [(1e-4, ".415819"), (1e-3, ".415811"), (1e-2, ".415729"), (0.1, ".414832"), (1.0, ".017741")];
    let fine = [(0.05, ".41535"), (0.2, ".413618"), (0.3, ".412082")];
    let beyond = [(10.0, "1.8e-12"), (20.0, "2.6e-20"), (30.0, ".00499")];
    for (rate, printed) in coarse.into_iter().chain(fine).chain(beyond) {
        assert_printed(Walked::base(rate, 100).loss(100), printed);
    }
}

#[test]
fn s1_65_the_longest_step_at_a_rate_of_ten() {
    let longest = |rate, steps| {
        let run = Walked::base(rate, steps);
        let steps = run.path().steps().zip(1..).max_by(|a, b| a.0.total_cmp(&b.0));
        steps.expect("a step")
    };
    let (length, step) = longest(10.0, 300);
    assert_printed(length, "2.0445");
    assert_eq!(step, 12);
    assert_printed(longest(1.0, 1000).0, ".31486");
    let run = Walked::base(1.0, 1000);
    let minimum = run.plan.surface().facts().minima[0];
    assert_printed(run.path().distances(&minimum).nth(1000).expect("a row"), "6.863e-5");
}

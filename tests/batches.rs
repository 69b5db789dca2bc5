//! What the course says of batches, measured: how often a step goes uphill, how far the path winds, which rule is where
//! after sixty updates. The tests cite the rows of its checklist.
#![cfg(not(target_arch = "wasm32"))]

use ponder::analysis::eigen::eigenvectors;
use ponder::analysis::series::swings;
use ponder::{Landscape, Vector};
use ponder_tests::walked::{TWO_POINTS, Walked, assert_prints};

const EIGHT_POINTS: &str = r#"{"model":"sigmoid-neuron","data":"eight-points"}"#;

/// Rate 1, `size` points an update, in the order of the data.
fn cyclic(surface: &str, method: &str, size: usize, steps: usize) -> Walked {
    let batch = format!(r#""batch":{{"size":{size},"order":"cyclic","seed":0}}"#);
    Walked::new(surface, &format!(r#""method":"{method}","learning_rate":1,"start":[-2,-2],{batch}"#), steps)
}

#[test]
fn s1_54_one_point_at_a_time_sometimes_raises_the_whole_loss() {
    assert_eq!(cyclic(TWO_POINTS, "gradient-descent", 1, 2000).path().uphill().count(), 8);
}

/// S1-54, S1-58: forty epochs over eight points, by one, by two and by all.
#[test]
fn s1_58_larger_batches_wind_less() {
    let runs = [1, 2, 8].map(|size| cyclic(EIGHT_POINTS, "gradient-descent", size, 40 * 8 / size));
    let uphill = runs.each_ref().map(|run| {
        let path = run.path();
        100.0 * path.uphill().count() as f64 / path.steps().count() as f64
    });
    for ((run, uphill), (share, length)) in
        runs.iter().zip(uphill).zip([("33.8", "13.272"), ("28.1", "7.938"), ("0.0", "4.853")])
    {
        assert_prints(uphill, share);
        assert_prints(run.path().length(), length);
    }
}

#[test]
fn s1_57_a_batch_of_all_is_no_batch() {
    let whole = Walked::base(1.0, 50);
    assert!(cyclic(TWO_POINTS, "gradient-descent", 2, 50).path().points().eq(whole.path().points()));
}

/// S1-63, C20: sixty updates of one point each, thirty epochs.
#[test]
fn s1_63_after_sixty_updates() {
    let runs = ["gradient-descent", "momentum", "nesterov"].map(|method| cyclic(TWO_POINTS, method, 1, 120));
    for (run, loss) in runs.iter().zip([".41208", ".01078", ".00472"]) {
        assert_prints(run.loss(60), loss);
    }
    assert_prints(runs[0].loss(120), ".4023");
}

/// S1-62: across the valley Nesterov's first overshoot is the shorter one, in stochastic form too.
#[test]
fn s1_62_stochastic_nesterov_overshoots_less() {
    let runs = ["gradient-descent", "momentum", "nesterov"].map(|method| cyclic(TWO_POINTS, method, 1, 60));
    assert_eq!(runs.each_ref().map(|run| run.path().uphill().count()), [0, 13, 12]);
    let surface = runs[0].plan.surface();
    let minimum = surface.facts().minima[0];
    let [across, _] = eigenvectors(&surface.curve(Vector(minimum)));
    let overshoot = |run: &Walked| swings(run.path().across(&minimum, &across.0), 0.05)[1];
    assert_prints(overshoot(&runs[1]), "1.52");
    // The checklist's 1.07 is this rounded twice.
    assert_prints(overshoot(&runs[2]), "1.065");
}

/// S1-58: the standard error of a batch's mean gradient falls with the root of its size: over all batches of k of n
/// points it is σ/√k, times √((n − k)/(n − 1)) as no point is drawn twice.
#[test]
fn s1_58_the_standard_error_falls_with_the_root_of_the_size() {
    let surface = EIGHT_POINTS.replace('}', r#","reduce":"mean"}"#);
    let whole = Walked::new(&surface, r#""method":"gradient-descent","learning_rate":1"#, 1).plan.surface().clone();
    let at = Vector([-2.0, -2.0]);
    let error = |k: u32| {
        let batches = (0..1u32 << 8).filter(|chosen| chosen.count_ones() == k);
        let squares = batches.map(|chosen| {
            let rows: Vec<usize> = (0..8).filter(|i| chosen >> i & 1 == 1).collect();
            let mut batch = whole.clone();
            batch.draw(&whole, &rows);
            let off = batch.slope(at) - whole.slope(at);
            off.dot(off)
        });
        let squares: Vec<f64> = squares.collect();
        (squares.iter().sum::<f64>() / squares.len() as f64).sqrt()
    };
    let single = error(1);
    assert!(single > 0.01);
    for k in 1..=8 {
        let size = f64::from(k);
        let exact = single / size.sqrt() * ((8.0 - size) / 7.0).sqrt();
        assert!((error(k) - exact).abs() < 1e-15, "batches of {k}");
    }
}

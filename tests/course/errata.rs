//! Errata that change what a rule does: as printed, and as it should be.

use ponder_tests::assert_printed;

/// x² + 10 y² and its slope.
fn bowl([x, y]: [f64; 2]) -> (f64, [f64; 2]) {
    (x * x + 10.0 * y * y, [2.0 * x, 20.0 * y])
}

/// Adam with a sign before each new part, a gradient too many, and perhaps without bias correction.
/// The losses and |y| from (1.5, 1) at a rate of .1.
fn misprinted(sign: f64, corrected: bool, steps: i32) -> Vec<[f64; 2]> {
    let (mut at, mut m, mut s) = ([1.5, 1.0], [0.0; 2], [0.0; 2]);
    let mut rows = vec![[bowl(at).0, 1.0]];
    for t in 1..=steps {
        let g = bowl(at).1;
        for i in 0..2 {
            m[i] = 0.9 * m[i] + sign * (1.0 - 0.9) * g[i];
            s[i] = 0.999 * s[i] + sign * (1.0 - 0.999) * g[i] * g[i];
            let [first, second] = if corrected { [1.0 - 0.9_f64.powi(t), 1.0 - 0.999_f64.powi(t)] } else { [1.0; 2] };
            at[i] -= 0.1 * (m[i] / first) / (s[i] / second + 1e-8).sqrt() * g[i];
        }
        rows.push([bowl(at).0, at[1].abs()]);
    }
    rows
}

/// Also S2-40, S2-48.
#[test]
fn e33_adam_as_one_text_prints_it() {
    assert!(misprinted(-1.0, false, 1)[1][0].is_nan(), "the root of a negative average");
    let signs_fixed = misprinted(1.0, false, 40);
    assert_printed(signs_fixed[0][0], "12.25");
    assert_printed(signs_fixed[1][0], "283.8");
    let lost = |rows: &[[f64; 2]]| rows.iter().position(|row| row[1] > 1e12);
    assert_eq!(lost(&signs_fixed), Some(14));
    assert_eq!(lost(&misprinted(1.0, true, 40)), Some(33));
}

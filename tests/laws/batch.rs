//! Batches of all points, batches of equal points, and noise of no size.

use ponder_tests::tree;

use crate::recipe::{bits, for_all_styles, rows, run};

const RATE: [(&str, f64); 1] = [("learning_rate", 0.05)];

#[test]
fn a_batch_of_all_points_has_the_bits_of_no_batch() {
    for reduce in ["half-sum", "mean"] {
        let json = format!(r#"{{"model":"sigmoid-neuron","data":"eight-points","reduce":"{reduce}"}}"#);
        let surface = tree(&json);
        for_all_styles(|style| {
            let path = |more: &str| bits(&rows(&surface, &run(style, &RATE, more), 40));
            for size in ["8", "9", "1e12"] {
                for order in ["cyclic", "shuffled"] {
                    let batch = format!(r#""batch":{{"size":{size},"order":"{order}","seed":7}}"#);
                    assert_eq!(path(&batch), path(""), "{style:?} in {batch}");
                }
            }
        });
    }
}

/// Of equal points, any batch has the same mean as any one of them; only its own number counts.
#[test]
fn a_batch_of_equal_points_is_one_of_them() {
    for model in ["sigmoid-neuron", "linear-neuron"] {
        let points = |count: usize| {
            let data = vec!["[0.75,0.25]"; count].join(",");
            tree(&format!(r#"{{"model":"{model}","data":[{data}],"reduce":"mean"}}"#))
        };
        for_all_styles(|style| {
            let path = |count: usize, more: &str| {
                let rows = rows(&points(count), &run(style, &RATE, more), 30);
                // The loss is that of all five, which is another sum.
                rows.chunks_exact(3).flat_map(|row| [row[0].to_bits(), row[1].to_bits()]).collect::<Vec<_>>()
            };
            for batch in [r#"{"size":2}"#, r#"{"size":1,"order":"shuffled","seed":2}"#] {
                assert_eq!(path(5, &format!(r#""batch":{batch}"#)), path(1, ""), "{style:?} in {batch}");
            }
        });
    }
}

#[test]
fn noise_of_no_size_is_no_noise() {
    for surface in [r#"{"function":"beale"}"#, r#"{"model":"sigmoid-neuron","data":"sparse"}"#] {
        let surface = tree(surface);
        for_all_styles(|style| {
            let path = |more: &str| rows(&surface, &run(style, &RATE, more), 20);
            let (still, none) = (path(r#""noise":{"deviation":0,"seed":9}"#), path(""));
            // A zero may change its sign: −0 + 0 is 0.
            assert!(still.iter().zip(&none).all(|(a, b)| a == b || a.is_nan() && b.is_nan()), "{style:?}");
            assert_ne!(bits(&path(r#""noise":{"deviation":50,"seed":9}"#)), bits(&none), "{style:?}");
        });
    }
}

//! The sparse set: a feature that is 0 in 78 of 100 points, y = σ(4x − 1).
//!
//! The course says how it made its points, at random with about 80 % of all x at 0, but does not give them.

use super::{DataSet, pairs};

pub(super) const SPARSE: DataSet = DataSet {
    id: "sparse",
    title: "A hundred points, 78 of them with x = 0 (our reconstruction)",
    source: "After CS7015 Deep Learning, lecture 5, which does not give its points",
    rows: &pairs(X, Y),
    domain: [[-4.0, 6.0], [-4.0, 5.0]],
    start: [-2.0, 4.0],
    minimum: [4.0, -1.0],
};

/// The features that are not 0.
const SEEN: [f64; 22] = [
    0.6509, 0.5359, 0.5074, 0.4336, 0.0907, 0.2232, 0.8585, 0.1178, 0.5816, 0.0596, 0.4181, 0.489, 0.6682, 0.7015,
    0.4617, 0.1171, 0.7682, 0.2476, 0.4492, 0.1762, 0.4189, 0.8995,
];

/// σ(4x − 1) of the same.
const THEIRS: [f64; 22] = [
    0.832520933562987,
    0.7583399900511703,
    0.7368383401414632,
    0.6757700786651035,
    0.34587975718538844,
    0.4732256356496579,
    0.9193835004800848,
    0.37079681244205287,
    0.7902445290818245,
    0.31829898973569154,
    0.6620403508764967,
    0.7223202241520781,
    0.8419487768954489,
    0.8588777428245492,
    0.6998954389094819,
    0.37014379080991794,
    0.888231237977408,
    0.4976000184318301,
    0.6892895543036407,
    0.4267313002638361,
    0.662755956562459,
    0.9307327520875442,
];

/// σ(−1).
const UNSEEN: f64 = 0.26894142136999516;

const X: [f64; 100] = first(SEEN, 0.0);
const Y: [f64; 100] = first(THEIRS, UNSEEN);

/// Some numbers, then `rest` over and over.
const fn first(numbers: [f64; 22], rest: f64) -> [f64; 100] {
    let mut all = [rest; 100];
    let mut i = 0;
    while i < numbers.len() {
        all[i] = numbers[i];
        i += 1;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::SPARSE;
    use crate::math::sigmoid;

    #[test]
    fn every_point_lies_on_its_curve_to_the_last_bit() {
        for [x, y] in SPARSE.rows {
            assert_eq!(y.to_bits(), sigmoid(4.0 * x - 1.0).to_bits(), "{x}");
        }
    }
}

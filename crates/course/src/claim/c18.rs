//! On sparse data the plain methods first move along b.

use super::Claim;
use super::ground::{SPARSE, sparse};
use crate::Bench;

/// So many times as far along b as along w is mainly along b.
const MAINLY: f64 = 5.0;

pub(super) const ENTRY: Claim = Claim {
    id: "C18",
    title: "On sparse data the plain rules go along b first",
    says: "Where x is mostly zero, descent, momentum and Nesterov’s rule first move along b, and hardly along w.",
    rows: &["S1-79", "S0-12"],
    measure: "How far each goes along b for every unit along w in its first 20 steps, back and forth, on the sparse set \
              from (−2, 4). AdaGrad is measured beside them.",
    thresholds: &[("mainly along b is a ratio above", MAINLY)],
    why: "Where x is zero, w gets no gradient at all; b gets one from every point.",
    counter: None,
    judge,
};

fn judge(bench: &mut Bench) {
    let methods = ["gradient-descent", "momentum", "nesterov", "adagrad"];
    let ran = bench.runs("the sparse set", SPARSE, &methods.map(sparse), 20);
    let ids = ["descent", "momentum", "nesterov", "adagrad"];
    for ((ran, method), id) in ran.iter().zip(methods).zip(ids) {
        let lengths = ran.path().lengths();
        let ratio = bench.number(id, &format!("{method}: way along b by way along w"), lengths[1] / lengths[0], 3);
        if method != "adagrad" {
            bench.case(&format!("{method} goes mainly along b"), ratio > MAINLY);
        }
    }
}

//! The closed forms against the jet, and batches against models of their own.

use super::super::{FourInputNeuron, LinearNeuron, Reduce, Sigmoid, SigmoidNeuron};
use super::*;

fn rows<const N: usize>(n: usize) -> Vec<[f64; N]> {
    let row =
        |i: usize| from_fn(|j| if j + 1 < N { 0.3 * i as f64 - 1.0 - 0.2 * j as f64 } else { (i % 3) as f64 / 3.0 });
    (0..n).map(row).collect()
}

fn sigmoid(n: usize) -> SigmoidNeuron {
    SigmoidNeuron::new(rows(n), Reduce::HalfSum, [[-6.0, 6.0]; 2], [0.0; 2])
}

fn agrees<A: Activation, const N: usize>(neuron: &Neuron<A, N>, at: [f64; N]) {
    let (closed, jet) = (neuron.curve(Vector(at)), neuron.loss(Jet::coordinates(at)));
    let close = |a: Vector<N>, b: Vector<N>| (a - b).norm() < 1e-13 * (1.0 + b.norm());
    assert!(
        (closed.value - jet.value).abs() < 1e-14 * (1.0 + jet.value) && close(closed.grad, jet.grad),
        "{closed:?} {jet:?}"
    );
    assert!((0..N).all(|i| close(closed.hess[i], jet.hess[i])), "{closed:?} {jet:?}");
    assert!((0..N * N).all(|i| closed.hess[i / N].0[i % N].to_bits() == closed.hess[i % N].0[i / N].to_bits()));
}

#[test]
fn closed_forms_agree_with_the_jet() {
    for n in [1, 2, 5, 9] {
        agrees(&sigmoid(n), [0.7, -0.4]);
        agrees(&LinearNeuron::new(rows(n), Reduce::Sum, [[-6.0, 6.0]; 2], [0.0; 2]), [0.7, -0.4]);
        agrees(&FourInputNeuron::new(rows(n), Reduce::Mean), [0.7, -0.4, 0.1, 1.5, -0.2]);
    }
}

#[test]
fn together_and_apart_are_the_same_bits() {
    fn check<A: Activation, const N: usize>(neuron: &Neuron<A, N>, at: Vector<N>) {
        let ((value, slope), jet) = (neuron.value_and_slope(at), neuron.curve(at));
        for other in [neuron.value(at), jet.value] {
            assert_eq!(value.to_bits(), other.to_bits());
        }
        for other in [neuron.slope(at), jet.grad] {
            assert_eq!(slope.0.map(f64::to_bits), other.0.map(f64::to_bits));
        }
    }
    for n in 1..12 {
        check(&sigmoid(n), Vector([0.7, -0.4]));
        check(&FourInputNeuron::new(rows(n), Reduce::HalfSum), Vector([0.7, -0.4, 0.1, 1.5, -0.2]));
    }
}

#[test]
fn far_out_the_loss_is_finite_and_flat() {
    let far = Vector([1e300, -1e300]);
    assert!(sigmoid(2).value(far).is_finite());
    assert!(sigmoid(2).slope(far).is_finite());
}

#[test]
fn a_batch_is_a_model_of_its_rows() {
    for reduce in [Reduce::HalfSum, Reduce::Sum, Reduce::Mean] {
        let whole = FourInputNeuron::new(rows(9), reduce);
        let mut batch = whole.clone();
        for picked in [&[4, 1, 8][..], &[0], &[0, 1, 2, 3, 4, 5, 6, 7, 8]] {
            batch.draw(&whole, picked);
            let own = FourInputNeuron::new(picked.iter().map(|&i| whole.data()[i]).collect(), reduce);
            assert_eq!(batch, own);
            assert_eq!(batch.examples(), picked.len());
        }
        batch.draw(&whole, &[3, 99]);
        assert_eq!(batch.data(), [whole.data()[3]], "a row that is not there is not drawn");
    }
}

#[test]
fn the_curve_through_the_points_is_what_the_loss_measures() {
    let neuron = sigmoid(2);
    let (fit, at) = (neuron.fit(), Vector([0.7, -0.4]));
    let half: f64 = fit.data.iter().map(|&[x, y]| (fit.predict(at, x) - y) * (fit.predict(at, x) - y)).sum();
    assert_eq!(0.5 * half, neuron.value(at));
    assert_eq!(fit.span, <Sigmoid as Activation>::SPAN);
}

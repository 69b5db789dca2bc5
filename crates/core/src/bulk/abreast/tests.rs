//! Four neurons' losses as one, and which neurons may go abreast.

use alloc::vec;
use alloc::vec::Vec;

use super::*;
use crate::model::Reduce;

fn neuron(data: Vec<[f64; 2]>, reduce: Reduce) -> SigmoidNeuron {
    SigmoidNeuron::new(data, reduce, [[-1.0, 1.0]; 2], [0.0; 2])
}

fn lookout(targets: usize) -> Lookout {
    Lookout { targets: vec![[0.0; 2]; targets], near: 0.01, below: None, last: 10 }
}

/// Ten million is the bound: (1 + 3100)² is below it, (1 + 3200)² is not.
#[test]
fn neurons_go_abreast_whose_loss_is_never_large() {
    let goes = |ys: &[f64], reduce| can(&neuron(ys.iter().map(|y| [1.0, *y]).collect(), reduce), &lookout(1));
    assert!(goes(&[3100.0], Reduce::Sum) && !goes(&[3200.0], Reduce::Sum));
    assert!(goes(&[-3100.0], Reduce::Sum) && !goes(&[-3200.0], Reduce::Sum));
    assert!(!goes(&[3100.0; 2], Reduce::Sum), "two of them are twice as much");
    assert!(goes(&[3100.0; 2], Reduce::Mean) && goes(&[3100.0; 2], Reduce::HalfSum), "and half of it is as one");
    assert!(!goes(&[3200.0; 2], Reduce::Mean) && !goes(&[3200.0; 2], Reduce::HalfSum));
}

#[test]
fn up_to_four_minima_are_looked_out_for() {
    let goes = |targets| can(&neuron(vec![[1.0, 0.5]], Reduce::Sum), &lookout(targets));
    assert_eq!([0, 1, 4, 5].map(goes), [true, true, true, false]);
}

/// w and b of four points, in the order of a file: four weights, then four b.
const AT: Vector<8> = Vector([0.5, -1.0, 2.0, 0.0, 0.25, 1.5, -0.5, -2.0]);

#[test]
fn each_of_four_has_the_slope_that_it_has_alone() {
    for count in [1, 2, 3, 4, 5, 9] {
        let data = (0..count).map(|i| [0.5 * f64::from(i) - 1.0, 0.1 * f64::from(i)]).collect();
        let one = neuron(data, Reduce::Mean);
        let slope = Quartet::of(&one).slope(AT);
        for i in 0..4 {
            assert_eq!([slope.0[i], slope.0[i + 4]], one.slope(Vector([AT.0[i], AT.0[i + 4]])).0, "{count} points");
        }
    }
}

#[test]
fn the_sum_of_four_losses_curves_as_each_of_them_and_not_across() {
    let one = neuron(vec![[0.5, 0.2], [2.5, 0.9], [-1.0, 0.4]], Reduce::Sum);
    let sum = Quartet::of(&one).curve(AT);
    let each: [Jet; 4] = from_fn(|i| one.curve(Vector([AT.0[i], AT.0[i + 4]])));
    assert_eq!(sum.value, each.iter().map(|jet| jet.value).sum::<f64>());
    for (i, j) in (0..8).flat_map(|i| (0..8).map(move |j| (i, j))) {
        let known = if i % 4 == j % 4 { each[i % 4].hess[i / 4].0[j / 4] } else { 0.0 };
        assert_eq!(sum.hess[i].0[j], known, "row {i}, column {j}");
    }
    assert_eq!(sum.grad, Quartet::of(&one).slope(AT));
}

//! A sigmoid neuron over just two points, the course's own figure: small enough to stay in registers.
//!
//! The sum over the points is that of [`Neuron`](super::Neuron) to the bit: of its four lanes two are empty, each begins at
//! −0, and ((−0 + t₀) + (−0 + t₁)) + (−0 − 0) is t₀ + t₁.

use super::SigmoidNeuron;
use crate::math::lanes::{Lanes, Two};
use crate::math::{Reduction, sigmoid_after};
use crate::{Jet, Landscape, Vector};

/// The factor c before the sum.
const HALF: f64 = 0.5;

/// Two points and the neuron that they belong to.
#[derive(Clone, Copy, Debug)]
pub struct TwoPoints<'a> {
    whole: &'a SigmoidNeuron,
    row: [Two; 2],
}

impl<'a> TwoPoints<'a> {
    /// A neuron's points, if they are two, and half their sum or their mean is the loss: then 2c is 1, and what waits for
    /// a gradient need not wait for a product with it.
    #[must_use]
    pub fn of(whole: &'a SigmoidNeuron) -> Option<Self> {
        let [[x0, y0], [x1, y1]] = *whole.data() else { return None };
        let halved = whole.reduce().factor(2) == HALF;
        halved.then(|| Self { whole, row: [Two::of([x0, x1]), Two::of([y0, y1])] })
    }

    /// Loss and gradient, for somebody on the way who has them to begin with and brings `last` along.
    #[inline(always)]
    pub fn on_the_way(&self, at: Vector, last: &mut Last) -> (f64, Vector) {
        let (errors, slopes) = SigmoidNeuron::terms_by(at.0.map(Two::all), self.row, |z| sigmoid_after(z, &mut last.0));
        (together(errors) * HALF, Vector(Two::sums(slopes[0], slopes[1]).lanes()))
    }
}

/// What the answers of the step before have in common with those of the next.
#[derive(Clone, Copy, Debug)]
pub struct Last(Reduction<Two>);

impl Last {
    /// That of a run which has not begun.
    #[must_use]
    pub fn none() -> Self {
        Self(Reduction::new())
    }
}

/// t₀ + t₁.
#[inline(always)]
fn together(terms: Two) -> f64 {
    let [a, b] = terms.lanes();
    a + b
}

impl Landscape for TwoPoints<'_> {
    fn value(&self, at: Vector) -> f64 {
        self.whole.value(at)
    }

    fn slope(&self, at: Vector) -> Vector {
        self.whole.slope(at)
    }

    #[inline(always)]
    fn value_and_slope(&self, at: Vector) -> (f64, Vector) {
        let (errors, slopes) = SigmoidNeuron::terms(at, self.row);
        (together(errors) * HALF, Vector(slopes.map(together)))
    }

    fn curve(&self, at: Vector) -> Jet {
        self.whole.curve(at)
    }

    fn examples(&self) -> usize {
        self.whole.examples()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Reduce;
    use super::*;
    use alloc::vec;

    #[test]
    fn the_same_bits_as_the_neuron() {
        for (points, reduce) in [
            (vec![[0.5, 0.2], [2.5, 0.9]], Reduce::HalfSum),
            (vec![[-0.8, 0.0], [0.0, 0.5]], Reduce::Mean),
            (vec![[0.0, 0.5], [0.0, 0.5]], Reduce::Mean),
            (vec![[-0.0, 1.0], [0.0, 1.0]], Reduce::HalfSum),
        ] {
            let whole = SigmoidNeuron::new(points, reduce, [[-6.0, 6.0]; 2], [0.0; 2]);
            let (two, mut last) = (TwoPoints::of(&whole).unwrap(), Last::none());
            for at in
                [[-2.0, -2.0], [-2.0, -2.1], [0.0, 0.0], [3.0, 40.0], [1.5, -900.0], [1e300, -1e300], [f64::NAN, 1.0]]
            {
                let (value, gradient) = whole.value_and_slope(Vector(at));
                for (loss, slope) in [two.value_and_slope(Vector(at)), two.on_the_way(Vector(at), &mut last)] {
                    let bits = |loss: f64, slope: Vector| [loss, slope.0[0], slope.0[1]].map(f64::to_bits);
                    assert!(loss.is_nan() && value.is_nan() || bits(loss, slope) == bits(value, gradient), "{at:?}");
                }
            }
        }
        let three = SigmoidNeuron::new(vec![[0.0, 0.0]; 3], Reduce::Sum, [[-6.0, 6.0]; 2], [0.0; 2]);
        assert!(TwoPoints::of(&three).is_none());
        let sum = SigmoidNeuron::new(vec![[0.0, 0.0]; 2], Reduce::Sum, [[-6.0, 6.0]; 2], [0.0; 2]);
        assert!(TwoPoints::of(&sum).is_none());
    }
}

//! One neuron and the points it is to fit.
//!
//! f(x) = a(z),   z = w·x + b,   L(w, b) = c Σᵢ (f(xᵢ) − yᵢ)²,   c = ½, 1 or 1/n
//!
//! ∂L/∂wⱼ = 2c Σ (f − y) a′ xⱼ,   ∂²L/∂wⱼ∂wₖ = 2c Σ (a′² + (f − y) a″) xⱼ xₖ,   and b is the weight of an input that
//! is always 1
//!
//! Source: CS7015 Deep Learning, lecture 5. Gradient and Hessian are in closed form; [`crate::Jet`] through
//! [`Neuron::loss`] is their oracle in the tests.

use alloc::vec::Vec;
use core::array::from_fn;
use core::fmt::Debug;
use core::marker::PhantomData;
use core::ops::Add;

use super::{Reduce, Words};
use crate::math::lanes::{Four, Lanes};
use crate::{Jet, Landscape, Number, Vector};

/// What a neuron makes of z.
pub trait Activation: Copy + Debug + Send + Sync {
    /// The answers that it can give, if not all numbers.
    const SPAN: Option<[f64; 2]>;

    /// The same in Python.
    const PYTHON: Words;

    /// f = a(z).
    fn answer<T: Number>(z: T) -> T;

    /// The same in one lane or in several.
    fn answers<L: Lanes>(z: L) -> L;

    /// (f − y) a′ as two factors, from the error f − y and the answer f: what an input multiplies first is the second,
    /// while the first is still on its way.
    fn slope<L: Lanes>(error: L, f: L) -> [L; 2];

    /// a′² + (f − y) a″, from the same.
    fn bend(error: f64, f: f64) -> f64;
}

/// A neuron of N − 1 inputs, the rows `[x…, y]` it is to fit, and the picture that suits them. Its parameters are one
/// weight an input, then b.
#[derive(Clone, Debug, PartialEq)]
pub struct Neuron<A, const N: usize = 2> {
    data: Vec<[f64; N]>,
    /// The same, four rows side by side; the last four may be filled up.
    fours: Vec<[Four; N]>,
    reduce: Reduce,
    /// The factor c before the sum.
    factor: f64,
    pub(super) domain: Option<[[f64; 2]; 2]>,
    pub(super) start: [f64; N],
    activation: PhantomData<A>,
}

impl<A: Activation> Neuron<A> {
    /// A neuron of one input over `data`, with the window and the start that suit them.
    #[must_use]
    pub fn new(data: Vec<[f64; 2]>, reduce: Reduce, domain: [[f64; 2]; 2], start: [f64; 2]) -> Self {
        Self::over(data, reduce, Some(domain), start)
    }

    /// What it is to fit, and what it says.
    #[must_use]
    pub fn fit(&self) -> Fit<'_> {
        Fit { data: &self.data, span: A::SPAN, answer: A::answer }
    }
}

impl<A: Activation, const N: usize> Neuron<A, N> {
    pub(super) fn over(data: Vec<[f64; N]>, reduce: Reduce, domain: Option<[[f64; 2]; 2]>, start: [f64; N]) -> Self {
        let (fours, factor) = (side_by_side(&data).collect(), reduce.factor(data.len()));
        Self { data, fours, reduce, factor, domain, start, activation: PhantomData }
    }

    /// The rows `[x…, y]`.
    #[must_use]
    pub fn data(&self) -> &[[f64; N]] {
        &self.data
    }

    /// What it makes of z, as Python.
    #[must_use]
    pub fn words(&self) -> Words {
        A::PYTHON
    }

    /// How the losses of the points are put together.
    #[must_use]
    pub fn reduce(&self) -> Reduce {
        self.reduce
    }

    /// The same loss for any [`Number`]: the oracle of the closed forms.
    pub fn loss<T: Number>(&self, at: [T; N]) -> T {
        let error = |row: &[f64; N]| {
            let z = row[..N - 1].iter().zip(at).fold(at[N - 1], |z, (&x, w)| z + w * x);
            (A::answer(z) - row[N - 1]).squared()
        };
        self.data.iter().map(error).reduce(|sum, e| sum + e).unwrap_or_else(|| T::of(0.0)) * self.factor
    }

    /// The inputs of a row, the 1 that b weighs, the answer there and its error.
    fn look(at: Vector<N>, row: &[f64; N]) -> (Vector<N>, f64, f64) {
        let mut inputs = Vector(*row);
        inputs.0[N - 1] = 1.0;
        let f = A::answer(at.dot(inputs));
        (inputs, f, f - row[N - 1])
    }

    /// (f − y)² and (f − y) a′ x for one row or several side by side.
    #[inline(always)]
    pub(super) fn terms<L: Lanes>(at: Vector<N>, row: [L; N]) -> (L, [L; N]) {
        Self::terms_at(from_fn(|j| L::all(at.0[j])), row)
    }

    /// The same where each lane may stand at a point of its own.
    #[inline(always)]
    pub(crate) fn terms_at<L: Lanes>(at: [L; N], row: [L; N]) -> (L, [L; N]) {
        Self::terms_by(at, row, A::answers)
    }

    /// The same by another way to the same answers.
    #[inline(always)]
    pub(super) fn terms_by<L: Lanes>(at: [L; N], row: [L; N], answers: impl FnOnce(L) -> L) -> (L, [L; N]) {
        let z = (1..N - 1).fold(at[0] * row[0], |z, j| z + at[j] * row[j]) + at[N - 1];
        let f = answers(z);
        let error = f - row[N - 1];
        let [a, b] = A::slope(error, f);
        (error * error, from_fn(|j| a * if j < N - 1 { b * row[j] } else { b }))
    }

    /// Σ (f − y)² and Σ (f − y) a′ x in the stated order. They begin at −0, to which whatever is added stays what it is.
    #[inline(never)]
    fn sums(&self, at: Vector<N>) -> (f64, Vector<N>) {
        let zero = Four::all(-0.0);
        let (mut errors, mut slopes) = (zero, [zero; N]);
        let mut left = self.data.len();
        for row in &self.fours {
            let (error, slope) = Self::terms(at, *row);
            errors = errors + error.first(left);
            slopes = from_fn(|j| slopes[j] + slope[j].first(left));
            left = left.saturating_sub(4);
        }
        (together(errors), Vector(slopes.map(together)))
    }

    /// Σ over the points in the stated order: four lanes, point i in lane i mod 4, each lane from the first point to
    /// the last, then (s0 + s1) + (s2 + s3). It is part of every bit that follows.
    fn sum<T: Copy + Add<Output = T>>(&self, zero: T, term: impl Fn(&[f64; N]) -> T) -> T {
        let mut lanes = [zero; 4];
        for (i, row) in self.data.iter().enumerate() {
            lanes[i % 4] = lanes[i % 4] + term(row);
        }
        (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])
    }
}

/// Rows four by four as columns.
fn side_by_side<const N: usize>(rows: &[[f64; N]]) -> impl Iterator<Item = [Four; N]> {
    rows.chunks(4).map(|rows| from_fn(|j| Four::of(from_fn(|i| rows.get(i).map_or(0.0, |row| row[j])))))
}

/// The four lanes of a sum.
#[inline(always)]
fn together(sum: Four) -> f64 {
    let [a, b, c, d] = sum.lanes();
    (a + b) + (c + d)
}

impl<A: Activation, const N: usize> Landscape<N> for Neuron<A, N> {
    fn value(&self, at: Vector<N>) -> f64 {
        self.sums(at).0 * self.factor
    }

    fn slope(&self, at: Vector<N>) -> Vector<N> {
        (2.0 * self.factor) * self.sums(at).1
    }

    fn value_and_slope(&self, at: Vector<N>) -> (f64, Vector<N>) {
        let (errors, slopes) = self.sums(at);
        (errors * self.factor, (2.0 * self.factor) * slopes)
    }

    fn curve(&self, at: Vector<N>) -> Jet<N> {
        let sum = self.sum(Jet::of(0.0), |row| {
            let (inputs, f, error) = Self::look(at, row);
            let ([a, b], bend) = (A::slope(error, f), A::bend(error, f));
            // The smaller index first, so that both halves are the same bits.
            let x = |j: usize, k: usize| bend * inputs.0[j.min(k)] * inputs.0[j.max(k)];
            let hess = from_fn(|j| Vector(from_fn(|k| x(j, k))));
            Jet { value: error * error, grad: a * (b * inputs), hess }
        });
        let twice = 2.0 * self.factor;
        Jet { value: sum.value * self.factor, grad: twice * sum.grad, hess: sum.hess.map(|row| twice * row) }
    }

    fn examples(&self) -> usize {
        self.data.len()
    }

    fn draw(&mut self, whole: &Self, rows: &[usize]) {
        self.data.clear();
        self.data.extend(rows.iter().filter_map(|&i| whole.data.get(i)));
        self.fours.clear();
        self.fours.extend(side_by_side(&self.data));
        self.factor = self.reduce.factor(self.data.len());
    }
}

/// The points that a neuron of one input is to fit, and its curve through them.
#[derive(Clone, Copy, Debug)]
pub struct Fit<'a> {
    /// The points `[x, y]`.
    pub data: &'a [[f64; 2]],
    /// The answers that it can give, if not all numbers.
    pub span: Option<[f64; 2]>,
    answer: fn(f64) -> f64,
}

impl Fit<'_> {
    /// What the neuron with the parameters `at` = (w, b) says to the input `x`.
    #[must_use]
    pub fn predict(&self, at: Vector, x: f64) -> f64 {
        (self.answer)(at.0[0] * x + at.0[1])
    }
}

#[cfg(test)]
mod tests;

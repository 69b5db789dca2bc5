//! What several rules remember alike: averages of gradients and of their squares, and the root that is divided by.
//!
//! m ← β₁ m + (1 − β₁) g,   v ← β₂ v + (1 − β₂) g²
//!
//! Kingma and Ba 2015, algorithm 1. Both start at zero; 1 − βᵗ is the weight that has come together by update t, and
//! dividing by it takes the start's zero out of the average.
//!
//! ```
//! use ponder::memory::Moments;
//! use ponder::{Tree, Vector, check};
//!
//! let run = Tree::map([("method", "adam".into()), ("learning_rate", 0.1.into())]);
//! let surface = Tree::map([("function", "saddle".into())]);
//! let recipe = Tree::map([("surface", surface), ("runs", Tree::List(vec![run])), ("steps", 1.0.into())]);
//! let plan = check(&recipe).unwrap();
//!
//! let mut moments = Moments::<2>::new(plan.runs()[0].settings());
//! let g = Vector([1.0, -2.0]);
//! moments.take(g, &mut ());
//! assert!(moments.m.norm() < 0.11 * g.norm(), "nine tenths of the average are still its zero start");
//! assert_eq!(moments.m_hat(&mut ()), g, "freed of it, the average of one gradient is that gradient");
//! ```

use crate::math::lanes::{Lanes, Two};
use crate::note::{Note, Part};
use crate::recipe::Settings;
use crate::{Vector, math};

/// Where a rule puts ε: the words of the switch `epsilon_placement`, and what no recipe can ask for.
pub const PLACES: &[&str] = &["inside", "outside"];
/// √(v + ε).
pub const INSIDE: f64 = 0.0;
/// √v + ε.
pub const OUTSIDE: f64 = 1.0;
/// √v + ε, both divided by the correction's root: Keras.
pub const UNCORRECTED: f64 = 2.0;

/// How [`Moments`] is written: the first average and the second,
pub(crate) const M: &str = r"m \leftarrow \beta_1 m + (1 - \beta_1) \nabla w";
pub(crate) const V: &str = r"v \leftarrow \beta_2 v + (1 - \beta_2) (\nabla w)^2";
/// both corrected,
pub(crate) const M_HAT: &str = r"\hat{m} \leftarrow \frac{m}{1 - \beta_1^t}";
pub(crate) const V_HAT: &str = r"\hat{v} \leftarrow \frac{v}{1 - \beta_2^t}";
/// and in Python, as the course and Optax add them up;
pub(crate) const AVERAGES: [&str; 2] = ["m = beta1*m + (1-beta1)*g", "v = beta2*v + (1-beta2)*g*g"];
/// PyTorch adds the difference to the first,
pub(crate) const TORCH_M: &str = "m = m + (1-beta1)*(g-m)";
/// Keras to both.
pub(crate) const KERAS_AVERAGES: [&str; 2] = ["m = m + (g-m)*(1-beta1)", "v = v + (g*g-v)*(1-beta2)"];

/// A power so small that 1 less it is 1.
const GONE: f64 = f64::EPSILON / 4.0;

/// βᵗ⁺¹ from βᵗ. One that is gone stays as it is: further down, machines take many times as long for a product.
#[inline(always)]
fn onward(power: f64, beta: f64) -> f64 {
    if power > GONE { power * beta } else { power }
}

/// The two running averages of Adam and its kin.
#[derive(Clone, Copy, Debug)]
pub struct Moments<const N: usize> {
    /// The average gradient.
    pub m: Vector<N>,
    /// The average squared gradient.
    pub v: Vector<N>,
    /// The number of updates so far.
    pub t: f64,
    beta1: f64,
    beta2: f64,
    /// β₁ᵗ and β₂ᵗ, or 0 without the correction.
    powers: [f64; 2],
    corrected: bool,
}

impl<const N: usize> Moments<N> {
    /// Zero averages with `beta1` and `beta2`; the correction can be switched off with `bias_correction`.
    #[must_use]
    pub fn new(settings: &Settings) -> Self {
        let corrected = settings.get("bias_correction") != Some(0.0);
        let powers = if corrected { [1.0; 2] } else { [0.0; 2] };
        let [beta1, beta2] = ["beta1", "beta2"].map(|id| settings.of(id));
        Self { m: Vector::ZERO, v: Vector::ZERO, t: 0.0, beta1, beta2, powers, corrected }
    }

    /// Takes a gradient into both averages.
    #[inline(always)]
    pub fn take(&mut self, g: Vector<N>, note: &mut impl Note<N>) {
        let beta2 = self.beta2;
        self.take_with(g, |_, v| beta2 * v + (1.0 - beta2) * (g * g), note);
    }

    /// Takes a gradient into the first average, and `next` of the new first and the old second into the second.
    #[inline(always)]
    pub fn take_with(
        &mut self,
        g: Vector<N>,
        next: impl FnOnce(Vector<N>, Vector<N>) -> Vector<N>,
        note: &mut impl Note<N>,
    ) {
        note.part(Part::Term, "m", self.m);
        note.part(Part::Term, "v", self.v);
        self.m = self.beta1 * self.m + (1.0 - self.beta1) * g;
        self.v = next(self.m, self.v);
        self.t += 1.0;
        self.powers = [onward(self.powers[0], self.beta1), onward(self.powers[1], self.beta2)];
        note.part(Part::Memory, "m", self.m);
        note.part(Part::Memory, "v", self.v);
        note.number("t", self.t);
    }

    /// m̂ = m / (1 − β₁ᵗ).
    #[inline(always)]
    pub fn m_hat(&self, note: &mut impl Note<N>) -> Vector<N> {
        // Without the correction the power is 0, and a product with 1 changes nothing: no branch in the loop. The quotient
        // is one for all parameters, and there before the gradient is.
        let m_hat = self.shares().lanes()[0] * self.m;
        if self.corrected {
            note.part(Part::Term, r"\hat{m}", m_hat);
        }
        m_hat
    }

    /// v̂ = v / (1 − β₂ᵗ) for any second average, and 1 − β₂ᵗ.
    #[inline(always)]
    pub fn v_hat(&self, v: Vector<N>, note: &mut impl Note<N>) -> (Vector<N>, f64) {
        let v_hat = self.shares().lanes()[1] * v;
        if self.corrected {
            note.part(Part::Term, r"\hat{v}", v_hat);
        }
        (v_hat, 1.0 - self.powers[1])
    }

    /// 1 / (1 − β₁ᵗ) and 1 / (1 − β₂ᵗ).
    #[inline(always)]
    fn shares(&self) -> Two {
        Two::all(1.0) / (Two::all(1.0) - Two::of(self.powers))
    }

    /// Both, and 1 − β₂ᵗ.
    #[inline(always)]
    pub fn corrected(&self, v: Vector<N>, note: &mut impl Note<N>) -> (Vector<N>, Vector<N>, f64) {
        let m_hat = self.m_hat(note);
        let (v_hat, weight) = self.v_hat(v, note);
        (m_hat, v_hat, weight)
    }

    /// Takes a gradient, and gives what Adam then takes off the point: η m̂ over the root of v̂.
    #[inline(always)]
    pub fn fall(&mut self, g: Vector<N>, rate: f64, root: Root, note: &mut impl Note<N>) -> Vector<N> {
        let before = self.v;
        self.take(g, note);
        let (m_hat, v_hat, weight) = self.corrected(self.v, note);
        let mut scale = || {
            let scale = root.of(v_hat, weight).by_twos(|root| Two::all(rate) / root);
            note.part(Part::Scale, r"\frac{\eta}{\sqrt{\hat{v}}}", scale);
            scale
        };
        if root.outside != 0.0 {
            return scale() * m_hat;
        }
        scale();
        // The next step waits for this one: what does not need g is summed before g is there, and x / √a is x / a √a, of
        // which both factors are on their way at the same time.
        let (rate, kept, inside) = (Two::all(rate), Two::all(self.beta2), Two::all(root.inside));
        let share = self.shares().lanes()[1];
        let (taken, share) = (Two::all(share * (1.0 - self.beta2)), Two::all(share));
        Vector::pair_by_pair([g, before, m_hat], |[g, v, m_hat]| {
            let a = (share * (kept * v) + inside) + taken * (g * g);
            let fall = rate * m_hat / a * a.sqrt();
            if a.within(f64::MAX) { fall } else { beyond(fall, a, m_hat) }
        })
    }
}

/// x / a √a is 0 ∞ where a is beyond all numbers; x / √a is 0 there.
#[cold]
fn beyond(fall: Two, a: Two, m_hat: Two) -> Two {
    let [fall, a, m_hat] = [fall, a, m_hat].map(Two::lanes);
    Two::of([0, 1].map(|i| if a[i] == f64::INFINITY { 0.0 * m_hat[i] } else { fall[i] }))
}

/// The root of an average square, with ε where the convention has it.
#[derive(Clone, Copy, Debug)]
pub struct Root {
    inside: f64,
    outside: f64,
    uncorrected: bool,
}

impl Root {
    /// As `epsilon_placement`, `epsilon` and `epsilon_root` say.
    #[must_use]
    pub fn new(settings: &Settings) -> Self {
        let [place, epsilon, epsilon_root] = ["epsilon_placement", "epsilon", "epsilon_root"].map(|id| settings.of(id));
        let (inside, outside) = if place == INSIDE { (epsilon, 0.0) } else { (epsilon_root, epsilon) };
        Self { inside, outside, uncorrected: place == UNCORRECTED }
    }

    /// √(v + ε), √v + ε, or √v + ε / √(1 − βᵗ) with `weight` = 1 − βᵗ.
    #[inline(always)]
    #[must_use]
    pub fn of<const N: usize>(&self, v: Vector<N>, weight: f64) -> Vector<N> {
        let outside = if self.uncorrected { self.outside / math::sqrt(weight) } else { self.outside };
        let root = v.by_twos(|v| (v + Two::all(self.inside)).sqrt());
        // To add 0 would change nothing, but whoever waits would wait for it.
        if outside == 0.0 { root } else { root.map(|root| root + outside) }
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;
    use crate::{Tree, check};

    #[test]
    fn a_square_beyond_all_numbers_ends_a_fall_and_not_the_numbers() {
        let run = Tree::map([
            ("method", "adam".into()),
            ("learning_rate", 0.1.into()),
            ("epsilon_placement", "inside".into()),
        ]);
        let surface = Tree::map([("function", "saddle".into())]);
        let recipe = Tree::map([("surface", surface), ("runs", Tree::List(vec![run])), ("steps", 1.0.into())]);
        let plan = check(&recipe).unwrap();
        let settings = plan.runs()[0].settings();
        let root = Root::new(settings);
        assert_eq!(root.outside, 0.0);
        let of = |g: f64| Moments::<1>::new(settings).fall(Vector([g]), 0.1, root, &mut ()).0[0];
        let both = Moments::<2>::new(settings).fall(Vector([1e160, -0.5]), 0.1, root, &mut ());
        assert_eq!(both, Vector([0.0, of(-0.5)]), "the other one falls as it does alone");
        assert_eq!(of(-1e160), 0.0);
        assert!((of(-0.5) + 0.1).abs() < 1e-6);
    }
}

//! Runs side by side, four abreast: one rule in eight parameters is four runs in two.
//!
//! A rule that takes each parameter for itself, on the sum of four losses of which each sees two parameters of its own,
//! does to every one of them what it does when it is alone, operation for operation. So the bits are those of one run,
//! and no rule is written twice; the compiler turns its arithmetic into vector instructions.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::array::from_fn;
use core::fmt::{self, Debug, Formatter};

use super::trail::{Cell, Fate, Lookout};
use crate::analysis::outcome::FAR;
use crate::landscape::{Landscape, Look};
use crate::math::lanes::{Four, Lanes};
use crate::method::{Pace, Rule};
use crate::model::SigmoidNeuron;
use crate::recipe::RunPlan;
use crate::{Evaluations, Jet, Vector};

/// Runs from these starts, before their first update.
pub(crate) type Pack = fn(&RunPlan, &SigmoidNeuron, &[[f64; 2]], &Lookout) -> Box<dyn Abreast>;

/// The most minima that are looked out for on the quick way.
const TARGETS: usize = 4;
/// Losses up to this can never count as diverged.
const TAME: f64 = 1e7;

/// Many runs on their way.
pub(crate) trait Abreast: Send + Debug {
    /// Makes so many updates of every run, as far as there are.
    fn go(&mut self, updates: usize);

    /// Whether all updates are made.
    fn is_over(&self) -> bool;

    /// Where each run ended, in the order of the starts; `None` for one that went far out and must be walked by itself.
    fn ends(&self) -> Vec<Option<([f64; 2], Cell)>>;
}

/// Whether runs over this neuron can go abreast: no loss is ever so large that it would count.
pub(super) fn can(land: &SigmoidNeuron, out: &Lookout) -> bool {
    let worst = land.data().iter().fold(0.0, |sum, [_, y]| sum + (1.0 + y.abs()) * (1.0 + y.abs()));
    worst * land.reduce().factor(land.data().len()) < TAME && out.targets.len() <= TARGETS
}

/// Runs of rule `R` from these starts.
pub(crate) fn pack<R: Rule<8> + 'static>(
    run: &RunPlan,
    land: &SigmoidNeuron,
    starts: &[[f64; 2]],
    out: &Lookout,
) -> Box<dyn Abreast> {
    let file = |starts: &[[f64; 2]]| {
        // The last four are filled up with the last start.
        let start = |i: usize| starts[i.min(starts.len() - 1)];
        File::<R>::new(run, from_fn(|i| if i < 4 { start(i)[0] } else { start(i - 4)[1] }))
    };
    let mut troop = Troop {
        files: starts.chunks(4).map(file).collect(),
        land: Quartet::of(land),
        pace: Pace::of(run),
        out: out.clone(),
        count: starts.len(),
        t: 0,
    };
    let (out, stretch) = (&troop.out, troop.out.stretch());
    troop.files.iter_mut().for_each(|file| file.see(out, stretch, 0));
    Box::new(troop)
}

/// All runs, four by four: the loop over updates is outside, so that what one file waits for another can use.
struct Troop<R> {
    files: Vec<File<R>>,
    land: Quartet,
    pace: Pace,
    out: Lookout,
    count: usize,
    t: usize,
}

/// Four runs abreast: four weights, then four b.
struct File<R> {
    rule: R,
    at: Vector<8>,
    /// The last step that was not near each of the targets; −1 before the first.
    outside: [Four; TARGETS],
    /// Where the last stretch began, and the way since.
    from: Vector<8>,
    path: Four,
    /// One of them went far out.
    lost: bool,
}

#[inline(always)]
fn columns(at: Vector<8>) -> [Four; 2] {
    [Four::of(from_fn(|i| at.0[i])), Four::of(from_fn(|i| at.0[4 + i]))]
}

impl<R: Rule<8>> File<R> {
    fn new(run: &RunPlan, start: [f64; 8]) -> Self {
        let none = Four::all(-1.0);
        let (at, path) = (Vector(start), Four::all(0.0));
        Self { rule: R::new(run.settings()), at, outside: [none; TARGETS], from: at, path, lost: false }
    }

    /// Takes in point t.
    #[inline(always)]
    fn see(&mut self, out: &Lookout, stretch: usize, t: usize) {
        let [w, b] = columns(self.at);
        self.lost |= !(w.within(FAR) & b.within(FAR));
        let now = Four::all(t as f64);
        for (outside, target) in self.outside.iter_mut().zip(&out.targets) {
            let (dw, db) = (w - Four::all(target[0]), b - Four::all(target[1]));
            *outside = (dw * dw + db * db - Four::all(out.near)).below_zero(*outside, now);
        }
        if t == stretch {
            self.from = self.at;
        }
    }

    /// One update, to point t.
    #[inline(always)]
    fn step(&mut self, land: &Quartet, pace: Pace, seen: &mut Evaluations, stretch: usize, t: usize) {
        let before = columns(self.at);
        self.at = self.rule.step(self.at, pace, &mut Look::new(land, seen), &mut ());
        if t > stretch {
            self.path = self.path + apart(before, columns(self.at));
        }
    }

    /// Where its runs ended, on whose last point `last` is.
    fn ends(&self, out: &Lookout) -> [Option<([f64; 2], Cell)>; 4] {
        let round = apart(columns(self.from), columns(self.at)).lanes();
        let path = self.path.lanes();
        from_fn(|i| {
            let settled = |k: &usize| self.outside[*k].lanes()[i] < out.last as f64;
            let fate = match (0..out.targets.len()).find(settled) {
                Some(k) => Fate::Arrived { target: k as u8, step: (self.outside[k].lanes()[i] + 1.0) as u32 },
                None if Lookout::goes_round(path[i], round[i]) => Fate::Cycling,
                None => Fate::Elsewhere,
            };
            (!self.lost).then_some(([self.at.0[i], self.at.0[4 + i]], Cell { fate, under: None, loss: f64::NAN }))
        })
    }
}

/// How far four points are from four others.
#[inline(always)]
fn apart(from: [Four; 2], to: [Four; 2]) -> Four {
    let (dw, db) = (to[0] - from[0], to[1] - from[1]);
    (dw * dw + db * db).sqrt()
}

impl<R: Rule<8>> Abreast for Troop<R> {
    fn go(&mut self, updates: usize) {
        // Nobody asks what it cost.
        let mut seen = Evaluations::default();
        let Self { files, land, pace, out, t, .. } = self;
        let stretch = out.stretch();
        for _ in 0..updates.min(out.last - *t) {
            *t += 1;
            for file in files.iter_mut().filter(|file| !file.lost) {
                file.step(land, *pace, &mut seen, stretch, *t);
                file.see(out, stretch, *t);
            }
        }
    }

    fn is_over(&self) -> bool {
        self.t == self.out.last
    }

    fn ends(&self) -> Vec<Option<([f64; 2], Cell)>> {
        self.files.iter().flat_map(|file| file.ends(&self.out)).take(self.count).collect()
    }
}

impl<R> Debug for Troop<R> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Troop").field("runs", &self.count).field("t", &self.t).finish_non_exhaustive()
    }
}

/// The sum of one neuron's loss at four points: a landscape over all their parameters.
#[derive(Debug)]
struct Quartet {
    one: SigmoidNeuron,
    twice: f64,
}

impl Quartet {
    fn of(one: &SigmoidNeuron) -> Self {
        Self { one: one.clone(), twice: 2.0 * one.reduce().factor(one.data().len()) }
    }

    fn points(at: Vector<8>) -> [Vector; 4] {
        from_fn(|i| Vector([at.0[i], at.0[4 + i]]))
    }

    /// Σ (f − y) a′ x of each, the sum over the data in the neuron's order: four lanes, point i in lane i mod 4.
    #[inline(always)]
    fn sums(&self, at: [Four; 2]) -> [Four; 2] {
        let terms = |[x, y]: [f64; 2]| SigmoidNeuron::terms_at(at, [Four::all(x), Four::all(y)]).1;
        // Of two points two lanes are empty: ((−0 + t₀) + (−0 + t₁)) + (−0 − 0) is t₀ + t₁.
        if let [one, other] = *self.one.data() {
            return add(terms(one), terms(other));
        }
        let mut lanes = [[Four::all(-0.0); 2]; 4];
        for rows in self.one.data().chunks(4) {
            for (lane, row) in lanes.iter_mut().zip(rows) {
                *lane = add(*lane, terms(*row));
            }
        }
        add(add(lanes[0], lanes[1]), add(lanes[2], lanes[3]))
    }
}

#[inline(always)]
fn add(a: [Four; 2], b: [Four; 2]) -> [Four; 2] {
    [a[0] + b[0], a[1] + b[1]]
}

impl Landscape<8> for Quartet {
    fn value(&self, at: Vector<8>) -> f64 {
        Self::points(at).iter().fold(0.0, |sum, at| sum + self.one.value(*at))
    }

    #[inline(always)]
    fn slope(&self, at: Vector<8>) -> Vector<8> {
        let [dw, db] = self.sums(columns(at)).map(|sum| (Four::all(self.twice) * sum).lanes());
        Vector(from_fn(|i| if i < 4 { dw[i] } else { db[i - 4] }))
    }

    fn curve(&self, at: Vector<8>) -> Jet<8> {
        let each = Self::points(at).map(|at| self.one.curve(at));
        let part = |i: usize, j: usize| if i % 4 == j % 4 { each[i % 4].hess[i / 4].0[j / 4] } else { 0.0 };
        Jet { value: self.value(at), grad: self.slope(at), hess: from_fn(|i| Vector(from_fn(|j| part(i, j)))) }
    }
}

#[cfg(test)]
mod tests;
